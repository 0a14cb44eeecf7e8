import { DataList } from '@/components/list/data-list';
import type { Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { dayIn } from '@/lib/dates/dates';
import { changeDealField } from '../actions';
import { presentSums } from '../board/board-columns';
import { type DealListState, dealList } from '../schema';
import { sumDeals } from '../server/deal-board-queries';
import { nameDealFilters } from '../server/deal-filter-queries';
import { listDeals } from '../server/deal-queries';
import { SignalHints } from '../signals/signal-hints';
import { DealBulkLazy } from './deal-bulk-lazy';
import { dealGroupLabel, dealListColumns } from './deal-columns';
import { DealTotals } from './deal-totals';
import { LostCellQuestion } from './lost-cell-question';
import { NoDeals } from './no-deals';
import { ViewLinks } from './view-links';

export type DealsProps = { userId: UserId; state: DealListState; settings: Settings };

/** The account's deals as a list. */
export async function DealList({ userId, state, settings }: DealsProps) {
	const [{ rows, ...found }, sums, filters] = await Promise.all([
		listDeals(userId, state, settings.timeZone),
		sumDeals(userId, state, settings.timeZone),
		nameDealFilters(userId, state, settings),
	]);
	return (
		<DataList
			list={dealList}
			state={state}
			rows={rows}
			{...found}
			path="/deals"
			noun={['deal', 'deals']}
			filters={filters}
			tools={<ViewLinks state={state} />}
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
