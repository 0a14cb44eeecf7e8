import pg from 'pg';
import { withClient } from '../../../scripts/launcher/with-client.ts';

/** The connections of a worker, which ends with them: a new one for each statement takes longer than the statement. */
let pool: pg.Pool | undefined;

function connect(): pg.Pool {
	const { E2E_DATABASE_URL: connectionString } = process.env;
	if (!connectionString) throw new Error('No app is being tested.');
	const made = new pg.Pool({ connectionString, max: 2, idleTimeoutMillis: 0, allowExitOnIdle: true });
	// one that is idle is cut off where the database stops
	made.on('error', () => {});
	return made;
}

/** Runs one statement on the database of the app under test, past the app; returns its rows. */
export async function onDatabase<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
	pool ??= connect();
	return (await pool.query<Row>(text, values)).rows;
}

/** Does something while every reader of a table has to wait. */
export function withLockedTable(table: string, use: () => Promise<void>): Promise<void> {
	return withClient(process.env.E2E_DATABASE_URL ?? '', async (client) => {
		await client.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
		await use();
	});
}
