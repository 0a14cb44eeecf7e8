import type { Metadata } from 'next';
import { EditLink } from '@/components/layout/edit-link';
import { PageHeader } from '@/components/layout/page-header';
import { TabLinks, tabOf } from '@/components/layout/tab-links';
import { Button } from '@/components/ui/button';
import { MergeIcon, PlusIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import {
	companyPath,
	contactActivitiesPath,
	contactDealsPath,
	contactHistoryPath,
	contactMergePath,
	contactPath,
	newDealPath,
} from '@/domain/paths';
import { openRecord } from '@/domain/record-page';
import { getSettings } from '@/features/account/server/account-queries';
import { LogOffer } from '@/features/activities/components/log-offer';
import { ContactCard } from '@/features/contacts/components/contact-card';
import { ContactOverview } from '@/features/contacts/components/contact-overview';
import { DeleteContact } from '@/features/contacts/components/delete-contact';
import { MarkLeft } from '@/features/contacts/components/mark-left';
import { MoveContact } from '@/features/contacts/components/move-contact';
import { getContact } from '@/features/contacts/server/contact-queries';
import { RecordDeals } from '@/features/deals/components/record-deals';
import { dayIn } from '@/lib/dates/dates';
import { ActivitiesTab } from '../../activities-tab';
import { HistoryTab } from '../../history-tab';

const tabs = ['activities', 'deals', 'history'] as const;

const open = openRecord(getContact);

export async function generateMetadata({ params }: PageProps<'/contacts/[id]'>): Promise<Metadata> {
	return { title: (await open(params)).record.name };
}

export default async function ContactPage({ params, searchParams }: PageProps<'/contacts/[id]'>) {
	const { userId, record: contact } = await open(params);
	const tab = tabOf(tabs, (await searchParams).tab);
	const { deals = 0, activities = 0 } = contact.stats ?? {};
	return (
		<>
			<PageHeader
				title={<span className="wrap-anywhere">{contact.name}</span>}
				record={contact.id}
				description={contact.jobTitle && <span translate="no">{contact.jobTitle}</span>}
				breadcrumbs={[
					{ label: 'Companies', href: '/companies' },
					{ label: contact.company.name, href: companyPath(contact.company.id) },
				]}
				actions={
					<>
						<Button asChild>
							<Link href={newDealPath({ contactId: contact.id })}>
								<PlusIcon /> New deal
							</Link>
						</Button>
						<EditLink of={contactPath(contact.id)} />
						<Button asChild variant="outline">
							<Link href={contactMergePath(contact.id)}>
								<MergeIcon /> Merge…
							</Link>
						</Button>
						{contact.leftOn ? (
							<MoveContact contact={contact} companyName={contact.company.name} />
						) : (
							<MarkLeft contact={contact} today={dayIn(new Date(), (await getSettings(userId)).timeZone)} />
						)}
						<DeleteContact id={contact.id} name={contact.name} companyId={contact.company.id} />
					</>
				}
			/>
			<ContactCard contact={contact} />
			<LogOffer of={{ contactId: contact.id }} name={contact.name} />
			<TabLinks
				label="Parts of the contact"
				tabs={[
					{ label: 'Overview', href: contactPath(contact.id), current: tab === 'overview' },
					{
						label: 'Activities',
						count: activities,
						href: contactActivitiesPath(contact.id),
						current: tab === 'activities',
					},
					{ label: 'Deals', count: deals, href: contactDealsPath(contact.id), current: tab === 'deals' },
					{ label: 'History', href: contactHistoryPath(contact.id), current: tab === 'history' },
				]}
			/>
			{tab === 'deals' && <RecordDeals of={{ contactId: contact.id }} count={deals} />}
			{tab === 'activities' && <ActivitiesTab of={{ contactId: contact.id }} params={searchParams} />}
			{tab === 'history' && <HistoryTab of={{ kind: 'contact', id: contact.id }} params={searchParams} />}
			{tab === 'overview' && <ContactOverview contact={contact} />}
		</>
	);
}
