import { EmptyState } from '@/components/layout/empty-state';
import { isNarrowed } from '@/components/list/data-list';
import { ListToolbar } from '@/components/list/list-toolbar';
import { ListFrame, ListRows } from '@/components/list/list-transition';
import { nameCompanies } from '@/features/companies/server/company-queries';
import { nameContacts } from '@/features/contacts/server/contact-queries';
import { dayIn } from '@/lib/dates/dates';
import { dealFilters } from '../list/deal-filters';
import type { DealsProps } from '../list/deal-list';
import { DealTools } from '../list/deal-tools';
import { NoDeals } from '../list/no-deals';
import { dealList, showsRecentlyClosed } from '../schema';
import { readBoard } from '../server/deal-board-queries';
import { listDealCurrencies } from '../server/deal-queries';
import { dealStages, shownClosedDays } from '../stage/stages';
import { Board } from './board';
import { countOf } from './board-columns';

/** The account's deals on the board. */
export async function DealBoard({ userId, state, settings }: DealsProps) {
	const [{ cards, sums }, companies, contacts, currencies] = await Promise.all([
		readBoard(userId, state, settings),
		nameCompanies(userId, state.filters.company),
		nameContacts(userId, state.filters.contact),
		listDealCurrencies(userId),
	]);
	const count = Object.values(sums.totals).reduce((sum, part) => sum + countOf(part), 0);
	if (count === 0 && !isNarrowed(state)) return <NoDeals />;
	const choices = dealFilters(state, companies, contacts, settings);
	const stages = state.filters.stage.length > 0 ? state.filters.stage : dealStages;
	return (
		<ListFrame>
			<ListToolbar list={dealList} state={state} path="/deals" noun="deals" choices={choices}>
				<DealTools state={state} settings={settings} currencies={currencies} />
			</ListToolbar>
			{count === 0 && <EmptyState title="No deals match">Try fewer words or remove a filter.</EmptyState>}
			<ListRows>
				<Board
					stamp={`${userId} ${new Date().toISOString()} ${Math.random()}`}
					stages={[...stages]}
					cards={cards}
					sums={sums}
					query={dealList.query(state).slice(1)}
					today={dayIn(new Date(), settings.timeZone)}
					recentDays={showsRecentlyClosed(state) ? shownClosedDays : null}
				/>
			</ListRows>
		</ListFrame>
	);
}
