import type { Route } from 'next';
import { Suspense } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import { getSettings } from '@/features/account/queries';
import { LogActivityLazy } from '@/features/activities/components/log-activity-lazy';
import { Timeline } from '@/features/activities/components/timeline';
import { FollowUps, FollowUpsSkeleton } from '@/features/follow-ups/components/follow-ups';
import type { SearchParams } from '@/lib/list-params';
import { companyActivitiesPath, contactActivitiesPath, dealActivitiesPath } from '@/lib/paths';
import { requireUserId } from '@/lib/session';

type ActivitiesTabProps = {
	of: { companyId: string } | { contactId: string } | { dealId: string };
	/** Who is meant besides, such as a deal's contact. */
	also?: { contactId: string } | undefined;
	params: Promise<SearchParams>;
};

/** What is to be done for a company, a person or a deal, a line to log what happened, and what was said before. */
export async function ActivitiesTab({ of, also, params }: ActivitiesTabProps) {
	const all = (await params).followUps === 'all';
	const settings = await getSettings(await requireUserId());
	return (
		<>
			<LogActivityLazy links={{ ...also, ...of }} />
			<div className="mb-5">
				<Suspense fallback={<FollowUpsSkeleton />}>
					<FollowUps of={of} settings={settings} all={all} allPath={`${pathOf(of)}&followUps=all` as Route} />
				</Suspense>
			</div>
			<Suspense fallback={<Skeleton className="h-48" />}>
				<Timeline of={of} />
			</Suspense>
		</>
	);
}

function pathOf(of: ActivitiesTabProps['of']): Route {
	if ('companyId' in of) return companyActivitiesPath(of.companyId);
	return 'contactId' in of ? contactActivitiesPath(of.contactId) : dealActivitiesPath(of.dealId);
}
