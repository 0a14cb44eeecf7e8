import type { Metadata } from 'next';
import { contactPath } from '@/domain/paths';
import { openRecord } from '@/domain/record-page';
import { countFollowUps, getContact } from '@/features/contacts/server/contact-queries';
import { countedList } from '@/lib/text/counted';
import { EraseRecord } from '../../../records/erase-record';

const open = openRecord(getContact);

export async function generateMetadata({ params }: PageProps<'/contacts/[id]/erase'>): Promise<Metadata> {
	return { title: `Erase ${(await open(params)).record.name}` };
}

export default async function EraseContactPage({ params }: PageProps<'/contacts/[id]/erase'>) {
	const { userId, record: contact } = await open(params);
	const { id, stats } = contact;
	const part = countedList([
		[stats.deals, 'deal', 'deals'],
		[stats.activities, 'activity', 'activities'],
		[await countFollowUps(userId, id), 'follow-up', 'follow-ups'],
	]);
	return (
		<EraseRecord
			userId={userId}
			noun="contact"
			record={contact}
			path={contactPath(id)}
			list={{ label: 'Contacts', href: '/contacts' }}
			description="Removes a person from MiniCRM, with all that it remembers of them. To be able to undo it, delete the contact instead."
			around={
				part
					? `Their part in ${part}, which stay with the company.`
					: 'There are no deals, activities or follow-ups with them.'
			}
		/>
	);
}
