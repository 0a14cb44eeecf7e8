import type { Metadata } from 'next';
import { EditLink } from '@/components/layout/edit-link';
import { PageHeader } from '@/components/layout/page-header';
import { TabLinks, tabOf } from '@/components/layout/tab-links';
import { Button } from '@/components/ui/button';
import { MergeIcon, PlusIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import {
	companyActivitiesPath,
	companyContactsPath,
	companyDealsPath,
	companyHistoryPath,
	companyMergePath,
	companyPath,
	newContactPath,
	newDealPath,
} from '@/domain/paths';
import { openRecord } from '@/domain/record-page';
import { LogOffer } from '@/features/activities/components/log-offer';
import { CompanyCard } from '@/features/companies/components/company-card';
import { CompanyOverview } from '@/features/companies/components/company-overview';
import { DeleteCompany } from '@/features/companies/components/delete-company';
import { countWithCompanies, getCompany } from '@/features/companies/server/company-queries';
import { CompanyContacts } from '@/features/contacts/components/company-contacts';
import { WhoDecides } from '@/features/contacts/components/who-decides';
import { RecordDeals } from '@/features/deals/components/record-deals';
import { DecisionMap } from '@/features/decision-map/components/decision-map';
import { ActivitiesTab } from '../../activities-tab';
import { HistoryTab } from '../../history-tab';

const tabs = ['contacts', 'deals', 'activities', 'history'] as const;

const open = openRecord(getCompany);

export async function generateMetadata({ params }: PageProps<'/companies/[id]'>): Promise<Metadata> {
	return { title: (await open(params)).record.name };
}

export default async function CompanyPage({ params, searchParams }: PageProps<'/companies/[id]'>) {
	// awaited before anything is sent, so that a missing company is a 404
	const { userId, record: company } = await open(params);
	const counts = await countWithCompanies(userId, [company.id]);
	const path = companyPath(company.id);
	const tab = tabOf(tabs, (await searchParams).tab);
	return (
		<>
			<PageHeader
				title={<span className="wrap-anywhere">{company.name}</span>}
				record={company.id}
				breadcrumbs={[{ label: 'Companies', href: '/companies' }]}
				actions={
					<>
						<Button asChild>
							<Link href={newContactPath(company.id)}>
								<PlusIcon /> New contact
							</Link>
						</Button>
						<Button asChild variant="outline">
							<Link href={newDealPath({ companyId: company.id })}>
								<PlusIcon /> New deal
							</Link>
						</Button>
						<EditLink of={path} />
						<Button asChild variant="outline">
							<Link href={companyMergePath(company.id)}>
								<MergeIcon /> Merge…
							</Link>
						</Button>
						<DeleteCompany id={company.id} name={company.name} counts={counts} />
					</>
				}
			/>
			<CompanyCard company={company} />
			<LogOffer of={{ companyId: company.id }} name={company.name} />
			<TabLinks
				label="Parts of the company"
				tabs={[
					{ label: 'Overview', href: path, current: tab === 'overview' },
					{
						label: 'Contacts',
						count: counts.contacts,
						href: companyContactsPath(company.id),
						current: tab === 'contacts',
					},
					{ label: 'Deals', count: counts.deals, href: companyDealsPath(company.id), current: tab === 'deals' },
					{
						label: 'Activities',
						count: counts.activities,
						href: companyActivitiesPath(company.id),
						current: tab === 'activities',
					},
					{ label: 'History', href: companyHistoryPath(company.id), current: tab === 'history' },
				]}
			/>
			{tab === 'contacts' && <CompanyContacts companyId={company.id} count={counts.contacts} />}
			{tab === 'deals' && <RecordDeals of={{ companyId: company.id }} count={counts.deals} />}
			{tab === 'activities' && <ActivitiesTab of={{ companyId: company.id }} params={searchParams} />}
			{tab === 'history' && <HistoryTab of={{ kind: 'company', id: company.id }} params={searchParams} />}
			{tab === 'overview' && (
				<CompanyOverview company={company}>
					<WhoDecides companyId={company.id} count={counts.contacts} />
					<DecisionMap companyId={company.id} />
				</CompanyOverview>
			)}
		</>
	);
}
