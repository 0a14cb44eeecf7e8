import { ListLink } from '@/components/list/list-link';
import { DealTotals } from '../list/deal-totals';
import type { CardPart } from './board-choices';
import type { ShownSums } from './board-columns';
import { CardChoice } from './card-choice';

/** A way to group the board, and its address. */
export type GroupingLink = { label: string; href: string; isShown: boolean };

type BoardBarProps = {
	totals: ShownSums['totals'];
	counting?: boolean;
	groupings: GroupingLink[];
	parts: readonly CardPart[];
	onParts: (parts: CardPart[]) => void;
};

/** Above the columns: what all of it is worth, how it is grouped, and what cards show. */
export function BoardBar({ totals, counting = false, groupings, parts, onParts }: BoardBarProps) {
	return (
		<div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
			<div className="max-sm:hidden">
				<DealTotals totals={totals} counting={counting} />
			</div>
			<div className="flex flex-wrap items-center gap-x-3">
				<nav aria-label="Group by" className="flex items-center text-xs">
					<span aria-hidden className="mr-1 text-muted-foreground">
						Group by
					</span>
					{groupings.map(({ label, href, isShown }) => (
						<ListLink
							key={label}
							href={href}
							sets={['view']}
							aria-current={isShown ? 'true' : undefined}
							className="board-choice aria-[current]:bg-accent aria-[current]:text-accent-foreground"
						>
							{label}
						</ListLink>
					))}
				</nav>
				<CardChoice parts={parts} onChange={onParts} />
			</div>
		</div>
	);
}
