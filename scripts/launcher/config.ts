import net from 'node:net';
import path from 'node:path';
import { appOrigins, isAnyAddress, isLoopback, originOf } from './addresses.ts';
import { Refusal } from './refusal.ts';

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
	dataFolder: string;
	signUp: (typeof SIGN_UP_MODES)[number];
	/** True when others than this machine may reach the app, so that the first sign-up needs proof. */
	isExposed: boolean;
	/** How many reverse proxies in front of the app append to X-Forwarded-For. */
	trustedProxies: number;
}

/** Reads the configuration; an empty variable counts as missing. Refuses a bad value by name. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
	const port = readNumber(env, 'PORT', 3000, 1, 65_535);
	const host = readHost(env.HOST || '127.0.0.1');
	const concrete = !isLoopback(host) && !isAnyAddress(host);
	const appUrl = readAppUrl(env.APP_URL || originOf(concrete ? host : 'localhost', port));
	return {
		port,
		host,
		appUrl,
		appOrigins: appOrigins({ appUrl, host, port }),
		databaseUrl: readDatabaseUrl(env.DATABASE_URL),
		dataFolder: path.resolve(CHECKOUT, env.MINICRM_DATA_DIR || '.data'),
		signUp: readSignUp(env.SIGN_UP || 'first-user'),
		isExposed: !isLoopback(host) || !isLoopback(new URL(appUrl).hostname),
		trustedProxies: readNumber(env, 'TRUSTED_PROXIES', 0, 0, 100),
	};
}

function readNumber(env: NodeJS.ProcessEnv, name: string, preset: number, least: number, most: number): number {
	const text = env[name] || String(preset);
	const value = Number(text);
	if (/^\d+$/.test(text) && value >= least && value <= most) return value;
	throw new Refusal(`${name} is "${text}": give a whole number from ${least} to ${most}.`);
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

function readSignUp(text: string): Config['signUp'] {
	const mode = SIGN_UP_MODES.find((known) => known === text);
	if (mode) return mode;
	throw new Refusal(`SIGN_UP is "${text}": give first-user, open or closed.`);
}
