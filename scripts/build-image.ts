import fs from 'node:fs';
import path from 'node:path';
import { copyModules } from './image/copy-modules.ts';
import { FILES } from './image/files.ts';
import { buildIfStale } from './launcher/build.ts';
import { CHECKOUT } from './launcher/config.ts';
import { runUntilStopped } from './launcher/stopping.ts';

// What the Dockerfile runs: builds the app and gathers in image/ what a container needs to run it, and nothing else.
const TARGET = path.join(CHECKOUT, 'image');

/** What the scripts of a container import. The app's own modules are in its build. */
const MODULES = [
	'pg',
	'pg-copy-streams',
	'pino',
	'@prisma/adapter-pg',
	'@prisma/driver-adapter-utils',
	'@prisma/schema-engine-wasm',
];

/** Next.js brings along what makes pictures smaller; there are none. */
const isNeeded = (file: string) => !/node_modules\/(sharp|@img)(\/|$)/.test(file);

await runUntilStopped(async ({ signal }) => {
	await buildIfStale({ say: console.log, signal });
	fs.rmSync(TARGET, { recursive: true, force: true });
	for (const file of FILES)
		fs.cpSync(path.join(CHECKOUT, file), path.join(TARGET, file), { recursive: true, filter: isNeeded });
	copyModules(path.join(CHECKOUT, 'node_modules'), path.join(TARGET, 'node_modules'), MODULES);
	return 0;
});
