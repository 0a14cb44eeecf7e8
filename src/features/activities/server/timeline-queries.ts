import 'server-only';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { instantOf } from '@/lib/dates/dates';
import { Prisma } from '@/lib/db/db';
import { read } from '@/lib/db/read';
import { containsWords, matches } from '@/lib/list/search-sql';
import { presentTimeline, type ShownEntry, type TimelineEntry } from '../timeline/present-timeline';
import { type KindCounts, maxCounted, type TimelineKind, timelineEntriesAtOnce } from '../timeline/timeline-kinds';
import { activityJoins, linkColumns } from './activity-sql';
import { hasRecord, type TimelineOwner, type TimelineSource, timelineOf } from './timeline-sql';

export type { TimelineOwner } from './timeline-sql';

/** What is asked of a timeline's entries: of one kind, with these words, and after a loaded one or in a year and before. */
export type TimelinePart = {
	kind?: TimelineKind | undefined;
	q?: string | undefined;
	after?: { at: number; id: string } | undefined;
	/** An instant before which the entries lie. */
	before?: Date | undefined;
	limit: number;
};

export type WholeTimeline = {
	/** What has happened, the latest first. */
	entries: TimelineEntry[];
	/** What is still to come, the next first. */
	planned: TimelineEntry[];
	pinned: TimelineEntry | null;
	counts: KindCounts;
	/** When its first activity was. */
	firstAt: Date | null;
};

const noCounts: KindCounts = { call: 0, email: 0, meeting: 0, note: 0, change: 0 };

/**
 * A company's, a contact's or a deal's timeline as its page shows it, by one statement: the latest entries, at most `plannedAtOnce`
 * of those to come, the pinned note, and how many entries there are of each kind.
 */
export async function readTimeline(
	userId: UserId,
	whose: TimelineOwner,
	plannedAtOnce: number,
): Promise<WholeTimeline> {
	const none = { entries: [], planned: [], pinned: null, counts: noCounts, firstAt: null };
	if (!hasRecord(whose)) return none;
	const source = timelineOf(userId, whose);
	const part = { limit: timelineEntriesAtOnce.first };
	const rows = await read<(Pick<WholeTimeline, 'counts' | 'firstAt'> & TimelineEntry & { part: string | null })[]>`
		SELECT n.counts, n."firstAt", e.* FROM (SELECT ${countsOf(source)} AS counts, ${firstOf(source)} AS "firstAt") n
		LEFT JOIN (
			SELECT 'entry' AS part, entry.* FROM (${entriesOf(userId, source, part, Prisma.empty)}) entry
			UNION ALL
			SELECT 'planned', planned.* FROM (${plannedOf(userId, source, plannedAtOnce)}) planned
			UNION ALL
			SELECT 'pinned', pinned.* FROM (${pinnedOf(userId, source)}) pinned
		) e ON true
		ORDER BY e.at DESC, e.id DESC`;
	const of = (part: string) => rows.filter((row) => row.part === part);
	const { counts = noCounts, firstAt = null } = rows[0] ?? {};
	return { entries: of('entry'), planned: of('planned').reverse(), pinned: of('pinned')[0] ?? null, counts, firstAt };
}

/** Entries of a timeline that have happened, the latest first: what was logged, and the stages that its deals came to. */
export async function listTimeline(userId: UserId, whose: TimelineOwner, part: TimelinePart): Promise<TimelineEntry[]> {
	if (!hasRecord(whose)) return [];
	const { q = '' } = part;
	const isFound = await matches(userId, Prisma.sql`s.search`, q);
	return read`${entriesOf(userId, timelineOf(userId, whose), part, isFound)}`;
}

/** The entries that a timeline asks for once its page is open, as it shows them. */
export async function findEntries(
	userId: UserId,
	{ at, id, year, kind, q, ...whose }: TimelineOwner & AskedEntries,
): Promise<ShownEntry[]> {
	const settings = await getSettings(userId);
	const part = {
		...{ kind, q, limit: timelineEntriesAtOnce.more },
		after: at !== undefined && id ? { at, id } : undefined,
		before: year ? instantOf(`${year + 1}-01-01T00:00`, settings.timeZone) : undefined,
	};
	return presentTimeline(await listTimeline(userId, whose, part), settings, new Date());
}

type AskedEntries = { at?: number | undefined; id?: string | undefined; year?: number | undefined } & Pick<
	TimelinePart,
	'kind' | 'q'
>;

/** The columns of an activity `a` as an entry. */
const activityEntry = Prisma.sql`
	'activity' AS kind, a.id, a.at, a.type::text AS type, a.subject, a.description, a.duration_minutes AS "durationMinutes",
	a.outcome, a.next_steps AS "nextSteps",
	(SELECT json_build_object('dueOn', f.due_on::text, 'dueTime', left(f.due_time::text, 5), 'isDone', f.done_at IS NOT NULL)
	 FROM follow_up f
	 WHERE f.user_id = a.user_id AND f.activity_id = a.id ORDER BY f.created_at DESC, f.id DESC LIMIT 1) AS "followUp",
	NULL AS "from", NULL AS "to", ${linkColumns}`;

/** The entries that have happened. `isFound` is a condition on the activity `s` where something is looked for. */
function entriesOf(
	userId: UserId,
	{ activities, activityId, isTheirs, deals, areTheirs }: TimelineSource,
	{ kind, q = '', after, before, limit }: TimelinePart,
	isFound: Prisma.Sql,
): Prisma.Sql {
	const from = after ? new Date(after.at) : null;
	// the instant alone first, for the index
	const older = (at: Prisma.Sql, id: Prisma.Sql) => Prisma.sql`
		${from && after ? Prisma.sql`AND ${at} <= ${from}::timestamptz AND (${at}, ${id}) < (${from}::timestamptz, ${after.id}::uuid)` : Prisma.empty}
		${before ? Prisma.sql`AND ${at} < ${before}::timestamptz` : Prisma.empty}`;
	const isOfType = kind && kind !== 'change' ? Prisma.sql`AND o.type = ${kind}::activity_type` : Prisma.empty;
	const searched =
		isFound === Prisma.empty
			? Prisma.empty
			: Prisma.sql`JOIN activity s ON s.user_id = o.user_id AND s.id = o.${activityId}`;
	const logged = Prisma.sql`
		SELECT ${activityEntry} FROM (
			SELECT o.at, o.${activityId} AS id FROM ${activities} o ${searched}
			WHERE ${isTheirs} AND o.at <= now() ${isOfType} ${older(Prisma.sql`o.at`, Prisma.sql`o.${activityId}`)} ${isFound}
			ORDER BY o.at DESC, o.${activityId} DESC LIMIT ${limit}
		) shown JOIN activity a ON a.user_id = ${userId}::uuid AND a.id = shown.id ${activityJoins}`;
	const words = containsWords(Prisma.sql`findable(d.name)`, q);
	const isNamed = words.length > 0 ? Prisma.sql`AND ${Prisma.join(words, ' AND ')}` : Prisma.empty;
	const moved = Prisma.sql`
		SELECT 'stage' AS kind, s.id, s.at, NULL AS type, NULL AS subject, NULL AS description, NULL::int AS "durationMinutes",
			NULL AS outcome, NULL AS "nextSteps", NULL::json AS "followUp", s.from_stage::text AS "from", s.to_stage::text AS "to",
			d.company_id AS "companyId", c.name AS "companyName",
			CASE WHEN p.id IS NULL THEN '[]' ELSE json_build_array(json_build_object('id', p.id, 'name', p.name)) END AS people,
			d.id AS "dealId", d.name AS "dealName"
		FROM ${deals} JOIN deal_stage_change s ON s.user_id = d.user_id AND s.deal_id = d.id
		JOIN company c ON c.user_id = d.user_id AND c.id = d.company_id
		LEFT JOIN contact p ON p.user_id = d.user_id AND p.id = d.contact_id
		WHERE ${areTheirs} AND s.at <= now() ${older(Prisma.sql`s.at`, Prisma.sql`s.id`)} ${isNamed}
		ORDER BY s.at DESC, s.id DESC LIMIT ${limit}`;
	const all = kind === 'change' ? [moved] : kind ? [logged] : [logged, moved];
	const parts = all.map((each) => Prisma.sql`(${each})`);
	return Prisma.sql`SELECT * FROM (${Prisma.join(parts, ' UNION ALL ')}) entry ORDER BY at DESC, id DESC LIMIT ${limit}`;
}

function plannedOf(userId: UserId, { activities, activityId, isTheirs }: TimelineSource, limit: number): Prisma.Sql {
	return Prisma.sql`
		SELECT ${activityEntry} FROM (
			SELECT o.at, o.${activityId} AS id FROM ${activities} o WHERE ${isTheirs} AND o.at > now()
			ORDER BY o.at, o.${activityId} LIMIT ${limit}
		) shown JOIN activity a ON a.user_id = ${userId}::uuid AND a.id = shown.id ${activityJoins}`;
}

/** The pinned note, as long as it belongs to the record. */
function pinnedOf(userId: UserId, { record, recordId, owns }: TimelineSource): Prisma.Sql {
	return Prisma.sql`
		SELECT ${activityEntry} FROM ${record} r JOIN activity a ON a.user_id = r.user_id AND a.id = r.pinned_note_id ${activityJoins}
		WHERE r.user_id = ${userId}::uuid AND r.id = ${recordId}::uuid AND ${owns}`;
}

/** How many entries there are of each kind, counted up to one more than are shown. */
function countsOf({ activities, isTheirs, deals, areTheirs }: TimelineSource): Prisma.Sql {
	const upTo = Prisma.raw(String(maxCounted + 1));
	const ofType = (['call', 'email', 'meeting', 'note'] as const).map(
		(type) => Prisma.sql`${Prisma.raw(`'${type}'`)}, (SELECT count(*) FROM (
			SELECT FROM ${activities} o WHERE ${isTheirs} AND o.type = ${Prisma.raw(`'${type}'`)} AND o.at <= now() LIMIT ${upTo}) counted)`,
	);
	return Prisma.sql`json_build_object(${Prisma.join(ofType)}, 'change', (SELECT count(*) FROM (
		SELECT FROM ${deals} JOIN deal_stage_change s ON s.user_id = d.user_id AND s.deal_id = d.id
		WHERE ${areTheirs} AND s.at <= now() LIMIT ${upTo}) counted))`;
}

const firstOf = ({ activities, isTheirs }: TimelineSource) =>
	Prisma.sql`(SELECT min(o.at) FROM ${activities} o WHERE ${isTheirs} AND o.at <= now())`;
