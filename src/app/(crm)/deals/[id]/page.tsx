import type { Metadata } from 'next';
import { EditLink } from '@/components/layout/edit-link';
import { PageHeader } from '@/components/layout/page-header';
import { TabLinks, tabOf } from '@/components/layout/tab-links';
import { dealActivitiesPath, dealHistoryPath, dealPath } from '@/domain/paths';
import { openRecord } from '@/domain/record-page';
import { getSettings } from '@/features/account/server/account-queries';
import { DealCard } from '@/features/deals/components/deal-card';
import { DealOverview } from '@/features/deals/components/deal-overview';
import { DeleteDeal } from '@/features/deals/form/delete-deal';
import { DealPeople } from '@/features/deals/people/deal-people';
import { getDeal, readSignals } from '@/features/deals/server/deal-queries';
import { daysByStage, pathOf } from '@/features/deals/stage/deal-path';
import { StageStepper } from '@/features/deals/stage/stage-stepper';
import { dayIn } from '@/lib/dates/dates';
import { ActivitiesTab } from '../../activities-tab';
import { HistoryTab } from '../../history-tab';

const tabs = ['activities', 'history'] as const;

const open = openRecord(getDeal);

export async function generateMetadata({ params }: PageProps<'/deals/[id]'>): Promise<Metadata> {
	return { title: (await open(params)).record.name };
}

export default async function DealPage({ params, searchParams }: PageProps<'/deals/[id]'>) {
	const { userId, record: deal } = await open(params);
	const settings = await getSettings(userId);
	const signals = await readSignals(userId, deal.id, settings);
	const { tab: askedTab, lose } = await searchParams;
	const tab = tabOf(tabs, askedTab);
	const path = pathOf(deal, settings.timeZone, new Date());
	return (
		<>
			<PageHeader
				title={<span className="wrap-anywhere">{deal.name}</span>}
				record={deal.id}
				breadcrumbs={[{ label: 'Deals', href: '/deals' }]}
				actions={
					<>
						<EditLink of={dealPath(deal.id)} />
						<DeleteDeal id={deal.id} name={deal.name} />
					</>
				}
			/>
			<StageStepper
				id={deal.id}
				stage={deal.stage}
				days={daysByStage(path)}
				name={deal.name}
				asksWhyLost={lose === 'ask'}
				today={dayIn(new Date(), settings.timeZone)}
			/>
			<DealCard deal={deal} signals={signals} settings={settings} />
			<TabLinks
				label="Parts of the deal"
				tabs={[
					{ label: 'Overview', href: dealPath(deal.id), current: tab === 'overview' },
					{
						label: 'Activities',
						count: deal._count.activities,
						href: dealActivitiesPath(deal.id),
						current: tab === 'activities',
					},
					{ label: 'History', href: dealHistoryPath(deal.id), current: tab === 'history' },
				]}
			/>
			{tab === 'activities' && <ActivitiesTab of={{ dealId: deal.id }} params={searchParams} />}
			{tab === 'history' && <HistoryTab of={{ kind: 'deal', id: deal.id }} params={searchParams} />}
			{tab === 'overview' && (
				<DealOverview deal={deal} path={path} settings={settings}>
					<DealPeople dealId={deal.id} companyId={deal.company.id} />
				</DealOverview>
			)}
		</>
	);
}
