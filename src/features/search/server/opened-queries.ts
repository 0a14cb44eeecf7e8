import 'server-only';
import { type SearchedKind, searchedKinds } from '@/domain/search/searched-kinds';
import type { UserId } from '@/lib/auth/session';
import { read, readPrepared } from '@/lib/db/read';

/** What is kept of the records that were opened, the latest first; some may have been deleted since. */
export async function findOpened(userId: UserId): Promise<{ kind: SearchedKind; id: string }[]> {
	return readPrepared`
		SELECT kind, record_id AS id FROM recently_opened
		WHERE user_id = ${userId}::uuid ORDER BY opened_at DESC, record_id DESC`;
}

/** How many lines of the history are looked through for what was changed last. */
const latestLines = 1_000;

/** The records that were last made or changed, the latest first, each once. */
export async function findRecent(userId: UserId, limit: number): Promise<{ kind: SearchedKind; id: string }[]> {
	return read`
		SELECT entity AS kind, record_id AS id FROM (
			SELECT entity, record_id, max(id) AS last FROM (
				SELECT l.entity, l.record_id, l.id FROM change_log l
				WHERE l.user_id = ${userId}::uuid ORDER BY l.id DESC LIMIT ${latestLines}
			) l
			WHERE entity = ANY (${searchedKinds.filter((kind) => kind !== 'follow_up')}) GROUP BY entity, record_id
		) r
		ORDER BY last DESC LIMIT ${limit}`;
}
