'use client';

import { DndContext, DragOverlay } from '@dnd-kit/core';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import type { LoseDealProps } from '../form/lose-deal';
import { LoseDealLazy } from '../form/lose-deal-lazy';
import { SignalHints } from '../signals/signal-hints';
import { type DealStage, dealStages, stageNames } from '../stage/stages';
import { BoardBar, type GroupingLink } from './board-bar';
import { DraggedCard, dragHelp } from './board-card';
import type { BoardChoices } from './board-choices';
import { BoardColumn } from './board-column';
import { BoardHints } from './board-hints';
import { type CardFields, CardFieldsProvider } from './card-fields';
import type { MenuMove } from './card-menu';
import { focusCard } from './card-place';
import { dragAccessibility } from './drag-accessibility';
import { DragSource, type Press } from './drag-source';
import { EditKey } from './edit-key';
import { StageTabs } from './stage-tabs';
import { type AskBeforeMove, type BoardData, type Columns, changeOf, type Move, useBoard } from './use-board';
import { useBoardChoices } from './use-board-choices';
import { useBoardKeys } from './use-board-keys';
import { useCardOffers } from './use-card-offers';
import { useCardQuestion } from './use-card-question';
import { useDrag } from './use-drag';

type BoardProps = BoardData & {
	/** The user's day, YYYY-MM-DD. */
	today: string;
	/** For how many days closed deals are shown; null for all of them. */
	recentDays: number | null;
	/** How the user wants the board to look. */
	choices: BoardChoices;
	fields: CardFields;
	/** The account's currency. */
	currency: string;
	groupings: GroupingLink[];
	/** The addresses of the lists of all closed deals; null where the board's filters have too many groups for that. */
	closedLists: Record<'closed_won' | 'closed_lost', string | null>;
};

/** So many cards of each column, more than most screens have room for, are drawn first, and the others once these are seen. */
const cardsAtFirst = 10;

/** The pipeline: a column for each stage, cards that are carried between them. */
export function Board({
	today,
	recentDays,
	choices: atFirst,
	fields,
	currency,
	groupings,
	closedLists,
	...data
}: BoardProps) {
	const { stages } = data;
	const { columns, known, moves, move, loadMore, failed } = useBoard(data);
	const isBeginning = useDeferredValue(false, true);
	const element = useRef<HTMLDivElement>(null);
	const press = useRef<Press>(null);
	const { choices, fold, showParts } = useBoardChoices(atFirst);
	const { askAboutWin, askCloseDate, question } = useCardQuestion(element);
	const offers = useCardOffers(element, askCloseDate);
	const [menu, setMenu] = useState<{ id: string; moves: boolean } | null>(null);
	/** The card that has the focus, or had it until its element went. */
	const held = useRef<string | null>(null);
	const [refocused, setRefocused] = useState<string | null>(null);
	const [losing, setLosing] = useState<LoseDealProps | null>(null);
	const { dragged, place, announcement, announce, context } = useDrag(
		element,
		stages.map((stage) => ({ key: stage, name: stageNames[stage], cards: columns[stage] })),
		({ column, ...asked }) => void carry({ ...asked, stage: column as DealStage }),
	);

	/** Moves a card and its focus. A refusal is shown and announced. */
	async function carry(asked: Move) {
		setMenu(null);
		const card = cardOf(columns, asked.id);
		const isLost = asked.stage === 'closed_lost' && card?.stage !== 'closed_lost';
		const isWon = asked.stage === 'closed_won' && card?.stage !== 'closed_won';
		if (!isLost && !isWon) setRefocused(asked.id);
		const moving = move(asked, isLost ? askWhy(card?.name ?? '') : undefined);
		if (isWon && card) askAboutWin(card, moving.then(changeOf));
		const outcome = await moving;
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
		focusCard(element.current, refocused);
		setRefocused(null);
	}, [refocused]);

	// a card that others put into another column, as undoing a move does, is another element there
	useEffect(() => {
		if (columns && held.current && document.activeElement === document.body) focusCard(element.current, held.current);
	}, [columns]);

	useBoardKeys(element, {
		m: (id) => setMenu({ id, moves: true }),
		'.': (id) => setMenu({ id, moves: false }),
		l: offers.log,
		n: offers.addFollowUp,
	});

	function moveByMenu(asked: Move, name: string) {
		const cards = columns[asked.stage].filter(({ id }) => id !== asked.id);
		const index = asked.above ? cards.findIndex(({ id }) => id === asked.above) + 1 : 0;
		announce(`Moved ${name}. Place ${index + 1} of ${cards.length + 1} in ${stageNames[asked.stage]}.`);
		void carry(asked);
	}

	const card = stages.flatMap((stage) => columns[stage]).find(({ id }) => id === dragged);
	// the move that is asked about is not on its way yet
	const counting = moves.length > (losing ? 1 : 0);
	return (
		<CardFieldsProvider
			fields={fields}
			parts={choices.parts}
			ids={stages.flatMap((stage) => columns[stage].map(({ id }) => id))}
		>
			<DndContext id={dragHelp} accessibility={dragAccessibility} {...context}>
				<BoardBar
					totals={known.sums.totals}
					counting={counting}
					groupings={groupings}
					parts={choices.parts}
					onParts={showParts}
				/>
				<StageTabs board={element} stages={stages} counts={known.sums.columns} />
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
						const card = target instanceof Element ? target.closest('[data-menu] > button')?.closest('li') : null;
						if (card?.dataset.card) setMenu({ id: card.dataset.card, moves: false });
					}}
					onMouseDown={(event) => press.current?.(event)}
					onTouchStart={(event) => press.current?.(event)}
					onKeyDown={(event) => press.current?.(event)}
					// where keys carry a card, they are no shortcuts
					data-carrying={dragged ? '' : undefined}
					className="board"
				>
					<div className="board-columns">
						{stages.map((stage) => (
							<BoardColumn
								key={stage}
								stage={stage}
								cards={isBeginning ? columns[stage].slice(0, cardsAtFirst) : columns[stage]}
								parts={choices.parts}
								head={known.sums.columns[stage]}
								counting={counting}
								recentDays={recentDays}
								allHref={stage === 'closed_won' || stage === 'closed_lost' ? closedLists[stage] : null}
								fold={stage === 'closed_won' || stage === 'closed_lost' ? choices.folds[stage] : undefined}
								onFold={fold}
								currency={currency}
								dragged={dragged}
								place={place?.column === stage ? place : null}
								menu={
									menu
										? menuOf(menu.id, stage, columns, moveByMenu, { moves: menu.moves, offersOf: offers.offersOf })
										: null
								}
								onMenuClose={() => setMenu(null)}
								more={known.more[stage] && !isBeginning}
								failed={failed[stage]}
								onMore={loadMore}
							/>
						))}
					</div>
				</div>
				<BoardHints carries />
				<EditKey edit={offers.edit} />
				<DragSource board={element} press={press} />
				<SignalHints />
				<DragOverlay dropAnimation={null}>{card && <DraggedCard card={card} parts={choices.parts} />}</DragOverlay>
				{losing && <LoseDealLazy {...losing} />}
				{question}
				<p role="status" aria-live="assertive" className="sr-only">
					{announcement}
				</p>
			</DndContext>
		</CardFieldsProvider>
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

/** The items in the menu of a card, or null if the card is in another column. */
function menuOf(
	id: string,
	stage: DealStage,
	columns: Columns,
	move: (asked: Move, name: string) => void,
	{ moves, offersOf }: Pick<MenuMove, 'moves'> & { offersOf: ReturnType<typeof useCardOffers>['offersOf'] },
) {
	const cards = columns[stage];
	const index = cards.findIndex((card) => card.id === id);
	const name = cards[index]?.name;
	if (name === undefined) return null;
	const beside = (above: number, below: number) => () =>
		move({ id, stage, above: cards[above]?.id ?? null, below: cards[below]?.id ?? null }, name);
	const offered: MenuMove = {
		moves,
		offers: offersOf({ id, name, stage }),
		stage,
		toStage: (target) => move({ id, stage: target, above: null, below: null }, name),
		...(index > 0 && { top: beside(-1, 0), up: beside(index - 2, index - 1) }),
		...(index < cards.length - 1 && { down: beside(index + 1, index + 2) }),
	};
	return { id, move: offered };
}
