import { appEnvironment } from './launcher/app.ts';
import { runInForeground } from './launcher/child.ts';
import { CHECKOUT, type Config, readConfig } from './launcher/config.ts';
import { checkDataFolder, hasLockFile, readRun, tryLockDataFolder } from './launcher/data-folder.ts';
import { type Installation, openInstallation } from './launcher/installation.ts';
import { APP_SCRIPT } from './launcher/launch.ts';
import { Refusal } from './launcher/refusal.ts';
import { ensureSecrets } from './launcher/secrets.ts';
import { runUntilStopped, type Stopping } from './launcher/stopping.ts';

// npm run reset-password -- EMAIL: prints a link for who forgot the password, whether MiniCRM runs or not.
await runUntilStopped(async (stopping) => {
	const [email, ...rest] = process.argv.slice(2);
	if (!email || rest.length > 0) throw new Refusal('Say whose password: npm run reset-password -- name@example.com.');
	const config = readConfig(process.env);
	const installation = await findInstallation(config, stopping);
	const script = `${CHECKOUT}/scripts/reset-password-link.ts`;
	return runInForeground(
		process.execPath,
		[...APP_SCRIPT, script, email],
		appEnvironment(config, installation),
		stopping,
	);
});

/** The running installation, or else one that is opened for the time of this command. */
async function findInstallation(config: Config, stopping: Stopping): Promise<Installation> {
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
		return openInstallation(config, { stopping, say: () => {}, serves: false });
	}
	const run = readRun(dataFolder);
	if (!run) throw new Refusal('MiniCRM is starting or stopping at this moment: try again in a few seconds.');
	// The address of the running one goes into the link, whatever the settings of this terminal are.
	config.appUrl = run.url;
	return {
		databaseUrl: run.databaseUrl,
		authSecret: ensureSecrets(dataFolder).authSecret,
		databaseEnded: new Promise(() => {}),
	};
}
