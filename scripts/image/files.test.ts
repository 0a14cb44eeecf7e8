import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { FILES } from './files.ts';

const checkout = path.resolve(import.meta.dirname, '../..');

/** What a container runs: see compose.yaml and docs/deployment.md. */
const COMMANDS = ['serve', 'backup', 'backup-nightly', 'restore', 'reset-password'];

test('a container has every file that its commands import, directly or by another one', () => {
	const seen = new Set<string>();
	const visit = (file: string) => {
		if (seen.has(file)) return;
		seen.add(file);
		const source = fs.readFileSync(path.join(checkout, file), 'utf8');
		// a module that is loaded into another process is named by its URL
		for (const [, imported, preloaded] of source.matchAll(
			/(?:from|import) '(\.{1,2}\/[^']+)'|new URL\('([^']+\.mjs)', import\.meta\.url\)/g,
		))
			visit(path.join(path.dirname(file), imported ?? preloaded ?? ''));
	};
	for (const command of COMMANDS) visit(`scripts/${command}.ts`);
	expect(seen.size).toBeGreaterThan(30);
	const isCopied = (file: string) => FILES.some((each) => file === each || file.startsWith(`${each}/`));
	expect([...seen].filter((file) => !isCopied(file))).toEqual([]);
});
