import pg from 'pg';
import { connectionConfig } from '../../src/lib/operations/db-connection.ts';

/** Runs queries on a connection of their own, which is closed afterwards. */
export async function withClient<Result>(
	databaseUrl: string,
	run: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
	const connection = connectionConfig(databaseUrl, { withOptions: false });
	const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 });
	// a cut is told by the query that meets it, or kept for the next one; without a listener it would end the process
	let cut: Error | undefined;
	client.on('error', (error) => {
		cut ??= error;
	});
	await client.connect();
	try {
		return await run(client);
	} catch (error) {
		// the driver says of a query after the cut only that there is no connection any more, not why
		throw cut && /not queryable/.test(String(error)) ? cut : error;
	} finally {
		await client.end().catch(() => {});
	}
}
