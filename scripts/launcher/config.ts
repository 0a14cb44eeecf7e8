import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { appOrigins, isAnyAddress, isLoopback, originOf } from './addresses.ts';
import { errorCode, Refusal } from './refusal.ts';

/** The folder of the checkout. */
export const CHECKOUT = path.resolve(import.meta.dirname, '../..');

export const SIGN_UP_MODES = ['first-user', 'open', 'closed'] as const;

export interface Config {
	port: number;
	/** The address to listen on: a name or an address, without brackets. */
	host: string;
	/** The origin that users type, as in links of mails and redirects. */
	appUrl: string;
	/** Every origin that the app accepts writes from. */
	appOrigins: string[];
	/** The user's own PostgreSQL; the embedded one when missing. */
	databaseUrl: string | undefined;
	/** For how many seconds the start waits for a PostgreSQL of the user's own that does not answer yet. */
	databaseWait: number;
	/** The key that signs the session cookies; that of the data folder when missing. */
	authSecret: string | undefined;
	dataFolder: string;
	signUp: (typeof SIGN_UP_MODES)[number];
	/** True when others than this machine may reach the app, so that the first sign-up needs proof. */
	isExposed: boolean;
	/** Where backups go, from the checkout's folder on; into the data folder when missing. */
	backupDir: string | undefined;
	/** Whether the database is backed up before a new version changes it. */
	backsUpFirst: boolean;
	/** How many reverse proxies in front of the app append to X-Forwarded-For. */
	trustedProxies: number;
}

/** Reads the configuration; an empty variable counts as missing. Refuses a bad value by name. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
	const port = readNumber(env, 'PORT', 3000, 1, 65_535);
	const host = readHost(env.HOST || '127.0.0.1');
	readLogSettings(env);
	const concrete = !isLoopback(host) && !isAnyAddress(host);
	const appUrl = readAppUrl(env.APP_URL || originOf(concrete ? host : 'localhost', port));
	return {
		port,
		host,
		appUrl,
		appOrigins: appOrigins({ appUrl, host, port }),
		databaseUrl: readDatabaseUrl(readSecret(env, 'DATABASE_URL')),
		databaseWait: readNumber(env, 'DATABASE_WAIT', 0, 0, 600),
		authSecret: readAuthSecret(readSecret(env, 'AUTH_SECRET')),
		dataFolder: path.resolve(CHECKOUT, env.MINICRM_DATA_DIR || '.data'),
		signUp: readSignUp(env.SIGN_UP || 'first-user'),
		isExposed: !isLoopback(host) || !isLoopback(new URL(appUrl).hostname),
		backupDir: env.BACKUP_DIR || undefined,
		backsUpFirst: readSwitch(env, 'BACKUP_BEFORE_MIGRATION'),
		trustedProxies: readNumber(env, 'TRUSTED_PROXIES', 0, 0, 100),
	};
}

/** A secret's value, or what stands in the file that NAME_FILE names, as container platforms hand secrets over. */
function readSecret(env: NodeJS.ProcessEnv, name: string): string | undefined {
	const file = env[`${name}_FILE`];
	if (!file) return env[name];
	if (env[name]) throw new Refusal(`Both ${name} and ${name}_FILE are set: leave one of them out.`);
	try {
		return fs.readFileSync(file, 'utf8').trim();
	} catch (error) {
		throw new Refusal(
			`${name}_FILE names ${file}, which cannot be read (${errorCode(error)}): correct the path or its mode.`,
		);
	}
}

const SHORTEST_SECRET = 32;

/** Refuses a secret that can be guessed. Its value is not repeated. */
function readAuthSecret(secret: string | undefined): string | undefined {
	if (!secret) return undefined;
	const isGuessable = /change.?me|placeholder|example|your.?secret|^(.{1,4})\1+$/i.test(secret);
	if (Buffer.byteLength(secret) >= SHORTEST_SECRET && !isGuessable) return secret;
	throw new Refusal(
		`AUTH_SECRET ${isGuessable ? 'is a placeholder' : `is shorter than ${SHORTEST_SECRET} bytes`}: make one with openssl rand -hex 32.`,
	);
}

function readNumber(env: NodeJS.ProcessEnv, name: string, preset: number, least: number, most: number): number {
	const text = env[name] || String(preset);
	const value = Number(text);
	if (/^\d+$/.test(text) && value >= least && value <= most) return value;
	throw new Refusal(`${name} is "${text}": give a whole number from ${least} to ${most}.`);
}

/** A setting that is on unless it says off. */
function readSwitch(env: NodeJS.ProcessEnv, name: string): boolean {
	const text = env[name] || 'on';
	if (text === 'on' || text === 'off') return text === 'on';
	throw new Refusal(`${name} is "${text}": give on or off.`);
}

function readHost(text: string): string {
	const host = text.replace(/^\[(.*)\]$/, '$1').toLowerCase();
	if (net.isIP(host) || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(host)) return host;
	throw new Refusal(
		`HOST is "${text}": give an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them.`,
	);
}

function readAppUrl(text: string): string {
	const url = URL.parse(text);
	const isOrigin =
		url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username;
	if (isOrigin) return url.origin;
	throw new Refusal(
		`APP_URL is "${text}": give the address that users type, without a path, such as https://crm.example.com.`,
	);
}

function readDatabaseUrl(text: string | undefined): string | undefined {
	if (!text) return undefined;
	const url = URL.parse(text);
	if (url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1) return text;
	// The value may hold a password, so it is not repeated.
	throw new Refusal(
		'DATABASE_URL is not the address of a PostgreSQL database: it looks like postgresql://user:password@host:5432/database.',
	);
}

/** Refuses what the log, which reads them by itself, would not know. */
function readLogSettings({ LOG_FORMAT, LOG_LEVEL }: NodeJS.ProcessEnv): void {
	if (LOG_FORMAT && !/^(json|text)$/.test(LOG_FORMAT))
		throw new Refusal(`LOG_FORMAT is "${LOG_FORMAT}": give json or text.`);
	if (LOG_LEVEL && !/^(debug|info|warn|error)$/.test(LOG_LEVEL))
		throw new Refusal(`LOG_LEVEL is "${LOG_LEVEL}": give debug, info, warn or error.`);
}

function readSignUp(text: string): Config['signUp'] {
	const mode = SIGN_UP_MODES.find((known) => known === text);
	if (mode) return mode;
	throw new Refusal(`SIGN_UP is "${text}": give first-user, open or closed.`);
}
