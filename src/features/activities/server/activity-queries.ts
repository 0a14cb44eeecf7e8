import 'server-only';
import { getSettings, type Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { boundsOf, type Days } from '@/lib/dates/dates';
import { db, Prisma } from '@/lib/db/db';
import { findPage, isWithin, rowsOf } from '@/lib/list/list-sql';
import { type ActivityType, activityTypes, type TypeCounts } from '../activity-types';
import type { ActivityListState } from '../schema';
import { presentTimeline, type ShownEntry, type TimelineEntry } from '../timeline';
import { type ActivityRow, activityColumns, activityJoins, activityListQuery, linkColumns } from './activity-sql';

export type { ActivityRow } from './activity-sql';

/** One page of the account's activities, with the page's details. */
export async function listActivities(userId: UserId, state: ActivityListState, settings: Settings) {
	const { ids, ...found } = await findPage(activityListQuery(userId, state, settings), state);
	const rows = await db.$queryRaw<ActivityRow[]>`
		SELECT ${activityColumns}
		FROM ${rowsOf(ids)} JOIN activity a ON a.user_id = ${userId}::uuid AND a.id = page.id ${activityJoins}
		ORDER BY page.place`;
	return { rows, ...found };
}

/** An activity with everything its own page shows, or null. */
export async function getActivity(userId: UserId, id: string) {
	return db.activity.findUnique({
		where: { userId_id: { userId, id } },
		select: {
			id: true,
			type: true,
			subject: true,
			description: true,
			at: true,
			durationMinutes: true,
			outcome: true,
			nextSteps: true,
			metadata: true,
			version: true,
			createdAt: true,
			updatedAt: true,
			company: { select: { id: true, name: true } },
			contact: { select: { id: true, name: true } },
			deal: { select: { id: true, name: true } },
		},
	});
}

export type Activity = NonNullable<Awaited<ReturnType<typeof getActivity>>>;

/** Whose timeline it is. */
export type TimelineOwner = {
	companyId?: string | undefined;
	contactId?: string | undefined;
	dealId?: string | undefined;
};

/** The number of timeline entries that are loaded at once. */
export const timelineEntriesAtOnce = 30;

/**
 * The entries of a company's, a person's or a deal's timeline, the latest first: what was logged, and the stages that its
 * deals came to. With `after`, those that are older than a loaded entry.
 */
export async function listTimeline(
	userId: UserId,
	whose: TimelineOwner,
	after?: { at: number; id: string },
): Promise<TimelineEntry[]> {
	const [column, id] = Object.entries({
		company_id: whose.companyId,
		contact_id: whose.contactId,
		deal_id: whose.dealId,
	}).find(([, value]) => value) ?? [undefined, undefined];
	if (!column || !id) return [];
	const before = after ? new Date(after.at) : null;
	// the instant alone first, for the index
	const older = (at: Prisma.Sql, entry: Prisma.Sql) =>
		before && after
			? Prisma.sql`AND ${at} <= ${before}::timestamptz AND (${at}, ${entry}) < (${before}::timestamptz, ${after.id}::uuid)`
			: Prisma.empty;
	const dealColumn = column === 'deal_id' ? Prisma.sql`d.id` : Prisma.raw(`d.${column}`);
	return db.$queryRaw`
		SELECT * FROM (
			(SELECT 'activity' AS kind, a.id, a.at, a.type::text AS type, a.subject, a.description,
				a.duration_minutes AS "durationMinutes", a.outcome, a.next_steps AS "nextSteps",
				NULL AS "from", NULL AS "to", ${linkColumns}
			 FROM activity a ${activityJoins}
			 WHERE a.user_id = ${userId}::uuid AND a.${Prisma.raw(column)} = ${id}::uuid ${older(Prisma.sql`a.at`, Prisma.sql`a.id`)}
			 ORDER BY a.at DESC, a.id DESC LIMIT ${timelineEntriesAtOnce})
			UNION ALL
			(SELECT 'stage', s.id, s.at, NULL, NULL, NULL, NULL, NULL, NULL, s.from_stage::text, s.to_stage::text,
				d.company_id, c.name, d.contact_id, p.name, d.id, d.name
			 FROM deal d JOIN deal_stage_change s ON s.user_id = d.user_id AND s.deal_id = d.id
			 JOIN company c ON c.user_id = d.user_id AND c.id = d.company_id
			 LEFT JOIN contact p ON p.user_id = d.user_id AND p.id = d.contact_id
			 WHERE d.user_id = ${userId}::uuid AND ${dealColumn} = ${id}::uuid ${older(Prisma.sql`s.at`, Prisma.sql`s.id`)}
			 ORDER BY s.at DESC, s.id DESC LIMIT ${timelineEntriesAtOnce})
		) entry ORDER BY at DESC, id DESC LIMIT ${timelineEntriesAtOnce}`;
}

/** The entries after a loaded one, as the timeline shows them. */
export async function findOlderEntries(
	userId: UserId,
	{ at, id, ...whose }: TimelineOwner & { at: number; id: string },
): Promise<ShownEntry[]> {
	const [entries, settings] = await Promise.all([listTimeline(userId, whose, { at, id }), getSettings(userId)]);
	return presentTimeline(entries, settings, new Date());
}

/** Some weeks, which follow one another, each with how many activities of each type lie on its days. */
export async function countByWeek(
	userId: UserId,
	weeks: Days[],
	timeZone: string,
): Promise<(Days & { counts: TypeCounts })[]> {
	const starts = boundsOf(weeks, timeZone);
	const rows = await db.$queryRaw<{ week: number; type: ActivityType; count: number }[]>`
		SELECT width_bucket(a.at, ${starts}::timestamptz[]) AS week, a.type, count(*)::int AS count
		FROM activity a
		WHERE a.user_id = ${userId}::uuid AND a.at >= ${starts[0]}::timestamptz AND a.at < ${starts.at(-1)}::timestamptz
		GROUP BY 1, 2`;
	// buckets are counted from 1
	return weeks.map((week, index) => ({ ...week, counts: byType(rows.filter((row) => row.week === index + 1)) }));
}

/** How many activities of each type lie on some of the user's days. */
export async function countByType(userId: UserId, { from, to }: Days, timeZone: string): Promise<TypeCounts> {
	return byType(
		await db.$queryRaw<{ type: ActivityType; count: number }[]>`
			SELECT a.type, count(*)::int AS count FROM activity a
			WHERE a.user_id = ${userId}::uuid ${isWithin(Prisma.sql`a.at`, from, to, timeZone)} GROUP BY a.type`,
	);
}

function byType(rows: { type: ActivityType; count: number }[]): TypeCounts {
	const count = (type: ActivityType) => rows.find((row) => row.type === type)?.count ?? 0;
	return Object.fromEntries(activityTypes.map((type) => [type, count(type)])) as TypeCounts;
}
