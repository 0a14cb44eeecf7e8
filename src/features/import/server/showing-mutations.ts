import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { cutText } from '@/lib/text/text';
import type { MaybeKey } from '../import-choices';
import type { ImportReport } from '../import-outcome';
import type { ImportSettings } from '../import-settings';
import { type MaybeSame, type RowValue, type ShownRow, shownMaybe, shownRows } from '../import-shown';
import type { ImportedFields } from '../row/imported-fields';
import { labelOf } from '../row/row-fields';
import { pointedRecords } from './import-point-mutations';
import { mergedRecords } from './merging-mutations';
import { type RecordWords, readInWords } from './record-words-queries';
import { saveRows, taggedRecords } from './saving-mutations';
import { peopleShown, readShownPeople, valuesOfPeople } from './shown-people-queries';

type Job = { settings: ImportSettings; custom: ImportedFields };

/** The record that a row is saved as. */
const record = Prisma.sql`CASE r.how WHEN 'create' THEN r.id ELSE r.target END`;
const isMatched = Prisma.sql`r.how IN ('fill', 'overwrite', 'skip')`;

/** How many records would be made, changed, and left as they are. */
export async function countRecords(
	tx: Tx,
	userId: UserId,
	{ kind }: ImportSettings,
): Promise<NonNullable<ImportReport['records']>> {
	const changing = [
		mergedRecords(userId, kind, 'fill'),
		mergedRecords(userId, kind, 'overwrite'),
		pointedRecords(userId, kind),
		taggedRecords(userId, kind),
	].flatMap((query) => query ?? []);
	await tx.$executeRaw`CREATE TEMP TABLE import_changed ON COMMIT DROP AS ${Prisma.join(changing, ' UNION ')}`;
	await tx.$executeRaw`ANALYZE import_changed`;
	const [count] = await tx.$queryRaw<[{ created: number; changed: number; matched: number }]>`
		SELECT (SELECT count(*)::int FROM import_row WHERE how = 'create') AS created,
			(SELECT count(*)::int FROM import_changed) AS changed,
			(SELECT count(DISTINCT r.target)::int FROM import_row r LEFT JOIN import_row f ON f.id = r.target WHERE ${isMatched} AND f.id IS NULL) AS matched`;
	return { new: count.created, changed: count.changed, kept: Math.max(0, count.matched - count.changed) };
}

type Chosen = {
	line: number;
	record: string;
	name: string;
	isNew: boolean;
	lines: number[] | null;
	maybe: string | null;
	by: MaybeKey | null;
	other: { line: number; name: string; details: (string | null)[] } | null;
	company: { line: number | null; recordId: string | null; name: string; company: string } | null;
};

/**
 * The first rows of a check as they will be: saved just as a run saves them, in the transaction of the check, which is rolled back. It is
 * the last thing that a check does, as it takes all other rows off the stage.
 */
export async function showRows(tx: Tx, userId: UserId, { settings, custom }: Job): Promise<ShownRow[]> {
	const { kind } = settings;
	const chosen = await chooseRows(tx, userId);
	const people = kind === 'companies' ? await peopleShown(tx) : new Map<string, string[]>();
	await tx.$executeRaw`
		DELETE FROM import_row r WHERE r.how = 'refuse' OR NOT EXISTS (SELECT FROM import_shown s WHERE s.record = ${record})`;
	const present = [
		...new Set(chosen.flatMap(({ isNew, record: id, maybe }) => [...(isNew ? [] : [id]), ...(maybe ? [maybe] : [])])),
	];
	const before = await readInWords(tx, userId, kind, present);
	const peopleBefore = await readShownPeople(tx, userId, people);
	await saveRows(tx, userId, { settings, custom }, async () => {});
	const after = await readInWords(tx, userId, kind, [...new Set(chosen.map(({ record: id }) => id))]);
	const peopleAfter = await readShownPeople(tx, userId, people);
	const isShown = shownLabels(settings);
	return chosen.flatMap(({ line, record: id, isNew, name, lines, ...row }) => {
		const now = after.get(id);
		if (!now) return [];
		const values = differences(isNew ? undefined : before.get(id), now).filter(({ label }) => isShown(label));
		// it is its company that gets these
		const isChanged = values.some(
			({ label: of, before: old, after: now }) => !of.startsWith('Company’s') && old !== now,
		);
		return {
			line,
			state: isNew ? 'new' : isChanged ? 'changed' : 'kept',
			name: row.maybe || row.company ? name : now.name,
			values: [...values, ...valuesOfPeople(people.get(id), peopleBefore, peopleAfter)].map(cutValue),
			lines: (lines ?? []).filter((each) => each !== line),
			recordId: isNew ? null : id,
			maybe: maybeOf(row, before, kind),
		};
	});
}

/** Puts the rows to show into the table import_shown, and says what is known of each before the others are gone. */
async function chooseRows(tx: Tx, userId: UserId): Promise<Chosen[]> {
	const first = (limit: number, where: Prisma.Sql) => Prisma.sql`(
		SELECT min(r.n) AS n FROM import_row r WHERE ${where} GROUP BY ${record} ORDER BY 1 LIMIT ${limit})`;
	const isChanged = Prisma.sql`r.target IN (SELECT id FROM import_changed)`;
	const isOfFile = Prisma.sql`EXISTS (SELECT FROM import_row f WHERE f.id = r.target)`;
	await tx.$executeRaw`
		CREATE TEMP TABLE import_shown ON COMMIT DROP AS
		SELECT r.n, r.line, ${record} AS record FROM import_row r WHERE r.n IN (
			SELECT c.n FROM ${first(shownRows, Prisma.sql`r.how = 'create'`)} c
			UNION SELECT c.n FROM ${first(shownRows, Prisma.sql`r.how IN ('fill', 'overwrite') AND ${isChanged}`)} c
			UNION SELECT c.n FROM ${first(shownRows, Prisma.sql`${isMatched} AND NOT ${isChanged} AND NOT ${isOfFile}`)} c
			UNION SELECT c.n FROM (
				SELECT r.n FROM import_row r WHERE r.maybe IS NOT NULL AND r.how <> 'refuse' ORDER BY r.n LIMIT ${shownMaybe}
			) c
		)`;
	await tx.$executeRaw`ANALYZE import_shown`;
	return tx.$queryRaw<Chosen[]>`
		SELECT r.line, s.record, r.name, (r.how = 'create' OR ${isOfFile}) AS "isNew", l.lines,
			CASE WHEN r.maybe_by <> 'company' THEN r.maybe END AS maybe, r.maybe_by AS by,
			CASE WHEN o.id IS NOT NULL THEN json_build_object(
				'line', o.line, 'name', o.name, 'details', json_build_array(o.company, o.email, o.data ->> 'website')
			) END AS other,
			CASE WHEN r.maybe_by = 'company' THEN json_build_object(
				'line', CASE WHEN c.id IS NULL THEN a.line END, 'recordId', c.id, 'name', coalesce(c.name, (
					SELECT i.name FROM import_company i WHERE i.id = r.maybe AND i.maybe IS NULL LIMIT 1
				)), 'company', r.company
			) END AS company
		FROM import_shown s JOIN import_row r ON r.n = s.n LEFT JOIN import_row o ON o.id = r.maybe
		LEFT JOIN company c ON c.user_id = ${userId}::uuid AND c.id = r.maybe AND r.maybe_by = 'company'
		LEFT JOIN (
			SELECT company_id, min(line) AS line FROM import_row
			WHERE company_id IN (SELECT maybe FROM import_row WHERE maybe_by = 'company') GROUP BY company_id
		) a ON a.company_id = r.maybe AND r.maybe_by = 'company'
		LEFT JOIN (
			SELECT ${record} AS record, (array_agg(r.line ORDER BY r.n))[:20] AS lines FROM import_row r
			WHERE r.how <> 'refuse' GROUP BY 1 HAVING count(*) > 1
		) l ON l.record = s.record
		ORDER BY r.n`;
}

/** What is said of what a row may be the same as, beside its name. */
const details: Record<ImportSettings['kind'], string[]> = {
	companies: ['Website', 'Email', 'Phone'],
	contacts: ['Company name', 'Email', 'Phone'],
	deals: ['Company name', 'Deal value', 'Expected close date'],
};

function maybeOf(
	{ maybe, by, other, company }: Pick<Chosen, 'maybe' | 'by' | 'other' | 'company'>,
	records: Map<string, RecordWords>,
	kind: ImportSettings['kind'],
): MaybeSame | null {
	if (company) return { by: 'company', detail: '', ...company };
	if (!maybe || !by) return null;
	const said = (texts: (string | null | undefined)[]) => cutText(texts.filter(Boolean).join(' · '), 200);
	if (other) return { by, line: other.line, recordId: null, name: other.name, detail: said(other.details) };
	const found = records.get(maybe);
	if (!found) return null;
	return {
		by,
		line: null,
		recordId: maybe,
		name: found.name,
		detail: said(details[kind].map((label) => found.values.get(label))),
	};
}

/** Fields that every deal has are shown where the file says them. */
const saidOnly = /^(?:Created$|Contact’s |Company’s )/;

function shownLabels({ targets, kind }: ImportSettings): (label: string) => boolean {
	const mapped = new Set(targets.flatMap((target) => (target && 'field' in target ? labelOf(target.field, kind) : [])));
	return (label) => !saidOnly.test(label) || mapped.has(label);
}

function differences(before: RecordWords | undefined, after: RecordWords): RowValue[] {
	const labels = new Set([...after.values.keys(), ...(before?.values.keys() ?? [])]);
	return [...labels].map((label) => ({
		label,
		before: before?.values.get(label) ?? null,
		after: after.values.get(label) ?? null,
	}));
}

/** So much of a value is shown. */
const shownLength = 300;

/** A long value begins a little before the place from which it is another. */
function cutValue({ label, before, after }: RowValue): RowValue {
	const [old, now] = [before ?? '', after ?? ''];
	let same = 0;
	if (old !== now && Math.max(old.length, now.length) > shownLength)
		while (same < Math.min(old.length, now.length) && old[same] === now[same]) same++;
	const from = same > shownLength / 2 ? same - 40 : 0;
	const cut = (text: string | null) => {
		if (text === null) return null;
		const rest = text.slice(from);
		return `${from > 0 ? '…' : ''}${cutText(rest, shownLength)}${rest.length > shownLength ? '…' : ''}`.toWellFormed();
	};
	return { label, before: cut(before), after: cut(after) };
}
