import type { Metadata } from 'next';
import { DealList } from '@/features/deals/list/deal-list';
import { dealsPage } from '../deals-page';

export const metadata: Metadata = { title: 'Deals' };

/** What `/deals?view=list` shows: the proxy leads there. It is a separate page, so that it loads none of the board's code. */
export default function DealListPage({ searchParams }: PageProps<'/deals/list'>) {
	return dealsPage(searchParams, DealList);
}
