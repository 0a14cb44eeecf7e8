import fs from 'node:fs';
import { runQuietly } from './child.mjs';
import { findNpm } from './npm.mjs';
import { CHECKOUT, hashOf, inCheckout, readInCheckout, refuse } from './paths.mjs';

const STAMP = ['node_modules', '.minicrm-lock'];

/** True when node_modules holds what package-lock.json names. */
export function isInstalled() {
	if (!fs.existsSync(inCheckout('node_modules/.package-lock.json'))) return false;
	return readInCheckout(...STAMP) === hashOf(readInCheckout('package-lock.json')) || agreesWithLock();
}

/** Installs exactly what package-lock.json names. */
export async function install() {
	refuseFullDisk();
	console.log('Installing the dependencies; this takes a minute or two …');
	const npm = findNpm();
	if (!npm) return refuse('npm is missing: install Node.js with npm from https://nodejs.org, then start again.');
	const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
	const { code, output } = await runQuietly(npm.command, [...npm.args, ...args], npm.env).catch((error) => ({
		code: 1,
		output: String(error),
	}));
	if (code !== 0 && output.includes('ENOSPC')) refuse(fullDisk());
	if (code !== 0) refuse(`${output.trim()}\n\nThe dependencies cannot be installed: see what npm says above.`);
	markInstalled();
}

/** What the dependencies take, in megabytes. */
const NEEDED = 1500;

function refuseFullDisk() {
	// what is there already is replaced, and its space used again
	if (fs.existsSync(inCheckout('node_modules'))) return;
	if (freeMegabytes() < NEEDED) refuse(fullDisk());
}

function freeMegabytes() {
	const { bavail, bsize } = fs.statfsSync(CHECKOUT);
	return Math.floor((bavail * bsize) / 1e6);
}

function fullDisk() {
	return `The disk with ${CHECKOUT} is full: ${freeMegabytes()} MB free, and the dependencies need ${NEEDED} MB. Delete what you no longer need on that disk, or move MiniCRM to a larger one, and try again.`;
}

function markInstalled() {
	fs.writeFileSync(inCheckout(...STAMP), hashOf(readInCheckout('package-lock.json')));
}

/** An installation that somebody made with npm itself is as good as ours. */
function agreesWithLock() {
	try {
		const locked = JSON.parse(readInCheckout('package-lock.json')).packages;
		const installed = JSON.parse(readInCheckout('node_modules/.package-lock.json')).packages;
		const agrees = Object.keys(locked).every((name) => {
			if (name === '') return true;
			// Optional packages are those of other machines.
			return installed[name]
				? installed[name].version === locked[name].version
				: locked[name].optional || locked[name].peer;
		});
		if (agrees && Object.keys(installed).every((name) => locked[name])) {
			markInstalled();
			return true;
		}
	} catch {
		// Unreadable: install again.
	}
	return false;
}
