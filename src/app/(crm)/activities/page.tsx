import type { Metadata, Route } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { ExportLink } from '@/components/list/export-link';
import { Button } from '@/components/ui/button';
import { PlusIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { getSettings } from '@/features/account/server/account-queries';
import { ActivityList } from '@/features/activities/components/activity-list';
import { activityList, type activityViews } from '@/features/activities/schema';
import { FollowUps } from '@/features/follow-ups/components/follow-ups';
import { PresentView } from '@/features/views/components/present-view';
import { SaveView } from '@/features/views/components/save-view';
import { openList } from '@/features/views/list-page';
import { requireUserId } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/list-params';

export const metadata: Metadata = { title: 'Activities' };

export default async function ActivitiesPage({ searchParams }: PageProps<'/activities'>) {
	const { params, shown } = await openList('activities', searchParams);
	return (
		<>
			<PageHeader
				title="Activities"
				beside={<PresentView shown={shown} />}
				actions={
					<>
						<SaveView shown={shown} />
						<ExportLink list={activityList} params={params} path="/activities" />
						<Button asChild>
							<Link href="/activities/new">
								<PlusIcon /> Log activity
							</Link>
						</Button>
					</>
				}
			/>
			<div className="mb-5">
				<AllFollowUps params={params} />
			</div>
			<ActivityList params={params} />
		</>
	);
}

/** How many follow-ups are shown above the list, and which view has more. */
const steps = {
	'first-follow-ups': { shown: 'first', next: 'all-follow-ups' },
	'all-follow-ups': { shown: 'more', next: 'most-follow-ups' },
	'most-follow-ups': { shown: 'most', next: undefined },
} as const satisfies Record<(typeof activityViews)[number], object>;

async function AllFollowUps({ params }: { params: Promise<SearchParams> }) {
	const settings = await getSettings(await requireUserId());
	const state = activityList.parse(await params);
	const { page, cursor } = state;
	const { shown, next } =
		steps[state.view === 'most-follow-ups' || state.view === 'all-follow-ups' ? state.view : 'first-follow-ups'];
	const morePath = next && (`/activities${activityList.query(state, { view: next, page, cursor })}` as Route);
	return <FollowUps settings={settings} shown={shown} morePath={morePath} />;
}
