import 'server-only';
import { type DealStage, openStages } from '@/features/deals/schema';
import type { UserId } from '@/lib/auth/session';
import { boundsOf } from '@/lib/dates/dates';
import { read } from '@/lib/db/read';
import type { Span } from '../report-periods';

/** The deals that left a stage: how many went on to a later one or were won, how many were lost, days spent in it. */
export type StagePassage = { on: number; lost: number; averageDays: number | null };

export type StageReport = { stage: DealStage; now: StagePassage; before: StagePassage };

/**
 * What became of the deals that left each open stage in a period and in the one before. A deal counts once per stage and
 * period, by the last time it left, unless it came back until the period's end. A step back to an earlier stage is no
 * leaving: the days there are added to those of the next stay. Where a closed deal was moved from won to lost, or back,
 * without being taken up again in between, the last of these steps says what became of it.
 */
export async function readStages(
	userId: UserId,
	currency: string,
	span: Span,
	timeZone: string,
): Promise<StageReport[]> {
	const bounds = boundsOf([span.before, span.now], timeZone);
	const [begin, middle, end] = bounds;
	// a deal that only ever went forward left each stage once, which is written down; of the others the days in a stage are the
	// instants at which they left it less those at which they came to it, and the row of the last leaving says what became of
	// them, unless that was corrected
	const rows = await read<{ stage: DealStage; part: number; on: number; lost: number; days: number }[]>`
		WITH straight AS (
			SELECT p.stage, CASE WHEN p.left_at < ${middle}::timestamptz THEN 1 ELSE 2 END AS part,
				count(*) FILTER (WHERE p.went_on) AS on, count(*) FILTER (WHERE NOT p.went_on) AS lost, sum(p.milliseconds::float8) / 1000 AS seconds
			FROM deal_passage p
			WHERE p.user_id = ${userId}::uuid AND p.currency = ${currency} AND p.left_at >= ${begin}::timestamptz AND p.left_at < ${end}::timestamptz
				AND p.went_on IS NOT NULL
			GROUP BY 1, 2
		), winding AS MATERIALIZED (
			SELECT s.deal_id, s.from_stage, s.to_stage, s.at FROM deal_stage_change s
			WHERE s.user_id = ${userId}::uuid AND s.deal_id IN (
				SELECT p.deal_id FROM deal_passage p
				WHERE p.user_id = ${userId}::uuid AND p.currency = ${currency} AND p.went_on IS NULL AND p.left_at >= ${begin}::timestamptz
			)
		), leaving AS (
			SELECT s.deal_id, e.stage, width_bucket(s.at, ${bounds}::timestamptz[]) AS part, max(s.at) AS at
			FROM winding s
			CROSS JOIN LATERAL (VALUES (s.from_stage, s.to_stage > s.from_stage), (s.to_stage, false)) AS e (stage, leaves)
			WHERE s.at >= ${begin}::timestamptz AND s.at < ${end}::timestamptz AND e.stage < 'closed_won'
			GROUP BY 1, 2, 3 HAVING max(s.at) <= max(s.at) FILTER (WHERE e.leaves)
		), corrected AS (
			SELECT DISTINCT ON (s.deal_id, closing.at, part) s.deal_id, closing.at,
				width_bucket(s.at, ${bounds}::timestamptz[]) AS part, s.to_stage AS outcome
			FROM winding s CROSS JOIN LATERAL (
				SELECT max(c.at) AS at FROM deal_stage_change c
				WHERE c.user_id = ${userId}::uuid AND c.deal_id = s.deal_id AND c.at < s.at AND c.from_stage < 'closed_won'
			) closing
			WHERE s.at >= ${begin}::timestamptz AND s.at < ${end}::timestamptz AND s.from_stage >= 'closed_won' AND s.to_stage >= 'closed_won'
			ORDER BY s.deal_id, closing.at, part, s.at DESC
		), other AS (
			SELECT l.stage, l.part,
				count(*) FILTER (WHERE s.at = l.at AND coalesce(c.outcome, s.to_stage) <> 'closed_lost') AS on,
				count(*) FILTER (WHERE s.at = l.at AND coalesce(c.outcome, s.to_stage) = 'closed_lost') AS lost,
				extract(epoch FROM sum(s.at - l.at) FILTER (WHERE s.from_stage = l.stage)
					- sum(s.at - l.at) FILTER (WHERE s.to_stage = l.stage))::float8 AS seconds
			FROM leaving l JOIN winding s ON s.deal_id = l.deal_id AND s.at <= l.at AND l.stage IN (s.from_stage, s.to_stage)
				LEFT JOIN corrected c ON c.deal_id = l.deal_id AND c.part = l.part AND c.at = l.at
			GROUP BY l.stage, l.part
		)
		SELECT a.stage, a.part, sum(a.on)::int AS on, sum(a.lost)::int AS lost,
			(coalesce(sum(a.seconds), 0) / 86400 / sum(a.on + a.lost))::float8 AS days
		FROM (SELECT * FROM straight UNION ALL SELECT * FROM other) a GROUP BY a.stage, a.part`;
	return openStages.map((stage) => {
		const of = (part: number): StagePassage => {
			const found = rows.find((row) => row.stage === stage && row.part === part);
			return found ? { on: found.on, lost: found.lost, averageDays: found.days } : nobody;
		};
		return { stage, before: of(1), now: of(2) };
	});
}

const nobody: StagePassage = { on: 0, lost: 0, averageDays: null };
