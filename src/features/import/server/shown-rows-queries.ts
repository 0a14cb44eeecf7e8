import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { type MaybeSame, type ShownRow, type ShownState, shownRejected } from '../import-shown';
import { readLine } from './edited-rows-queries';
import { getImport, type Import } from './import-queries';

/** A row that a check rejected: all its cells, and the places of those that are the reason. */
export type RejectedRow = {
	line: number;
	field: string;
	reason: string;
	cells: string[];
	isEdited: boolean;
};

export type ShownImport = { rows: (ShownRow & { isEdited: boolean })[]; rejected: RejectedRow[] };

/** What a check shows of the rows of an import, in the order of the file. */
export async function listShownRows(userId: UserId, importId: string): Promise<ShownImport> {
	const where = { userId, importId };
	const [rows, rejected, edits] = await Promise.all([
		db.dataImportRow.findMany({ where, orderBy: { line: 'asc' } }),
		db.dataImportRefusal.findMany({ where, orderBy: { line: 'asc' }, take: shownRejected }),
		db.dataImportEdit.findMany({ where, select: { line: true } }),
	]);
	const edited = new Set(edits.map(({ line }) => line));
	return {
		rows: rows.map(({ line, state, name, shown, recordId, maybe }) => ({
			...{ line, name, recordId },
			...(shown as Pick<ShownRow, 'values' | 'lines'>),
			state: state as ShownState,
			maybe: maybe as MaybeSame | null,
			isEdited: edited.has(line),
		})),
		rejected: rejected.map(({ line, field, reason, cells }) => ({
			...{ line, field, reason },
			cells: cells as string[],
			isEdited: edited.has(line),
		})),
	};
}

/** The cells of a line, as the file has them or as they were edited. */
export async function getLine(
	userId: UserId,
	{ id, line }: { id: string; line: number },
): Promise<{ cells: string[]; original: string[] }> {
	const found = await getImport(userId, id);
	if (!found) throw new Refusal('This import no longer exists.');
	const original = await originalLine(userId, found, line);
	const key = { userId, importId: id, line };
	const edit = await db.dataImportEdit.findUnique({ where: { userId_importId_line: key } });
	return { cells: (edit?.cells as string[] | undefined) ?? original, original };
}

/** The cells of a line as they are in the file. */
export async function originalLine(
	userId: UserId,
	{ id, settings }: Pick<Import, 'id' | 'settings'>,
	line: number,
): Promise<string[]> {
	const cells = line > settings.headerLine ? await readLine(userId, id, line, settings) : null;
	if (!cells) throw new Refusal(`There is no row in line ${line} of this file.`);
	return cells.map((cell) => cell.replaceAll('\0', '\ufffd').toWellFormed());
}
