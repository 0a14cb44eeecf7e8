import 'server-only';
import { db } from '@/lib/db';
import type { UserId } from '@/lib/session';

/** More change sets than are written while one of them takes its time, as an import does. */
const lastSets = 64;
/** Imports that may still be changed by what goes on in the background. */
const lastImports = 16;

/**
 * A mark that is another one as soon as anything has changed that the account's pages show, be it only that a new day has
 * begun; and whether the server is at work on an import, which will change it. Cheap, so that a tab can ask for it whenever
 * it comes into view.
 */
export async function readMark(userId: UserId): Promise<{ mark: string; working: boolean }> {
	const [row] = await db.$queryRaw<{ mark: string; working: boolean }[]>`
		SELECT md5(concat_ws(' ', u.id, u.updated_at,
			(now() AT TIME ZONE coalesce((SELECT time_zone FROM settings WHERE user_id = u.id), 'UTC'))::date,
			(SELECT string_agg(id::text, ' ') FROM (
				SELECT id FROM change_set WHERE user_id = ${userId}::uuid ORDER BY id DESC LIMIT ${lastSets}) s),
			(SELECT string_agg(concat_ws(' ', id, status, started_at, finished_at), ' ') FROM (
				SELECT id, status, started_at, finished_at FROM data_import
				WHERE user_id = ${userId}::uuid ORDER BY created_at DESC, id DESC LIMIT ${lastImports}) i),
			(SELECT string_agg(id::text, ' ') FROM (
				SELECT id FROM session WHERE user_id = ${userId}::uuid ORDER BY id DESC LIMIT 20) o)
		)) AS mark, EXISTS (SELECT FROM data_import WHERE user_id = ${userId}::uuid
			AND status IN ('checking', 'running') AND started_at > now() - interval '1 hour') AS working
		FROM "user" u WHERE u.id = ${userId}::uuid`;
	return row ?? { mark: '', working: false };
}
