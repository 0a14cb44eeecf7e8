import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';

/**
 * A mark that is another one as soon as anything has changed that the account's pages show, be it only that a new day has
 * begun; and whether the server is at work on an import, which will change it. Cheap, so that a tab can ask for it whenever
 * it comes into view.
 */
export async function readMark(userId: UserId): Promise<{ mark: string; working: boolean }> {
	const [row] = await db.$queryRaw<{ mark: string; working: boolean }[]>`
		SELECT mark, working FROM account_mark(${userId}::uuid) WHERE mark IS NOT NULL`;
	return row ?? { mark: '', working: false };
}
