import type { Metadata } from 'next';
import { openRecord } from '@/domain/record-page';
import { ChooseCompanyToMerge, MergeCompany } from '@/features/companies/components/merge-company';
import { getCompany } from '@/features/companies/server/company-queries';
import { MergeHeader, openOther } from '../../../merge-page';

const open = openRecord(getCompany);

export async function generateMetadata({ params }: PageProps<'/companies/[id]/merge'>): Promise<Metadata> {
	return { title: `Merge ${(await open(params)).record.name}` };
}

export default async function MergeCompanyPage({ params, searchParams }: PageProps<'/companies/[id]/merge'>) {
	const { userId, record: company } = await open(params);
	const { with: asked } = await searchParams;
	const { other, problem } = await openOther('company', getCompany, { userId, record: company, asked });
	return (
		<>
			<MergeHeader noun="company" record={company} other={other} />
			{other ? (
				<MergeCompany key={other.id} company={company} other={other} />
			) : (
				<ChooseCompanyToMerge company={company} problem={problem} />
			)}
		</>
	);
}
