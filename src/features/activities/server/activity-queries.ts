import 'server-only';
import { customListOf } from '@/domain/custom-fields/custom-list';
import { type CustomRow, customColumn, customJoin } from '@/domain/custom-fields/custom-rows';
import type { Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { readPrepared } from '@/lib/db/read';
import { shownIds } from '@/lib/list/list-columns';
import { shownOf } from '@/lib/list/list-more-sql';
import { findPage, rowsOf } from '@/lib/list/list-sql';
import { groupKeyOf, sumRows } from '@/lib/list/list-sums-sql';
import { type ActivityListState, activityList } from '../schema';
import {
	type ActivityRow,
	activityColumns,
	activityGroup,
	activityJoins,
	activityListQuery,
	activityPageQuery,
	activitySums,
} from './activity-sql';

export type { ActivityRow } from './activity-sql';

/** What a row of the list has beyond the usual, each only where its column is shown. */
export type ActivityMore = { nextSteps?: string | null; description?: string | null; groupKey?: string | null };

const activityMore: Record<Exclude<keyof ActivityMore, 'groupKey'>, Prisma.Sql> = {
	nextSteps: Prisma.sql`a.next_steps`,
	description: Prisma.sql`left(a.description, 300)`,
};

/** One page of the account's activities, with the page's details. */
export async function listActivities(userId: UserId, state: ActivityListState, settings: Settings) {
	const { added, sums } = customListOf(state);
	const shown = shownIds(state, activityList.extend(added).columns);
	const group = activityGroup(userId, state, settings.timeZone);
	const { ids, ...found } = await findPage(activityPageQuery(userId, state, settings), state);
	if (ids.length === 0) return { rows: [], sums: [], groups: [], isContinued: false, ...found };
	const rows = await readPrepared<(ActivityRow & ActivityMore & CustomRow)[]>`
		SELECT ${activityColumns} ${shownOf(activityMore, shown)} ${customColumn(shown, 'a')} ${groupKeyOf(group)}
		FROM ${rowsOf(ids)} JOIN activity a ON a.user_id = ${userId}::uuid AND a.id = page.id ${activityJoins} ${customJoin(state.group, group)}
		ORDER BY page.place`;
	const listed = activityListQuery(userId, state, settings);
	return {
		rows,
		...found,
		...(await sumRows(
			listed,
			{ ...activitySums, values: { ...activitySums.values, ...sums } },
			{ shown, group, rows, count: found.count, place: state },
		)),
	};
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
