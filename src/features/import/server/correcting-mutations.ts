import 'server-only';
import type { z } from 'zod';
import { refuseMissing } from '@/domain/records';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import type { ImportReport } from '../import-outcome';
import { type importDecision, type importEdit, importSettings, maxDecided, missingChoice } from '../import-settings';
import { checkedAtOnce, maxEditedLines } from '../import-shown';
import { maxRecordLength } from '../row/import-records';
import { beginCheck, refuseBusy } from './import-mutations';
import { originalLine } from './shown-rows-queries';

/** What became of a change to the rows of an import: whether the file is checked again by itself. */
type Corrected = { id: string; isChecking: boolean };

/** Changes cells of a line for this import; the file stays as it is. A line that is as in the file again is one that was not edited. */
export async function editImportRow(
	tx: Tx,
	userId: UserId,
	{ id, line, cells }: z.output<typeof importEdit>,
): Promise<Corrected> {
	const found = await lockImport(tx, userId, id);
	const { settings } = found;
	const original = await originalLine(userId, { id, settings }, line);
	const key = { userId, importId: id, line };
	const before = await tx.dataImportEdit.findUnique({ where: { userId_importId_line: key } });
	const edited = [...((before?.cells as string[] | undefined) ?? original)];
	const width = Math.max(original.length, settings.targets.length);
	for (const [place, text] of Object.entries(cells)) {
		const column = Number(place);
		if (column >= width) throw new Refusal('This column no longer exists in the file.');
		while (edited.length < column) edited.push('');
		edited[column] = text;
	}
	if (edited.reduce((length, cell) => length + cell.length, 0) > maxRecordLength)
		throw new Refusal(`Use at most ${maxRecordLength.toLocaleString('en')} characters in a row.`);
	const isAsBefore = edited.every((cell, column) => cell === (original[column] ?? ''));
	if (isAsBefore) await tx.dataImportEdit.deleteMany({ where: key });
	else {
		const count = before ? 0 : await tx.dataImportEdit.count({ where: { userId, importId: id } });
		if (count >= maxEditedLines)
			throw new Refusal(
				`You can edit at most ${maxEditedLines.toLocaleString('en')} rows here. Edit the others in the file, then upload it again.`,
			);
		await tx.dataImportEdit.upsert({
			where: { userId_importId_line: key },
			create: { ...key, cells: edited },
			update: { cells: edited },
		});
	}
	return checkCorrected(tx, userId, found);
}

/** Decides whether a row is the same as what it may be the same as, or, without a line, all of them. */
export async function decideImport(
	tx: Tx,
	userId: UserId,
	{ id, line, decision }: z.output<typeof importDecision>,
): Promise<Corrected> {
	const found = await lockImport(tx, userId, id);
	const { settings } = found;
	if (line === null)
		return checkCorrected(tx, userId, { ...found, settings: { ...settings, maybe: decision, decided: {} } });
	const row = await tx.dataImportRow.findUnique({ where: { userId_importId_line: { userId, importId: id, line } } });
	if (!row?.maybe) throw new Refusal('This row is no longer one that may be the same. Check the file again.');
	const { [String(line)]: _, ...others } = settings.decided;
	const decided = decision === settings.maybe ? others : { ...others, [String(line)]: decision };
	if (Object.keys(decided).length > maxDecided)
		throw new Refusal(
			`You can decide on at most ${maxDecided.toLocaleString('en')} rows one by one. Decide on all others at once.`,
		);
	return checkCorrected(tx, userId, { ...found, settings: { ...settings, decided } });
}

type Found = { id: string; settings: z.output<typeof importSettings>; report: ImportReport | null };

/** An import that waits to be run; until the end of the transaction nobody else changes it. */
async function lockImport(tx: Tx, userId: UserId, id: string): Promise<Found> {
	await tx.$executeRaw`SELECT FROM data_import WHERE user_id = ${userId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
	const found = await tx.dataImport.findUnique({ where: { userId_id: { userId, id } } });
	if (!found) return refuseMissing('import');
	if (found.status !== 'uploaded' && found.status !== 'checked') return refuseBusy(tx, userId, id);
	return { id, settings: importSettings.parse(found.settings), report: found.report as ImportReport | null };
}

/** Saves the settings and has a small file checked at once; of a larger one the report says that rows were changed since. */
async function checkCorrected(tx: Tx, userId: UserId, { id, settings, report }: Found): Promise<Corrected> {
	if (report && report.rows > 0 && report.rows <= checkedAtOnce && !missingChoice(settings))
		try {
			await beginCheck(tx, userId, { id, settings });
			return { id, isChecking: true };
		} catch (error) {
			// another file is being worked on
			if (!(error instanceof Refusal)) throw error;
		}
	await tx.dataImport.updateMany({
		where: { userId, id },
		data: { settings, status: 'uploaded', ...(report && { report: { ...report, isStale: true } }) },
	});
	return { id, isChecking: false };
}
