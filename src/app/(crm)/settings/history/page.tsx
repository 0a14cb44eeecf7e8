import type { Metadata } from 'next';
import { Suspense } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { RecentChanges, RecentChangesSkeleton } from '@/features/history/components/recent-changes';

export const metadata: Metadata = { title: 'History' };

export default function HistoryPage() {
	return (
		<>
			<PageHeader
				title="History"
				description="The last 200 changes, also to what has been deleted since."
				breadcrumbs={[{ label: 'Settings', href: '/settings' }]}
			/>
			<div className="max-w-4xl">
				<Suspense fallback={<RecentChangesSkeleton />}>
					<RecentChanges limit={200} />
				</Suspense>
			</div>
		</>
	);
}
