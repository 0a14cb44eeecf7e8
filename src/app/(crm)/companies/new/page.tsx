import type { Metadata } from 'next';
import { v7 as uuidv7 } from 'uuid';
import { PageHeader } from '@/components/layout/page-header';
import { CompanyForm } from '@/features/companies/components/company-form';

export const metadata: Metadata = { title: 'New company' };

export default function NewCompanyPage() {
	return (
		<>
			<PageHeader title="New company" breadcrumbs={[{ label: 'Companies', href: '/companies' }]} />
			<CompanyForm id={uuidv7()} />
		</>
	);
}
