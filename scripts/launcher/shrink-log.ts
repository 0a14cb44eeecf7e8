import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Stopping } from './stopping.ts';
import { withClient } from './with-client.ts';

/** The number of lines that are rewritten together: for so long a page that reads or undoes one of them waits. */
const linesAtOnce = 2_000;

/**
 * Rewrites the history of versions that logged rows whole, while the app runs; where it is stopped, it goes on at the next start.
 * A failure is told and is no reason not to run.
 */
export async function shrinkLog(databaseUrl: string, stopping: Stopping): Promise<void> {
	try {
		await withClient(databaseUrl, async (client) => {
			for (const owner of await withLargeLines(client)) await shrinkLogOf(client, owner, stopping.signal);
		});
	} catch (error) {
		if (!stopping.signal.aborted)
			console.error('The history could not be made smaller; this is tried at the next start.', error);
	}
}

/** The accounts with lines to rewrite. The oldest line is rewritten last, so it tells. */
export async function withLargeLines(client: pg.Client | pg.Pool): Promise<string[]> {
	const { rows } = await client.query<{ id: string }>(`
		SELECT u.id FROM "user" u CROSS JOIN LATERAL (
			SELECT coalesce(l.after, l.before) AS line FROM change_log l WHERE l.user_id = u.id ORDER BY l.id LIMIT 1
		) oldest WHERE oldest.line ? 'user_id'`);
	return rows.map(({ id }) => id);
}

/** Rewrites the lines of an account, each batch by itself, and half as fast as it could, so that the app is not slowed down for long. */
export async function shrinkLogOf(
	client: pg.Client | pg.Pool,
	owner: string,
	signal: AbortSignal,
	lines = linesAtOnce,
): Promise<void> {
	for (let below: string | null = '9223372036854775807'; below !== null && !signal.aborted; ) {
		const begun = performance.now();
		const { rows }: pg.QueryResult<{ next: string | null }> = await client.query(
			'SELECT shrink_log($1, $2, $3) AS next',
			[owner, below, lines],
		);
		below = rows[0]?.next ?? null;
		await pause(performance.now() - begun, undefined, { signal }).catch(() => {});
	}
}
