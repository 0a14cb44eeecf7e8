import { EmptyState } from '@/components/layout/empty-state';
import { Late } from '@/components/layout/late';
import { ListFrame, ListRows } from '@/components/list/list-transition';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { hasCompanies } from '@/features/dashboard/server/dashboard-queries';
import { ActivityReport, ActivityReportSkeleton } from '@/features/reports/components/activity-report';
import { Forecast, ForecastSkeleton } from '@/features/reports/components/forecast';
import { LastContact, LastContactSkeleton } from '@/features/reports/components/last-contact';
import { LostReasons, LostReasonsSkeleton } from '@/features/reports/components/lost-reasons';
import { CurrencyChoice, PeriodChoice } from '@/features/reports/components/period-choice';
import { ResultsReport, ResultsReportSkeleton } from '@/features/reports/components/results-report';
import { StagesReport, StagesReportSkeleton } from '@/features/reports/components/stages-report';
import { WonByMonth, WonByMonthSkeleton } from '@/features/reports/components/won-by-month';
import { readScope } from '@/features/reports/server/report-queries';
import { requireUserId } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/list-params';

/** First what holds today, then what was done in a period; each report comes when it is read. */
export async function Reports({ params }: { params: Promise<SearchParams> }) {
	const userId = await requireUserId();
	if (!(await hasCompanies(userId))) return <NothingYet />;
	const scope = await readScope(userId, await params);
	return (
		<ListFrame>
			<div className="flex flex-col gap-5">
				<CurrencyChoice scope={scope} />
				<ListRows>
					<div className={wideFirst}>
						<Late fallback={<ForecastSkeleton />} part={() => Forecast({ scope })} />
						<Late fallback={<LastContactSkeleton />} part={() => LastContact({ scope })} />
					</div>
				</ListRows>
				<PeriodChoice scope={scope} />
				<ListRows>
					<div className="flex flex-col gap-5">
						<Late fallback={<ResultsReportSkeleton />} part={() => ResultsReport({ scope })} />
						<div className={halves}>
							<Late fallback={<WonByMonthSkeleton />} part={() => WonByMonth({ scope })} />
							<Late fallback={<ActivityReportSkeleton />} part={() => ActivityReport({ scope })} />
						</div>
						<div className={wideFirst}>
							<Late fallback={<StagesReportSkeleton />} part={() => StagesReport({ scope })} />
							<Late fallback={<LostReasonsSkeleton />} part={() => LostReasons({ scope })} />
						</div>
					</div>
				</ListRows>
			</div>
		</ListFrame>
	);
}

const halves = 'grid items-start gap-5 lg:grid-cols-2';
const wideFirst = 'grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]';

function NothingYet() {
	return (
		<EmptyState
			icon="icon-chart-column/1.5"
			title="Nothing to report yet"
			actions={
				<Button asChild>
					<Link href="/companies/new">New company</Link>
				</Button>
			}
		>
			Add the companies that you sell to, and the deals that you hope for. What comes of them is added up here.
		</EmptyState>
	);
}
