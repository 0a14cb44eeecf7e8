import os from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const support = (name: string) => path.join(import.meta.dirname, 'tests/support', name);

export default defineConfig({
	resolve: {
		alias: {
			'@': path.join(import.meta.dirname, 'src'),
			// Outside of Next.js the real one throws.
			'server-only': support('empty.ts'),
		},
	},
	test: {
		setupFiles: [support('console.ts')],
		// Left to itself it keeps one core free, half of a small machine.
		maxWorkers: os.availableParallelism(),
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
					exclude: ['**/*.db.test.ts', 'src/generated/**'],
					// They share modules, so that each is loaded once for all files of a worker.
					isolate: false,
				},
			},
			{
				extends: true,
				test: {
					name: 'database',
					include: ['src/**/*.db.test.ts', 'tests/database/**/*.test.ts'],
					globalSetup: [support('postgres-server.ts')],
					setupFiles: [support('database-environment.ts')],
					testTimeout: 20_000,
					hookTimeout: 60_000,
				},
			},
			{
				extends: true,
				test: {
					name: 'launcher',
					include: ['tests/launcher/**/*.test.ts'],
					fileParallelism: false,
					testTimeout: 240_000,
					hookTimeout: 240_000,
				},
			},
		],
	},
});
