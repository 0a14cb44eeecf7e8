import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { stageMarks } from '@/components/ui/tones';
import { listPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { dayIn, daysLater } from '@/lib/dates/dates';
import type { DealSum } from '../board/board-columns';
import { countOf, presentSums } from '../board/board-columns';
import { sumForDashboard } from '../server/deal-board-queries';
import { type DealStage, dealStages, isClosed, shownClosedDays, stageNames } from '../stage/stages';

/** The number and value of the deals in each stage, with one bar for each currency. */
export async function PipelineOverview() {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const { all: sums } = await sumForDashboard(userId, settings.timeZone);
	const { columns } = presentSums(sums, settings);
	// one width for all, so that the bars begin and end together; tabular figures are as wide as a 0
	const maxValueLength = Math.max(...dealStages.flatMap((stage) => columns[stage].map(({ value }) => value.length)), 0);
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
						<li
							key={stage}
							className="relative grid gap-x-4 border-t px-4 py-2 hover:bg-muted sm:grid-cols-[10rem_minmax(0,1fr)]"
						>
							<div className="flex items-baseline gap-2">
								<span aria-hidden className={`size-2.5 shrink-0 rounded-full ${stageMarks[stage]}`} />
								<Link href={href(stage)} className="font-medium after:absolute after:inset-0">
									{stageNames[stage]}
								</Link>
								<span className="text-muted-foreground">{countOf(columns[stage]).toLocaleString('en')}</span>
							</div>
							<div className="flex min-w-0 flex-col gap-0.5 max-sm:pl-4.5">
								{columns[stage].length === 0 && <span className="text-muted-foreground">No deals</span>}
								{columns[stage].map(({ currency, value }) => (
									<div key={currency} className="flex items-center gap-3">
										<span aria-hidden className="h-2 min-w-0 flex-1 rounded-full bg-muted">
											<span
												className={`block h-2 rounded-full ${stageMarks[stage]}`}
												style={{ width: `${shareOf(sums, stage, currency)}%` }}
											/>
										</span>
										<span
											className="min-w-32 shrink-0 text-right font-semibold"
											style={{ width: `${maxValueLength}ch` }}
										>
											{value}
										</span>
									</div>
								))}
							</div>
						</li>
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
