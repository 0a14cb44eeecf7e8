import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { editFormFields } from '@/domain/fields/form-fields';
import { activityPath } from '@/domain/paths';
import { openRecord } from '@/domain/record-page';
import { getSettings } from '@/features/account/server/account-queries';
import { ActivityForm } from '@/features/activities/components/activity-form';
import { getActivity } from '@/features/activities/server/activity-queries';
import { localTime } from '@/lib/dates/dates';

const open = openRecord(getActivity);

export async function generateMetadata({ params }: PageProps<'/activities/[id]/edit'>): Promise<Metadata> {
	return { title: `Edit ${(await open(params)).record.subject}` };
}

export default async function EditActivityPage({ params }: PageProps<'/activities/[id]/edit'>) {
	const { userId, record } = await open(params);
	const { id, version, type, subject, description, at, durationMinutes, outcome, nextSteps } = record;
	const settings = await getSettings(userId);
	const custom = await editFormFields(userId, 'activity', record, settings);
	return (
		<>
			<PageHeader
				title="Edit activity"
				breadcrumbs={[
					{ label: 'Activities', href: '/activities' },
					{ label: subject, href: activityPath(id) },
				]}
			/>
			<ActivityForm
				id={id}
				custom={custom}
				activity={{
					version,
					type,
					subject,
					description: description ?? '',
					at: localTime(at, settings.timeZone),
					durationMinutes: durationMinutes === null ? '' : String(durationMinutes),
					outcome: outcome ?? '',
					nextSteps: nextSteps ?? '',
				}}
				links={{
					company: record.company,
					people: record.people,
					deal: record.deal ?? undefined,
				}}
				back={activityPath(id)}
			/>
		</>
	);
}
