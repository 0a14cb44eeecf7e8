import type { Metadata } from 'next';
import { companyPath } from '@/domain/paths';
import { openRecord } from '@/domain/record-page';
import { getCompany } from '@/features/companies/server/company-queries';
import { HistoryPage } from '../../../records/history-page';

const open = openRecord(getCompany);

export async function generateMetadata({ params }: PageProps<'/companies/[id]/history'>): Promise<Metadata> {
	return { title: `History of ${(await open(params)).record.name}` };
}

export default async function CompanyHistoryPage({ params, searchParams }: PageProps<'/companies/[id]/history'>) {
	const { id, name } = (await open(params)).record;
	return (
		<HistoryPage
			of={{ kind: 'company', id }}
			name={name}
			path={companyPath(id)}
			list={{ label: 'Companies', href: '/companies' }}
			params={searchParams}
		/>
	);
}
