import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { runToEnd } from './child.ts';
import { POSTGRES_ENV } from './postgres-cluster.ts';
import type { PostgresPlace } from './postgres-place.ts';
import { Refusal } from './refusal.ts';

/**
 * Clears away what a killed launcher left: a server that still runs, its pid file, its socket folder. Only for who holds
 * the data folder's lock, as otherwise the server may be in use.
 */
export async function clearOrphan(place: PostgresPlace, binaries: string, signal?: AbortSignal): Promise<void> {
	const pidFile = path.join(place.database, 'postmaster.pid');
	const pid = readPid(pidFile);
	if (pid !== undefined) {
		if (isServerOf(place.database, pid)) await stopOrphan(place, binaries, pid, signal);
		// PostgreSQL itself would take a stranger that now has the pid for its own server, and refuse.
		fs.rmSync(pidFile, { force: true });
	}
	removeSocketFolder(path.join(place.database, 'postmaster.opts'));
}

async function stopOrphan(place: PostgresPlace, binaries: string, pid: number, signal?: AbortSignal): Promise<void> {
	for (const mode of ['fast', 'immediate']) {
		await runToEnd(path.join(binaries, 'bin', 'pg_ctl'), ['stop', '-D', place.database, '-m', mode, '-w', '-t', '20'], {
			...place.user,
			cwd: '/',
			env: POSTGRES_ENV,
			signal,
		});
		if (!isServerOf(place.database, pid)) return;
	}
	throw new Refusal(
		`A PostgreSQL left by an earlier run (pid ${pid}) does not stop: end it with kill -9 ${pid}, then start again.`,
	);
}

function readPid(pidFile: string): number | undefined {
	try {
		const pid = Number.parseInt(fs.readFileSync(pidFile, 'utf8'), 10);
		return pid > 1 ? pid : undefined;
	} catch {
		return undefined;
	}
}

/** True for a living server of this database; false for a zombie, and for a stranger that was given an old pid. */
function isServerOf(database: string, pid: number): boolean {
	if (process.platform === 'linux') {
		const stat = readText(`/proc/${pid}/stat`);
		const state = stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
		if (stat === '' || state === 'Z' || state === 'X') return false;
		return readText(`/proc/${pid}/cmdline`).split('\0').includes(database);
	}
	const { stdout } = spawnSync('ps', ['-o', 'stat=,args=', '-p', String(pid)], { encoding: 'utf8' });
	return stdout.includes(database) && !stdout.startsWith('Z');
}

function readText(file: string): string {
	try {
		return fs.readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}

/** The options of the last run name its socket folder, however that run ended. */
function removeSocketFolder(optionsFile: string): void {
	const folder = /"([^"]*\/minicrm-pg-\w{6})"/.exec(readText(optionsFile))?.[1];
	if (folder) fs.rmSync(folder, { recursive: true, force: true });
}
