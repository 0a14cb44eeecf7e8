import type { Metadata } from 'next';
import { dealPath } from '@/domain/paths';
import { openRecord } from '@/domain/record-page';
import { getDeal } from '@/features/deals/server/deal-queries';
import { HistoryPage } from '../../../records/history-page';

const open = openRecord(getDeal);

export async function generateMetadata({ params }: PageProps<'/deals/[id]/history'>): Promise<Metadata> {
	return { title: `History of ${(await open(params)).record.name}` };
}

export default async function DealHistoryPage({ params, searchParams }: PageProps<'/deals/[id]/history'>) {
	const { id, name } = (await open(params)).record;
	return (
		<HistoryPage
			of={{ kind: 'deal', id }}
			name={name}
			path={dealPath(id)}
			list={{ label: 'Deals', href: '/deals' }}
			params={searchParams}
		/>
	);
}
