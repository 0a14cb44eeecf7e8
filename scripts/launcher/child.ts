import { type ChildProcess, spawn } from 'node:child_process';
import type { Stopping } from './stopping.ts';

export interface RunOptions {
	cwd?: string;
	env?: NodeJS.ProcessEnv;
	/** User and group to run as; the present ones when missing. */
	uid?: number;
	gid?: number;
	/** Ends the program, and whatever it started, when the user stops. */
	signal?: AbortSignal;
}

export interface RunResult {
	code: number;
	/** What the program wrote on both streams, in order. */
	output: string;
}

/** Runs a program to its end and returns its exit code and output; throws when it cannot be started or was stopped. */
export function runToEnd(command: string, args: string[], options: RunOptions = {}): Promise<RunResult> {
	const { signal, ...spawnOptions } = options;
	signal?.throwIfAborted();
	// Its own process group, so that Ctrl-C reaches it only through us and its own children can be ended with it.
	const child = spawn(command, args, { ...spawnOptions, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
	let output = '';
	child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
	child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
	const end = () => killGroup(child, 'SIGKILL');
	signal?.addEventListener('abort', end);
	return new Promise<RunResult>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => {
			if (signal?.aborted) reject(signal.reason);
			else resolve({ code: code ?? 1, output });
		});
	}).finally(() => signal?.removeEventListener('abort', end));
}

/** Resolves with a description of how a child ended ("exit code 1", "signal SIGKILL"), once it has. */
export function ended(child: ChildProcess): Promise<string> {
	return new Promise((resolve) => {
		child.on('error', (error) => resolve(error.message));
		child.on('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
	});
}

/** Asks a child to end, and its whole group by force when it has not within the given milliseconds. */
export async function stopChild(child: ChildProcess, patience: number): Promise<void> {
	if (hasEnded(child)) return;
	const gone = ended(child);
	child.kill('SIGTERM');
	const timer = setTimeout(() => killGroup(child, 'SIGKILL'), patience);
	await gone;
	clearTimeout(timer);
}

/** Runs a program on the user's terminal as a step of the launcher; returns its exit code. */
export async function runInForeground(
	command: string,
	args: string[],
	env: NodeJS.ProcessEnv,
	stopping: Stopping,
): Promise<number> {
	stopping.signal.throwIfAborted();
	const child = spawn(command, args, { env, detached: true, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
	stopping.defer(() => stopChild(child, 5000));
	await ended(child);
	return child.exitCode ?? 1;
}

function hasEnded(child: ChildProcess): boolean {
	return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, signal);
	} catch {
		// Already gone.
	}
}
