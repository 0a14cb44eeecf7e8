import 'server-only';
import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { customFields } from '@/domain/field-definitions';
import { refuseMissing } from '@/domain/records';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { longTransaction, type Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { refuseFullDisk } from '../disk-limits';
import { EncodingDetector } from '../file/encoding';
import { columnNames, sampleRecords } from '../file/file-sample';
import { type FileOwner, guessAgain, guessSettings, type ReadTable } from '../file/guess-columns';
import { otherContents } from '../file/other-contents';
import { largestFile, tooLarge } from '../import-outcome';
import {
	type ImportSettings,
	type importChanges,
	type importReference,
	importRereading,
	importSettings,
	missingChoice,
} from '../import-settings';
import { asBefore } from './remembered-queries';

const partSize = 1_000_000;

/**
 * Takes a file that is being uploaded, piece by piece, and guesses how it is to be read; returns the import's id. Refuses
 * what is too large, empty or no text, and keeps nothing of it.
 */
export async function takeFile(
	userId: UserId,
	{ name, chunks }: { name: string; chunks: AsyncIterable<Uint8Array> },
): Promise<{ id: string }> {
	const id = uuidv7();
	const detector = new EncodingDetector();
	const hash = createHash('sha256');
	refuseFullDisk(0);
	return longTransaction(
		async (tx) => {
			await refuseTooMany(tx, userId);
			const settings = {} as ImportSettings;
			await tx.dataImport.create({ data: { userId, id, fileName: name, bytes: 0, status: 'uploaded', settings } });
			let start: Uint8Array = new Uint8Array();
			let part = 0;
			let bytes = 0;
			for await (const piece of inParts(chunks)) {
				if (part === 0) start = piece;
				bytes += piece.length;
				if (bytes > largestFile) throw new Refusal(tooLarge);
				detector.push(piece);
				hash.update(piece);
				await tx.dataImportPart.create({ data: { userId, importId: id, part: part++, bytes: piece } });
			}
			if (bytes === 0) throw new Refusal('This file is empty.');
			const encoding = detector.end();
			if (!encoding) throw new Refusal('This is not a text file. Save the table as CSV, and choose that file.');
			const guess = await guessSettings(start, encoding, await readOwner(tx, userId));
			const found = { ...guess, digest: hash.digest('hex') };
			const { header } = await readTable(start, found);
			const other = otherContents(start, header);
			if (other) throw new Refusal(other);
			const guessed = await asBefore(userId, found, header, tx);
			if (await isBlank(start, guessed)) throw new Refusal('There is nothing in this file but empty lines.');
			await tx.dataImport.update({ where: { userId_id: { userId, id } }, data: { bytes, settings: guessed } });
			return { id };
		},
		{ timeout: 10 * 60_000 },
	);
}

async function* inParts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	let waiting: Uint8Array[] = [];
	let length = 0;
	const joined = () => {
		const part = new Uint8Array(Buffer.concat(waiting));
		waiting = [];
		length = 0;
		return part;
	};
	for await (const chunk of chunks) {
		waiting.push(chunk);
		length += chunk.length;
		if (length >= partSize) yield joined();
	}
	if (length > 0) yield joined();
}

/** Whether a file has nothing but empty lines; what cannot be read is something. */
async function isBlank(start: Uint8Array, settings: ImportSettings): Promise<boolean> {
	if (settings.targets.length > 0 || start.length >= partSize) return false;
	const { records, problem } = await sampleRecords(start, settings);
	return records.length === 0 && !problem;
}

/** The limits for files that wait to be imported: their number and their total size. */
const maxWaiting = { files: 20, bytes: 300_000_000 };

async function refuseTooMany(tx: Tx, userId: UserId): Promise<void> {
	const { _count: files, _sum } = await tx.dataImport.aggregate({
		where: { userId, status: { notIn: ['done', 'undone'] } },
		_count: true,
		_sum: { bytes: true },
	});
	const way = 'Import or remove some of them, then upload this file again.';
	if (files >= maxWaiting.files) throw new Refusal(`${files} files are waiting to be imported. ${way}`);
	if ((_sum.bytes ?? 0) < maxWaiting.bytes) return;
	throw new Refusal(`The files waiting to be imported take up ${maxWaiting.bytes / 1e6} MB. ${way}`);
}

/**
 * Reads a file with other settings: guesses the targets of its columns again, and discards an earlier check. Returns how many edited rows
 * were dropped, because they are not the same rows any more.
 */
export async function changeImport(tx: Tx, userId: UserId, { id, settings }: z.output<typeof importRereading>) {
	const key = { userId, importId: id };
	const start = await tx.dataImportPart.findUnique({ where: { userId_importId_part: { ...key, part: 0 } } });
	const saved = await tx.dataImport.findUnique({ where: { userId_id: { userId, id } } });
	const owner = await readOwner(tx, userId);
	const bytes = start?.bytes ?? new Uint8Array();
	const parsed = importRereading.shape.settings.safeParse(saved?.settings);
	const before = parsed.data && (await readTable(bytes, parsed.data));
	const table = await readTable(bytes, settings);
	const isSame = before && isSameTable(before, table);
	const isKept = isSame && before.settings.kind === settings.kind;
	// lines and columns are others now, or records of another kind
	const decisions = isKept ? pick(before.settings) : { maybe: settings.maybe, decided: {} };
	const result = await saveSettings(tx, userId, id, { ...guessAgain(table, owner, before), ...decisions });
	const dropped = isSame ? 0 : (await tx.dataImportEdit.deleteMany({ where: key })).count;
	return { ...result, dropped };
}

const pick = ({ maybe, decided }: ImportSettings) => ({ maybe, decided });

/** Whether a file is parted into the same lines and columns, of the same names and letters. */
const isSameTable = (one: ReadTable, other: ReadTable) =>
	one.settings.encoding === other.settings.encoding &&
	one.settings.separator === other.settings.separator &&
	JSON.stringify(one.header) === JSON.stringify(other.header);

async function saveSettings(tx: Tx, userId: UserId, id: string, settings: ImportSettings) {
	const { count } = await tx.dataImport.updateMany({
		where: { userId, id, status: { in: ['uploaded', 'checked'] } },
		data: { settings, status: 'uploaded' },
	});
	if (count === 0) return refuseBusy(tx, userId, id);
	return { id };
}

/** The first rows of a file as some settings read them. */
async function readTable(start: Uint8Array, settings: ImportSettings): Promise<ReadTable> {
	const { records } = await sampleRecords(start, settings);
	const rowsAfter = (line: number) => records.filter((each) => each.line > line).map(({ cells }) => cells);
	// under another separator or encoding the names may stand in another line
	const names = columnNames(records, settings.headerLine);
	if (names) return { settings, header: names, rows: rowsAfter(settings.headerLine) };
	const headerLine = records[0]?.line ?? 1;
	return { settings: { ...settings, headerLine }, header: records[0]?.cells ?? [], rows: rowsAfter(headerLine) };
}

/** How the account writes, and the fields that columns may go to. */
async function readOwner(tx: Tx, userId: UserId): Promise<FileOwner> {
	const { locale, currency } = await getSettings(userId, tx);
	return { locale, currency, fields: await customFields(userId, tx) };
}

/** A check as the page asks for it: what was decided of rows that may be the same stays as it was saved. */
export async function checkMapped(tx: Tx, userId: UserId, { id, settings }: z.output<typeof importChanges>) {
	const found = await tx.dataImport.findUnique({ where: { userId_id: { userId, id } }, select: { settings: true } });
	if (!found) return refuseMissing('import');
	const { maybe, decided } = importSettings.parse(found.settings);
	return beginCheck(tx, userId, { id, settings: { ...settings, maybe, decided } });
}

/** Saves how to read a file and marks the import as being checked; the check itself follows the transaction. */
export async function beginCheck(tx: Tx, userId: UserId, { id, settings }: { id: string; settings: ImportSettings }) {
	const missing = missingChoice(settings);
	if (missing) throw new Refusal(missing);
	await refuseSecond(tx, userId, id);
	await refuseWithoutSpace(tx, userId, id);
	// as they are: what was chosen by hand is not guessed over
	await saveSettings(tx, userId, id, settings);
	await tx.dataImport.updateMany({
		where: { userId, id },
		data: { status: 'checking', startedAt: new Date(), finishedAt: null },
	});
	return { id };
}

/** Marks a checked import as running; the work follows the transaction. */
export async function beginRun(tx: Tx, userId: UserId, { id }: z.output<typeof importReference>) {
	await refuseSecond(tx, userId, id);
	await refuseWithoutSpace(tx, userId, id);
	const { count } = await tx.dataImport.updateMany({
		where: { userId, id, status: 'checked' },
		data: { status: 'running', startedAt: new Date(), finishedAt: null },
	});
	if (count === 0) return refuseBusy(tx, userId, id);
	return { id };
}

/** One import of an account is worked on at a time: each takes memory, and may match the rows of the other. */
async function refuseSecond(tx: Tx, userId: UserId, id: string): Promise<void> {
	await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('imports of ' || ${userId}::uuid, 0))`;
	const other = await tx.dataImport.findFirst({
		where: { userId, id: { not: id }, status: { in: ['checking', 'running'] } },
		select: { fileName: true },
	});
	if (other) throw new Refusal(`“${other.fileName}” is being worked on at this moment. Try again once it is finished.`);
}

async function refuseWithoutSpace(tx: Tx, userId: UserId, id: string): Promise<void> {
	const found = await tx.dataImport.findUnique({ where: { userId_id: { userId, id } }, select: { bytes: true } });
	refuseFullDisk(found?.bytes ?? 0);
}

/** Removes an import and its file. The imported records stay. */
export async function removeImport(tx: Tx, userId: UserId, { id }: z.output<typeof importReference>) {
	const { count } = await tx.dataImport.deleteMany({
		where: { userId, id, status: { notIn: ['checking', 'running'] } },
	});
	if (count === 0) return refuseBusy(tx, userId, id);
	return { id };
}

export async function refuseBusy(tx: Tx, userId: UserId, id: string): Promise<never> {
	const found = await tx.dataImport.findUnique({ where: { userId_id: { userId, id } }, select: { status: true } });
	if (!found) return refuseMissing('import');
	throw new Refusal(
		found.status === 'done' || found.status === 'undone'
			? 'This file has been imported already.'
			: found.status === 'uploaded'
				? 'Check the file first.'
				: 'This import is being worked on at this moment.',
	);
}
