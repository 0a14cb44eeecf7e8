import type { Metadata } from 'next';
import { openRecord } from '@/domain/record-page';
import { getCompany } from '@/features/companies/server/company-queries';
import { CompanyRecord } from '../../records/company-record';

const open = openRecord(getCompany);

export async function generateMetadata({ params }: PageProps<'/companies/[id]'>): Promise<Metadata> {
	return { title: (await open(params)).record.name };
}

export default async function CompanyPage({ params, searchParams }: PageProps<'/companies/[id]'>) {
	// awaited before anything is sent, so that a missing company is a 404
	const { userId, record: company } = await open(params);
	return <CompanyRecord userId={userId} company={company} params={searchParams} />;
}
