import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHeader } from '@/components/layout/page-header';
import { ChooseCompanyToMerge, MergeCompany } from '@/features/companies/components/merge-company';
import { getCompany } from '@/features/companies/queries';
import { companyMergePath, companyPath } from '@/lib/paths';
import { openRecord } from '@/lib/record-page';
import { isRecordId } from '@/lib/text';

const open = openRecord(getCompany);

export async function generateMetadata({ params }: PageProps<'/companies/[id]/merge'>): Promise<Metadata> {
	return { title: `Merge ${(await open(params)).record.name}` };
}

export default async function MergeCompanyPage({ params, searchParams }: PageProps<'/companies/[id]/merge'>) {
	const { userId, record: company } = await open(params);
	const { with: asked } = await searchParams;
	const isItself = typeof asked === 'string' && asked.toLowerCase() === company.id;
	const other = isRecordId(asked) && !isItself ? await getCompany(userId, asked.toLowerCase()) : null;
	return (
		<>
			<PageHeader
				title="Merge companies"
				description={
					other ? (
						<>
							{company.name} and{' '}
							<Link href={companyPath(other.id)} className="text-primary underline underline-offset-4">
								{other.name}
							</Link>{' '}
							become one.{' '}
							<Link href={companyMergePath(company.id)} className="text-primary underline underline-offset-4">
								Choose another
							</Link>
						</>
					) : (
						`Choose the company that is the same as ${company.name}. You then see both side by side.`
					)
				}
				breadcrumbs={[
					{ label: 'Companies', href: '/companies' },
					{ label: company.name, href: companyPath(company.id) },
				]}
			/>
			{other ? (
				<MergeCompany key={other.id} company={company} other={other} />
			) : (
				<ChooseCompanyToMerge company={company} problem={problemOf(asked, isItself)} />
			)}
		</>
	);
}

function problemOf(asked: unknown, isItself: boolean): string | undefined {
	if (isItself) return 'A company cannot be merged with itself. Choose another one.';
	return asked === undefined ? undefined : 'This company does not exist any more. Choose another one.';
}
