import { DataList } from '@/components/list/data-list';
import type { Settings } from '@/features/account/server/account-queries';
import { nameCompanies } from '@/features/companies/server/company-queries';
import { nameContacts } from '@/features/contacts/server/contact-queries';
import type { UserId } from '@/lib/auth/session';
import { dayIn } from '@/lib/dates/dates';
import { changeDealField } from '../actions';
import { presentSums } from '../board/board-columns';
import { type DealListState, dealList } from '../schema';
import { sumDeals } from '../server/deal-board-queries';
import { listDealCurrencies, listDeals } from '../server/deal-queries';
import { SignalHints } from '../signals/signal-hints';
import { DealBulkLazy } from './deal-bulk-lazy';
import { dealGroupLabel, dealListColumns } from './deal-columns';
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
			columns={dealListColumns(settings)}
			groupLabel={(row) => dealGroupLabel(state.group, row, settings)}
			empty={<NoDeals />}
		/>
	);
}
