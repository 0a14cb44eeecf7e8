import 'server-only';
import { getSettings, type Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { read, readPrepared } from '@/lib/db/read';
import { findPage, rowsOf } from '@/lib/list/list-sql';
import type { ActivityListState } from '../schema';
import { presentTimeline, type ShownEntry, type TimelineEntry } from '../timeline';
import { type ActivityRow, activityColumns, activityJoins, activityPageQuery, linkColumns } from './activity-sql';

export type { ActivityRow } from './activity-sql';

/** One page of the account's activities, with the page's details. */
export async function listActivities(userId: UserId, state: ActivityListState, settings: Settings) {
	const { ids, ...found } = await findPage(activityPageQuery(userId, state, settings), state);
	if (ids.length === 0) return { rows: [], ...found };
	const rows = await readPrepared<ActivityRow[]>`
		SELECT ${activityColumns}
		FROM ${rowsOf(ids)} JOIN activity a ON a.user_id = ${userId}::uuid AND a.id = page.id ${activityJoins}
		ORDER BY page.place`;
	return { rows, ...found };
}

type ActivityColumns = ActivityRow & {
	description: string | null;
	nextSteps: string | null;
	metadata: Prisma.JsonValue;
	version: number;
	createdAt: Date;
	updatedAt: Date;
};

/** An activity with everything its own page shows, or null. */
export async function getActivity(userId: UserId, id: string) {
	const [found] = await readPrepared<ActivityColumns[]>`
		SELECT ${activityColumns}, a.description, a.next_steps AS "nextSteps", a.metadata, a.version, a.created_at AS "createdAt",
			a.updated_at AS "updatedAt"
		FROM activity a ${activityJoins} WHERE a.user_id = ${userId}::uuid AND a.id = ${id}::uuid`;
	if (!found) return null;
	const { companyId, companyName, dealId, dealName, ...columns } = found;
	return {
		...columns,
		company: { id: companyId, name: companyName },
		deal: dealId && dealName ? { id: dealId, name: dealName } : null,
	};
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

/** Where a timeline's activities `o` and deals `d` are found, by whom it belongs to. */
const timelineSources = {
	company: {
		activities: Prisma.sql`activity`,
		activityId: Prisma.sql`id`,
		deals: Prisma.sql`deal d`,
		dealOwner: Prisma.sql`d.company_id`,
	},
	contact: {
		activities: Prisma.sql`activity_person`,
		activityId: Prisma.sql`activity_id`,
		deals: Prisma.sql`deal_person t JOIN deal d ON d.user_id = t.user_id AND d.id = t.deal_id`,
		dealOwner: Prisma.sql`t.contact_id`,
	},
	deal: {
		activities: Prisma.sql`activity`,
		activityId: Prisma.sql`id`,
		deals: Prisma.sql`deal d`,
		dealOwner: Prisma.sql`d.id`,
	},
};

/**
 * The entries of a company's, a person's or a deal's timeline, the latest first: what was logged, and the stages that its
 * deals came to. With `after`, those that are older than a loaded entry.
 */
export async function listTimeline(
	userId: UserId,
	whose: TimelineOwner,
	after?: { at: number; id: string },
): Promise<TimelineEntry[]> {
	const owner = (['company', 'contact', 'deal'] as const).find((noun) => whose[`${noun}Id`]);
	const id = owner && whose[`${owner}Id`];
	if (!id) return [];
	const before = after ? new Date(after.at) : null;
	// the instant alone first, for the index
	const older = (at: Prisma.Sql, entry: Prisma.Sql) =>
		before && after
			? Prisma.sql`AND ${at} <= ${before}::timestamptz AND (${at}, ${entry}) < (${before}::timestamptz, ${after.id}::uuid)`
			: Prisma.empty;
	const { activities, activityId, deals, dealOwner } = timelineSources[owner];
	return read`
		SELECT * FROM (
			(SELECT 'activity' AS kind, a.id, a.at, a.type::text AS type, a.subject, a.description,
				a.duration_minutes AS "durationMinutes", a.outcome, a.next_steps AS "nextSteps",
				NULL AS "from", NULL AS "to", ${linkColumns}
			 FROM (
				SELECT o.at, o.${activityId} AS id FROM ${activities} o
				WHERE o.user_id = ${userId}::uuid AND o.${Prisma.raw(`${owner}_id`)} = ${id}::uuid
					${older(Prisma.sql`o.at`, Prisma.sql`o.${activityId}`)}
				ORDER BY o.at DESC, o.${activityId} DESC LIMIT ${timelineEntriesAtOnce}
			 ) shown JOIN activity a ON a.user_id = ${userId}::uuid AND a.id = shown.id ${activityJoins})
			UNION ALL
			(SELECT 'stage', s.id, s.at, NULL, NULL, NULL, NULL, NULL, NULL, s.from_stage::text, s.to_stage::text,
				d.company_id, c.name, CASE WHEN p.id IS NULL THEN '[]' ELSE json_build_array(json_build_object('id', p.id, 'name', p.name)) END,
				d.id, d.name
			 FROM ${deals} JOIN deal_stage_change s ON s.user_id = d.user_id AND s.deal_id = d.id
			 JOIN company c ON c.user_id = d.user_id AND c.id = d.company_id
			 LEFT JOIN contact p ON p.user_id = d.user_id AND p.id = d.contact_id
			 WHERE d.user_id = ${userId}::uuid AND ${dealOwner} = ${id}::uuid ${older(Prisma.sql`s.at`, Prisma.sql`s.id`)}
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
