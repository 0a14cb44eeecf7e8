import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { inCheckout, refuse } from './paths.mjs';

/** The Node that the project is made for: the one in the lock, or where none fits this machine the present one. */
export function findNode() {
	const locked = inCheckout(`node_modules/node-${process.platform}-${process.arch}/bin/node`);
	if (fs.existsSync(locked) && (process.execPath === fs.realpathSync(locked) || canRun(locked))) return locked;
	// runs TypeScript as it is: 22.18 and newer, but not the first of 23
	if (process.features.typescript) return process.execPath;
	return refuse(
		`MiniCRM needs Node 22.18 or newer on this machine, and this is ${process.versions.node}: install the current version from https://nodejs.org.`,
	);
}

/**
 * True when this process runs on at least this version of Node.
 * @param {number} major @param {number} minor
 */
export function isAtLeast(major, minor) {
	const [presentMajor = 0, presentMinor = 0] = process.versions.node.split('.').map(Number);
	return presentMajor > major || (presentMajor === major && presentMinor >= minor);
}

/** A binary for another C library is there, but does not run. @param {string} node */
function canRun(node) {
	return spawnSync(node, ['--version']).status === 0;
}
