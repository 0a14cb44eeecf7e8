import type { Metadata } from 'next';
import { DealBoard } from '@/features/deals/board/deal-board';
import { dealsPage } from './deals-page';

export const metadata: Metadata = { title: 'Deals' };

export default function DealBoardPage({ searchParams }: PageProps<'/deals'>) {
	return dealsPage(searchParams, DealBoard);
}
