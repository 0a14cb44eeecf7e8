import fs from 'node:fs';
import path from 'node:path';
import { inCheckout } from './paths.mjs';

/** Ignored by git, and not emptied by npm. */
const FILE = inCheckout('src/generated/bootstrap.lock');

/** After this long, in milliseconds, an installation hangs or its pid is somebody else's. */
const TOO_OLD = 30 * 60_000;

/**
 * Runs a task while no other bootstrap of this checkout runs one.
 * @param {() => Promise<void>} task
 */
export async function withLock(task) {
	fs.mkdirSync(path.dirname(FILE), { recursive: true });
	for (let attempt = 0; !take(); attempt++) {
		if (attempt === 0) console.log('Waiting for another MiniCRM command to finish its installation …');
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	const release = () => fs.rmSync(FILE, { force: true });
	process.on('exit', release);
	try {
		await task();
	} finally {
		process.off('exit', release);
		release();
	}
}

function take() {
	try {
		// Written under another name first, so that nobody reads a lock without a pid.
		const mine = `${FILE}.${process.pid}`;
		fs.writeFileSync(mine, String(process.pid));
		try {
			fs.linkSync(mine, FILE);
		} finally {
			fs.unlinkSync(mine);
		}
		return true;
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
		if (isStale()) breakStale();
		return false;
	}
}

function isStale() {
	try {
		const pid = Number(fs.readFileSync(FILE, 'utf8'));
		return Date.now() - fs.statSync(FILE).mtimeMs > TOO_OLD || !isAlive(pid);
	} catch {
		return false;
	}
}

/** Of several who see a stale lock only one may remove it, or the last would remove the first one's new lock. */
function breakStale() {
	const breaking = `${FILE}.breaking`;
	try {
		fs.mkdirSync(breaking);
	} catch {
		const made = fs.statSync(breaking, { throwIfNoEntry: false });
		if (made && Date.now() - made.mtimeMs > 10_000) fs.rmSync(breaking, { recursive: true, force: true });
		return;
	}
	if (isStale()) fs.rmSync(FILE, { force: true });
	fs.rmSync(breaking, { recursive: true, force: true });
}

/** @param {number} pid */
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
	}
}
