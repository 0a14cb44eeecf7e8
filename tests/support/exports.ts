import { unzipSync } from 'fflate';
import { activityFile } from '@/features/activities/server/activity-export-queries';
import { companyFile } from '@/features/companies/server/company-export-queries';
import { contactFile } from '@/features/contacts/server/contact-export-queries';
import { dealFile } from '@/features/deals/server/deal-export-queries';
import { exportEverything, exportList, type MakeFile } from '@/features/export/server/export-queries';
import type { UserId } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/list-params';
import type { Download } from '@/lib/request/download';
import { readCsv } from './csv';

/** The rows of an export, each by its heads. */
export async function rowsOf(userId: UserId, makeFile: MakeFile, params: SearchParams = {}) {
	return readCsv(await textOf(await exportList(userId, makeFile, params)));
}

/** What the browser would save, of a file of text. */
export async function textOf({ pieces }: Download): Promise<string> {
	let text = '';
	for await (const piece of pieces) text += piece;
	return text;
}

const everyFile = [companyFile, contactFile, dealFile, activityFile];

/** The files of the archive of everything, as text by their names. */
export async function archiveOf(userId: UserId) {
	const chunks: Uint8Array[] = [];
	for await (const piece of (await exportEverything(userId, everyFile)).pieces) chunks.push(piece as Uint8Array);
	const files = unzipSync(Buffer.concat(chunks));
	return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}
