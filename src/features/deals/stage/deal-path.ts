import { type DateSettings, dayIn, daysBetween, formatDay } from '@/lib/dates/dates';
import type { Deal } from '../server/deal-queries';
import { type DealStage, isClosed, openStages } from './stages';

/** The days that a deal was in a stage, in the user's days. For the present stage of an open deal, until today. */
export type Stay = { id: string; stage: DealStage; since: Date; days: number; present: boolean };

/** A deal's way through the stages, the first stay first. */
export function pathOf(deal: Pick<Deal, 'stageChanges' | 'createdAt' | 'stage'>, timeZone: string, now: Date): Stay[] {
	// a deal that was written past the application may have no steps
	const steps =
		deal.stageChanges.length > 0 ? deal.stageChanges : [{ id: 'first', to: deal.stage, at: deal.createdAt }];
	return steps.map(({ id, to, at }, index) => ({
		id,
		stage: to,
		since: at,
		days: daysBetween(dayIn(at, timeZone), dayIn(steps[index + 1]?.at ?? now, timeZone)),
		present: index === steps.length - 1,
	}));
}

/** The total days that a deal was in each stage, without the closed stage that it is in now. */
export function daysByStage(path: Stay[]): Partial<Record<DealStage, number>> {
	const days: Partial<Record<DealStage, number>> = {};
	for (const stay of path) {
		if (stay.present && isClosed(stay.stage)) continue;
		days[stay.stage] = (days[stay.stage] ?? 0) + stay.days;
	}
	return days;
}

/** The open stage that a closed deal was in last, and the day on which it was closed; null for an open deal. */
export function closedOf(
	path: Stay[],
	closedAt: Date | null,
	settings: DateSettings,
): { from: DealStage; day: string } | null {
	if (!closedAt) return null;
	const [first = 'prospecting'] = openStages;
	return { from: path.findLast(({ stage }) => !isClosed(stage))?.stage ?? first, day: formatDay(closedAt, settings) };
}
