import 'server-only';
import type { Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { read } from '@/lib/db/read';
import type { AskedField } from '../asked-field';
import { type ChangedRow, type HistoryEntry, maxListedRows, type Names, type RecordKind } from '../history-entry';
import { type HistoryFilter, instantsOf, noFilter } from '../history-filter';
import { findChangeSets } from './change-set-queries';
import { optionsIn, recordsIn } from './changed-records';
import { findUndone, labelSets, nameRecords, readRecordChanges, readSets } from './history-set-queries';

/** The number of entries of a record's history on one page. */
export const historyEntriesAtOnce = 30;
/** The number of change sets on a page of the account's history. */
export const changesAtOnce = 50;
/** More lines of the log than any one action writes to a record. */
const linesAtOnce = 120;

/** The tables whose lines in the log belong to a record itself. */
const tables: Record<RecordKind, string[]> = {
	company: ['company', 'company_tag', 'contact_point'],
	contact: ['contact', 'contact_tag', 'contact_point'],
	deal: ['deal', 'deal_person'],
	activity: ['activity', 'activity_person'],
};

/**
 * The change sets that touched a record, the newest first, from the newest or from before a line of the log (`older` of an
 * answer); of one field, those that changed it, with nothing else. A change of nothing but a deal's place on the board is none. Lines below zero only serve an undo: they say of what was
 * done before there were people what the main contact says.
 */
export async function listRecordHistory(
	userId: UserId,
	{ kind, id }: { kind: RecordKind; id: string },
	{ before, field }: { before?: string | undefined; field?: AskedField | undefined } = {},
): Promise<{ entries: HistoryEntry[]; names: Names; older: string | null }> {
	const entities = field ? [kind] : tables[kind];
	const lines = await read<{ line: string; set: string }[]>`
		SELECT l.id::text AS line, l.change_set_id AS set FROM change_log l
		WHERE l.user_id = ${userId}::uuid AND l.record_id = ${id}::uuid AND l.entity = ANY (${entities}) AND l.id > 0
			${before ? Prisma.sql`AND l.id < ${before}::bigint` : Prisma.empty}
			AND (l.entity <> 'deal' OR (l.before - 'position' = l.after - 'position') IS NOT TRUE)
			${field ? changes(field) : Prisma.empty}
		ORDER BY l.id DESC LIMIT ${linesAtOnce}`;
	const found = [...new Set(lines.map(({ set }) => set))];
	// the last set may have more lines than were read
	const whole = lines.length === linesAtOnce ? found.slice(0, Math.max(1, found.length - 1)) : found;
	const sets = whole.slice(0, historyEntriesAtOnce);
	const newest = lines[0];
	const oldest = lines.findLast(({ set }) => set === sets.at(-1));
	if (!newest || !oldest) return { entries: [], names: {}, older: null };
	const changed = readRecordChanges(userId, { id, entities }, { first: oldest.line, last: newest.line });
	const { entries, names } = await readEntries(userId, sets, { id, field, changes: changed });
	return { entries, names, older: oldest === lines.at(-1) && lines.length < linesAtOnce ? null : oldest.line };
}

/** That a line of the log changes a field. */
const changes = ({ columns, own }: AskedField): Prisma.Sql =>
	Prisma.sql`AND l.before IS NOT NULL AND l.after IS NOT NULL AND (${Prisma.join(
		columns.map((column) => {
			const valueIn = (side: string) =>
				own === null
					? Prisma.sql`${Prisma.raw(side)} -> ${column}`
					: Prisma.sql`${Prisma.raw(side)} -> ${column} -> ${own}`;
			return Prisma.sql`${valueIn('l.before')} IS DISTINCT FROM ${valueIn('l.after')}`;
		}),
		' OR ',
	)})`;

/** Of the changes of a record, those of a field. */
function only(field: AskedField | undefined, rows: ChangedRow[] | undefined): ChangedRow[] | undefined {
	if (!field || !rows) return rows;
	const kept = rows.map((row) => ({
		...row,
		fields: row.fields.filter(([column, own]) => field.columns.includes(column) && own === field.own),
	}));
	const changed = kept.filter(({ fields }) => fields.length > 0);
	return changed.length > 0 ? changed : undefined;
}

/** The account's last change sets, the newest first. */
export async function listChanges(userId: UserId, limit: number): Promise<{ entries: HistoryEntry[]; names: Names }> {
	return readEntries(userId, (await findChangeSets(userId, { filter: noFilter, limit })).ids);
}

/** A page of the change sets that meet a filter, and the place of the next one. */
export async function listHistory(userId: UserId, filter: HistoryFilter, settings: Settings) {
	const { ids, older, named } = await findChangeSets(userId, {
		filter,
		span: instantsOf(filter, settings),
		limit: changesAtOnce,
	});
	return { ...(await readEntries(userId, ids)), older, named };
}

/** The entries of some sets in their order: of a record with what happened to it, otherwise with what they did. */
async function readEntries(
	userId: UserId,
	ids: string[],
	record?: { id: string; field: AskedField | undefined; changes: ReturnType<typeof readRecordChanges> },
) {
	const [sets, labels, undone, changes] = await Promise.all([
		readSets(userId, ids, record?.id ?? null),
		labelSets(userId, ids),
		findUndone(userId, ids),
		record?.changes,
	]);
	const set = new Map(sets.map((each) => [each.id, each]));
	const label = new Map(labels.map((each) => [each.id, each]));
	const entries = ids.flatMap((id): HistoryEntry[] => {
		const { rows = 0, counts = [], isFew = false, firstRows = null } = set.get(id) ?? {};
		const named = label.get(id);
		const shownRows = changes ? only(record?.field, changes[id]) : firstRows;
		// changes that a set itself reverted are no entry of the record's history
		if (!named || (changes && !shownRows)) return [];
		const undoneAt = undone[id] ?? null;
		const isLarge = rows > maxListedRows;
		return [
			{
				...named,
				undoneAt,
				isLarge,
				rows: shownRows ?? [],
				counts: isFew || record?.field ? [] : counts,
			},
		];
	});
	const rows = entries.flatMap((entry) => entry.rows);
	return { entries, names: await nameRecords(userId, recordsIn(rows, record?.id), optionsIn(rows)) };
}
