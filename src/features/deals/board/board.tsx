'use client';

import { DndContext, DragOverlay } from '@dnd-kit/core';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import type { LoseDealProps } from '../form/lose-deal';
import { LoseDealLazy } from '../form/lose-deal-lazy';
import { DealTotals } from '../list/deal-totals';
import { SignalHints } from '../signals/signal-hints';
import { type DealStage, dealStages, stageNames } from '../stage/stages';
import { DraggedCard, dragHelp } from './board-card';
import { BoardColumn } from './board-column';
import type { MenuMove } from './card-menu';
import { DragSource, type Press } from './drag-source';
import { type AskBeforeMove, type BoardData, type Columns, type Move, useBoard } from './use-board';
import { useDrag } from './use-drag';

type BoardProps = BoardData & {
	/** The user's day, YYYY-MM-DD. */
	today: string;
	/** For how many days closed deals are shown; null for all of them. */
	recentDays: number | null;
};

/** So many cards of each column, more than most screens have room for, are drawn first, and the others once these are seen. */
const cardsAtFirst = 8;

const instructions =
	'Press Space to pick the deal up, the arrow keys to carry it, Space to drop it, Escape to leave it where it was. Enter opens the deal.';

// the board announces each step in its own words
const silent = Object.fromEntries(
	['onDragStart', 'onDragMove', 'onDragOver', 'onDragEnd', 'onDragCancel'].map((name) => [name, () => undefined]),
) as Record<'onDragStart' | 'onDragOver' | 'onDragEnd' | 'onDragCancel', () => undefined>;

/** The pipeline: a column for each stage, cards that are carried between them. */
export function Board({ today, recentDays, ...data }: BoardProps) {
	const { stages } = data;
	const { columns, known, moves, move, loadMore, failed } = useBoard(data);
	const isBeginning = useDeferredValue(false, true);
	const element = useRef<HTMLDivElement>(null);
	const press = useRef<Press>(null);
	const [menu, setMenu] = useState<string | null>(null);
	/** The card that has the focus, or had it until its element went. */
	const held = useRef<string | null>(null);
	const [refocused, setRefocused] = useState<string | null>(null);
	const [losing, setLosing] = useState<LoseDealProps | null>(null);
	const { dragged, place, announcement, announce, context } = useDrag(
		element,
		columns,
		stages,
		(asked) => void carry(asked),
	);

	/** Moves a card and its focus. A refusal is shown and announced. */
	async function carry(asked: Move) {
		setMenu(null);
		const card = cardOf(columns, asked.id);
		const isLost = asked.stage === 'closed_lost' && card?.stage !== 'closed_lost';
		if (!isLost) setRefocused(asked.id);
		const outcome = await move(asked, isLost ? askWhy(card?.name ?? '') : undefined);
		if (isLost || !outcome.ok) setRefocused(asked.id);
		if (!outcome.ok) announce(outcome.message);
	}

	/** Asks why a deal is lost, until the server accepts the answer. */
	function askWhy(name: string): AskBeforeMove {
		return (send) =>
			new Promise((resolve) => {
				let answered: Awaited<ReturnType<typeof send>> | null = null;
				const settle = () => {
					setLosing(null);
					resolve(answered);
				};
				const action = async (answer: Record<string, unknown>) => {
					const result = await send(answer);
					if (result.ok) answered = result;
					return result;
				};
				setLosing({ name, today, action, onDone: settle, onCancel: settle });
			});
	}

	// after the card has come to stand in its new place
	useEffect(() => {
		if (!refocused) return;
		element.current?.querySelector<HTMLElement>(`[data-card="${refocused}"] a`)?.focus({ preventScroll: true });
		setRefocused(null);
	}, [refocused]);

	// a card that others put into another column, as undoing a move does, is another element there
	useEffect(() => {
		if (columns && held.current && document.activeElement === document.body)
			element.current?.querySelector<HTMLElement>(`[data-card="${held.current}"] a`)?.focus({ preventScroll: true });
	}, [columns]);

	function moveByMenu(asked: Move, name: string) {
		const cards = columns[asked.stage].filter(({ id }) => id !== asked.id);
		const index = asked.above ? cards.findIndex(({ id }) => id === asked.above) + 1 : 0;
		announce(`Moved ${name}. Place ${index + 1} of ${cards.length + 1} in ${stageNames[asked.stage]}.`);
		void carry(asked);
	}

	const card = dragged ? cardOf(columns, dragged) : null;
	// the move that is asked about is not on its way yet
	const counting = moves.length > (losing ? 1 : 0);
	return (
		<DndContext
			id={dragHelp}
			accessibility={{ announcements: silent, screenReaderInstructions: { draggable: instructions } }}
			{...context}
		>
			<DealTotals totals={known.sums.totals} counting={counting} />
			{/* biome-ignore lint/a11y/noStaticElementInteractions: hears for its cards what is done to their links and buttons */}
			<div
				ref={element}
				onFocus={({ target }) => {
					held.current = target.closest<HTMLElement>('[data-card]')?.dataset.card ?? null;
				}}
				onBlur={() => {
					held.current = null;
				}}
				onClick={({ target }) => {
					const card = target instanceof Element && target.closest('[data-menu] > button')?.closest('li');
					if (card) setMenu(card.dataset.card ?? null);
				}}
				onMouseDown={(event) => press.current?.(event)}
				onTouchStart={(event) => press.current?.(event)}
				onKeyDown={(event) => press.current?.(event)}
				// where keys carry a card, they are no shortcuts
				data-carrying={dragged ? '' : undefined}
				className="-mx-4 relative overflow-x-auto px-4 pb-2 md:-mx-6 md:px-6"
				// a menu or a dragged card must not carry the board along
				style={{ overscrollBehaviorX: 'contain' }}
			>
				<div className="grid h-[calc(100dvh-5rem)] min-h-[28rem] auto-cols-[minmax(11.25rem,24rem)] grid-flow-col gap-3 max-sm:auto-cols-[82%] sm:h-[calc(100dvh-16.5rem)]">
					{stages.map((stage) => (
						<BoardColumn
							key={stage}
							stage={stage}
							cards={isBeginning ? columns[stage].slice(0, cardsAtFirst) : columns[stage]}
							sums={known.sums.columns[stage]}
							counting={counting}
							recentDays={recentDays}
							allHref={`/deals?${allOf(stage, data.query)}`}
							dragged={dragged}
							place={place?.stage === stage ? place : null}
							menu={menu ? menuOf(menu, stage, columns, moveByMenu) : null}
							onMenuClose={() => setMenu(null)}
							more={known.more[stage] && !isBeginning}
							failed={failed[stage]}
							onMore={loadMore}
						/>
					))}
				</div>
			</div>
			<DragSource board={element} press={press} />
			<SignalHints />
			<DragOverlay dropAnimation={null}>{card && <DraggedCard card={card} />}</DragOverlay>
			{losing && <LoseDealLazy {...losing} />}
			<p role="status" aria-live="assertive" className="sr-only">
				{announcement}
			</p>
		</DndContext>
	);
}

/** A card and the column that it lies in. */
function cardOf(columns: Columns, id: string) {
	for (const stage of dealStages) {
		const card = columns[stage].find((each) => each.id === id);
		if (card) return { ...card, stage };
	}
	return null;
}

/** The list's query string with all of one stage. */
function allOf(stage: DealStage, query: string): string {
	const params = new URLSearchParams(query);
	params.set('view', 'list');
	params.set('stage', stage);
	return params.toString();
}

/** The items in the menu of a card, or null if the card is in another column. */
function menuOf(id: string, stage: DealStage, columns: Columns, move: (asked: Move, name: string) => void) {
	const cards = columns[stage];
	const index = cards.findIndex((card) => card.id === id);
	const name = cards[index]?.name;
	if (name === undefined) return null;
	const beside = (above: number, below: number) => () =>
		move({ id, stage, above: cards[above]?.id ?? null, below: cards[below]?.id ?? null }, name);
	const offered: MenuMove = {
		stage,
		toStage: (target) => move({ id, stage: target, above: null, below: null }, name),
		...(index > 0 && { top: beside(-1, 0), up: beside(index - 2, index - 1) }),
		...(index < cards.length - 1 && { down: beside(index + 1, index + 2) }),
	};
	return { id, move: offered };
}
