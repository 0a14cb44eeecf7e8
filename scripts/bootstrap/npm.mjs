import fs from 'node:fs';
import path from 'node:path';
import { CHECKOUT } from './paths.mjs';

/**
 * How to run npm: with the machine's own Node, as npm may remove the one in the checkout while it runs. Undefined where
 * there is no npm.
 */
export function findNpm() {
	const env = { ...process.env, PATH: pathOutside() };
	const outside = !process.execPath.startsWith(fs.realpathSync(CHECKOUT) + path.sep);
	const node = outside ? process.execPath : findOn(env.PATH, 'node');
	const cli = process.env.npm_execpath;
	if (node && cli && path.basename(cli) === 'npm-cli.js') return { command: node, args: [cli], env };
	const npm = findOn(env.PATH, 'npm');
	return npm ? { command: npm, args: [], env } : undefined;
}

/** The PATH without the checkout's own programs. */
function pathOutside() {
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	return folders.filter((folder) => !folder.startsWith(CHECKOUT + path.sep)).join(path.delimiter);
}

/** @param {string} searchPath @param {string} program */
function findOn(searchPath, program) {
	return searchPath
		.split(path.delimiter)
		.map((folder) => path.join(folder, program))
		.find((file) => fs.existsSync(file));
}
