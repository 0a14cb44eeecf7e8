import { spawn } from 'node:child_process';
import path from 'node:path';
import { CHECKOUT } from '../../scripts/launcher/config.ts';
import { essentialEnvironment } from './app-server.ts';

/** Runs one of the operator's commands; returns its exit code and everything it said. */
export async function runScript(
	script: string,
	args: string[],
	settings: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
	const node = ['--disable-warning=ExperimentalWarning', path.join(CHECKOUT, 'scripts', script), ...args];
	const env = { ...essentialEnvironment(), ...settings };
	const child = spawn(process.execPath, node, { cwd: CHECKOUT, env, stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => resolve({ code, said }));
	});
}
