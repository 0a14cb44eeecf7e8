import { Pencil, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { CompanyCard } from '@/features/companies/components/company-card';
import { DeleteCompany } from '@/features/companies/components/delete-company';
import { countWithCompany, getCompany } from '@/features/companies/queries';
import { CompanyContacts } from '@/features/contacts/components/company-contacts';
import { newContactPath } from '@/lib/paths';
import { openRecord } from '@/lib/record-page';

const open = openRecord(getCompany);

export async function generateMetadata({ params }: PageProps<'/companies/[id]'>): Promise<Metadata> {
	return { title: (await open(params)).record.name };
}

export default async function CompanyPage({ params }: PageProps<'/companies/[id]'>) {
	// awaited before anything is sent, so that a missing company is a 404
	const { userId, record: company } = await open(params);
	const counts = (await countWithCompany(userId, company.id)) ?? notFound();
	return (
		<>
			<PageHeader
				title={<span className="wrap-anywhere">{company.name}</span>}
				breadcrumbs={[{ label: 'Companies', href: '/companies' }]}
				actions={
					<>
						<Button asChild>
							<Link href={newContactPath(company.id)}>
								<Plus aria-hidden /> New contact
							</Link>
						</Button>
						<Button asChild variant="outline">
							<Link href={`/companies/${company.id}/edit`}>
								<Pencil aria-hidden /> Edit
							</Link>
						</Button>
						<DeleteCompany id={company.id} name={company.name} counts={counts} />
					</>
				}
			/>
			<div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
				<Suspense fallback={<Skeleton className="h-48" />}>
					<CompanyContacts companyId={company.id} />
				</Suspense>
				<CompanyCard company={company} />
			</div>
		</>
	);
}
