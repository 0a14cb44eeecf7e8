import pg from 'pg';
import { connectionConfig } from '../../src/lib/db-connection.ts';

/** Runs queries on a connection of their own, which is closed afterwards. */
export async function withClient<Result>(
	databaseUrl: string,
	run: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
	const connection = connectionConfig(databaseUrl, { withOptions: false });
	const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 });
	// a cut is told by the query that meets it; without a listener it would end the process
	client.on('error', () => {});
	await client.connect();
	try {
		return await run(client);
	} finally {
		await client.end().catch(() => {});
	}
}
