import { withClient } from './with-client.ts';

/** A line for each import that was being run when the server was stopped, and of which nothing was kept. */
export async function describeInterruptedImports(databaseUrl: string): Promise<string[]> {
	return withClient(databaseUrl, async (client) => {
		// whoever works on one holds its lock: another server of this database, perhaps
		const { rows } = await client.query<{ name: string }>(
			`SELECT file_name AS name FROM data_import
			WHERE status = 'running' AND pg_try_advisory_lock(hashtextextended('import ' || id, 0)) ORDER BY id`,
		);
		return rows.map(
			({ name }) =>
				`The import of "${name}" was stopped with the server: nothing of it was imported. The page Import starts it again.`,
		);
	});
}
