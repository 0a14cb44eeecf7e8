import type { Metadata } from 'next';
import { v7 as uuidv7 } from 'uuid';
import { PageHeader } from '@/components/layout/page-header';
import { newFormFields } from '@/domain/fields/form-fields';
import { getSettings } from '@/features/account/server/account-queries';
import { getCompany } from '@/features/companies/server/company-queries';
import { ContactForm } from '@/features/contacts/components/contact-form';
import { requireUserId } from '@/lib/auth/session';
import { isRecordId } from '@/lib/text/text';

export const metadata: Metadata = { title: 'New contact' };

export default async function NewContactPage({ searchParams }: PageProps<'/contacts/new'>) {
	const { companyId } = await searchParams;
	const userId = await requireUserId();
	const company = isRecordId(companyId) ? await getCompany(userId, companyId) : null;
	const custom = await newFormFields(userId, 'contact', await getSettings(userId));
	return (
		<>
			<PageHeader title="New contact" breadcrumbs={[{ label: 'Contacts', href: '/contacts' }]} />
			<ContactForm
				id={uuidv7()}
				custom={custom}
				company={company ? { id: company.id, name: company.name } : undefined}
			/>
		</>
	);
}
