import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** The migrated database that every test file gets a copy of. Nothing may stay connected to it. */
export const TEMPLATE_DATABASE = 'minicrm_template';

export interface TestDatabase {
	url: string;
	/** Connections as the database's owner, for setting up and for looking past the app. */
	pool: pg.Pool;
	drop(): Promise<void>;
}

export interface TestDatabaseOptions {
	/** The database to copy; 'template0' is an empty one. */
	template?: string;
	encoding?: string;
}

/** Makes a database of one's own on the test server, by default a copy of the migrated one. */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
	const { template = TEMPLATE_DATABASE, encoding = 'UTF8' } = options;
	const name = `test_${randomUUID().replaceAll('-', '')}`;
	const locale = encoding === 'UTF8' ? '' : "LOCALE_PROVIDER libc LOCALE 'C'";
	await onServer(`CREATE DATABASE ${name} TEMPLATE ${template} ENCODING '${encoding}' ${locale}`);
	const url = new URL(inject('postgresUrl'));
	url.pathname = `/${name}`;
	const pool = new pg.Pool({ connectionString: url.href, max: 5 });
	// Dropping the database cuts idle connections off.
	pool.on('error', () => {});
	return {
		url: url.href,
		pool,
		drop: async () => {
			await pool.end();
			await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
		},
	};
}

async function onServer(statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: inject('postgresUrl') });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
