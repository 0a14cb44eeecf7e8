import type { Metadata } from 'next';
import { v7 as uuidv7 } from 'uuid';
import { PageHeader } from '@/components/layout/page-header';
import { newFormFields } from '@/domain/fields/form-fields';
import { getSettings } from '@/features/account/server/account-queries';
import { nameCompanies } from '@/features/companies/server/company-queries';
import { getContact } from '@/features/contacts/server/contact-queries';
import { DealForm } from '@/features/deals/form/deal-form';
import { suggestedRole } from '@/features/deals/roles';
import { requireUserId } from '@/lib/auth/session';
import { dayIn } from '@/lib/dates/dates';
import { currencies } from '@/lib/locale';
import { formatAmount } from '@/lib/money/money';
import { isRecordId } from '@/lib/text/text';

export const metadata: Metadata = { title: 'New deal' };

export default async function NewDealPage({ searchParams }: PageProps<'/deals/new'>) {
	const userId = await requireUserId();
	const { companyId, contactId } = await searchParams;
	const [settings, [named], contact] = await Promise.all([
		getSettings(userId),
		isRecordId(companyId) ? nameCompanies(userId, [companyId]) : [],
		isRecordId(contactId) ? getContact(userId, contactId) : null,
	]);
	const company = contact?.company ?? named;
	const custom = await newFormFields(userId, 'deal', settings);
	return (
		<>
			<PageHeader title="New deal" breadcrumbs={[{ label: 'Deals', href: '/deals' }]} />
			<DealForm
				id={uuidv7()}
				custom={custom}
				company={company}
				contact={contact ? { id: contact.id, name: contact.name } : undefined}
				contactRole={contact && suggestedRole(contact)}
				cameFrom={contact ? 'contact' : company && 'company'}
				currency={settings.currency}
				currencies={currencies()}
				locale={settings.locale}
				example={formatAmount('1500000', settings)}
				today={dayIn(new Date(), settings.timeZone)}
			/>
		</>
	);
}
