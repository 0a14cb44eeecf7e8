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
import { PresentView } from '@/features/views/components/present-view';
import { SaveView } from '@/features/views/components/save-view';
import { openList } from '@/features/views/list-page';
import { OtherStart } from '../other-start';

export const metadata: Metadata = { title: 'Companies' };

export default async function CompaniesPage({ searchParams }: PageProps<'/companies'>) {
	const { params, shown } = await openList('companies', searchParams);
	return (
		<>
			<PageHeader
				title="Companies"
				beside={<PresentView shown={shown} />}
				actions={
					<>
						<SaveView shown={shown} />
						<ExportLink list={companyList} params={params} path="/companies" />
						<Button asChild>
							<Link href="/companies/new">
								<Plus aria-hidden /> New company
							</Link>
						</Button>
					</>
				}
			/>
			<Suspense fallback={<ListSkeleton />}>
				<CompanyList params={params} otherStart={<OtherStart />} />
			</Suspense>
		</>
	);
}
