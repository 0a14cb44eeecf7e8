import type { Metadata } from 'next';
import { companyPath } from '@/domain/paths';
import { openRecord } from '@/domain/record-page';
import { getCompany } from '@/features/companies/server/company-queries';
import { countedList } from '@/lib/text/counted';
import { EraseRecord } from '../../../records/erase-record';

const open = openRecord(getCompany);

export async function generateMetadata({ params }: PageProps<'/companies/[id]/erase'>): Promise<Metadata> {
	return { title: `Erase ${(await open(params)).record.name}` };
}

export default async function EraseCompanyPage({ params }: PageProps<'/companies/[id]/erase'>) {
	const { userId, record: company } = await open(params);
	const { id, counts } = company;
	const parts = countedList([
		[counts.contacts, 'contact', 'contacts'],
		[counts.deals, 'deal', 'deals'],
		[counts.activities, 'activity', 'activities'],
		[counts.followUps, 'follow-up', 'follow-ups'],
	]);
	return (
		<EraseRecord
			userId={userId}
			noun="company"
			record={company}
			path={companyPath(id)}
			list={{ label: 'Companies', href: '/companies' }}
			description="Removes a company and its contacts from MiniCRM, with all that it remembers of them. To be able to undo it, delete the company instead."
			around={
				parts
					? `Its ${parts}, with all that they hold.`
					: 'There are no contacts, deals, activities or follow-ups that belong to it.'
			}
		/>
	);
}
