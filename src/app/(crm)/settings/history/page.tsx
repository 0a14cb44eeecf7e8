import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { WholeHistory } from '@/features/history/components/whole-history';

export const metadata: Metadata = { title: 'History' };

export default function HistoryPage({ searchParams }: PageProps<'/settings/history'>) {
	return (
		<>
			<PageHeader
				title="History"
				description="Every change, also to what has been deleted since, and the way back."
				breadcrumbs={[{ label: 'Settings', href: '/settings' }]}
			/>
			<div className="max-w-4xl">
				<WholeHistory params={searchParams} />
			</div>
		</>
	);
}
