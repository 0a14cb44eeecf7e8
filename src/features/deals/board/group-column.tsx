'use client';

import { useDroppable } from '@dnd-kit/core';
import type { Route } from 'next';
import { memo } from 'react';
import { Link } from '@/components/ui/link';
import { BoardCard } from './board-card';
import type { CardPart } from './board-choices';
import { BoardColumnHead } from './board-column-head';
import type { ShownGroup } from './board-groups';
import type { MenuMove } from './card-menu';
import type { DropPlace } from './use-drag';

type GroupColumnProps = {
	group: ShownGroup;
	parts: readonly CardPart[];
	counting: boolean;
	dragged: string | null;
	place: DropPlace | null;
	menu: { id: string; move: MenuMove } | null;
	onMenuClose: () => void;
};

/** A column of the grouped board: its head, its first cards, and the way to the list with all of them. */
export const GroupColumn = memo(function GroupColumn(props: GroupColumnProps) {
	const { group, parts, counting, dragged, place, menu, onMenuClose } = props;
	const { key, name, isName, isFixed, head, cards, href } = group;
	const { setNodeRef } = useDroppable({ id: key });
	const left = head.count - cards.length;
	return (
		<section
			aria-label={name}
			data-stage={key}
			data-fixed={isFixed ? '' : undefined}
			data-over={place ? '' : undefined}
			className="board-column"
		>
			<BoardColumnHead name={isName ? <span translate="no">{name}</span> : name} head={head} counting={counting} />
			<ul
				ref={setNodeRef}
				data-column={key}
				data-count={head.count.toLocaleString('en')}
				className="relative flex min-h-24 flex-1 flex-col gap-1.75 overflow-y-auto overflow-x-hidden px-1.75 pt-0.5 pb-3"
			>
				{cards.map((card) => (
					<BoardCard
						key={card.id}
						card={card}
						parts={parts}
						dragged={card.id === dragged}
						drop={null}
						menu={menu?.id === card.id ? menu.move : null}
						onMenuClose={onMenuClose}
					/>
				))}
				{left > 0 && (
					<li className="px-1 py-2">
						<Link href={href as Route} className="underline">
							{left.toLocaleString('en')} more in the list
						</Link>
					</li>
				)}
				{cards.length === 0 && <li className="px-1 py-2 text-muted-foreground">No deals</li>}
			</ul>
		</section>
	);
});
