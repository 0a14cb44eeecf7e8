import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { read } from '@/lib/db/read';
import { parseSearch } from '@/lib/list/search';
import { type HistoryFilter, type HistoryKind, type HistoryPlace, historyKinds } from '../history-filter';

/** How many records of a name the history is looked through for. */
export const maxNamedRecords = 50;
/** How many words of a name are looked for. */
const maxWords = 12;
/** More lines of the log than a record has, unless it was changed every day for years. */
const maxLinesOfRecord = 1_000;

export type AskedChanges = {
	filter: Pick<HistoryFilter, 'q' | 'kind' | 'action' | 'before'>;
	/** From the first instant until before the second. */
	span?: [from: Date | undefined, to: Date | undefined];
	limit: number;
};

/** The change sets that meet a filter, the newest first, and the place after the last of them if there are more. */
export async function findChangeSets(
	userId: UserId,
	asked: AskedChanges,
): Promise<{ ids: string[]; older: HistoryPlace | null; named?: Named }> {
	const { filter, limit } = asked;
	const named = filter.q ? await findNamed(userId, filter.q) : undefined;
	if (named?.ids.length === 0) return { ids: [], older: null, named };
	const sets = named ? setsOfRecords(userId, asked, named.ids) : setsOfAccount(userId, asked);
	const found = await read<{ id: string; at: Date }[]>`
		SELECT s.id, s.at FROM (${sets}) s ORDER BY s.at DESC, s.id DESC LIMIT ${limit + 1}::bigint`;
	const shown = found.slice(0, limit);
	const last = shown.at(-1);
	const older = found.length > limit && last ? { at: last.at.getTime(), id: last.id } : null;
	return { ids: shown.map(({ id }) => id), older, ...(named && { named }) };
}

/** The change sets of an account from where the page begins, as `SELECT id, at`, as few as needed. */
function setsOfAccount(userId: UserId, asked: AskedChanges): Prisma.Sql {
	const { limit } = asked;
	const { kind, action } = asked.filter;
	const last = (at: string, id: string) => Prisma.raw(`ORDER BY ${at} DESC, ${id} DESC LIMIT ${limit + 1}`);
	if (!kind && (!action || action === 'undone')) {
		return Prisma.sql`(
			SELECT s.id, s.at FROM change_set s
			WHERE s.user_id = ${userId}::uuid ${action ? Prisma.sql`AND s.undoes IS NOT NULL` : Prisma.empty}
				AND ${isWithin(asked, 's.at', 's.id')}
			${last('s.at', 's.id')}
		)`;
	}
	const kinds = kind ? [kind] : Object.keys(historyKinds);
	if (action === 'undone') {
		return Prisma.sql`(
			SELECT s.id, s.at FROM change_set s
			WHERE s.user_id = ${userId}::uuid AND s.undoes IS NOT NULL AND ${isWithin(asked, 's.at', 's.id')}
				AND EXISTS (
					SELECT FROM change_kind k WHERE k.user_id = ${userId}::uuid AND k.kind = ${kind ?? ''}
						AND k.op IN ('created', 'changed', 'deleted', 'with') AND k.at = s.at AND k.change_set_id = s.id
				)
			${last('s.at', 's.id')}
		)`;
	}
	const ops = { created: ['created'], changed: ['changed', 'with'], deleted: ['deleted'] };
	return Prisma.sql`(
		SELECT DISTINCT k.change_set_id AS id, k.at
		FROM unnest(${kinds}::text[]) AS asked(kind) CROSS JOIN unnest(${action ? ops[action] : ['created', 'changed', 'deleted', 'with']}::text[]) AS how(op)
		CROSS JOIN LATERAL (
			SELECT k.change_set_id, k.at FROM change_kind k
			WHERE k.user_id = ${userId}::uuid AND k.kind = asked.kind AND k.op = how.op
				AND ${isWithin(asked, 'k.at', 'k.change_set_id')}
				${action === 'changed' ? isAlone(userId) : Prisma.empty}
			${last('k.at', 'k.change_set_id')}
		) k
	)`;
}

/** That what belongs to a record, as a line `k` has it, was not changed only because the record was created or deleted. */
const isAlone = (userId: UserId) => Prisma.sql`
	AND (k.op <> 'with' OR NOT EXISTS (
		SELECT FROM change_kind w WHERE w.user_id = ${userId}::uuid AND w.kind = k.kind AND w.op IN ('created', 'deleted')
			AND w.at = k.at AND w.change_set_id = k.change_set_id
	))`;

/** Which tables beside the contact points have what happened to records of a kind. */
const tables: Partial<Record<HistoryKind, string[]>> = {
	company: ['company', 'company_tag'],
	contact: ['contact', 'contact_tag'],
	deal: ['deal', 'deal_person', 'deal_stage_change'],
	activity: ['activity', 'activity_person'],
	field: ['field', 'field_option'],
};

/** That a line of the log is of a record of a kind. A contact point can be a company's or a contact's. */
function isOfKind(kind: HistoryKind): Prisma.Sql {
	const own = Prisma.sql`l.entity = ANY (${tables[kind] ?? [kind]}::text[])`;
	if (kind !== 'company' && kind !== 'contact') return own;
	const owner = Prisma.raw(`'${kind}_id'`);
	return Prisma.sql`(${own} OR l.entity = 'contact_point' AND coalesce(l.after, l.before) ->> ${owner} IS NOT NULL)`;
}

/** The change sets that touched some records, as `SELECT id, at`. */
function setsOfRecords(userId: UserId, asked: AskedChanges, ids: string[]): Prisma.Sql {
	const { kind, action } = asked.filter;
	const isOwn = Prisma.sql`l.entity = ANY (${Object.keys(historyKinds)}::text[])`;
	const did = {
		created: Prisma.sql`AND ${isOwn} AND l.before IS NULL`,
		deleted: Prisma.sql`AND ${isOwn} AND l.after IS NULL`,
		changed: Prisma.sql`AND NOT (${isOwn} AND (l.before IS NULL OR l.after IS NULL))`,
		undone: Prisma.sql`AND s.undoes IS NOT NULL`,
	};
	return Prisma.sql`
		SELECT DISTINCT l.id, l.at FROM unnest(${ids}::uuid[]) AS r(id) CROSS JOIN LATERAL (
			SELECT s.id, s.at FROM change_log l JOIN change_set s ON s.user_id = l.user_id AND s.id = l.change_set_id
			WHERE l.user_id = ${userId}::uuid AND l.record_id = r.id AND l.id > 0
				${kind ? Prisma.sql`AND ${isOfKind(kind)}` : Prisma.empty}
				${action ? did[action] : Prisma.empty}
				AND ${isWithin(asked, 's.at', 's.id')}
			ORDER BY l.id DESC LIMIT ${Prisma.raw(String(maxLinesOfRecord))}
		) l`;
}

/** That a change set is within the span asked for, and older than the page's beginning. */
function isWithin(
	{ span = [undefined, undefined], filter: { before } }: AskedChanges,
	at: string,
	id: string,
): Prisma.Sql {
	const column = Prisma.raw(at);
	const [from, to] = span;
	const parts = [
		...(from ? [Prisma.sql`${column} >= ${from}`] : []),
		...(to ? [Prisma.sql`${column} < ${to}`] : []),
		...(before ? [Prisma.sql`(${column}, ${Prisma.raw(id)}) < (${new Date(before.at)}, ${before.id}::uuid)`] : []),
	];
	return Prisma.sql`${Prisma.join([Prisma.sql`true`, ...parts], ' AND ')}`;
}

/** Records by their ids, of which there may be more with the name than are looked at. */
export type Named = { ids: string[]; more: boolean };

/** The records whose name has all words, also those that are gone under their last one. */
async function findNamed(userId: UserId, text: string): Promise<Named> {
	const words = parseSearch(text).words.slice(0, maxWords);
	if (words.length === 0) return { ids: [], more: false };
	const most = Prisma.raw(String(maxNamedRecords + 1));
	const owner = Prisma.sql`${userId}::uuid`;
	const holdsAll = (text: string) =>
		Prisma.join(
			words.map((word) => Prisma.sql`${Prisma.raw(text)} LIKE holds(${word})`),
			' AND ',
		);
	const nameIn = (name: string) => holdsAll(`findable(${name})`);
	// what findable() makes of a name, most of which stands in a column already
	const keyed = holdsAll("replace(replace(replace(r.name_key, '''', ''), '-', ''), '.', '')");
	const present = Object.entries({
		// an index has a longer text with the name
		...{
			company: [holdsAll('r.search'), keyed],
			contact: [holdsAll('r.search'), keyed],
			deal: [holdsAll('r.search'), keyed],
		},
		activity: [holdsAll('r.search'), nameIn('r.subject')],
		follow_up: [holdsAll('r.search'), nameIn('r.title')],
		...{ tag: [nameIn('r.name')], field: [nameIn('r.name')], saved_view: [nameIn('r.name')] },
	}).map(
		([table, conditions]) => Prisma.sql`(
			SELECT r.id FROM ${Prisma.raw(table)} r
			WHERE r.user_id = ${owner} AND ${Prisma.join(conditions, ' AND ')} LIMIT ${most}
		)`,
	);
	const rows = await read<{ id: string }[]>`
		SELECT DISTINCT f.id FROM (
			${Prisma.join(present, ' UNION ALL ')} UNION ALL (
				SELECT l.record_id FROM change_log l
				WHERE l.user_id = ${owner} AND l.after IS NULL
					AND l.entity IN ('company', 'contact', 'deal', 'activity', 'follow_up', 'tag', 'field', 'saved_view')
					AND ${nameIn("coalesce(l.before ->> 'name', l.before ->> 'subject', l.before ->> 'title')")} LIMIT ${most}
			)
		) f LIMIT ${most}`;
	const ids = rows.map(({ id }) => id);
	return { ids: ids.slice(0, maxNamedRecords), more: ids.length > maxNamedRecords };
}
