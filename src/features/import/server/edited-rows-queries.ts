import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { type CsvRecord, type Format, readCsvRecords } from '../row/import-records';
import { readFile } from './import-queries';

/** The rows of an import's file with the cells that were edited; rows that were emptied are left out. */
export async function* readRows(
	userId: UserId,
	id: string,
	format: Format,
	chunks: AsyncIterable<Uint8Array> = readFile(userId, id),
): AsyncGenerator<CsvRecord> {
	const edits = await db.dataImportEdit.findMany({ where: { userId, importId: id } });
	const edited = new Map(edits.map(({ line, cells }) => [line, cells as string[]]));
	for await (const record of readCsvRecords(chunks, format)) {
		const cells = edited.get(record.line) ?? record.cells;
		if (cells.some((cell) => cell.trim() !== '')) yield { line: record.line, cells };
	}
}

/** The cells of a line as the file has them, or null. */
export async function readLine(userId: UserId, id: string, line: number, format: Format): Promise<string[] | null> {
	for await (const record of readCsvRecords(readFile(userId, id), format)) {
		if (record.line === line) return record.cells;
		if (record.line > line) return null;
	}
	return null;
}
