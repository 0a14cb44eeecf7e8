import type { Config } from './config.ts';
import { announceRun, checkDataFolder, createDataFolder, hasLockFile, lockDataFolder } from './data-folder.ts';
import { checkExternalDatabase } from './external-database.ts';
import { removeFetched } from './fetch-postgres.ts';
import { FIRST_START, refuseFullDisk, START } from './full-disk.ts';
import { checkPostgresVersion, moveToInstalledMajor } from './major-upgrade.ts';
import { checkPort } from './port.ts';
import { EMBEDDED_DATABASE, ensureDatabase, startPostgres } from './postgres.ts';
import { notePostgresPackage } from './postgres-record.ts';
import { ensureSecrets } from './secrets.ts';
import type { Stopping } from './stopping.ts';

/** A locked data folder with its database running. */
export interface Installation {
	databaseUrl: string;
	authSecret: string;
	/** Whether connections may send options as they begin, which some poolers refuse. */
	takesOptions: boolean;
	/** Resolves when the embedded database ends by itself; never for an external one. */
	databaseEnded: Promise<string>;
}

export interface OpenOptions {
	stopping: Stopping;
	say: (line: string) => void;
	/** Whether the app will listen, so that its port must be free. */
	serves: boolean;
}

/**
 * Locks the data folder and starts, or checks, the database. Everything that can refuse without changing anything comes
 * first: a refusal leaves no trace.
 */
export async function openInstallation(config: Config, options: OpenOptions): Promise<Installation> {
	const { dataFolder } = config;
	checkDataFolder(dataFolder);
	if (!config.databaseUrl) checkPostgresVersion(dataFolder, options.serves);
	const wasLocked = hasLockFile(dataFolder);
	if (wasLocked) lockDataFolder(dataFolder);
	if (options.serves) await checkPort(config.host, config.port);
	const { takesOptions } = config.databaseUrl
		? await checkExternalDatabase(config.databaseUrl, config.databaseWait, options)
		: { takesOptions: true };
	options.stopping.signal.throwIfAborted();
	refuseFullDisk(dataFolder, wasLocked || config.databaseUrl ? START : FIRST_START, 'Starting MiniCRM');

	createDataFolder(dataFolder);
	if (!wasLocked) lockDataFolder(dataFolder);
	const { authSecret, databasePassword } = ensureSecrets(dataFolder);
	const database = config.databaseUrl
		? { databaseUrl: config.databaseUrl, databaseEnded: new Promise<string>(() => {}) }
		: await startEmbedded(config, databasePassword, options);
	return { ...database, takesOptions, authSecret: config.authSecret ?? authSecret };
}

/** Lets maintenance commands on the same data folder find the database. Taken back when the program stops. */
export function announce(
	config: Config,
	{ databaseUrl }: Installation,
	appPid: number | undefined,
	stopping: Stopping,
) {
	stopping.defer(announceRun(config.dataFolder, { pid: process.pid, appPid, url: config.appUrl, databaseUrl }));
}

async function startEmbedded(config: Config, password: string, { stopping, say }: OpenOptions) {
	const { dataFolder } = config;
	const options = {
		dataFolder,
		password,
		say,
		signal: stopping.signal,
		onSpawn: (stop: () => Promise<void>) => stopping.defer(stop),
	};
	await moveToInstalledMajor(config, options);
	say('Starting the database …');
	const server = await startPostgres(options);
	notePostgresPackage(dataFolder);
	removeFetched(dataFolder);
	await ensureDatabase(server, EMBEDDED_DATABASE);
	return { databaseUrl: server.url(EMBEDDED_DATABASE), databaseEnded: server.ended };
}
