import 'server-only';
import { csvOf, type ExportFile } from '@/domain/export-sql';
import { inSnapshot } from '@/domain/snapshot';
import { getSettings, type Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { dayIn, localTime } from '@/lib/dates/dates';
import type { Tx } from '@/lib/db/db';
import { type ZipEntry, zip } from '@/lib/files/zip';
import type { SearchParams } from '@/lib/list/list-params';
import type { Download } from '@/lib/request/download';
import { readme } from '../export-readme';
import { jsonOf, tables } from './everything-sql';

/** How a feature makes a file of its list, for whatever the list's address asks. */
export type MakeFile = (userId: UserId, params: SearchParams, settings: Settings) => Promise<ExportFile>;

/** All rows of a list, in its order, as a CSV file. */
export async function exportList(userId: UserId, makeFile: MakeFile, params: SearchParams): Promise<Download> {
	const settings = await getSettings(userId);
	const file = await makeFile(userId, params, settings);
	return {
		name: `minicrm-${file.noun}-${dayIn(new Date(), settings.timeZone)}.csv`,
		type: 'text/csv; charset=utf-8',
		pieces: inSnapshot(userId, (tx) => csvOf(tx, userId, file)),
	};
}

/** All that the account holds as one archive: the CSV files of the lists, and every table as JSON. */
export async function exportEverything(userId: UserId, makeFiles: MakeFile[]): Promise<Download> {
	const settings = await getSettings(userId);
	const now = new Date();
	const files = await Promise.all(makeFiles.map((makeFile) => makeFile(userId, {}, settings)));
	async function* entries(tx: Tx): AsyncGenerator<ZipEntry> {
		const at = localTime(now, settings.timeZone).replace('T', ' ');
		yield { name: 'README.txt', pieces: [readme(at, settings.timeZone)] };
		for (const file of files) yield { name: `${file.noun}.csv`, pieces: csvOf(tx, userId, file, { withIds: true }) };
		for (const [name, table] of Object.entries(tables))
			yield { name: `json/${name}.json`, pieces: jsonOf(tx, userId, table) };
	}
	return {
		name: `minicrm-everything-${dayIn(now, settings.timeZone)}.zip`,
		type: 'application/zip',
		pieces: inSnapshot(userId, (tx) => zip(entries(tx), now)),
	};
}
