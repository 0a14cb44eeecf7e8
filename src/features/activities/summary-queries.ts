import 'server-only';
import { type Days, daysLater, instantOf } from '@/lib/dates';
import { db, Prisma } from '@/lib/db';
import { isWithin } from '@/lib/list-sql';
import type { UserId } from '@/lib/session';
import { type ActivityRow, activityColumns, links } from './sql';
import { type ActivityType, activityTypes, type TypeCounts } from './types';

/** The last activities that are not in the future, the latest first. */
export async function listRecentActivities(userId: UserId, limit: number): Promise<ActivityRow[]> {
	return db.$queryRaw`
		SELECT ${activityColumns} FROM (
			SELECT a.* FROM activity a WHERE a.user_id = ${userId}::uuid AND a.at <= now()
			ORDER BY a.at DESC, a.id DESC LIMIT ${limit}
		) a ${links} ORDER BY a.at DESC, a.id DESC`;
}

/** Some weeks, which follow one another, each with how many activities of each type lie on its days. */
export async function countByWeek(
	userId: UserId,
	weeks: Days[],
	timeZone: string,
): Promise<(Days & { counts: TypeCounts })[]> {
	const starts = [...weeks.map(({ from }) => from), daysLater(weeks.at(-1)?.to ?? '', 1)].map((day) =>
		instantOf(`${day}T00:00`, timeZone),
	);
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
