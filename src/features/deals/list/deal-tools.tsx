import type { Route } from 'next';
import { RangeFilters } from '@/components/list/range-filters';
import { ColumnsIcon, RowsIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { segmentLinkClasses, segmentsClasses } from '@/components/ui/segment-classes';
import type { Settings } from '@/features/account/server/account-queries';
import { cn } from '@/lib/cn';
import { type DealListState, dealList } from '../schema';
import { amountStyle, dealRanges } from './deal-filters';

const views = [
	{ view: 'kanban', label: 'Board', Icon: ColumnsIcon },
	{ view: 'list', label: 'List', Icon: RowsIcon },
];

type DealToolsProps = {
	state: DealListState;
	settings: Settings;
	/** The currencies of the account's deals. */
	currencies: string[];
};

/** Behind the filters of deals: those by value and by day, and the way to the other view. */
export function DealTools({ state, settings, currencies }: DealToolsProps) {
	return (
		<>
			<RangeFilters
				label="Value and dates"
				ranges={dealRanges}
				style={amountStyle(state, settings)}
				currencies={[...new Set([settings.currency, ...currencies])]}
				query={dealList.query(state).slice(1)}
			/>
			<ViewLinks state={state} />
		</>
	);
}

/** Leads from the board to the list and back, with the same search and filters. */
function ViewLinks({ state }: { state: DealListState }) {
	return (
		<nav aria-label="View" className={cn(segmentsClasses, 'ml-auto max-sm:col-start-2')}>
			{views.map(({ view, label, Icon }) => (
				<Link
					key={view}
					href={`/deals${dealList.query(state, { view })}` as Route}
					aria-current={(state.view === 'list') === (view === 'list') ? 'page' : undefined}
					className={segmentLinkClasses}
				>
					<Icon className="size-4" />
					<span>{label}</span>
				</Link>
			))}
		</nav>
	);
}
