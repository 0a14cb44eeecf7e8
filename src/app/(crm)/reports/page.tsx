import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { Reports } from './reports';

export const metadata: Metadata = { title: 'Reports' };

export default function ReportsPage({ searchParams }: PageProps<'/reports'>) {
	return (
		<>
			<PageHeader title="Reports" description="What is to come, and how it went." />
			<Reports params={searchParams} />
		</>
	);
}
