import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { contactPath } from '@/domain/paths';
import { openRecord } from '@/domain/record-page';
import { getSettings } from '@/features/account/server/account-queries';
import { countFollowUps, getContact } from '@/features/contacts/server/contact-queries';
import { ErasePage } from '@/features/privacy/components/erase-page';
import { countedList } from '@/lib/text/counted';

const open = openRecord(getContact);

export async function generateMetadata({ params }: PageProps<'/contacts/[id]/erase'>): Promise<Metadata> {
	return { title: `Erase ${(await open(params)).record.name}` };
}

export default async function EraseContactPage({ params }: PageProps<'/contacts/[id]/erase'>) {
	const { userId, record: contact } = await open(params);
	const { id, name, stats } = contact;
	const path = contactPath(id);
	const part = countedList([
		[stats.deals, 'deal', 'deals'],
		[stats.activities, 'activity', 'activities'],
		[await countFollowUps(userId, id), 'follow-up', 'follow-ups'],
	]);
	return (
		<>
			<PageHeader
				title="Erase contact for good"
				description="Removes a person from MiniCRM, with all that it remembers of them. To be able to undo it, delete the contact instead."
				breadcrumbs={[
					{ label: 'Contacts', href: '/contacts' },
					{ label: name, href: path },
				]}
			/>
			<ErasePage
				userId={userId}
				noun="contact"
				record={contact}
				path={path}
				settings={await getSettings(userId)}
				removed={[
					<>
						“<span translate="no">{name}</span>” with every email, phone number and link, the notes, custom fields and
						tags.
					</>,
					part
						? `Their part in ${part}, which stay with the company.`
						: 'There are no deals, activities or follow-ups with them.',
				]}
			/>
		</>
	);
}
