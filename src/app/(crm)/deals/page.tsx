import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { Suspense } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { ExportLink } from '@/components/list/export-link';
import { Button } from '@/components/ui/button';
import { Deals, DealsSkeleton } from '@/features/deals/components/deals';
import { dealList } from '@/features/deals/schema';

export const metadata: Metadata = { title: 'Deals' };

export default function DealsPage({ searchParams }: PageProps<'/deals'>) {
	return (
		<>
			<PageHeader
				title="Deals"
				actions={
					<>
						<ExportLink list={dealList} params={searchParams} path="/deals" />
						<Button asChild>
							<Link href="/deals/new">
								<Plus aria-hidden /> New deal
							</Link>
						</Button>
					</>
				}
			/>
			<Suspense fallback={<DealsSkeleton />}>
				<Deals params={searchParams} />
			</Suspense>
		</>
	);
}
