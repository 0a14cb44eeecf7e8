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
	// the days in a stage are the instants at which deals left it less those at which they came to it, so they are added up
	// over all deals at once; the row of the last leaving says what became of the deal, unless that was corrected. It is
	// compared by <= and not by =, of which PostgreSQL expects so few rows that it looks each deal up by itself
	const rows = await read<({ stage: DealStage; part: number } & StagePassage)[]>`
		WITH leaving AS (
			SELECT s.deal_id, e.stage, width_bucket(s.at, ${bounds}::timestamptz[]) AS part, max(s.at) AS at
			FROM deal_stage_change s JOIN deal d ON d.user_id = s.user_id AND d.id = s.deal_id
			CROSS JOIN LATERAL (VALUES (s.from_stage, s.to_stage > s.from_stage), (s.to_stage, false)) AS e (stage, leaves)
			WHERE s.user_id = ${userId}::uuid AND s.at >= ${bounds[0]}::timestamptz AND s.at < ${bounds.at(-1)}::timestamptz
				AND e.stage < 'closed_won' AND d.currency = ${currency}
			GROUP BY 1, 2, 3 HAVING max(s.at) <= max(s.at) FILTER (WHERE e.leaves)
		), corrected AS (
			SELECT DISTINCT ON (s.deal_id, closing.at, part) s.deal_id, closing.at,
				width_bucket(s.at, ${bounds}::timestamptz[]) AS part, s.to_stage AS outcome
			FROM deal_stage_change s CROSS JOIN LATERAL (
				SELECT max(c.at) AS at FROM deal_stage_change c
				WHERE c.user_id = s.user_id AND c.deal_id = s.deal_id AND c.at < s.at AND c.from_stage < 'closed_won'
			) closing
			WHERE s.user_id = ${userId}::uuid AND s.at >= ${bounds[0]}::timestamptz AND s.at < ${bounds.at(-1)}::timestamptz
				AND s.from_stage >= 'closed_won' AND s.to_stage >= 'closed_won'
			ORDER BY s.deal_id, closing.at, part, s.at DESC
		)
		SELECT l.stage, l.part,
			count(*) FILTER (WHERE s.at = l.at AND coalesce(c.outcome, s.to_stage) <> 'closed_lost')::int AS on,
			count(*) FILTER (WHERE s.at = l.at AND coalesce(c.outcome, s.to_stage) = 'closed_lost')::int AS lost,
			(extract(epoch FROM sum(s.at - l.at) FILTER (WHERE s.from_stage = l.stage)
				- sum(s.at - l.at) FILTER (WHERE s.to_stage = l.stage)) / 86400 / count(*) FILTER (WHERE s.at = l.at))::float8
				AS "averageDays"
		FROM leaving l JOIN deal_stage_change s ON s.user_id = ${userId}::uuid AND s.deal_id = l.deal_id AND s.at <= l.at
			AND l.stage IN (s.from_stage, s.to_stage)
			LEFT JOIN corrected c ON c.deal_id = l.deal_id AND c.part = l.part AND c.at = l.at
		GROUP BY l.stage, l.part`;
	return openStages.map((stage) => {
		const of = (part: number): StagePassage => {
			const found = rows.find((row) => row.stage === stage && row.part === part);
			return found ? { on: found.on, lost: found.lost, averageDays: found.averageDays } : nobody;
		};
		return { stage, before: of(1), now: of(2) };
	});
}

const nobody: StagePassage = { on: 0, lost: 0, averageDays: null };
