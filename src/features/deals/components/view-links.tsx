import { Columns3, Rows3 } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { type DealListState, dealList } from '../schema';

const views = [
	{ view: 'kanban', label: 'Board', Icon: Columns3 },
	{ view: 'list', label: 'List', Icon: Rows3 },
];

/** Leads from the board to the list and back, with the same search and filters. */
export function ViewLinks({ state }: { state: DealListState }) {
	return (
		<nav aria-label="View" className="ml-auto flex rounded-md border border-foreground/20 bg-card p-0.5">
			{views.map(({ view, label, Icon }) => (
				<Link
					key={view}
					href={`/deals${dealList.query(state, { view })}` as Route}
					prefetch={false}
					aria-current={state.view === view ? 'page' : undefined}
					className="inline-flex h-7.5 items-center gap-1.5 rounded-sm px-2.5 font-medium text-muted-foreground hover:text-foreground aria-[current]:bg-accent aria-[current]:text-accent-foreground pointer-coarse:h-8.5"
				>
					<Icon aria-hidden className="size-4" />
					{label}
				</Link>
			))}
		</nav>
	);
}
