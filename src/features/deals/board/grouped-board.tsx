'use client';

import { DndContext, DragOverlay } from '@dnd-kit/core';
import { useMemo, useRef, useState } from 'react';
import { LoseDealLazy } from '../form/lose-deal-lazy';
import { SignalHints } from '../signals/signal-hints';
import type { DealStage } from '../stage/stages';
import { useStageChange } from '../stage/use-stage-change';
import { BoardBar, type GroupingLink } from './board-bar';
import { DraggedCard, dragHelp } from './board-card';
import type { BoardChoices } from './board-choices';
import type { BoardGrouping } from './board-groupings';
import type { GroupCard, ShownGroup, ShownGroups } from './board-groups';
import { BoardHints } from './board-hints';
import { type CardFields, CardFieldsProvider } from './card-fields';
import { dragAccessibility } from './drag-accessibility';
import { DragSource, type Press } from './drag-source';
import { EditKey } from './edit-key';
import { GroupColumn } from './group-column';
import { changeOf } from './use-board';
import { useBoardChoices } from './use-board-choices';
import { useBoardKeys } from './use-board-keys';
import { useCardOffers } from './use-card-offers';
import { useCardQuestion } from './use-card-question';
import { useCloseMonths } from './use-close-months';
import { useDrag } from './use-drag';

type GroupedBoardProps = ShownGroups & {
	by: BoardGrouping;
	groupings: GroupingLink[];
	choices: BoardChoices;
	fields: CardFields;
	/** The user's day, YYYY-MM-DD. */
	today: string;
};

/** The deals in columns by month of the expected close, between which cards are carried, or by company. */
export function GroupedBoard({
	by,
	groups: known,
	totals,
	groupings,
	choices: atFirst,
	fields,
	today,
}: GroupedBoardProps) {
	const element = useRef<HTMLDivElement>(null);
	const press = useRef<Press>(null);
	const { choices, showParts } = useBoardChoices(atFirst);
	const [menu, setMenu] = useState<{ id: string; moves: boolean } | null>(null);
	const [losing, setLosing] = useState<GroupCard | null>(null);
	const changeStage = useStageChange();
	const { groups, pending, moveToMonth } = useCloseMonths(known);
	const { askAboutWin, askCloseDate, question } = useCardQuestion(element);
	const offers = useCardOffers(element, askCloseDate);
	const { dragged, place, announcement, announce, context } = useDrag(
		element,
		groups.map(({ key, name, cards, isFixed }) => ({ key, name, cards, isFixed: isFixed === true })),
		async ({ id, column }) => {
			const failure = await moveToMonth(id, column);
			if (failure) announce(failure);
		},
	);
	const open = (id: string, moves: boolean) => setMenu({ id, moves });
	useBoardKeys(element, {
		m: (id) => open(id, true),
		'.': (id) => open(id, false),
		l: offers.log,
		n: offers.addFollowUp,
	});

	function toStage(card: GroupCard, stage: DealStage) {
		setMenu(null);
		if (stage === 'closed_lost') return setLosing(card);
		const changing = changeStage(card.id, stage);
		if (stage === 'closed_won') askAboutWin(card, changing.then(changeOf));
	}

	const menuIn = ({ cards }: ShownGroup) => {
		const card = cards.find(({ id }) => id === menu?.id);
		if (!menu || !card?.stage) return null;
		const move = {
			moves: menu.moves,
			offers: offers.offersOf({ ...card, stage: card.stage }),
			stage: card.stage,
			toStage: (stage: DealStage) => toStage(card, stage),
		};
		return { id: card.id, move };
	};
	// a company's column need not say which company it is
	const parts = useMemo(
		() => (by === 'company' ? choices.parts.filter((part) => part !== 'company') : choices.parts),
		[by, choices.parts],
	);
	const card = groups.flatMap(({ cards }) => cards).find(({ id }) => id === dragged);
	return (
		<CardFieldsProvider
			fields={fields}
			parts={choices.parts}
			ids={groups.flatMap(({ cards }) => cards.map(({ id }) => id))}
		>
			<DndContext id={dragHelp} accessibility={dragAccessibility} {...context}>
				<BoardBar totals={totals} groupings={groupings} parts={choices.parts} onParts={showParts} />
				{/* biome-ignore lint/a11y/noStaticElementInteractions: hears for its cards what is done to their links and buttons */}
				<div
					ref={element}
					onClick={({ target }) => {
						const pressed = target instanceof Element ? target.closest('[data-menu] > button')?.closest('li') : null;
						if (pressed?.dataset.card) open(pressed.dataset.card, false);
					}}
					onMouseDown={(event) => press.current?.(event)}
					onTouchStart={(event) => press.current?.(event)}
					onKeyDown={(event) => press.current?.(event)}
					data-carrying={dragged ? '' : undefined}
					className="board"
				>
					<div className="board-columns">
						{groups.map((group) => (
							<GroupColumn
								key={group.key}
								group={group}
								parts={parts}
								counting={pending}
								dragged={dragged}
								place={place?.column === group.key ? place : null}
								menu={menuIn(group)}
								onMenuClose={() => setMenu(null)}
							/>
						))}
					</div>
				</div>
				<BoardHints carries={by === 'month'} />
				<EditKey edit={offers.edit} />
				{by === 'month' && <DragSource board={element} press={press} />}
				<SignalHints />
				<DragOverlay dropAnimation={null}>{card && <DraggedCard card={card} parts={parts} />}</DragOverlay>
				{losing && (
					<LoseDealLazy
						name={losing.name}
						today={today}
						action={(answer) => changeStage(losing.id, 'closed_lost', answer)}
						onDone={() => setLosing(null)}
						onCancel={() => setLosing(null)}
					/>
				)}
				{question}
				<p role="status" aria-live="assertive" className="sr-only">
					{announcement}
				</p>
			</DndContext>
		</CardFieldsProvider>
	);
}
