import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { read } from '@/lib/db/read';
import { type ActivityRow, activityColumns, activityJoins } from './activity-sql';

/** The last activities that are not in the future, the latest first. */
export async function listRecentActivities(userId: UserId, limit: number): Promise<ActivityRow[]> {
	return read`
		SELECT ${activityColumns} FROM (
			SELECT a.* FROM activity a WHERE a.user_id = ${userId}::uuid AND a.at <= now()
			ORDER BY a.at DESC, a.id DESC LIMIT ${limit}
		) a ${activityJoins} ORDER BY a.at DESC, a.id DESC`;
}
