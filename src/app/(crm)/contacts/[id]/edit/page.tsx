import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { editFormFields } from '@/domain/fields/form-fields';
import { contactPath } from '@/domain/paths';
import { openRecord } from '@/domain/record-page';
import { getSettings } from '@/features/account/server/account-queries';
import { ContactForm } from '@/features/contacts/components/contact-form';
import { getContact } from '@/features/contacts/server/contact-queries';

const open = openRecord(getContact);

export async function generateMetadata({ params }: PageProps<'/contacts/[id]/edit'>): Promise<Metadata> {
	return { title: `Edit ${(await open(params)).record.name}` };
}

export default async function EditContactPage({ params }: PageProps<'/contacts/[id]/edit'>) {
	const { userId, record: contact } = await open(params);
	const custom = await editFormFields(userId, 'contact', contact, await getSettings(userId));
	return (
		<>
			<PageHeader
				title="Edit contact"
				breadcrumbs={[
					{ label: 'Contacts', href: '/contacts' },
					{ label: contact.name, href: contactPath(contact.id) },
				]}
			/>
			<ContactForm id={contact.id} custom={custom} contact={contact} />
		</>
	);
}
