'use client';

import { useDroppable } from '@dnd-kit/core';
import type { ReactNode } from 'react';
import { BoardCard } from './board-card';
import type { CardPart } from './board-choices';
import type { ShownCard } from './board-columns';
import type { MenuMove } from './card-menu';
import type { DropPlace } from './use-drag';

/** What every column of the board knows of its cards. */
export type ColumnCardsProps = {
	parts: readonly CardPart[];
	dragged: string | null;
	/** Where the dragged card would land, if that is in this column. */
	place: DropPlace | null;
	/** The card whose menu is open, and what it offers. */
	menu: { id: string; move: MenuMove } | null;
	onMenuClose: () => void;
};

type Column = ColumnCardsProps & {
	name: string;
	/** How many cards it has, with those that are not loaded. */
	count: number;
	cards: ShownCard[];
	/** Stands below the cards, where there are more. */
	more: ReactNode;
};

/** The cards of a column, among which one can be dropped. */
export function ColumnCards({ name, count, cards, parts, dragged, place, menu, onMenuClose, more }: Column) {
	const { setNodeRef } = useDroppable({ id: name });
	const others = place ? cards.filter(({ id }) => id !== dragged) : [];
	const above = place && others[place.index]?.id;
	const below = place && !above ? others.at(-1)?.id : undefined;
	return (
		<ul
			ref={setNodeRef}
			data-column={name}
			data-count={count.toLocaleString('en')}
			className="relative flex min-h-24 flex-1 flex-col gap-1.75 overflow-y-auto overflow-x-hidden px-1.75 pt-0.5 pb-3"
		>
			{cards.map((card) => (
				<BoardCard
					key={card.id}
					card={card}
					parts={parts}
					dragged={card.id === dragged}
					drop={card.id === above ? 'above' : card.id === below ? 'below' : null}
					menu={menu?.id === card.id ? menu.move : null}
					onMenuClose={onMenuClose}
				/>
			))}
			{more}
			{cards.length === 0 && !more && <li className="px-1 py-2 text-muted-foreground">No deals</li>}
		</ul>
	);
}
