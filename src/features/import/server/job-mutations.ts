import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import { customFields, fieldsToWrite } from '@/domain/field-definitions';
import type { UserId } from '@/lib/auth/session';
import { inChangeSet } from '@/lib/db/change-set';
import { db, longTransaction, type Tx } from '@/lib/db/db';
import { Refusal, reportError, unexpectedMessage } from '@/lib/errors/errors';
import { emptyReport, type ImportReport } from '../import-outcome';
import { type ImportSettings, importSettings } from '../import-settings';
import type { ShownRow } from '../import-shown';
import { UnreadableFile } from '../row/import-records';
import { type ImportedFields, importedFields } from '../row/imported-fields';
import { stageFile } from './file-staging-mutations';
import { findRowFields } from './import-field-mutations';
import { matchRows } from './matching-mutations';
import { countMaybe } from './maybe-mutations';
import { keepPeople } from './people-mutations';
import { refuseRows } from './refusing-mutations';
import { countOthers, nameOthers, saveRows } from './saving-mutations';
import { countRecords, showRows } from './showing-mutations';
import { keepRows } from './shown-rows-mutations';
import { closeStage, countStage } from './staging-mutations';
import { uniqueFields } from './unique-mutations';

/** An import is held for so long, in milliseconds, which is longer than its transaction may take. */
const maxHoldMilliseconds = 60 * 60_000;

type Job = { userId: UserId; id: string; bytes: number; settings: ImportSettings };

/** Ends the transaction of a check, which changes nothing. */
class Checked extends Error {
	readonly report: ImportReport;
	readonly rows: ShownRow[];
	constructor(report: ImportReport, rows: ShownRow[]) {
		super('checked');
		this.report = report;
		this.rows = rows;
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
		if (error instanceof Checked) return end(job, 'checked', error.report, error.rows);
		const known = error instanceof UnreadableFile || error instanceof Refusal;
		const problem = known ? error.message : unexpectedMessage(reportError(error, 'import'));
		const checked = { ...emptyReport, ...(row.report as ImportReport | null) };
		if (isCheck) await end(job, 'uploaded', { ...emptyReport, problem }, []);
		else await end(job, 'checked', { ...checked, problem });
	} finally {
		await db.dataImportProgress.deleteMany({ where: { userId, importId: id } }).catch(() => {});
	}
}

/** The next list would be planned by what was there before. */
async function refreshStatistics(): Promise<void> {
	await longTransaction(
		(tx) =>
			tx.$executeRaw`ANALYZE company, contact, deal, contact_point, field_value, company_stats, contact_stats, company_tag, contact_tag`,
	);
}

/** Writes what came of a job; the rows that a check shows stand or fall with its report. */
async function end({ userId, id }: Job, status: string, report: ImportReport, rows?: ShownRow[]): Promise<void> {
	await db.$transaction(async (tx) => {
		const { count } = await tx.dataImport.updateMany({
			where: { userId, id, status: { in: ['checking', 'running'] } },
			data: { status, report, finishedAt: new Date() },
		});
		if (count > 0 && rows) await keepRows(tx, userId, id, rows);
	});
}

async function work(tx: Tx, job: Job, isCheck: boolean, changeSet: string): Promise<void> {
	const { userId, id, settings } = job;
	// this may go on for a while after the app is gone
	await holdImport(tx, id);
	const custom = await fieldsOf(tx, job, isCheck);
	const { rows, unreadable, header, seen } = await stageFile(tx, { ...job, custom, isCheck }, (phase, done) =>
		tell(job, phase, done, job.bytes),
	);
	await tell(job, 'Comparing with what you have', 0, 0);
	await findRowFields(tx, userId, settings, custom);
	await closeStage(tx);
	await matchRows(tx, userId, settings, uniqueFields(custom));
	const overfull = await refuseRows(tx, userId, { id, settings, custom, isCheck });
	await keepPeople(tx);
	const counts = await countStage(tx);
	const sum = (...hows: string[]) =>
		counts.filter(({ how }) => hows.includes(how)).reduce((total, { count }) => total + count, 0);
	const twins: ImportReport['twins'] = {};
	for (const { twin, count } of counts) if (twin) twins[twin as 'email'] = (twins[twin as 'email'] ?? 0) + count;
	const expected: ImportReport = {
		header,
		...(await countOthers(tx)),
		...(isCheck && { ...(await nameOthers(tx)), records: await countRecords(tx, userId, settings) }),
		rows: rows + unreadable,
		created: sum('create'),
		merged: sum('fill', 'overwrite'),
		skipped: sum('skip', 'people'),
		refused: unreadable + overfull,
		twins,
		maybe: await countMaybe(tx),
		...seen,
	};
	if (isCheck) throw new Checked(expected, await showRows(tx, userId, { settings, custom }));
	const saved = await saveRows(tx, userId, { settings, custom }, (done) => tell(job, 'Saving', done, rows));
	const report: ImportReport = { ...expected, ...saved, skipped: rows - overfull - saved.created - saved.merged };
	const { count } = await tx.dataImport.updateMany({
		where: { userId, id, status: 'running' },
		data: { status: 'done', report, changeSetId: changeSet, finishedAt: new Date() },
	});
	if (count === 0) throw new Refusal('This import was ended by somebody else.');
	const where = { userId, importId: id };
	await tx.dataImportPart.deleteMany({ where });
	await tx.dataImportEdit.deleteMany({ where });
	await tx.dataImportRow.deleteMany({ where });
}

/** The custom fields that columns go to; during a run none of them becomes one of another type. */
async function fieldsOf(tx: Tx, { userId, settings }: Job, isCheck: boolean): Promise<ImportedFields> {
	const fields = await (isCheck ? customFields(userId, tx) : fieldsToWrite(tx, userId));
	const custom = importedFields(settings.targets, settings.kind, fields);
	if (!custom)
		throw new Refusal(
			'A custom field that a column goes to was deleted. Select where the column goes, then check again.',
		);
	return custom;
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
