import fs from 'node:fs';
import path from 'node:path';
import { copyImage } from './image/copy-image.ts';
import { buildIfStale } from './launcher/build.ts';
import { CHECKOUT } from './launcher/config.ts';
import { runUntilStopped } from './launcher/stopping.ts';

// What the Dockerfile runs: builds the app and gathers in image/ what a container needs to run it, and nothing else.
const TARGET = path.join(CHECKOUT, 'image');

await runUntilStopped(async ({ signal }) => {
	await buildIfStale({ say: console.log, signal });
	fs.rmSync(TARGET, { recursive: true, force: true });
	copyImage(TARGET);
	return 0;
});
