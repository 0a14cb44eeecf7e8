import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { runToEnd } from './child.ts';
import { CHECKOUT } from './config.ts';
import { BUILD, describeFullDisk, refuseFullDisk } from './full-disk.ts';
import { waitForLock } from './lock.ts';
import { Refusal } from './refusal.ts';

/** The folder of the built app; server.js in it serves it. */
export const STANDALONE = path.join(CHECKOUT, '.next/standalone');

/** Written last, so that a build that was cut off is none. `next build` removes it first. */
export const STAMP = path.join(CHECKOUT, '.next/minicrm-build');

/** What a build is made from. */
export const SOURCES = [
	'src',
	'prisma/schema.prisma',
	'package-lock.json',
	'next.config.ts',
	'postcss.config.mjs',
	'tsconfig.json',
];

/** Arguments that make a Node program end with this one. */
export const EXIT_WITH_PARENT = ['--import', new URL('exit-with-parent.mjs', import.meta.url).href];

/** Builds the app unless the last build was of the same sources. Two never run at once in one checkout. */
export async function buildIfStale(options: { say: (line: string) => void; signal?: AbortSignal }): Promise<void> {
	const { say, signal } = options;
	if (isFresh()) return;
	// `next build` empties .next, except for this folder.
	const cache = path.join(CHECKOUT, '.next/cache');
	fs.mkdirSync(cache, { recursive: true });
	const lock = await waitForLock(path.join(cache, 'build.lock'), {
		onWait: () => say('Waiting for another build …'),
		signal,
	});
	try {
		if (isFresh()) return;
		refuseFullDisk(CHECKOUT, BUILD, 'Building the app');
		say('Building the app, as its sources changed; this takes a minute …');
		const hash = sourceHash();
		fs.rmSync(STAMP, { force: true });
		await runBuild(signal);
		copyAssets();
		compressBuilt(path.join(STANDALONE, '.next/static'));
		fs.writeFileSync(STAMP, hash);
	} finally {
		lock.release();
	}
}

async function runBuild(signal?: AbortSignal): Promise<void> {
	const next = path.join(CHECKOUT, 'node_modules/next/dist/bin/next');
	const { code, output } = await runToEnd(process.execPath, [...EXIT_WITH_PARENT, next, 'build'], {
		cwd: CHECKOUT,
		env: {
			...process.env,
			NODE_ENV: 'production',
			NEXT_TELEMETRY_DISABLED: '1',
			MINICRM_LAUNCHER: String(process.pid),
		},
		signal,
	});
	if (code !== 0 || !fs.existsSync(path.join(STANDALONE, 'server.js')))
		throw new Refusal(
			`${output.trim()}\n\n${describeFullDisk([CHECKOUT]) ?? 'The app cannot be built: correct what is shown above.'}`,
		);
}

/** The standalone folder is made without the files that browsers load. */
function copyAssets(): void {
	fs.cpSync(path.join(CHECKOUT, '.next/static'), path.join(STANDALONE, '.next/static'), { recursive: true });
}

/** Puts beside each script and stylesheet what is sent of it: compressed once, and as well as can be. */
export function compressBuilt(folder: string): void {
	for (const name of fs.globSync('**/*.{js,css}', { cwd: folder })) {
		const file = path.join(folder, name);
		fs.writeFileSync(`${file}.gz`, zlib.gzipSync(fs.readFileSync(file), { level: 9 }));
	}
}

function isFresh(): boolean {
	return fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === sourceHash();
}

function sourceHash(): string {
	const hash = createHash('sha256').update(process.version);
	for (const source of SOURCES) addToHash(source);
	return hash.digest('hex');

	function addToHash(relative: string): void {
		if (relative === path.join('src', 'generated')) return;
		const file = path.join(CHECKOUT, relative);
		const found = fs.statSync(file, { throwIfNoEntry: false });
		if (!found) return;
		if (!found.isDirectory()) hash.update(`${relative}\0${found.size}\0`).update(fs.readFileSync(file));
		else for (const name of fs.readdirSync(file).sort()) addToHash(path.join(relative, name));
	}
}
