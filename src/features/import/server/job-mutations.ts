import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { inChangeSet } from '@/lib/db/change-set';
import { db, longTransaction, type Tx } from '@/lib/db/db';
import { Refusal, reportError, unexpectedMessage } from '@/lib/errors/errors';
import { countryOf } from '@/lib/text/phone-readings';
import { columnNames, tableProblem } from '../file/file-sample';
import { emptyReport, type ImportReport, maxImportRows } from '../import-outcome';
import { type ImportSettings, importSettings } from '../import-settings';
import { readCsvRecords, UnreadableFile } from '../row/import-records';
import { readRow } from '../row/import-row';
import type { RowRefusal, StagedRow } from '../row/row-fields';
import { readFile } from './import-queries';
import { refuseOverfull } from './limits-mutations';
import { matchRows } from './matching-mutations';
import { countOthers, saveRows } from './saving-mutations';
import { closeStage, countStage, forgetRefusals, noteRefusals, openStage, stageRows } from './staging-mutations';

/** The number of rows that are read and staged together. */
const stagedAtOnce = 1_000;
/** An import is held for so long, in milliseconds, which is longer than its transaction may take. */
const maxHoldMilliseconds = 60 * 60_000;

type Job = { userId: UserId; id: string; bytes: number; settings: ImportSettings };

/** Ends the transaction of a check, which changes nothing. */
class Checked extends Error {
	readonly report: ImportReport;
	constructor(report: ImportReport) {
		super('checked');
		this.report = report;
	}
}

/**
 * Checks or runs an import that was marked as being so; what comes of it stands in its row. All of it is one transaction
 * and one change set. Never fails: what goes wrong is in the report.
 */
export async function workOff(userId: UserId, id: string): Promise<void> {
	// keeps the lock until the result is saved, so that the import doesn't look like one whose server was stopped
	const work = longTransaction(
		async (holder) => {
			await holdImport(holder, id);
			await workHeld(userId, id);
		},
		{ timeout: maxHoldMilliseconds },
	);
	await work.catch((error) => void reportError(error, 'import'));
}

/** Others can tell by this that an import is worked on, for as long as the transaction lasts. */
async function holdImport(tx: Tx, id: string): Promise<void> {
	await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended('import ' || ${id}::uuid, 0))`;
}

async function workHeld(userId: UserId, id: string): Promise<void> {
	const row = await db.dataImport.findUnique({ where: { userId_id: { userId, id } } });
	if (row?.status !== 'checking' && row?.status !== 'running') return;
	const job = { userId, id, bytes: row.bytes, settings: importSettings.parse(row.settings) };
	const isCheck = row.status === 'checking';
	try {
		if (isCheck) await db.dataImportRefusal.deleteMany({ where: { userId, importId: id } });
		const changeSet = uuidv7();
		await inChangeSet(
			{ id: changeSet, label: `Import ${job.settings.kind}` },
			(tx) => work(tx, job, isCheck, changeSet),
			{ isLong: true },
		);
		await refreshStatistics();
	} catch (error) {
		if (error instanceof Checked) return end(job, 'checked', error.report);
		const known = error instanceof UnreadableFile || error instanceof Refusal;
		const problem = known ? error.message : unexpectedMessage(reportError(error, 'import'));
		const checked = { ...emptyReport, ...(row.report as ImportReport | null) };
		await end(job, isCheck ? 'uploaded' : 'checked', { ...(isCheck ? emptyReport : checked), problem });
	} finally {
		await db.dataImportProgress.deleteMany({ where: { userId, importId: id } }).catch(() => {});
	}
}

/** The next list would be planned by what was there before. */
async function refreshStatistics(): Promise<void> {
	await longTransaction(
		(tx) =>
			tx.$executeRaw`ANALYZE company, contact, deal, contact_point, company_stats, contact_stats, company_tag, contact_tag`,
	);
}

async function end({ userId, id }: Job, status: string, report: ImportReport): Promise<void> {
	await db.dataImport.updateMany({
		where: { userId, id, status: { in: ['checking', 'running'] } },
		data: { status, report, finishedAt: new Date() },
	});
}

async function work(tx: Tx, job: Job, isCheck: boolean, changeSet: string): Promise<void> {
	const { userId, id, settings } = job;
	// this may go on for a while after the app is gone
	await holdImport(tx, id);
	const { rows, unreadable, header } = await stageFile(tx, job, isCheck);
	await tell(job, 'Comparing with what you have', 0, 0);
	await closeStage(tx);
	await matchRows(tx, userId, settings);
	const overfull = await refuseRows(tx, job, isCheck);
	const counts = await countStage(tx);
	const sum = (...hows: string[]) =>
		counts.filter(({ how }) => hows.includes(how)).reduce((total, { count }) => total + count, 0);
	const twins: ImportReport['twins'] = {};
	for (const { twin, count } of counts) if (twin) twins[twin as 'email'] = (twins[twin as 'email'] ?? 0) + count;
	const expected: ImportReport = {
		header,
		...(await countOthers(tx, settings)),
		rows: rows + unreadable,
		created: sum('create'),
		merged: sum('fill', 'overwrite'),
		skipped: sum('skip'),
		refused: unreadable + overfull,
		twins,
	};
	if (isCheck) throw new Checked(expected);
	const saved = await saveRows(tx, userId, settings, (done) => tell(job, 'Saving', done, rows));
	const report: ImportReport = { ...expected, ...saved, skipped: rows - overfull - saved.created - saved.merged };
	const { count } = await tx.dataImport.updateMany({
		where: { userId, id, status: 'running' },
		data: { status: 'done', report, changeSetId: changeSet, finishedAt: new Date() },
	});
	if (count === 0) throw new Refusal('This import was ended by somebody else.');
	await tx.dataImportPart.deleteMany({ where: { userId, importId: id } });
}

/** Reads the file and puts its rows on the stage; those that cannot be are noted by a check. */
async function stageFile(
	tx: Tx,
	job: Job,
	isCheck: boolean,
): Promise<{ rows: number; unreadable: number; header: string[] }> {
	const { userId, id, bytes, settings } = job;
	const account = await getSettings(userId, tx);
	await openStage(tx);
	let read = 0;
	async function* counted() {
		for await (const chunk of readFile(userId, id)) {
			yield chunk;
			read += chunk.length;
			await tell(job, 'Reading the file', read, bytes);
		}
	}
	let header: string[] | undefined;
	let rows: StagedRow[] = [];
	let refusals: RowRefusal[] = [];
	// the database takes a thousand while the next are read
	let staged = Promise.resolve();
	const counts = { rows: 0, unreadable: 0 };
	const flush = async () => {
		await staged;
		staged = stageRows(tx, rows, countryOf(account.locale));
		staged.catch(() => {});
		if (isCheck) await noteBeside(job, refusals);
		rows = [];
		refusals = [];
	};
	for await (const record of readCsvRecords(counted(), settings)) {
		if (!header) {
			if (record.line < settings.headerLine) continue;
			const headerLine = settings.headerLine === 0 ? 0 : record.line;
			const problem = tableProblem([record], headerLine);
			if (problem) throw new Refusal(problem);
			header = columnNames([record], headerLine) ?? [];
			if (headerLine > 0) continue;
		}
		const result = readRow(record, { header, settings, ...account });
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
	return { ...counts, header };
}

/** Beside the transaction of a check, which ends without a trace. */
async function noteBeside({ userId, id }: Job, refusals: RowRefusal[]): Promise<void> {
	await db.$transaction((other) => noteRefusals(other, userId, id, refusals));
}

/** Refuses the rows that do not fit onto their records, and notes them with their cells; returns how many. */
async function refuseRows(tx: Tx, job: Job, isCheck: boolean): Promise<number> {
	const { userId, id, settings } = job;
	const reasons = await refuseOverfull(tx, userId, settings, isCheck);
	if (!isCheck) await forgetRefusals(tx, userId, id);
	if (reasons.size === 0) return 0;
	const note = (refusals: RowRefusal[]) =>
		isCheck ? noteBeside(job, refusals) : noteRefusals(tx, userId, id, refusals);
	let refusals: RowRefusal[] = [];
	for await (const { line, cells } of readCsvRecords(readFile(userId, id), settings)) {
		const reason = reasons.get(line);
		if (!reason) continue;
		refusals.push({ line, cells, ...reason });
		if (refusals.length < stagedAtOnce) continue;
		await note(refusals);
		refusals = [];
	}
	await note(refusals);
	return reasons.size;
}

const lastTold = new WeakMap<Job, number>();

/** Says how far a job is, twice a second at the most. */
async function tell(job: Job, phase: string, done: number, total: number): Promise<void> {
	const now = performance.now();
	if (total > 0 && done < total && now - (lastTold.get(job) ?? Number.NEGATIVE_INFINITY) < 500) return;
	lastTold.set(job, now);
	const { userId, id: importId } = job;
	await db.dataImportProgress.upsert({
		where: { userId_importId: { userId, importId } },
		create: { userId, importId, phase, done, total },
		update: { phase, done, total },
	});
}
