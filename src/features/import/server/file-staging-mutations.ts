import 'server-only';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { countryOf } from '@/lib/text/phone-readings';
import { columnNames, tableProblem } from '../file/file-sample';
import { maxImportRows } from '../import-outcome';
import type { ImportSettings } from '../import-settings';
import { FileFindings, isHeaderAgain, type Seen } from '../row/file-findings';
import { readRow } from '../row/import-row';
import type { ImportedFields } from '../row/imported-fields';
import type { RowRefusal, StagedRow } from '../row/row-fields';
import { readRows } from './edited-rows-queries';
import { readFile } from './import-queries';
import { noteBeside } from './refusing-mutations';
import { openStage, stageRows } from './staging-mutations';

/** The number of rows that are read and staged together. */
const stagedAtOnce = 1_000;

type Staging = { userId: UserId; id: string; settings: ImportSettings; custom: ImportedFields; isCheck: boolean };

/** Reads the file and puts its rows on the stage; those that cannot be are noted by a check. */
export async function stageFile(
	tx: Tx,
	{ userId, id, settings, custom, isCheck }: Staging,
	tell: (phase: string, done: number) => Promise<void>,
): Promise<{ rows: number; unreadable: number; header: string[]; seen: Seen }> {
	const account = await getSettings(userId, tx);
	await openStage(tx);
	let read = 0;
	async function* counted() {
		for await (const chunk of readFile(userId, id)) {
			yield chunk;
			read += chunk.length;
			await tell('Reading the file', read);
		}
	}
	let header: string[] | undefined;
	let rows: StagedRow[] = [];
	let refusals: RowRefusal[] = [];
	// the database takes a thousand while the next are read
	let staged = Promise.resolve();
	const counts = { rows: 0, unreadable: 0 };
	const found = new FileFindings(settings, custom);
	const flush = async () => {
		await staged;
		staged = stageRows(tx, rows, countryOf(account.locale));
		staged.catch(() => {});
		if (isCheck) await noteBeside(userId, id, refusals);
		rows = [];
		refusals = [];
	};
	for await (const record of readRows(userId, id, settings, counted())) {
		if (!header) {
			if (record.line < settings.headerLine) continue;
			const headerLine = settings.headerLine === 0 ? 0 : record.line;
			const problem = tableProblem([record], headerLine);
			if (problem) throw new Refusal(problem);
			header = columnNames([record], headerLine) ?? [];
			if (headerLine > 0) continue;
		}
		if (isHeaderAgain(record.cells, header)) continue;
		found.add(record.cells);
		const result = readRow(record, { header, settings, custom, ...account });
		found.note(result);
		if (result.ok) rows.push(result.row);
		else refusals.push(result.refusal);
		counts[result.ok ? 'rows' : 'unreadable']++;
		if (counts.rows + counts.unreadable > maxImportRows)
			throw new Refusal(`This file has more than ${maxImportRows.toLocaleString('en')} rows. Split it into several.`);
		if (rows.length + refusals.length >= stagedAtOnce) await flush();
	}
	await flush();
	await staged;
	if (!header || counts.rows + counts.unreadable === 0)
		throw new Refusal(
			settings.headerLine === 0
				? 'There are no rows in this file.'
				: 'There are no rows under the names of the columns.',
		);
	return { ...counts, header, seen: found.report(header) };
}
