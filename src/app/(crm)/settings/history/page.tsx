import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { RecentChanges } from '@/features/history/components/recent-changes';

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
				<RecentChanges limit={200} />
			</div>
		</>
	);
}
