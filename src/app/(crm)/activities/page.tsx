import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { Suspense } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { ListSkeleton } from '@/components/list/list-skeleton';
import { Button } from '@/components/ui/button';
import { getSettings } from '@/features/account/queries';
import { ActivityList } from '@/features/activities/components/activity-list';
import { activityList } from '@/features/activities/schema';
import { FollowUps, FollowUpsSkeleton } from '@/features/follow-ups/components/follow-ups';
import type { SearchParams } from '@/lib/list-params';
import { requireUserId } from '@/lib/session';

export const metadata: Metadata = { title: 'Activities' };

export default function ActivitiesPage({ searchParams }: PageProps<'/activities'>) {
	return (
		<>
			<PageHeader
				title="Activities"
				actions={
					<Button asChild>
						<Link href="/activities/new">
							<Plus aria-hidden /> Log activity
						</Link>
					</Button>
				}
			/>
			<Suspense fallback={<FollowUpsSkeleton />}>
				<AllFollowUps params={searchParams} />
			</Suspense>
			<Suspense fallback={<ListSkeleton />}>
				<ActivityList params={searchParams} />
			</Suspense>
		</>
	);
}

async function AllFollowUps({ params }: { params: Promise<SearchParams> }) {
	const settings = await getSettings(await requireUserId());
	const { followUps, ...asked } = await params;
	const query = new URLSearchParams(activityList.query(activityList.parse(asked)).slice(1));
	query.set('followUps', 'all');
	return <FollowUps settings={settings} all={followUps === 'all'} allPath={`/activities?${query}`} />;
}
