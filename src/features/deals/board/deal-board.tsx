import { cookies } from 'next/headers';
import { EmptyState } from '@/components/layout/empty-state';
import { ListToolbar } from '@/components/list/list-toolbar';
import { ListFrame, ListRows } from '@/components/list/list-transition';
import { dayIn } from '@/lib/dates/dates';
import { isAddedName } from '@/lib/list/added-names';
import { isNarrowed } from '@/lib/list/list-narrowing';
import type { DealsProps } from '../list/deal-list';
import { NoDeals } from '../list/no-deals';
import { ViewLinks } from '../list/view-links';
import { dealList, showsRecentlyClosed } from '../schema';
import { readBoard } from '../server/deal-board-queries';
import { listCardFields, readCardFields } from '../server/deal-card-field-queries';
import { nameDealFilters } from '../server/deal-filter-queries';
import { readGroups } from '../server/deal-group-queries';
import { type DealStage, dealStages, maxCardFields, shownClosedDays } from '../stage/stages';
import { Board } from './board';
import { boardCookie, readBoardChoices } from './board-choices';
import { countOf } from './board-columns';
import { isBoardGrouping } from './board-groupings';
import { GroupedBoard } from './grouped-board';

/** The ways to group the board; the first is the usual one. */
const groupings = [
	{ view: 'kanban', label: 'Stage' },
	{ view: 'month', label: 'Month' },
	{ view: 'company', label: 'Company' },
];

/** The account's deals on the board. */
export async function DealBoard({ userId, state, settings }: DealsProps) {
	const by = isBoardGrouping(state.view) ? state.view : null;
	const [found, filters, jar, offered] = await Promise.all([
		by ? readGroups(userId, state, settings, by) : readBoard(userId, state, settings),
		nameDealFilters(userId, state, settings),
		cookies(),
		listCardFields(userId),
	]);
	const totals = 'groups' in found ? found.totals : found.sums.totals;
	const count = countOf(Object.values(totals));
	if (count === 0 && !isNarrowed(state)) return <NoDeals />;
	const listOf = (stage: DealStage) =>
		dealList.of(state).canNarrow(state)
			? `/deals${dealList.of(state).query(state, { view: 'list', filters: { ...state.filters, stage: [stage] } })}`
			: null;
	const choices = readBoardChoices(
		jar.get(boardCookie)?.value,
		offered.map(({ part }) => part),
	);
	const cards = 'groups' in found ? found.groups.flatMap((group) => group.cards) : Object.values(found.cards).flat();
	const fields = choices.parts.filter(isAddedName).slice(0, maxCardFields);
	const shared = {
		choices,
		fields: { offered, values: await readCardFields(userId, { fields, deals: cards.map(({ id }) => id) }) },
		today: dayIn(new Date(), settings.timeZone),
		groupings: groupings.map(({ view, label }) => ({
			label,
			href: `/deals${dealList.of(state).query(state, { view })}`,
			isShown: state.view === view,
		})),
	};
	return (
		<ListFrame>
			<ListToolbar
				name="deals"
				list={dealList.of(state)}
				state={state}
				noun={['deal', 'deals']}
				count={count}
				filters={filters}
			>
				<ViewLinks state={state} />
			</ListToolbar>
			{count === 0 && <EmptyState title="No deals match">Try fewer words or remove a filter.</EmptyState>}
			<ListRows>
				{by && 'groups' in found && <GroupedBoard {...shared} {...found} by={by} />}
				{'cards' in found && (
					<Board
						{...shared}
						stamp={`${userId} ${new Date().toISOString()} ${Math.random()}`}
						stages={[...(state.filters.stage.length > 0 ? state.filters.stage : dealStages)]}
						cards={found.cards}
						sums={found.sums}
						query={dealList.of(state).query(state).slice(1)}
						currency={settings.currency}
						closedLists={{ closed_won: listOf('closed_won'), closed_lost: listOf('closed_lost') }}
						recentDays={showsRecentlyClosed(state) ? shownClosedDays : null}
					/>
				)}
			</ListRows>
		</ListFrame>
	);
}
