import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { listPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { dayIn, daysLater } from '@/lib/dates/dates';
import type { DealSum } from '../board/board-columns';
import { countOf, presentSums } from '../board/board-columns';
import { sumForDashboard } from '../server/deal-board-queries';
import { type DealStage, dealStages, isClosed, shownClosedDays } from '../stage/stages';
import { PipelineStage } from './pipeline-stage';

/** The number and value of the deals in each stage, with one bar for each currency. */
export async function PipelineOverview() {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const { all: sums } = await sumForDashboard(userId, settings.timeZone);
	const { columns } = presentSums(sums, settings);
	const letters = Math.max(...dealStages.flatMap((stage) => columns[stage].map(({ value }) => value.length)), 0);
	const closedFrom = daysLater(dayIn(new Date(), settings.timeZone), -shownClosedDays);
	const href = (stage: DealStage) => listPath('deals', { view: 'list', stage, ...(isClosed(stage) && { closedFrom }) });
	return (
		<Card className="gap-2 pb-1">
			<CardHeader>
				<CardTitle>Pipeline overview</CardTitle>
			</CardHeader>
			<CardContent className="px-0">
				<ul className="tabular-nums">
					{dealStages.map((stage) => (
						<PipelineStage
							key={stage}
							stage={stage}
							href={href(stage)}
							count={countOf(columns[stage])}
							values={columns[stage].map(({ currency, value }) => ({ value, share: shareOf(sums, stage, currency) }))}
							letters={letters}
						/>
					))}
				</ul>
				<p className="border-t px-4 py-2 text-muted-foreground text-xs">
					Won and lost: the last <span>{shownClosedDays}</span> days.
				</p>
			</CardContent>
		</Card>
	);
}

/** A stage's value in percent of the largest one's in the same currency, but enough to be seen. */
function shareOf(sums: DealSum[], stage: DealStage, currency: string): number {
	const values = new Map(
		sums.filter((sum) => sum.stage !== null && sum.currency === currency).map((sum) => [sum.stage, Number(sum.value)]),
	);
	const highest = Math.max(...values.values());
	return highest > 0 ? Math.max(1, Math.round((100 * (values.get(stage) ?? 0)) / highest)) : 0;
}

export function PipelineOverviewSkeleton() {
	return <Skeleton className="h-80" />;
}
