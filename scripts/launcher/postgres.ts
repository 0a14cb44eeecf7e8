import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { ended } from './child.ts';
import { describeFullDisk, FIRST_START, refuseFullDisk, START } from './full-disk.ts';
import { preparePostgresBinaries } from './postgres-binaries.ts';
import { createCluster, lastLines, POSTGRES_ENV, POSTGRES_ROLE } from './postgres-cluster.ts';
import { clearOrphan } from './postgres-orphan.ts';
import { findPostgresPlace, type PostgresPlace } from './postgres-place.ts';
import { makeSocketFolder } from './postgres-user.ts';
import { giveToFolderOwner } from './private-file.ts';
import { errorCode, Refusal } from './refusal.ts';

export interface PostgresOptions {
	/** Exists, and is locked by the caller. */
	dataFolder: string;
	password: string;
	say: (line: string) => void;
	/** False for tests, which may lose everything in a power cut and are quicker for it. */
	durable?: boolean;
	signal?: AbortSignal;
	/** Told as soon as the server's process exists, so that a stop in the middle of the start finds it. */
	onSpawn?: (stop: () => Promise<void>) => void;
}

export interface PostgresServer {
	pid: number;
	/** The connection URL of a database on this server, by its private socket. */
	url(database: string): string;
	/** Resolves with a description of the end, once the server has ended for whatever reason. */
	ended: Promise<string>;
	stop(): Promise<void>;
}

/** The name of MiniCRM's database on the embedded server. */
export const EMBEDDED_DATABASE = 'minicrm';

const LOG_LIMIT = 1_000_000;

/** Starts the embedded server of a data folder, creating its database on the first start and clearing away an orphan. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
	const { say, signal, durable = true } = options;
	const place = findPostgresPlace(options.dataFolder, say);
	const isFirst = !fs.existsSync(place.database);
	refuseFullDisk(place.home, isFirst ? FIRST_START : START, 'Starting the database');
	const binaries = preparePostgresBinaries(place.user, say);
	if (isFirst) {
		say('Creating the database …');
		await createCluster(place, { binaries, password: options.password, durable, signal });
	}
	const server = await startServer(place, binaries, options);
	return { ...server, stop: () => server.stop().finally(() => place.lock?.release()) };
}

/** Starts the server of a database that is there, clearing away an orphan. */
export async function startServer(
	place: PostgresPlace,
	binaries: string,
	options: PostgresOptions,
): Promise<PostgresServer> {
	for (let attempt = 1; ; attempt++) {
		await clearOrphan(place, binaries, options.signal);
		const server = spawnServer(place, binaries, options);
		options.onSpawn?.(server.stop);
		if (await isReady(place, server, options.signal)) return server;
		await server.stop();
		// The last workers of a killed server need a moment to notice and leave.
		if (attempt === 4)
			throw new Refusal(
				describeFullDisk([place.home, options.dataFolder]) ??
					`PostgreSQL does not start: ${lastLines(fs.readFileSync(place.logFile, 'utf8'), 4)}`,
			);
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
}

/** Creates a database where it is missing. Refuses when the server does not know our password. */
export async function ensureDatabase(server: PostgresServer, name: string): Promise<void> {
	const client = new pg.Client({ connectionString: server.url('postgres') });
	try {
		await client.connect();
		const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
		if (rowCount === 0)
			await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE template0 ENCODING 'UTF8'`);
	} catch (error) {
		if (errorCode(error) !== '28P01') throw error;
		throw new Refusal(
			'The embedded database does not accept the password in secrets.json: restore that file from a backup of the data folder.',
		);
	} finally {
		await client.end();
	}
}

function spawnServer(place: PostgresPlace, binaries: string, options: PostgresOptions): PostgresServer {
	options.signal?.throwIfAborted();
	const socketFolder = makeSocketFolder(place.user, os.tmpdir());
	const log = openLog(place.logFile);
	const child = spawn(
		path.join(binaries, 'bin', 'postgres'),
		serverArguments(place.database, socketFolder, options.durable ?? true),
		{
			...place.user,
			cwd: '/',
			env: POSTGRES_ENV,
			// A Ctrl-C in the terminal must not reach it: the app is stopped first.
			detached: true,
			stdio: ['ignore', log, log],
		},
	);
	fs.closeSync(log);
	const end = ended(child);
	let stopping: Promise<void> | undefined;
	return {
		pid: child.pid ?? 0,
		url: (database) =>
			`postgresql://${POSTGRES_ROLE}:${options.password}@localhost:5432/${database}?host=${encodeURIComponent(socketFolder)}`,
		ended: end,
		stop: () => {
			stopping ??= shutDown(child, end).then(() => fs.rmSync(socketFolder, { recursive: true, force: true }));
			return stopping;
		},
	};
}

/** An eighth of the machine's memory, from PostgreSQL's own default to 1 GB; it is taken as the data grows. */
function sharedBuffers(): number {
	return Math.round(Math.min(Math.max(os.totalmem() / 2 ** 20 / 8, 128), 1024));
}

function serverArguments(database: string, socketFolder: string, durable: boolean): string[] {
	const settings = {
		listen_addresses: '',
		max_connections: '40',
		shared_buffers: `${sharedBuffers()}MB`,
		...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
	};
	return [
		'-D',
		database,
		'-k',
		socketFolder,
		'-p',
		'5432',
		...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
	];
}

/** Fast shutdown, then an immediate one, then force. */
async function shutDown(child: ChildProcess, end: Promise<string>): Promise<void> {
	const timers = (['SIGINT', 'SIGQUIT', 'SIGKILL'] as const).map((signal, step) =>
		setTimeout(() => child.exitCode === null && child.signalCode === null && child.kill(signal), step * 15_000),
	);
	await end;
	for (const timer of timers) clearTimeout(timer);
}

/** Waits until the server accepts connections; false when it ended instead. Recovery after a kill may take its time. */
async function isReady(place: PostgresPlace, server: PostgresServer, signal?: AbortSignal): Promise<boolean> {
	let gone = false;
	void server.ended.then(() => (gone = true));
	while (!gone) {
		signal?.throwIfAborted();
		const lines = readLines(path.join(place.database, 'postmaster.pid'));
		// A pid file of an earlier run may still say "ready".
		if (Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready') return true;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	return false;
}

function readLines(file: string): string[] {
	try {
		return fs.readFileSync(file, 'utf8').split('\n');
	} catch {
		return [];
	}
}

/** The server's log, started again (the last one kept beside it) when it has grown large. */
function openLog(file: string): number {
	const size = fs.statSync(file, { throwIfNoEntry: false })?.size;
	if (size !== undefined && size > LOG_LIMIT) fs.renameSync(file, `${file}.1`);
	const log = fs.openSync(file, 'a', 0o600);
	if (size === undefined || size > LOG_LIMIT) giveToFolderOwner(file);
	return log;
}
