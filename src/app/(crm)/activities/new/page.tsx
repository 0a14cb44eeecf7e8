import type { Metadata } from 'next';
import { v7 as uuidv7 } from 'uuid';
import { PageHeader } from '@/components/layout/page-header';
import { getSettings } from '@/features/account/queries';
import { ActivityForm } from '@/features/activities/components/activity-form';
import { isActivityType } from '@/features/activities/types';
import { nameCompanies } from '@/features/companies/queries';
import { getContact } from '@/features/contacts/queries';
import { getDeal } from '@/features/deals/queries';
import { localTime } from '@/lib/dates';
import { companyActivitiesPath, contactActivitiesPath, dealActivitiesPath } from '@/lib/paths';
import { requireUserId } from '@/lib/session';
import { isRecordId } from '@/lib/text';

export const metadata: Metadata = { title: 'Log activity' };

export default async function NewActivityPage({ searchParams }: PageProps<'/activities/new'>) {
	const userId = await requireUserId();
	const { companyId, contactId, dealId, type } = await searchParams;
	const [settings, deal, asked, [named]] = await Promise.all([
		getSettings(userId),
		isRecordId(dealId) ? getDeal(userId, dealId) : null,
		isRecordId(contactId) ? getContact(userId, contactId) : null,
		isRecordId(companyId) ? nameCompanies(userId, [companyId]) : [],
	]);
	const company = deal?.company ?? asked?.company ?? named;
	// who has moved to another company since is no part of it
	const contact = [asked && { ...asked, companyId: asked.company.id }, deal?.contact].find(
		(each) => each && each.companyId === company?.id,
	);
	const back = deal
		? dealActivitiesPath(deal.id)
		: asked
			? contactActivitiesPath(asked.id)
			: named
				? companyActivitiesPath(named.id)
				: '/activities';
	return (
		<>
			<PageHeader title="Log activity" breadcrumbs={[{ label: 'Activities', href: '/activities' }]} />
			<ActivityForm
				id={uuidv7()}
				links={{
					company,
					contact: contact ? { id: contact.id, name: contact.name } : undefined,
					deal: deal ? { id: deal.id, name: deal.name } : undefined,
				}}
				now={localTime(new Date(), settings.timeZone)}
				back={back}
				{...(isActivityType(type) && { type })}
			/>
		</>
	);
}
