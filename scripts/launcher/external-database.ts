import pg from 'pg';
import { connectionConfig } from '../../src/lib/operations/db-connection.ts';
import { checkMigrations } from './migrate.ts';
import { errorCode, Refusal } from './refusal.ts';
import type { Stopping } from './stopping.ts';

const OLDEST_VERSION = 15;

/**
 * Refuses a database of the user's own that cannot be reached within so many seconds or cannot hold the CRM; changes
 * nothing. Returns whether its connections take options.
 */
export async function checkExternalDatabase(
	databaseUrl: string,
	wait: number,
	{ say, stopping }: { say: (line: string) => void; stopping: Stopping },
): Promise<{ takesOptions: boolean }> {
	const client = await connectWithin(databaseUrl, wait, { say, signal: stopping.signal });
	try {
		const { rows } = await client.query<{ version: string; encoding: string }>(
			"SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding",
		);
		if (rows[0]) checkServer(rows[0]);
		await checkMigrations(client);
	} finally {
		await client.end();
	}
	const takesOptions = await connectsWithOptions(databaseUrl);
	if (!takesOptions) say('The connections go through a pooler that takes no options: without what plans assume.');
	return { takesOptions };
}

/** Whether a connection comes about that sends the options of the app's; PgBouncer and its like refuse them. */
async function connectsWithOptions(databaseUrl: string): Promise<boolean> {
	const connection = connectionConfig(databaseUrl, { withOptions: true });
	const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 });
	client.on('error', () => {});
	try {
		await client.connect();
		return true;
	} catch (error) {
		// one that does not connect for another reason is no pooler's fault
		if (/startup parameter/.test((error as Error).message) || errorCode(error)?.startsWith('22')) return false;
		throw new Refusal(explain(error, databaseUrl));
	} finally {
		await client.end().catch(() => {});
	}
}

/** Refuses a server that is too old, by its `server_version_num`, or a database that cannot hold every language. */
export function checkServer({ version, encoding }: { version: string; encoding: string }): void {
	const major = Math.floor(Number(version) / 10_000);
	if (major < OLDEST_VERSION) {
		throw new Refusal(
			`DATABASE_URL leads to PostgreSQL ${major}, and MiniCRM needs ${OLDEST_VERSION} or newer: upgrade it, or leave DATABASE_URL out to use the embedded one.`,
		);
	}
	if (encoding !== 'UTF8') {
		throw new Refusal(
			`The database in DATABASE_URL has the encoding ${encoding}, which cannot hold every name: create one with CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8'.`,
		);
	}
}

/** What a server says, or nobody, while it is still starting. */
const NOT_YET = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN', '57P03'];

async function connectWithin(
	databaseUrl: string,
	wait: number,
	{ say, signal }: { say: (line: string) => void; signal: AbortSignal },
): Promise<pg.Client> {
	const deadline = Date.now() + wait * 1000;
	for (let tries = 0; ; tries++) {
		try {
			const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
			await client.connect();
			return client;
		} catch (error) {
			const code = errorCode(error);
			if (Date.now() >= deadline || (code && !NOT_YET.includes(code))) throw new Refusal(explain(error, databaseUrl));
			if (tries === 0) say('Waiting for the database …');
			await new Promise((resolve) => setTimeout(resolve, 500));
			signal.throwIfAborted();
		}
	}
}

/** Names the place, never the password. */
function explain(error: unknown, databaseUrl: string): string {
	const url = new URL(databaseUrl);
	const place = url.searchParams.get('host') || url.host || 'localhost';
	const code = errorCode(error);
	if (code === '28P01' || code === '28000')
		return `The database server at ${place} refuses the user or password in DATABASE_URL: correct them.`;
	if (code === '3D000')
		return `The database ${decodeURIComponent(url.pathname.slice(1))} in DATABASE_URL does not exist on ${place}: create it with the encoding UTF8.`;
	const reason = code ?? (error as Error).message;
	return `The database server at ${place} cannot be reached (${reason}): check DATABASE_URL, and that the server runs.`;
}
