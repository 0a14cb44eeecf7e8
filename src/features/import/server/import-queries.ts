import 'server-only';
import { readFieldHead } from '@/domain/custom-fields/field-heads';
import { customFields, maxFieldsOfKind } from '@/domain/field-definitions';
import { getSettings } from '@/features/account/server/account-queries';
import { stageNames } from '@/features/deals/schema';
import type { UserId } from '@/lib/auth/session';
import { dayIn } from '@/lib/dates/dates';
import { db } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { byteOrderMark, csvLine } from '@/lib/files/csv';
import type { SearchParams } from '@/lib/list/list-params';
import type { Download } from '@/lib/request/download';
import { cutText, isRecordId } from '@/lib/text/text';
import { columnNames, customFieldName, possibleHeaders, sampleRecords, tableProblem } from '../file/file-sample';
import { guessType, valuesIn } from '../file/guess-type';
import { emptyReport, type ImportReport } from '../import-outcome';
import { type ImportSettings, importSettings } from '../import-settings';
import { ForeignStages, stageFor } from '../row/deal-stages';
import { kindNouns } from '../row/import-fields';
import { withoutMarks } from '../row/import-row';
import { asTheyStand } from './standing-queries';

export type ImportStatus = 'uploaded' | 'checking' | 'checked' | 'running' | 'done' | 'undone';

/** Imports that were stopped with the server get their status back, and say so. */
async function settleImports(userId: UserId): Promise<void> {
	const unchecked = { ...emptyReport, problem: 'The server was stopped in the middle. Check the file again.' };
	const notRun = { problem: 'The server was stopped in the middle. Nothing was imported; start it again.' };
	await db.$executeRaw`
		UPDATE data_import SET status = CASE status WHEN 'checking' THEN 'uploaded' ELSE 'checked' END,
			report = CASE status WHEN 'checking' THEN ${JSON.stringify(unchecked)}::jsonb
				ELSE coalesce(report, '{}') || ${JSON.stringify(notRun)}::jsonb END
		WHERE user_id = ${userId}::uuid AND status IN ('checking', 'running') AND started_at < now() - interval '10 seconds'
			AND pg_try_advisory_xact_lock(hashtextextended('import ' || id, 0))`;
}

/** The account's imports, the latest first. */
export async function listImports(userId: UserId) {
	await settleImports(userId);
	const rows = await db.dataImport.findMany({
		where: { userId },
		select: {
			...{ id: true, fileName: true, status: true, report: true, settings: true },
			...{ createdAt: true, finishedAt: true, changeSetId: true },
		},
		orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
		take: 50,
	});
	return (await asTheyStand(userId, rows)).map(present);
}

/** One import, or null. */
export async function getImport(userId: UserId, id: string) {
	await settleImports(userId);
	const row = await db.dataImport.findUnique({ where: { userId_id: { userId, id } }, include: { progress: true } });
	const [standing] = row ? await asTheyStand(userId, [row]) : [];
	return standing ? present(standing) : null;
}

export type Import = NonNullable<Awaited<ReturnType<typeof getImport>>>;

/** How far an import is. */
export async function getProgress(userId: UserId, { id }: { id: string }) {
	const found = await getImport(userId, id);
	if (!found) throw new Refusal('This import no longer exists.');
	const { status, progress } = found;
	return { status, phase: progress?.phase ?? null, done: progress?.done ?? 0, total: progress?.total ?? 0 };
}

type Stored = { status: string; report: unknown; settings: unknown };
type ImportFacts = { status: ImportStatus; report: ImportReport | null; settings: ImportSettings };

function present<Row extends Stored>(row: Row): Omit<Row, keyof Stored> & ImportFacts {
	return {
		...row,
		status: row.status as ImportStatus,
		// one that was stopped may say no more than that
		report: row.report ? { ...emptyReport, ...(row.report as Partial<ImportReport>) } : null,
		settings: importSettings.parse(row.settings),
	};
}

/** The file of an import, piece by piece as it was sent. */
export async function* readFile(userId: UserId, importId: string): AsyncGenerator<Uint8Array> {
	for (let part = 0; ; part++) {
		const found = await db.dataImportPart.findUnique({
			where: { userId_importId_part: { userId, importId, part } },
			select: { bytes: true },
		});
		if (!found) return;
		yield found.bytes;
	}
}

/** The first piece of an import's file, of which the rest is guessed. */
export async function readFileStart(userId: UserId, importId: string): Promise<Uint8Array> {
	for await (const bytes of readFile(userId, importId)) return bytes;
	return new Uint8Array();
}

/** How the columns of a file look under some settings: their names, and a few values of each. */
export async function previewFile(
	userId: UserId,
	importId: string,
	settings: ImportSettings,
	stagesFound: string[] = [],
) {
	const { records, problem } = await sampleRecords(await readFileStart(userId, importId), settings);
	const header = columnNames(records, settings.headerLine) ?? [];
	const sampled = records.filter(({ line }) => line > settings.headerLine).map(({ cells }) => cells);
	const rows = sampled.map((cells) => withoutMarks(cells.slice(0, settings.targets.length), settings));
	const { locale, currency } = await getSettings(userId);
	const noun = kindNouns[settings.kind];
	const fields = (await customFields(userId)).filter(({ kind }) => kind === noun);
	const own = settings.targets.map((_, column) => readFieldHead(header[column] ?? ''));
	const names = uniqueNames(own.map((field, column) => customFieldName(field?.name ?? header[column] ?? '', column)));
	const { source } = settings;
	const stages = new ForeignStages(settings);
	for (const cells of sampled) stages.add(cells);
	for (const text of stagesFound) stages.name(text);
	return {
		stages: [...stages.found].map(([key, text]) => ({
			key,
			text: cutText(text, shownLength),
			stage: stageFor(text, settings.stages) ?? null,
		})),
		stageNames,
		problem: tableProblem(records, settings.headerLine) ?? problem ?? null,
		columns: settings.targets.map((_, column) => ({
			name: header[column] || `Column ${column + 1}`,
			fieldName: names[column] ?? '',
			type:
				own[column]?.type ??
				guessType(valuesIn(sampled, column, { source }), { locale, currency, source, header: header[column] ?? '' }),
			values: rows.flatMap((cells) => cutText((cells[column] ?? '').trim(), shownLength) || []).slice(0, shownValues),
		})),
		/** How many more custom fields there can be. */
		room: Math.max(0, maxFieldsOfKind - fields.length),
		fields: fields.map(({ id, name, type, ...field }) => ({
			...{ id, name, type },
			isUnique: field.isUnique && !field.isArchived,
		})),
		headers: possibleHeaders(records).map(({ line, cells }) => ({
			line,
			text: cutText(cells.filter(Boolean).slice(0, 80).join(', '), 80),
		})),
	};
}

/** Column names of which no two make the same custom field. */
function uniqueNames(names: string[]): string[] {
	const taken = new Set<string>();
	return names.map((name) => {
		let own = name;
		for (let n = 2; taken.has(own.toLowerCase()); n++) own = `${cutText(name, 74)} ${n}`;
		taken.add(own.toLowerCase());
		return own;
	});
}

export type FilePreview = Awaited<ReturnType<typeof previewFile>>;

const shownValues = 3;
const shownLength = 100;

/** The first rows that were, or will be, refused. */
export async function listRefusals(userId: UserId, importId: string, take: number) {
	return db.dataImportRefusal.findMany({
		where: { userId, importId },
		select: { line: true, field: true, reason: true },
		orderBy: { line: 'asc' },
		take,
	});
}

/** The rejected rows of an import as a file: their cells, then the line, the field and the reason. */
export async function refusedFile(userId: UserId, params: SearchParams): Promise<Download> {
	const [id] = [params.id].flat();
	const found = isRecordId(id) ? await getImport(userId, id) : null;
	if (!found) throw new Refusal('This import no longer exists.');
	const { timeZone } = await getSettings(userId);
	return {
		name: `minicrm-rejected-${dayIn(new Date(), timeZone)}.csv`,
		type: 'text/csv; charset=utf-8',
		pieces: refusedLines(userId, found.id, found.report?.header ?? []),
	};
}

async function* refusedLines(userId: UserId, importId: string, header: string[]): AsyncGenerator<string, undefined> {
	yield `${byteOrderMark}${csvLine([...header, 'Line', 'Field', 'Why it was rejected'])}`;
	for (let after = 0; ; ) {
		const rows = await readRefusals(userId, importId, after, refusalsAtOnce);
		if (rows.length === 0) return;
		const named = (cells: string[]) => header.map((_, column) => cells[column] ?? '');
		yield rows
			.map(({ cells, line, field, reason }) =>
				// cells without a column stand behind all that have one
				csvLine([...named(cells), String(line), field, reason, ...cells.slice(header.length)]),
			)
			.join('');
		after = rows.at(-1)?.line ?? after;
	}
}

const refusalsAtOnce = 1_000;

/** Rejected rows in the order of the file, at most `limit` after a line. */
async function readRefusals(userId: UserId, importId: string, after: number, take: number) {
	const rows = await db.dataImportRefusal.findMany({
		where: { userId, importId, line: { gt: after } },
		orderBy: { line: 'asc' },
		take,
	});
	return rows.map((row) => ({ ...row, cells: row.cells as string[] }));
}
