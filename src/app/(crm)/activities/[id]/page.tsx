import type { Metadata } from 'next';
import { EditLink } from '@/components/layout/edit-link';
import { PageHeader } from '@/components/layout/page-header';
import { RecordOpened } from '@/components/layout/record-opened';
import { RecordOverview } from '@/components/layout/record-overview';
import { Button } from '@/components/ui/button';
import { StickyNoteIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { activityPath, companyPath, meetingBriefPath } from '@/domain/paths';
import { openRecord } from '@/domain/record-page';
import { getSettings } from '@/features/account/server/account-queries';
import { ActivityCard } from '@/features/activities/components/activity-card';
import { ActivityOwnFields } from '@/features/activities/components/activity-own-fields';
import { DeleteActivity } from '@/features/activities/components/delete-activity';
import { NextSteps } from '@/features/activities/components/next-steps';
import { getActivity } from '@/features/activities/server/activity-queries';
import { HistoryFrom } from '../../records/history-page';

const open = openRecord(getActivity);

export async function generateMetadata({ params }: PageProps<'/activities/[id]'>): Promise<Metadata> {
	return { title: (await open(params)).record.subject };
}

export default async function ActivityPage({ params, searchParams }: PageProps<'/activities/[id]'>) {
	const { userId, record: activity } = await open(params);
	const settings = await getSettings(userId);
	return (
		<>
			<PageHeader
				title={<span className="wrap-anywhere">{activity.subject}</span>}
				breadcrumbs={[
					{ label: 'Activities', href: '/activities' },
					{ label: activity.company.name, href: companyPath(activity.company.id) },
				]}
				actions={
					<>
						{activity.type === 'meeting' && (
							<Button asChild variant="outline">
								<Link href={meetingBriefPath(activity.id)}>
									<StickyNoteIcon /> Brief
								</Link>
							</Button>
						)}
						<EditLink of={activityPath(activity.id)} />
						<DeleteActivity id={activity.id} subject={activity.subject} back={companyPath(activity.company.id)} />
					</>
				}
			/>
			<ActivityCard activity={activity} settings={settings} />
			<RecordOverview
				record={{ ...activity, notes: activity.description }}
				notesOf="activity.description"
				notesTitle="Description"
				settings={settings}
				fields={<ActivityOwnFields activity={activity} />}
			>
				{activity.nextSteps && <NextSteps id={activity.id} text={activity.nextSteps} locale={settings.locale} />}
			</RecordOverview>
			<div className="mt-6">
				<HistoryFrom of={{ kind: 'activity', id: activity.id }} params={searchParams} headed />
			</div>
			<RecordOpened key={activity.id} kind="activity" id={activity.id} />
		</>
	);
}
