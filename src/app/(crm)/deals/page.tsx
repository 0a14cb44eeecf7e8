import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { Suspense } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { Button } from '@/components/ui/button';
import { Deals, DealsSkeleton } from '@/features/deals/components/deals';

export const metadata: Metadata = { title: 'Deals' };

export default function DealsPage({ searchParams }: PageProps<'/deals'>) {
	return (
		<>
			<PageHeader
				title="Deals"
				actions={
					<Button asChild>
						<Link href="/deals/new">
							<Plus aria-hidden /> New deal
						</Link>
					</Button>
				}
			/>
			<Suspense fallback={<DealsSkeleton />}>
				<Deals params={searchParams} />
			</Suspense>
		</>
	);
}
