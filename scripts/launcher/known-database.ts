import fs from 'node:fs';
import path from 'node:path';
import { writeOnce } from './private-file.ts';
import { Refusal } from './refusal.ts';
import { withClient } from './with-client.ts';

/** In the data folder, once somebody's data was in its database; so that an empty one in its place is noticed. */
const markerFile = (dataFolder: string) => path.join(dataFolder, 'has-data.json');

/** Remembers that the installation's database holds data. */
export function noteData(dataFolder: string): void {
	writeOnce(markerFile(dataFolder), JSON.stringify({ since: new Date().toISOString() }));
}

/** Refuses an empty database where this installation had data: another volume or address than before, most likely. */
export async function refuseUnexpectedlyEmpty(dataFolder: string, databaseUrl: string): Promise<void> {
	// the marker first: it is written after the tables are made, perhaps by an instance that starts beside this one
	if (!fs.existsSync(markerFile(dataFolder)) || !(await isEmpty(databaseUrl))) return;
	throw new Refusal(
		`The database is empty, although this installation had data: is DATABASE_URL another one, or the volume not the one it was? Nothing was changed. To fill it from a backup, while MiniCRM is stopped: npm run restore -- FILE. To start again in it: remove ${markerFile(dataFolder)}.`,
	);
}

/** Whether a database has not even the tables of MiniCRM. */
export async function isEmpty(databaseUrl: string): Promise<boolean> {
	const { rows } = await withClient(databaseUrl, (client) =>
		client.query<{ history: string | null }>("SELECT to_regclass('public._prisma_migrations') AS history"),
	);
	return rows[0]?.history === null;
}
