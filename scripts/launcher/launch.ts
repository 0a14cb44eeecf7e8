import { captureSpeech, logsJson } from '../../src/lib/operations/log.ts';
import { backUpBefore } from '../backup/make-backup.ts';
import { type App, appEnvironment, describeAddresses, diskFolders } from './app.ts';
import { runInForeground } from './child.ts';
import { CHECKOUT, type Config, readConfig } from './config.ts';
import { forgetHistory } from './forget-history.ts';
import { describeFullDisk, refuseFullDiskForMigration } from './full-disk.ts';
import { announce, openInstallation } from './installation.ts';
import { describeInterruptedImports } from './interrupted-imports.ts';
import { noteData, refuseUnexpectedlyEmpty } from './known-database.ts';
import { applyMigrations } from './migrate.ts';
import { removeOldUploads } from './old-uploads.ts';
import { embeddedHome } from './postgres-place.ts';
import { Refusal } from './refusal.ts';
import { shrinkLog } from './shrink-log.ts';
import { hasAccount, makeSignUpCode } from './sign-up-code.ts';
import type { Stopping } from './stopping.ts';

export interface LaunchOptions {
	args: string[];
	stopping: Stopping;
	/** What happens between the database and the app: the build, where there is one. */
	prepare?: (say: (line: string) => void) => Promise<void>;
	serve: (config: Config, env: NodeJS.ProcessEnv, stopping: Stopping) => Promise<App>;
}

/** Arguments that let a script of ours import the app's own modules. */
export const APP_SCRIPT = [
	'--disable-warning=ExperimentalWarning',
	'--import',
	new URL('../app-modules.mjs', import.meta.url).href,
];

/** Runs MiniCRM until the app or its database ends by itself; returns the exit code for that. */
export async function launch({ args, stopping, prepare, serve }: LaunchOptions): Promise<number> {
	if (logsJson) captureSpeech();
	const wantsDemo = readArguments(args);
	const config = readConfig(process.env);
	const installation = await openInstallation(config, { stopping, say, serves: true });
	const { databaseUrl } = installation;
	await refuseUnexpectedlyEmpty(config.dataFolder, databaseUrl);
	await applyMigrations(databaseUrl, {
		say,
		before: async ([first = '']) => {
			if (!config.databaseUrl) await refuseFullDiskForMigration(embeddedHome(config.dataFolder), databaseUrl);
			if (!config.backsUpFirst) return;
			say('Backing up before the database is changed …');
			say(await backUpBefore(config, databaseUrl, first));
		},
	});
	for (const line of await describeInterruptedImports(databaseUrl)) say(line);
	await removeOldUploads(config.dataFolder, databaseUrl, stopping);
	await prepare?.(say);

	const signUpCode = makeSignUpCode(config);
	const env = appEnvironment(config, installation, signUpCode);
	if (wantsDemo) await createDemo(config, env, stopping);
	say('Starting the app …');
	const app = await serve(config, env, stopping);
	announce(config, installation, app.pid, stopping);
	const isUsed = await hasAccount(databaseUrl);
	rememberData(config, databaseUrl, isUsed, stopping);
	const needsCode = signUpCode !== undefined && !isUsed;
	const code = needsCode ? [`The first account needs this code: ${signUpCode}`] : [];
	say([...describeAddresses(config), ...code].join('\n'));
	// one after the other, as both go through the log
	const caring = shrinkLog(databaseUrl, stopping).then(() => forgetHistory(databaseUrl, stopping));
	stopping.defer(() => caring);

	const end = await Promise.race([
		app.ended.then((how) => `The app ended by itself (${how})`),
		installation.databaseEnded.then((how) => `The database ended by itself (${how})`),
		stopping.asked,
	]);
	if (end) console.error(`${end}: MiniCRM stops; start it again, nothing that was saved is lost.`);
	return 1;
}

/** Notes that there is data as soon as somebody has an account: now, or a while after the sign-up. */
function rememberData({ dataFolder }: Config, databaseUrl: string, isUsed: boolean, stopping: Stopping): void {
	if (isUsed) noteData(dataFolder);
	if (isUsed) return;
	const look = async () => {
		// a database that does not answer now is asked again
		if (!(await hasAccount(databaseUrl).catch(() => false))) return;
		noteData(dataFolder);
		clearInterval(timer);
	};
	const timer = setInterval(look, 60_000);
	stopping.defer(async () => {
		clearInterval(timer);
		await look();
	});
}

function say(line: string): void {
	console.log(line);
}

function readArguments(args: string[]): boolean {
	const unknown = args.find((arg) => arg !== '--demo');
	if (unknown) throw new Refusal(`There is no option "${unknown}": the only one is --demo, as in npm start -- --demo.`);
	return args.includes('--demo');
}

async function createDemo(config: Config, env: NodeJS.ProcessEnv, stopping: Stopping): Promise<void> {
	const code = await runInForeground(
		process.execPath,
		[...APP_SCRIPT, `${CHECKOUT}/src/demo-account.ts`],
		env,
		stopping,
	);
	if (code !== 0)
		throw new Refusal(
			describeFullDisk(diskFolders(config)) ?? 'The demo account could not be created: the lines above say why.',
		);
}
