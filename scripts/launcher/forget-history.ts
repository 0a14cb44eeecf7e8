import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Stopping } from './stopping.ts';
import { withClient } from './with-client.ts';

/** The number of lines of the log after which a batch ends: for so long an undo of what is in it waits. */
const linesAtOnce = 5_000;
/** The hour of the machine's clock at which the night's work is done. */
const nightHour = 3;

/**
 * Deletes what an account's settings don't keep of its history, now and each night, while the app runs. What is cut short is gone on with
 * the next time. A failure is told and is no reason not to run.
 */
export function forgetHistory(databaseUrl: string, stopping: Stopping): Promise<void> {
	if (stopping.signal.aborted) return Promise.resolve();
	let running = Promise.resolve();
	const run = () => {
		running = forgetOld(databaseUrl, stopping.signal).catch((error: unknown) => {
			if (!stopping.signal.aborted) console.error('Old history could not be deleted; this is tried again.', error);
		});
		return running;
	};
	let timer: NodeJS.Timeout;
	const wait = () => {
		timer = setTimeout(() => {
			run();
			wait();
		}, untilNight(new Date()));
	};
	wait();
	stopping.defer(() => {
		clearTimeout(timer);
		return running;
	});
	return run();
}

/** How many milliseconds it is until the next night. */
export function untilNight(now: Date): number {
	const night = new Date(now);
	night.setHours(nightHour, 0, 0, 0);
	if (night <= now) night.setDate(night.getDate() + 1);
	return night.getTime() - now.getTime();
}

async function forgetOld(databaseUrl: string, signal: AbortSignal): Promise<void> {
	await withClient(databaseUrl, async (client) => {
		const { rows } = await client.query<{ owner: string; kept: string }>(
			`SELECT user_id AS owner, history_kept AS kept FROM settings WHERE history_kept <> 'forever'`,
		);
		for (const { owner, kept } of rows) await forgetHistoryOf(client, owner, kept, signal);
	});
}

/** Deletes an account's history of before so long ago, each batch by itself, and half as fast as it could. Returns how many changes these were. */
export async function forgetHistoryOf(
	client: pg.Client | pg.Pool,
	owner: string,
	kept: string,
	signal: AbortSignal,
	lines = linesAtOnce,
): Promise<number> {
	let all = 0;
	while (!signal.aborted) {
		const begun = performance.now();
		const { rows }: pg.QueryResult<{ sets: number }> = await client.query(
			'SELECT forget_history($1, now() - $2::interval, $3) AS sets',
			[owner, kept, lines],
		);
		const sets = rows[0]?.sets ?? 0;
		if (sets === 0) break;
		all += sets;
		await pause(performance.now() - begun, undefined, { signal }).catch(() => {});
	}
	return all;
}
