import fs from 'node:fs';
import path from 'node:path';
import { isDiskFull } from '../../src/lib/operations/disk-space.ts';
import { noteBackup } from '../backup/last-backup.ts';
import { backupFolder, makeBackup } from '../backup/make-backup.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { removeOutdated } from '../backup/retention.ts';
import type { Config } from './config.ts';
import { nextDatabase, readyDatabase, swapDatabases } from './database-swap.ts';
import { fetchPostgres } from './fetch-postgres.ts';
import { describeFullDisk, refuseFullDisk, START } from './full-disk.ts';
import { isEmpty } from './known-database.ts';
import { MIGRATIONS_FOLDER } from './migrate.ts';
import { readMigrations } from './migration-files.ts';
import { EMBEDDED_DATABASE, ensureDatabase, type PostgresOptions, startServer } from './postgres.ts';
import { installedVersion, majorOf, preparePostgresBinaries, sharedCopy } from './postgres-binaries.ts';
import { createCluster } from './postgres-cluster.ts';
import { clearOrphan } from './postgres-orphan.ts';
import { databaseMajor, embeddedHome, findPostgresPlace, type PostgresPlace } from './postgres-place.ts';
import { packageThatRan } from './postgres-record.ts';
import { Refusal } from './refusal.ts';

/** What the programs of a PostgreSQL take, in bytes. */
const PROGRAMS = 100_000_000;

/** A move from one major version to another. */
interface Move {
	config: Config;
	options: PostgresOptions;
	place: PostgresPlace;
	from: string;
	to: string;
}

/**
 * Refuses an embedded database of another major version than the PostgreSQL at hand, unless it is an older one that may be
 * moved and it is known what ran it. Changes nothing.
 */
export function checkPostgresVersion(dataFolder: string, mayMove: boolean): void {
	const found = databaseMajor(dataFolder);
	if (found === undefined) return;
	const home = embeddedHome(dataFolder);
	const ours = majorOf(installedVersion());
	if (Number(found) > Number(ours))
		throw new Refusal(
			`The database in ${home} was made by a newer version of MiniCRM (with PostgreSQL ${found}, and this one has ${ours}): start that version, or choose another folder with MINICRM_DATA_DIR.`,
		);
	if (found === ours) return;
	if (!mayMove)
		throw new Refusal(
			`The database in ${home} is one of PostgreSQL ${found}, and this version of MiniCRM has ${ours}: run npm start once, which moves it.`,
		);
	if (!packageThatRan(dataFolder, found))
		throw new Refusal(
			`The database in ${home} was made with PostgreSQL ${found}, and pg-version.json does not say by which package: back up with the version of MiniCRM that made it, then restore with this one into a new folder, by MINICRM_DATA_DIR=FOLDER npm run restore -- FILE.`,
		);
}

/**
 * Moves the database of a data folder to the major version of the PostgreSQL at hand, by a backup with the old programs and a
 * restore with the new ones. The old database stays in its place until the new one is whole, and beside it afterwards.
 */
export async function moveToInstalledMajor(config: Config, options: PostgresOptions): Promise<void> {
	const { dataFolder, say } = options;
	const from = databaseMajor(dataFolder);
	if (from === undefined) return;
	const to = majorOf(installedVersion());
	if (from === to) return;
	say(`Moving the database from PostgreSQL ${from} to ${to} …`);
	const place = findPostgresPlace(dataFolder, say);
	try {
		await move({ config, options, place, from, to });
	} finally {
		place.lock?.release();
	}
}

async function move(details: Move): Promise<void> {
	const { config, options, place, from, to } = details;
	const { dataFolder, say, signal } = options;
	const old = packageThatRan(dataFolder, from);
	// said more fully before anything was touched
	if (!old) throw new Refusal(`Nothing says which package ran the database in ${place.home}.`);
	const binaries = preparePostgresBinaries(place.user, say);
	await clearAway(place, binaries, signal);
	const needed = START + PROGRAMS + folderSize(place.database) * 1.5;
	refuseFullDisk(place.home, needed, `Moving the database to PostgreSQL ${to}`);
	const copied = sharedCopy(old.version);
	const oldBinaries = fs.existsSync(copied)
		? copied
		: preparePostgresBinaries(place.user, say, await fetchPostgres(old, options));
	const rows = await carryOver(details, oldBinaries, binaries).catch(async (error) => {
		// asked before the space is free again
		const reason = isDiskFull(error) ? describeFullDisk([place.home, dataFolder]) : undefined;
		await clearAway(place, binaries);
		if (signal?.aborted) throw error;
		throw new Refusal(
			`Couldn't move the database to PostgreSQL ${to}: ${(reason ?? (error as Error).message).replace(/\.$/, '')}. Nothing was changed, and the version of MiniCRM that you had still starts.`,
			{ cause: error },
		);
	});
	const kept = swapDatabases(place.home, from, to);
	const compared = rows === undefined ? '' : `: ${rows.toLocaleString('en')} rows, compared with the backup`;
	say(`Moved the database${compared}. The old one stays in ${kept} until the next npm run backup.`);
	if (rows !== undefined) removeOutdated(backupFolder(config));
}

/** Backs up from the one server and restores into a new one, one after the other; returns how many rows that were, if any. */
async function carryOver(details: Move, oldBinaries: string, binaries: string): Promise<number | undefined> {
	const { config, options, place, from, to } = details;
	const { password, say, signal } = options;
	say(`Backing up with PostgreSQL ${from} …`);
	const backup = await withServer(details, place, oldBinaries, async (databaseUrl) => {
		// a first start that was cut off has made a database without a table
		if (await isEmpty(databaseUrl)) return undefined;
		return makeBackup(config, databaseUrl, {
			purpose: `before-postgres_${to}`,
			noTrial: `it is restored with PostgreSQL ${to} next`,
		});
	});
	if (backup) say(backup.said);
	say(`Restoring with PostgreSQL ${to} …`);
	const next = { ...place, database: nextDatabase(place.home) };
	await createCluster(next, { binaries, password, durable: true, signal });
	const restored = await withServer(details, next, binaries, async (databaseUrl) => {
		if (!backup) return undefined;
		return restoreBackup(databaseUrl, backup.file, { migrations: readMigrations(MIGRATIONS_FOLDER) });
	});
	signal?.throwIfAborted();
	if (!restored) return undefined;
	noteBackup(config.dataFolder, restored, 'restored');
	return Object.values(restored.tables).reduce((sum, table) => sum + table.rows, 0);
}

async function withServer<Result>(
	{ options }: Move,
	place: PostgresPlace,
	binaries: string,
	run: (databaseUrl: string) => Promise<Result>,
): Promise<Result> {
	const server = await startServer(place, binaries, options);
	try {
		await ensureDatabase(server, EMBEDDED_DATABASE);
		return await run(server.url(EMBEDDED_DATABASE));
	} finally {
		await server.stop();
	}
}

/** Removes what a move that was cut off has left, with the server that may still run on it. */
async function clearAway(place: PostgresPlace, binaries: string, signal?: AbortSignal): Promise<void> {
	for (const database of [nextDatabase(place.home), readyDatabase(place.home)]) {
		if (!fs.existsSync(database)) continue;
		await clearOrphan({ ...place, database }, binaries, signal);
		fs.rmSync(database, { recursive: true, force: true, maxRetries: 5 });
	}
}

function folderSize(folder: string): number {
	const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
	return entries.reduce((sum, entry) => {
		const found = entry.isFile() && fs.statSync(path.join(entry.parentPath, entry.name), { throwIfNoEntry: false });
		return sum + (found ? found.size : 0);
	}, 0);
}
