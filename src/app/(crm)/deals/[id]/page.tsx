import type { Metadata } from 'next';
import { openRecord } from '@/domain/record-page';
import { getDeal } from '@/features/deals/server/deal-queries';
import { DealRecord } from '../../records/deal-record';

const open = openRecord(getDeal);

export async function generateMetadata({ params }: PageProps<'/deals/[id]'>): Promise<Metadata> {
	return { title: (await open(params)).record.name };
}

export default async function DealPage({ params, searchParams }: PageProps<'/deals/[id]'>) {
	const { userId, record: deal } = await open(params);
	return <DealRecord userId={userId} deal={deal} params={searchParams} />;
}
