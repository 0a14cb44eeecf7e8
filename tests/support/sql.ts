import { withClient } from '../../scripts/launcher/with-client.ts';

/** Runs one statement on a connection of its own; returns its rows. */
export async function sql<Row extends object>(
	databaseUrl: string,
	text: string,
	values: unknown[] = [],
): Promise<Row[]> {
	const { rows } = await withClient(databaseUrl, (client) => client.query<Row>(text, values));
	return rows;
}
