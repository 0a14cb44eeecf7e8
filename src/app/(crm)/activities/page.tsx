import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageHeader } from '@/components/layout/page-header';
import { ExportLink } from '@/components/list/export-link';
import { Button } from '@/components/ui/button';
import { ListTodoIcon, PlusIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { followUpsPath } from '@/domain/paths';
import { ActivityList } from '@/features/activities/components/activity-list';
import { activityList } from '@/features/activities/schema';
import { PresentView } from '@/features/views/components/present-view';
import { SaveView } from '@/features/views/components/save-view';
import { openList } from '@/features/views/list-page';

export const metadata: Metadata = { title: 'Activities' };

export default async function ActivitiesPage({ searchParams }: PageProps<'/activities'>) {
	// where all of them stood before they had a page of their own
	const [[name, value] = [], ...others] = Object.entries(await searchParams);
	if (name === 'view' && String(value).endsWith('follow-ups') && others.length === 0) redirect(followUpsPath);
	const { params, shown } = await openList('activities', searchParams);
	return (
		<>
			<PageHeader
				title="Activities"
				beside={<PresentView shown={shown} />}
				actions={
					<>
						<Button asChild variant="ghost">
							<Link href={followUpsPath}>
								<ListTodoIcon /> Follow-ups
							</Link>
						</Button>
						<SaveView shown={shown} />
						<ExportLink list={activityList.anyAccount} params={params} path="/activities" />
						<Button asChild>
							<Link href="/activities/new">
								<PlusIcon /> Log activity
							</Link>
						</Button>
					</>
				}
			/>
			<ActivityList params={params} />
		</>
	);
}
