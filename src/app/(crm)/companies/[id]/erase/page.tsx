import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { companyPath } from '@/domain/paths';
import { openRecord } from '@/domain/record-page';
import { getSettings } from '@/features/account/server/account-queries';
import { getCompany } from '@/features/companies/server/company-queries';
import { ErasePage } from '@/features/privacy/components/erase-page';
import { countedList } from '@/lib/text/counted';

const open = openRecord(getCompany);

export async function generateMetadata({ params }: PageProps<'/companies/[id]/erase'>): Promise<Metadata> {
	return { title: `Erase ${(await open(params)).record.name}` };
}

export default async function EraseCompanyPage({ params }: PageProps<'/companies/[id]/erase'>) {
	const { userId, record: company } = await open(params);
	const { id, name, counts } = company;
	const path = companyPath(id);
	const parts = countedList([
		[counts.contacts, 'contact', 'contacts'],
		[counts.deals, 'deal', 'deals'],
		[counts.activities, 'activity', 'activities'],
		[counts.followUps, 'follow-up', 'follow-ups'],
	]);
	return (
		<>
			<PageHeader
				title="Erase company for good"
				description="Removes a company and its contacts from MiniCRM, with all that it remembers of them. To be able to undo it, delete the company instead."
				breadcrumbs={[
					{ label: 'Companies', href: '/companies' },
					{ label: name, href: path },
				]}
			/>
			<ErasePage
				userId={userId}
				noun="company"
				record={company}
				path={path}
				settings={await getSettings(userId)}
				removed={[
					<>
						“<span translate="no">{name}</span>” with every email, phone number and link, the notes, custom fields and
						tags.
					</>,
					parts
						? `Its ${parts}, with all that they hold.`
						: 'There are no contacts, deals, activities or follow-ups that belong to it.',
				]}
			/>
		</>
	);
}
