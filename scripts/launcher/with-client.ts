import pg from 'pg';

/** Runs queries on a connection of their own, which is closed afterwards. */
export async function withClient<Result>(
	databaseUrl: string,
	run: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
	const client = new pg.Client({ connectionString: databaseUrl });
	// a cut is told by the query that meets it; without a listener it would end the process
	client.on('error', () => {});
	await client.connect();
	try {
		return await run(client);
	} finally {
		await client.end().catch(() => {});
	}
}
