import type { Metadata } from 'next';
import { v7 as uuidv7 } from 'uuid';
import { PageHeader } from '@/components/layout/page-header';
import { CompanyForm } from '@/features/companies/components/company-form';
import { companySizes } from '@/features/companies/schema';
import { listIndustries } from '@/features/companies/server/company-queries';
import { IntroducerPicker } from '@/features/contacts/components/introducer-picker';
import { requireUserId } from '@/lib/auth/session';
import { cleanSearch } from '@/lib/list/search';

export const metadata: Metadata = { title: 'New company' };

export default async function NewCompanyPage({ searchParams }: PageProps<'/companies/new'>) {
	const industries = await listIndustries(await requireUserId());
	const { name } = await searchParams;
	return (
		<>
			<PageHeader title="New company" breadcrumbs={[{ label: 'Companies', href: '/companies' }]} />
			<CompanyForm
				id={uuidv7()}
				sizes={companySizes}
				industries={industries}
				introducer={<IntroducerPicker />}
				name={cleanSearch([name].flat()[0] ?? '')}
			/>
		</>
	);
}
