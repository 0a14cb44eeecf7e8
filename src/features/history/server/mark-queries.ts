import 'server-only';
import { readFrame } from '@/domain/page-frame';
import type { UserId } from '@/lib/auth/session';
import { readPrepared } from '@/lib/db/read';
import { isRendering } from '@/lib/request/rendering';

/**
 * A mark that is another one as soon as anything has changed that the account's pages show, be it only that a new day has
 * begun; and whether the server is at work on an import, which will change it. Cheap, so that a tab can ask for it whenever
 * it comes into view.
 */
export async function readMark(userId: UserId): Promise<{ mark: string; working: boolean }> {
	if (isRendering()) {
		const { mark, working } = await readFrame(userId);
		return { mark, working };
	}
	const [row] = await readPrepared<{ mark: string; working: boolean }[]>`
		SELECT mark, working FROM account_mark(${userId}::uuid) WHERE mark IS NOT NULL`;
	return row ?? { mark: '', working: false };
}
