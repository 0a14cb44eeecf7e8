import type { Route } from 'next';
import { ColumnsIcon, RowsIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { segmentLinkClasses, segmentsClasses } from '@/components/ui/segment-classes';
import { cn } from '@/lib/cn';
import { type DealListState, dealList } from '../schema';

const views = [
	{ view: 'kanban', label: 'Board', Icon: ColumnsIcon },
	{ view: 'list', label: 'List', Icon: RowsIcon },
];

/** Leads from the board to the list and back, with the same search and filters. */
export function ViewLinks({ state }: { state: DealListState }) {
	return (
		<nav aria-label="View" className={cn(segmentsClasses, 'ml-auto max-sm:col-start-2')}>
			{views.map(({ view, label, Icon }) => (
				<Link
					key={view}
					href={`/deals${dealList.of(state).query(state, { view })}` as Route}
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
