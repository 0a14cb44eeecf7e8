import { customColumns } from '@/components/list/custom-columns';
import { DataList } from '@/components/list/data-list';
import { customListOf } from '@/domain/custom-fields/custom-list';
import { nameCustomValues } from '@/domain/custom-fields/custom-rows';
import { customGroupLabel } from '@/domain/custom-fields/custom-words';
import type { Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { dayIn } from '@/lib/dates/dates';
import { noConditions } from '@/lib/list/conditions';
import { shownIds } from '@/lib/list/list-columns';
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
	const list = dealList.of(state);
	const { fields } = customListOf(state);
	const shown = shownIds(state, list.columns);
	const names = { ...filters.names, ...(await nameCustomValues(userId, state, { shown, rows, where: noConditions })) };
	return (
		<DataList
			list={list}
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
			columns={{ ...dealListColumns(settings), ...customColumns(fields, settings, names) }}
			groupLabel={(row) =>
				customGroupLabel(fields, state.group, row.groupKey) ?? dealGroupLabel(state.group, row, settings)
			}
			empty={<NoDeals />}
		/>
	);
}
