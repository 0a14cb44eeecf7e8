import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { essentialEnvironment, makeOpenFolder, until } from '../support/app-server.ts';
import { isRunning } from '../support/processes.ts';

const support = JSON.stringify(path.join(import.meta.dirname, '../support/watched-postgres.ts'));

/** A run of tests, as far as it concerns their database: starts it, says its process, and goes on. */
const run = `
	const { startWatchedPostgres } = await import(${support});
	const [dataFolder] = process.argv.slice(1);
	const server = await startWatchedPostgres({ dataFolder, password: 'test', durable: false });
	console.log(server.pid);
	process.once('SIGTERM', () => server.stop().then(() => process.exit()));
	setInterval(() => {}, 1_000);`;

test.each(['SIGKILL', 'SIGTERM'] as const)('tests that end by %s leave no PostgreSQL behind', async (signal) => {
	const dataFolder = makeOpenFolder();
	const tests = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '-e', run, dataFolder], {
		env: essentialEnvironment(),
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let said = '';
	tests.stdout.setEncoding('utf8').on('data', (text) => (said += text));
	await until(() => said.includes('\n') || tests.exitCode !== null);
	const postmaster = Number(said);
	expect(isRunning(postmaster)).toBe(true);
	tests.kill(signal);
	await until(() => !isRunning(postmaster));
	// the folder goes with a run that can no longer remove it by itself
	if (signal === 'SIGKILL') await until(() => !fs.existsSync(dataFolder));
	else fs.rmSync(dataFolder, { recursive: true });
});
