import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { CHECKOUT } from '../../scripts/launcher/config.ts';
import { essentialEnvironment } from './app-server.ts';

export interface RunningScript {
	child: ChildProcess;
	/** Everything it has said so far. */
	said(): string;
	/** Its exit code, once it has ended. */
	exited: Promise<number | null>;
}

/** Starts one of the operator's commands. It ends with the tests. */
export function startScript(script: string, args: string[], settings: Record<string, string>): RunningScript {
	const node = ['--disable-warning=ExperimentalWarning', path.join(CHECKOUT, 'scripts', script), ...args];
	const env = { ...essentialEnvironment(), ...settings };
	const child = spawn(process.execPath, node, { cwd: CHECKOUT, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (said += text));
	const exited = new Promise<number | null>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', resolve);
	});
	return { child, said: () => said, exited };
}

/** Runs one of the operator's commands; returns its exit code and everything it said. */
export async function runScript(
	script: string,
	args: string[],
	settings: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
	const running = startScript(script, args, settings);
	return { code: await running.exited, said: running.said() };
}
