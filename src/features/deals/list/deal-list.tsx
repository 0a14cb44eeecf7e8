import { linkCell } from '@/components/list/cells';
import { DataList, type ListColumns } from '@/components/list/data-list';
import { companyPath, contactPath } from '@/domain/paths';
import type { Settings } from '@/features/account/server/account-queries';
import { nameCompanies } from '@/features/companies/server/company-queries';
import { nameContacts } from '@/features/contacts/server/contact-queries';
import type { UserId } from '@/lib/auth/session';
import { dayIn, formatDate, formatDay } from '@/lib/dates/dates';
import { formatMoney } from '@/lib/money/money';
import { changeDealField } from '../actions';
import { presentSums } from '../board/board-columns';
import { type DealListState, dealList } from '../schema';
import { sumDeals } from '../server/deal-board-queries';
import { listDealCurrencies, listDeals } from '../server/deal-queries';
import { DealSignals } from '../signals/deal-signals';
import { SignalHints } from '../signals/signal-hints';
import { presentSignals, type ShownSignal } from '../signals/signals';
import { StageBadge } from '../stage/stage-badge';
import { DealBulkLazy } from './deal-bulk-lazy';
import { dealFilters } from './deal-filters';
import { DealTools } from './deal-tools';
import { DealTotals } from './deal-totals';
import { LostCellQuestion } from './lost-cell-question';
import { NoDeals } from './no-deals';

export type DealsProps = { userId: UserId; state: DealListState; settings: Settings };

/** The account's deals as a list. */
export async function DealList({ userId, state, settings }: DealsProps) {
	const [{ rows, ...found }, sums, companies, contacts, currencies] = await Promise.all([
		listDeals(userId, state, settings.timeZone),
		sumDeals(userId, state, settings.timeZone),
		nameCompanies(userId, state.filters.company),
		nameContacts(userId, state.filters.contact),
		listDealCurrencies(userId),
	]);
	const choices = dealFilters(state, companies, contacts, settings);
	return (
		<DataList
			list={dealList}
			state={state}
			rows={rows}
			{...found}
			path="/deals"
			noun={['deal', 'deals']}
			filters={choices}
			tools={<DealTools state={state} settings={settings} currencies={currencies} />}
			summary={
				<>
					<div className="mb-2">
						<DealTotals totals={presentSums(sums, settings).totals} />
					</div>
					<SignalHints />
				</>
			}
			edits={{
				...{ source: '/api/deals/field', save: changeDealField },
				question: <LostCellQuestion today={dayIn(new Date(), settings.timeZone)} />,
			}}
			bulk={<DealBulkLazy />}
			columns={columns(settings)}
			empty={<NoDeals />}
		/>
	);
}

type ListedDeal = Awaited<ReturnType<typeof listDeals>>['rows'][number];

function columns(settings: Settings): ListColumns<ListedDeal, DealListState['sort']> {
	return [
		{ head: 'Deal name', sort: 'name', field: 'name', cell: ({ name }) => name },
		{
			head: 'Company',
			sort: 'company',
			wide: true,
			cell: ({ companyId, companyName }) => ({ to: companyPath(companyId), name: companyName }),
		},
		{
			head: 'Contact',
			sort: 'contact',
			wide: true,
			cell: ({ contactId, contactName }) => linkCell(contactId && contactPath(contactId), contactName),
		},
		{ head: 'Stage', sort: 'stage', field: 'stage', cell: ({ stage }) => ({ node: <StageBadge stage={stage} /> }) },
		{ head: 'Signals', wide: true, cell: (deal) => signalsCell(presentSignals(deal, settings)) },
		{
			head: 'Value',
			field: 'value',
			sort: 'value',
			align: 'right',
			cell: ({ value, currency }) => formatMoney(value, { locale: settings.locale, currency }),
		},
		{
			head: 'Probability',
			field: 'ownProbability',
			sort: 'probability',
			align: 'right',
			spare: true,
			cell: ({ probability }) => `${probability} %`,
		},
		{
			head: 'Expected close',
			field: 'expectedCloseOn',
			sort: 'close',
			align: 'right',
			cell: ({ expectedCloseOn }) => expectedCloseOn && formatDate(expectedCloseOn, settings),
		},
		{
			head: 'Closed',
			sort: 'closed',
			align: 'right',
			cell: ({ closedAt }) => closedAt && formatDay(closedAt, settings),
		},
		{
			head: 'Created',
			sort: 'created',
			align: 'right',
			spare: true,
			cell: ({ createdAt }) => formatDay(createdAt, settings),
		},
	];
}

const signalsCell = (signals: ShownSignal[]) =>
	signals.length > 0 ? { node: <DealSignals signals={signals} /> } : null;
