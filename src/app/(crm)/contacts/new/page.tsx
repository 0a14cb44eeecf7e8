import type { Metadata } from 'next';
import { v7 as uuidv7 } from 'uuid';
import { PageHeader } from '@/components/layout/page-header';
import { getCompany } from '@/features/companies/server/company-queries';
import { ContactForm } from '@/features/contacts/components/contact-form';
import { requireUserId } from '@/lib/auth/session';
import { isRecordId } from '@/lib/text/text';

export const metadata: Metadata = { title: 'New contact' };

export default async function NewContactPage({ searchParams }: PageProps<'/contacts/new'>) {
	const { companyId } = await searchParams;
	const company = isRecordId(companyId) ? await getCompany(await requireUserId(), companyId) : null;
	return (
		<>
			<PageHeader title="New contact" breadcrumbs={[{ label: 'Contacts', href: '/contacts' }]} />
			<ContactForm id={uuidv7()} company={company ? { id: company.id, name: company.name } : undefined} />
		</>
	);
}
