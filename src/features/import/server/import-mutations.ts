import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { refuseMissing } from '@/domain/records';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { longTransaction, type Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { refuseFullDisk } from '../disk-limits';
import { EncodingDetector } from '../file/encoding';
import { columnNames, sampleRecords } from '../file/file-sample';
import { guessAgain, guessSettings } from '../file/guess-columns';
import { largestFile, tooLarge } from '../import-outcome';
import {
	type ImportSettings,
	type importChanges,
	type importReference,
	type importRereading,
	missingChoice,
} from '../import-settings';

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
				await tx.dataImportPart.create({ data: { userId, importId: id, part: part++, bytes: piece } });
			}
			if (bytes === 0) throw new Refusal('This file is empty.');
			const encoding = detector.end();
			if (!encoding) throw new Refusal('This is not a text file. Save the table as CSV, and choose that file.');
			const { locale } = await getSettings(userId, tx);
			const guessed = await guessSettings(start, encoding, locale);
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

/** Reads a file with other settings: guesses the targets of its columns again, and discards an earlier check. */
export async function changeImport(tx: Tx, userId: UserId, { id, settings }: z.output<typeof importRereading>) {
	return saveSettings(tx, userId, id, await guessTargetsAgain(tx, userId, id, settings));
}

async function saveSettings(tx: Tx, userId: UserId, id: string, settings: ImportSettings) {
	const { count } = await tx.dataImport.updateMany({
		where: { userId, id, status: { in: ['uploaded', 'checked'] } },
		data: { settings, status: 'uploaded' },
	});
	if (count === 0) return refuseBusy(tx, userId, id);
	return { id };
}

async function guessTargetsAgain(tx: Tx, userId: UserId, importId: string, settings: ImportSettings) {
	const start = await tx.dataImportPart.findUnique({ where: { userId_importId_part: { userId, importId, part: 0 } } });
	const { records } = await sampleRecords(start?.bytes ?? new Uint8Array(), settings);
	// under another separator or encoding the names may stand in another line
	const names = columnNames(records, settings.headerLine);
	if (names) return guessAgain(settings, names);
	return guessAgain({ ...settings, headerLine: records[0]?.line ?? 1 }, records[0]?.cells ?? []);
}

/** Saves how to read a file and marks the import as being checked; the check itself follows the transaction. */
export async function beginCheck(tx: Tx, userId: UserId, { id, settings }: z.output<typeof importChanges>) {
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

async function refuseBusy(tx: Tx, userId: UserId, id: string): Promise<never> {
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
