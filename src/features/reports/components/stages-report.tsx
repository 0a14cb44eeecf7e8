import { Skeleton } from '@/components/ui/skeleton';
import { stageMarks } from '@/components/ui/tones';
import { stageNames } from '@/features/deals/schema';
import { requireUserId } from '@/lib/auth/session';
import { deals, inDays, percent } from '../report-words';
import type { ReportScope } from '../server/report-queries';
import { readStages, type StagePassage } from '../server/report-stage-queries';
import { ReportCard } from './report-card';

const leavers = ({ on, lost }: StagePassage) => on + lost;
const wentOn = (passage: StagePassage) => percent(passage.on, leavers(passage));

/** How many of the deals that left a stage went on, and for how long they were in it. */
export async function StagesReport({ scope }: { scope: ReportScope }) {
	const userId = await requireUserId();
	const stages = await readStages(userId, scope.currency, scope, scope.settings.timeZone);
	const maxDays = Math.max(...stages.map(({ now }) => now.averageDays ?? 0), 1);
	return (
		<ReportCard
			title="From stage to stage"
			file="stages"
			scope={scope}
			counted="deals that left a stage in the period and did not come back to it, once each: they went on where they came to a later stage or were won, else they were lost. Of a deal that was moved from won to lost, or back, the last of these counts. A step back is no leaving; the days of all stays in the stage are added up."
			table={{
				heads: ['Stage', 'Left', 'Went on', 'Lost', 'Conversion', 'Days in stage', 'Conversion before', 'Days before'],
				rows: stages.map(({ stage, now, before }) => ({
					key: stage,
					head: stageNames[stage],
					cells: [
						leavers(now).toLocaleString('en'),
						now.on.toLocaleString('en'),
						now.lost.toLocaleString('en'),
						wentOn(now),
						inDays(now.averageDays),
						wentOn(before),
						inDays(before.averageDays),
					],
				})),
			}}
		>
			<ul className="tabular-nums">
				<li
					aria-hidden
					className="grid grid-cols-2 gap-x-5 pb-1.5 text-muted-foreground text-xs sm:grid-cols-[8.5rem_1fr_1fr]"
				>
					<span className="max-sm:hidden">Stage</span>
					<span>Went on to a later stage</span>
					<span>Days in the stage</span>
				</li>
				{stages.map(({ stage, now, before }) => (
					<li
						key={stage}
						className="grid grid-cols-2 items-start gap-x-5 gap-y-1 border-t py-2.5 sm:grid-cols-[8.5rem_1fr_1fr]"
					>
						<span className="flex items-center gap-2 font-medium max-sm:col-span-2">
							<span aria-hidden className={`size-2.5 shrink-0 rounded-full ${stageMarks[stage]}`} />
							<span>{stageNames[stage]}</span>
						</span>
						<Measure
							value={wentOn(now)}
							share={leavers(now) > 0 ? now.on / leavers(now) : 0}
							mark={stageMarks[stage]}
							detail={`${now.on.toLocaleString('en')} of ${deals(leavers(now))}`}
							before={leavers(before) > 0 ? wentOn(before) : undefined}
						/>
						<Measure
							value={inDays(now.averageDays)}
							share={(now.averageDays ?? 0) / maxDays}
							mark={stageMarks[stage]}
							detail="on average"
							before={before.averageDays === null ? undefined : inDays(before.averageDays)}
						/>
					</li>
				))}
			</ul>
		</ReportCard>
	);
}

type MeasureProps = { value: string; share: number; mark: string; detail: string; before: string | undefined };

function Measure({ value, share, mark, detail, before }: MeasureProps) {
	return (
		<div className="min-w-0">
			<p>
				<span className="font-semibold">{value}</span> <span className="text-muted-foreground text-xs">{detail}</span>
			</p>
			<span aria-hidden className="my-1 block h-2 rounded-full bg-muted">
				<span className={`block h-2 rounded-full ${mark}`} style={{ width: `${100 * share}%` }} />
			</span>
			<p className="text-muted-foreground text-xs">{before ? `${before} before` : 'nothing before'}</p>
		</div>
	);
}

export function StagesReportSkeleton() {
	return <Skeleton className="h-[27rem]" />;
}
