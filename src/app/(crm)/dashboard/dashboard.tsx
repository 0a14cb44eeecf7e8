import type { ReactNode } from 'react';
import { Late } from '@/components/layout/late';
import { followUpsPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { ActivitySummary, ActivitySummarySkeleton } from '@/features/activities/components/activity-summary';
import { RecentActivities, RecentActivitiesSkeleton } from '@/features/activities/components/recent-activities';
import { TodaysMeetings, TodaysMeetingsSkeleton } from '@/features/activities/components/todays-meetings';
import { GoingQuiet, GoingQuietSkeleton } from '@/features/contacts/components/going-quiet';
import { FirstSteps } from '@/features/dashboard/components/first-steps';
import { RecordCounts, RecordCountsSkeleton } from '@/features/dashboard/components/record-counts';
import { hasCompanies } from '@/features/dashboard/server/dashboard-queries';
import { ClosingSoon, ClosingSoonSkeleton } from '@/features/deals/components/closing-soon';
import { DealNumbers, DealNumbersSkeleton } from '@/features/deals/components/deal-numbers';
import { PipelineOverview, PipelineOverviewSkeleton } from '@/features/deals/components/pipeline-overview';
import { FollowUps, FollowUpsSkeleton } from '@/features/follow-ups/components/follow-ups';
import { countOpenFollowUps } from '@/features/follow-ups/server/follow-up-queries';
import { requireUserId } from '@/lib/auth/session';
import { dayIn } from '@/lib/dates/dates';
import { OtherStart } from '../other-start';

/** The first screen of the day; each part comes when it is read. An account without companies sees what to do first. */
export async function Dashboard() {
	const userId = await requireUserId();
	if (!(await hasCompanies(userId))) {
		return (
			<div className="flex flex-col gap-5">
				<FirstSteps otherStart={<OtherStart />} />
				<DueFollowUps unlessNone />
			</div>
		);
	}
	return (
		<div className="flex flex-col gap-5">
			<dl aria-label="Numbers" className={numbers}>
				<Late fallback={<RecordCountsSkeleton />} part={() => RecordCounts()} />
				<Late fallback={<DealNumbersSkeleton />} part={() => DealNumbers()} />
			</dl>
			<Columns
				first={
					<>
						<Late fallback={<FollowUpsSkeleton />} part={() => DueFollowUps({})} />
						<Late fallback={<TodaysMeetingsSkeleton />} part={() => TodaysMeetings()} />
						<Late fallback={<GoingQuietSkeleton />} part={() => GoingQuiet()} />
						<Late fallback={<RecentActivitiesSkeleton />} part={() => RecentActivities()} />
					</>
				}
				second={
					<>
						<Late fallback={<PipelineOverviewSkeleton />} part={() => PipelineOverview()} />
						<Late fallback={<ClosingSoonSkeleton />} part={() => ClosingSoon()} />
						<Late fallback={<ActivitySummarySkeleton />} part={() => ActivitySummary()} />
					</>
				}
			/>
		</div>
	);
}

const numbers = 'grid grid-cols-2 gap-3 lg:grid-cols-3 2xl:grid-cols-6';

function Columns({ first, second }: { first: ReactNode; second: ReactNode }) {
	return (
		<div className="grid items-start gap-5 lg:grid-cols-2">
			<div className="flex min-w-0 flex-col gap-5">{first}</div>
			<div className="flex min-w-0 flex-col gap-5">{second}</div>
		</div>
	);
}

async function DueFollowUps({ unlessNone = false }) {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	if (unlessNone) {
		const counts = await countOpenFollowUps(userId, dayIn(new Date(), settings.timeZone));
		if (Object.values(counts).every((count) => count === 0)) return null;
	}
	return <FollowUps shown="first" morePath={followUpsPath} dueOnly />;
}
