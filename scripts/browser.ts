import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { runToEnd } from './launcher/child.ts';
import { CHECKOUT } from './launcher/config.ts';
import { Refusal } from './launcher/refusal.ts';

/** The same engine without windows: half the work for each new page, which is most of what the browser tests do. */
const HEADLESS = ['chromium-headless-shell', 'chrome-headless-shell'];

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const MACOS_APPS = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];

interface FindOptions {
	say: (line: string) => void;
	signal?: AbortSignal;
}

/**
 * The path of a Chromium that runs here: CHROME_PATH, an installed one, Playwright's, or else one installed now. One that has
 * no windows comes first.
 */
export async function findChromium(options: FindOptions): Promise<string> {
	return (
		findNamed() ??
		findWindowless() ??
		findInstalled() ??
		(await installWithPlaywright(options)) ??
		(await installWithApt(options)) ??
		refuse()
	);
}

/** One that is as people have it, without installing any; undefined where there is none. */
export function findPresentChromium(): string | undefined {
	return findNamed() ?? findInstalled();
}

function findNamed(): string | undefined {
	const named = process.env.CHROME_PATH;
	if (!named || runs(named)) return named || undefined;
	throw new Refusal(`CHROME_PATH is "${named}", which does not run: give the path of a Chromium or Chrome.`);
}

function findWindowless(): string | undefined {
	return [...onPath(HEADLESS), ...besidePlaywrights(chromium.executablePath())].find(runs);
}

function findInstalled(): string | undefined {
	return [...onPath(PROGRAMS), ...MACOS_APPS, chromium.executablePath()].find(runs);
}

function onPath(programs: string[]): string[] {
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	return programs.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** The Chromium without windows that Playwright installs with its Chromium, in a folder of the same revision. */
export function besidePlaywrights(program: string): string[] {
	const [, browsers, revision] = /^(.+)[\\/]chromium-(\d+)[\\/]/.exec(program) ?? [];
	if (!browsers) return [];
	const names = '*/{chrome-headless-shell,headless_shell}';
	return fs.globSync(path.join(browsers, `chromium_headless_shell-${revision}`, names));
}

async function installWithPlaywright({ say, signal }: FindOptions): Promise<string | undefined> {
	say('Installing a Chromium for the browser tests …');
	const cli = path.join(CHECKOUT, 'node_modules/@playwright/test/cli.js');
	await runToEnd(process.execPath, [cli, 'install', 'chromium'], { cwd: CHECKOUT, env: process.env, signal });
	return findWindowless() ?? findInstalled();
}

async function installWithApt({ say, signal }: FindOptions): Promise<string | undefined> {
	if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return undefined;
	say('Playwright’s does not work here: installing the system’s with apt-get …');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await runToEnd('/usr/bin/apt-get', ['update'], { env, signal });
	for (const name of ['chromium-headless-shell', 'chromium']) {
		await runToEnd('/usr/bin/apt-get', ['install', '-y', '--no-install-recommends', name], { env, signal });
		const found = onPath([name]).find(runs);
		if (found) return found;
	}
	return undefined;
}

function refuse(): never {
	throw new Refusal(
		'The browser tests need a Chromium, and none could be installed: install one, or name it with CHROME_PATH.',
	);
}

/** True for a program that starts; one without its libraries, or a stub that only names another package, does not. */
function runs(program: string): boolean {
	return fs.existsSync(program) && spawnSync(program, ['--version'], { timeout: 20_000 }).status === 0;
}
