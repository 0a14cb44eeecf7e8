import { spawn } from 'node:child_process';
import { CHECKOUT } from './paths.mjs';

/** @type {import('node:child_process').ChildProcess | undefined} */
let current;
let asked = false;

/** Passes the first request to stop on to the program that runs; Ctrl-C reaches it twice, from the terminal and from npm. */
export function forwardSignals() {
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
		process.on(signal, () => {
			if (asked) return;
			asked = true;
			if (current) current.kill(signal);
			else process.exit(0);
		});
	}
}

/**
 * Runs a Node program with the terminal's streams; returns its exit code.
 * @param {string} node
 * @param {string[]} args
 */
export async function runOnTerminal(node, args) {
	// Over the channel it notices when this process is killed.
	const child = spawn(node, args, { cwd: CHECKOUT, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
	return (await finish(child)).code;
}

/**
 * Runs a program and returns its exit code and what it wrote. A request to stop ends it and this process.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export async function runQuietly(command, args, env) {
	const child = spawn(command, args, { cwd: CHECKOUT, env, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
	child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
	const { code } = await finish(child);
	if (asked) process.exit(0);
	return { code, output };
}

/** @param {import('node:child_process').ChildProcess} child */
async function finish(child) {
	current = child;
	/** @type {number} */
	const code = await new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (status, signal) => resolve(status ?? (asked ? 0 : signal === 'SIGKILL' ? 137 : 143)));
	});
	current = undefined;
	return { code };
}
