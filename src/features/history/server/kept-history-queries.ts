import 'server-only';
import { readFrame } from '@/domain/page-frame';
import { sampleDataLabel } from '@/features/sample-data/schema';
import type { UserId } from '@/lib/auth/session';
import { readPrepared } from '@/lib/db/read';
import { isRendering } from '@/lib/request/rendering';
import { type KeptChoice, keptChoices } from '../schema';

/** How many lines at each end of the log are weighed to know how large all of them are. */
const weighedLines = 500;

/** A number of changes, and how many bytes of the database they take up, roughly. */
export type HistorySize = { changes: number; bytes: number };

type HistoryKept = {
	kept: KeptChoice;
	/** When the oldest change was made; null where there is none. */
	since: Date | null;
	all: HistorySize;
	/** What each choice would delete. */
	older: Record<KeptChoice, HistorySize>;
};

/** How long an account's history is kept. */
export async function readKeptChoice(userId: UserId): Promise<KeptChoice> {
	if (isRendering()) return ((await readFrame(userId)).historyKept as KeptChoice | null) ?? 'forever';
	const [settings] = await readPrepared<{ kept: KeptChoice }[]>`
		SELECT history_kept AS kept FROM settings WHERE user_id = ${userId}::uuid`;
	return settings?.kept ?? 'forever';
}

/** How long an account's history is kept, how large it is, and what is older than each choice keeps. */
export async function readKeptHistory(userId: UserId): Promise<HistoryKept> {
	const rows = await readPrepared<
		{ choice: KeptChoice; since: Date | null; changes: number; lines: number; weight: number }[]
	>`
		WITH weighed AS (
			(SELECT l FROM change_log l WHERE l.user_id = ${userId}::uuid ORDER BY l.id LIMIT ${weighedLines})
			UNION ALL
			(SELECT l FROM change_log l WHERE l.user_id = ${userId}::uuid ORDER BY l.id DESC LIMIT ${weighedLines})
		), choice AS (
			SELECT c.name, CASE WHEN c.name <> 'forever' THEN now() - c.name::interval END AS until FROM unnest(${[...keptChoices]}::text[]) AS c (name)
		)
		SELECT c.name AS choice,
			(SELECT min(s.at) FROM change_set s WHERE s.user_id = ${userId}::uuid) AS since,
			(SELECT coalesce(avg(pg_column_size(w.l)), 0)::float FROM weighed w) AS weight,
			(SELECT count(*)::int FROM change_set s WHERE s.user_id = ${userId}::uuid
				AND (c.until IS NULL OR s.at < c.until AND s.label <> ${sampleDataLabel})) AS changes,
			(SELECT count(*)::int FROM change_log l WHERE l.user_id = ${userId}::uuid AND (c.until IS NULL OR l.id < coalesce((
				SELECT l.id FROM change_set s JOIN change_log l ON l.user_id = s.user_id AND l.change_set_id = s.id
				WHERE s.user_id = ${userId}::uuid AND s.at >= c.until ORDER BY s.at, l.id LIMIT 1
			), 9223372036854775807))) AS lines
		FROM choice c`;
	const sizeOf = ({ changes, lines, weight }: (typeof rows)[number]): HistorySize => ({
		changes,
		bytes: changes === 0 ? 0 : lines * (weight + lineOverhead) + changes * changeBytes,
	});
	const nothing = { changes: 0, bytes: 0 };
	const forever = rows.find(({ choice }) => choice === 'forever');
	const older = Object.fromEntries(rows.map((row) => [row.choice, row.choice === 'forever' ? nothing : sizeOf(row)]));
	return {
		kept: await readKeptChoice(userId),
		since: forever?.since ?? null,
		all: forever ? sizeOf(forever) : nothing,
		older: older as Record<KeptChoice, HistorySize>,
	};
}

/** What a line takes beside its row: the entries of three indexes. */
const lineOverhead = 140;
/** What a change takes beside its lines: its own row, what it did to which kinds, and their indexes. */
const changeBytes = 480;
