import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { logsJson } from '../../src/lib/operations/log.ts';
import { lastBackupFile } from '../backup/last-backup.ts';
import { backupFolder } from '../backup/make-backup.ts';
import { isAnyAddress, networkAddresses, originOf } from './addresses.ts';
import { STANDALONE } from './build.ts';
import { ended, stopChild } from './child.ts';
import { CHECKOUT, type Config } from './config.ts';
import { describeFullDisk } from './full-disk.ts';
import type { Installation } from './installation.ts';
import { uploadsFolder } from './old-uploads.ts';
import { embeddedHome } from './postgres-place.ts';
import { Refusal } from './refusal.ts';
import type { Stopping } from './stopping.ts';

const PRELOAD = new URL('app-preload.mjs', import.meta.url).href;
/** Not for development, which logs by itself and starts helpers by whatever Node is installed. */
const LOG_PRELOAD = new URL('log-preload.mjs', import.meta.url).href;

export interface App {
	pid: number | undefined;
	/** Resolves with a description of the end, once the app has ended for whatever reason. */
	ended: Promise<string>;
}

/** The environment of the app, and of the scripts that use the app's modules. */
export function appEnvironment(config: Config, installation: Installation, signUpCode?: string): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(([name]) => config.databaseUrl || !name.startsWith('PG'));
	return {
		...Object.fromEntries(inherited),
		NODE_ENV: 'production',
		NEXT_TELEMETRY_DISABLED: '1',
		MINICRM_LAUNCHER: String(process.pid),
		DATABASE_URL: installation.databaseUrl,
		DATABASE_OPTIONS: installation.takesOptions ? 'on' : 'off',
		AUTH_SECRET: installation.authSecret,
		APP_URL: config.appUrl,
		APP_ORIGINS: config.appOrigins.join(','),
		SIGN_UP: config.signUp,
		SIGN_UP_CODE: signUpCode,
		LAST_BACKUP_FILE: lastBackupFile(config.dataFolder),
		BACKUP_FOLDER: backupFolder(config),
		DISK_FOLDERS: JSON.stringify(diskFolders(config)),
		DATABASE_FOLDER: config.databaseUrl ? '' : embeddedHome(config.dataFolder),
		UPLOADS_FOLDER: uploadsFolder(config.dataFolder),
		TRUSTED_PROXIES: String(config.trustedProxies),
		HOSTNAME: config.host,
		PORT: String(config.port),
		LOG_FORMAT: logsJson ? 'json' : 'text',
	};
}

/** The folders that MiniCRM writes to. */
export function diskFolders(config: Config): string[] {
	const { databaseUrl, dataFolder } = config;
	return [...(databaseUrl ? [] : [embeddedHome(dataFolder)]), dataFolder, backupFolder(config)];
}

/**
 * Enough for the largest import, and for the code of every page with room to spare. A smaller limit makes V8 collect all the
 * time, and none makes it collect late and take twice the memory (docs/performance.md).
 */
const HEAP = ['--max-old-space-size=384', '--max-semi-space-size=32'];

/** Serves the built app; resolves when it answers. It is stopped with the program. */
export async function serveApp(config: Config, env: NodeJS.ProcessEnv, stopping: Stopping): Promise<App> {
	const heap = env.NODE_OPTIONS?.includes('--max-old-space-size') ? [] : HEAP;
	const node = [...heap, '--import', PRELOAD, '--import', LOG_PRELOAD, path.join(STANDALONE, 'server.js')];
	const child = spawn(process.execPath, node, {
		cwd: STANDALONE,
		env,
		detached: true,
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
	});
	return watch(child, config, stopping);
}

/** Serves the app from its sources with hot reload; resolves when it answers. It is stopped with the program. */
export async function serveSources(config: Config, env: NodeJS.ProcessEnv, stopping: Stopping): Promise<App> {
	const next = path.join(CHECKOUT, 'node_modules/next/dist/bin/next');
	const child = spawn(process.execPath, [next, 'dev', '--hostname', config.host, '--port', String(config.port)], {
		cwd: CHECKOUT,
		// Next.js serves from a process of its own, which takes its options from here.
		env: { ...env, NODE_ENV: 'development', NODE_OPTIONS: `${env.NODE_OPTIONS ?? ''} --import=${PRELOAD}`.trim() },
		detached: true,
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
	});
	return watch(child, config, stopping);
}

/** What to tell the user once the app answers: its address, and those of the network when it listens there. */
export function describeAddresses({ appUrl, host, port }: Config): string[] {
	const network = isAnyAddress(host)
		? networkAddresses(host).map((address) => `  in your network: ${originOf(address, port)}`)
		: [];
	return [`MiniCRM runs at ${appUrl}`, ...network];
}

async function watch(child: ChildProcess, config: Config, stopping: Stopping): Promise<App> {
	const app = { pid: child.pid, ended: ended(child) };
	stopping.defer(() => stopChild(child, 5_000));
	const address = { '0.0.0.0': '127.0.0.1', '::': '::1' }[config.host] ?? config.host;
	const how = await Promise.race([app.ended, serves(originOf(address, config.port), stopping.signal)]);
	if (how !== undefined)
		throw new Refusal(
			describeFullDisk(diskFolders(config)) ?? `The app ended before it answered (${how}): the lines above say why.`,
		);
	return app;
}

/** For how long, in milliseconds, an app that answers may fail before its start has failed. */
const FAILING = 60_000;

/** Resolves once the database answers the app, and a page comes whole. Refuses where the app answers with nothing but errors. */
async function serves(origin: string, signal: AbortSignal): Promise<undefined> {
	let firstAnswer: number | undefined;
	for (;;) {
		signal.throwIfAborted();
		// the page first: it loads what all answers need
		const page = await statusOf(`${origin}/login`, signal);
		const database = page && (await statusOf(`${origin}/api/health/ready`, signal));
		if (page === 200 && database === 200) return undefined;
		if (page !== undefined) firstAnswer ??= Date.now();
		if (firstAnswer !== undefined && Date.now() - firstAnswer > FAILING)
			throw new Refusal(
				`The app runs, but ${page === 200 ? 'the database does not answer it' : `its pages fail (${page ?? 'no answer'})`}: the lines above say why.`,
			);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

async function statusOf(url: string, signal: AbortSignal): Promise<number | undefined> {
	try {
		const response = await fetch(url, {
			redirect: 'manual',
			signal: AbortSignal.any([signal, AbortSignal.timeout(60_000)]),
		});
		await response.body?.cancel();
		return response.status;
	} catch {
		return undefined;
	}
}
