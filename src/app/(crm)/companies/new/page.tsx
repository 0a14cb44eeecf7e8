import type { Metadata } from 'next';
import { v7 as uuidv7 } from 'uuid';
import { PageHeader } from '@/components/layout/page-header';
import { newFormFields } from '@/domain/fields/form-fields';
import { getSettings } from '@/features/account/server/account-queries';
import { CompanyForm } from '@/features/companies/components/company-form';
import { companySizes } from '@/features/companies/schema';
import { listIndustries } from '@/features/companies/server/company-queries';
import { IntroducerPicker } from '@/features/contacts/components/introducer-picker';
import { requireUserId } from '@/lib/auth/session';
import { cleanSearch } from '@/lib/list/search';

export const metadata: Metadata = { title: 'New company' };

export default async function NewCompanyPage({ searchParams }: PageProps<'/companies/new'>) {
	const userId = await requireUserId();
	const [industries, settings] = await Promise.all([listIndustries(userId), getSettings(userId)]);
	const custom = await newFormFields(userId, 'company', settings);
	const { name } = await searchParams;
	return (
		<>
			<PageHeader title="New company" breadcrumbs={[{ label: 'Companies', href: '/companies' }]} />
			<CompanyForm
				id={uuidv7()}
				sizes={companySizes}
				industries={industries}
				introducer={<IntroducerPicker />}
				custom={custom}
				name={cleanSearch([name].flat()[0] ?? '')}
			/>
		</>
	);
}
