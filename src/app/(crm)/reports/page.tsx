import type { Metadata } from 'next';
import { Suspense } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { Reports, ReportsSkeleton } from './reports';

export const metadata: Metadata = { title: 'Reports' };

export default function ReportsPage({ searchParams }: PageProps<'/reports'>) {
	return (
		<>
			<PageHeader title="Reports" description="What is to come, and how it went." />
			<Suspense fallback={<ReportsSkeleton />}>
				<Reports params={searchParams} />
			</Suspense>
		</>
	);
}
