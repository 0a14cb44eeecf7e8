import type { Metadata } from 'next';
import { DealList } from '@/features/deals/list/deal-list';
import { dealsPage } from '../deals-page';

export const metadata: Metadata = { title: 'Deals' };

/** What `/deals?view=list` shows: the proxy leads there. A page of its own, as it would load the board's code else. */
export default function DealListPage({ searchParams }: PageProps<'/deals/list'>) {
	return dealsPage(searchParams, DealList);
}
