import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { editFormFields } from '@/domain/fields/form-fields';
import { companyPath } from '@/domain/paths';
import { openRecord } from '@/domain/record-page';
import { getSettings } from '@/features/account/server/account-queries';
import { CompanyForm } from '@/features/companies/components/company-form';
import { companySizes, sizeOf } from '@/features/companies/schema';
import { getCompany, listIndustries } from '@/features/companies/server/company-queries';
import { IntroducerPicker } from '@/features/contacts/components/introducer-picker';

const open = openRecord(getCompany);

export async function generateMetadata({ params }: PageProps<'/companies/[id]/edit'>): Promise<Metadata> {
	return { title: `Edit ${(await open(params)).record.name}` };
}

export default async function EditCompanyPage({ params }: PageProps<'/companies/[id]/edit'>) {
	const { userId, record: company } = await open(params);
	const [industries, settings] = await Promise.all([listIndustries(userId), getSettings(userId)]);
	const custom = await editFormFields(userId, 'company', company, settings);
	return (
		<>
			<PageHeader
				title="Edit company"
				breadcrumbs={[
					{ label: 'Companies', href: '/companies' },
					{ label: company.name, href: companyPath(company.id) },
				]}
			/>
			<CompanyForm
				id={company.id}
				company={{ ...company, sizeName: sizeOf(company.size) }}
				sizes={companySizes}
				industries={industries}
				custom={custom}
				introducer={<IntroducerPicker initial={company.introducedBy ?? undefined} />}
			/>
		</>
	);
}
