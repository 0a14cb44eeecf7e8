import type { Config } from './config.ts';
import { checkDataFolder, hasLockFile, readRun, tryLockDataFolder } from './data-folder.ts';
import { type Installation, openInstallation } from './installation.ts';
import { Refusal } from './refusal.ts';
import { ensureSecrets } from './secrets.ts';
import type { Stopping } from './stopping.ts';

export interface FoundInstallation extends Installation {
	/** The address of the MiniCRM that is running on it, if one is. */
	runsAt: string | undefined;
}

/** The running installation, or else one that is opened for the time of a command. Refuses where there is none yet. */
export async function findInstallation(config: Config, stopping: Stopping): Promise<FoundInstallation> {
	const { dataFolder } = config;
	checkDataFolder(dataFolder);
	if (!hasLockFile(dataFolder)) {
		throw new Refusal(
			`There is no MiniCRM in ${dataFolder} yet: start it with npm start, or set MINICRM_DATA_DIR to its data folder.`,
		);
	}
	const lock = tryLockDataFolder(dataFolder);
	if (lock) {
		lock.release();
		return { ...(await openInstallation(config, { stopping, say: () => {}, serves: false })), runsAt: undefined };
	}
	const run = readRun(dataFolder);
	if (!run) throw new Refusal('MiniCRM is starting or stopping at this moment: try again in a few seconds.');
	return {
		databaseUrl: run.databaseUrl,
		authSecret: config.authSecret ?? ensureSecrets(dataFolder).authSecret,
		takesOptions: false,
		databaseEnded: new Promise(() => {}),
		runsAt: run.url,
	};
}
