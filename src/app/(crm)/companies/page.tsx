import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { Suspense } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { ExportLink } from '@/components/list/export-link';
import { ListSkeleton } from '@/components/list/list-skeleton';
import { Button } from '@/components/ui/button';
import { CompanyList } from '@/features/companies/components/company-list';
import { companyList } from '@/features/companies/schema';
import { OtherStart } from '../other-start';

export const metadata: Metadata = { title: 'Companies' };

export default function CompaniesPage({ searchParams }: PageProps<'/companies'>) {
	return (
		<>
			<PageHeader
				title="Companies"
				actions={
					<>
						<ExportLink list={companyList} params={searchParams} path="/companies" />
						<Button asChild>
							<Link href="/companies/new">
								<Plus aria-hidden /> New company
							</Link>
						</Button>
					</>
				}
			/>
			<Suspense fallback={<ListSkeleton />}>
				<CompanyList params={searchParams} otherStart={<OtherStart />} />
			</Suspense>
		</>
	);
}
