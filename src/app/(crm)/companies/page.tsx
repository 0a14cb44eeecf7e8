import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { ExportLink } from '@/components/list/export-link';
import { Button } from '@/components/ui/button';
import { PlusIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
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
						<ExportLink list={companyList.anyAccount} params={params} path="/companies" />
						<Button asChild>
							<Link href="/companies/new">
								<PlusIcon /> New company
							</Link>
						</Button>
					</>
				}
			/>
			<CompanyList params={params} otherStart={<OtherStart />} />
		</>
	);
}
