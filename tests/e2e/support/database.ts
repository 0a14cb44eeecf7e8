import { withClient } from '../../../scripts/launcher/with-client.ts';
import { sql } from '../../support/sql.ts';

/** Runs one statement on the database of the app under test, past the app; returns its rows. */
export function onDatabase<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
	const { E2E_DATABASE_URL } = process.env;
	if (!E2E_DATABASE_URL) throw new Error('No app is being tested.');
	return sql(E2E_DATABASE_URL, text, values);
}

/** Does something while every reader of a table has to wait. */
export function withLockedTable(table: string, use: () => Promise<void>): Promise<void> {
	return withClient(process.env.E2E_DATABASE_URL ?? '', async (client) => {
		await client.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
		await use();
	});
}
