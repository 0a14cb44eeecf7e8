import { PartThatMayFail } from '@/components/layout/part-that-may-fail';
import { Skeleton } from '@/components/ui/skeleton';
import { LogOffer } from '@/features/activities/components/log-offer';
import { FirstSteps } from '@/features/dashboard/components/first-steps';
import { hasCompanies } from '@/features/dashboard/server/dashboard-queries';
import { KeyFigures, KeyFiguresSkeleton } from '@/features/deals/components/key-figures';
import { LatestWins } from '@/features/deals/components/latest-wins';
import { PipelineStrip } from '@/features/deals/components/pipeline-strip';
import { NeedsDecision } from '@/features/deals/signals/needs-decision';
import { NextDays } from '@/features/today/components/next-days';
import { requireUserId } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/list-params';
import { OtherStart } from '../other-start';
import { Day } from './day';

/** The first screen of the day: one list to work through, with decisions and the coming days beside it. */
export async function Today({ params }: { params: Promise<SearchParams> }) {
	if (!(await hasCompanies(await requireUserId())))
		return (
			<>
				<FirstSteps otherStart={<OtherStart />} />
				<Day params={params} unlessEmpty />
			</>
		);
	return (
		<>
			<PartThatMayFail {...here} name="the key figures" part={() => KeyFigures()} fallback={<KeyFiguresSkeleton />} />
			<div data-panes>
				<PartThatMayFail {...here} name="the day’s list" part={() => Day({ params })} />
				<div data-beside>
					<PartThatMayFail
						{...here}
						name="the deals that need a decision"
						part={() => NeedsDecision()}
						fallback={rest}
					/>
					<PartThatMayFail {...here} name="the next seven days" part={() => NextDays()} fallback={rest} />
					<PartThatMayFail {...here} name="the pipeline" part={() => PipelineStrip()} fallback={rest} />
					<PartThatMayFail {...here} name="what was won" part={() => LatestWins()} fallback={rest} />
				</div>
			</div>
			<LogOffer />
		</>
	);
}

const here = { path: '/dashboard' } as const;
const rest = <Skeleton className="h-40" />;
