'use client';

import type { Route } from 'next';
import { memo } from 'react';
import { Link } from '@/components/ui/link';
import { BoardColumnHead } from './board-column-head';
import { type ShownGroup, tooManyGroups } from './board-groups';
import { ColumnCards, type ColumnCardsProps } from './column-cards';

type GroupColumnProps = ColumnCardsProps & { group: ShownGroup; counting: boolean };

/** A column of the grouped board: its head, its first cards, and the way to the list with all of them. */
export const GroupColumn = memo(function GroupColumn(props: GroupColumnProps) {
	const { group, parts, counting, dragged, place, menu, onMenuClose } = props;
	const { key, name, isName, isFixed, head, cards, href } = group;
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
			<ColumnCards
				{...{ parts, dragged, menu, onMenuClose }}
				name={key}
				count={head.count}
				cards={cards}
				// a group is always sorted, so no line shows where a card would land
				place={null}
				more={
					left > 0 && (
						<li className="px-1 py-2">
							{href === null ? (
								<>
									{left.toLocaleString('en')} more. {tooManyGroups}
								</>
							) : (
								<Link href={href as Route} className="underline">
									{left.toLocaleString('en')} more in the list
								</Link>
							)}
						</li>
					)
				}
			/>
		</section>
	);
});
