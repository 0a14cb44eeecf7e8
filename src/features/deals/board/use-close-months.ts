'use client';

import { useOptimistic, useTransition } from 'react';
import { noAnswerFailure } from '@/components/form/form';
import { message } from '@/components/form/message';
import { sayFailure } from '@/components/form/say-failure';
import { useUndoToast } from '@/components/form/undo-toast';
import { changeDealField } from '../actions';
import { closeInGroup, type GroupCard, type ShownGroup } from './board-groups';

/** The months of the board, with the cards that were carried to another one while that is being saved. */
export function useCloseMonths(known: ShownGroup[]) {
	const undoToast = useUndoToast();
	const [pending, start] = useTransition();
	const [groups, carry] = useOptimistic(known, withCardIn);

	/** Brings a deal's expected close into another month; what went wrong, if anything did. */
	function moveToMonth(id: string, key: string): Promise<string | null> {
		const from = groups.find(({ cards }) => cards.some((card) => card.id === id));
		const card = from?.cards.find((each) => each.id === id);
		if (!card || !from || from.key === key) return Promise.resolve(null);
		return new Promise((resolve) =>
			start(async () => {
				carry({ card, key });
				const closeOn = closeInGroup(key, card.closeOn);
				const change = { id, was: card.closeOn ?? '', field: 'expectedCloseOn', value: closeOn };
				const result = await changeDealField(change).catch(noAnswerFailure('the date was changed'));
				if (!result.ok) sayFailure(result);
				else if (result.data.is === 'conflict')
					sayFailure({ ok: false, message: 'The date was changed elsewhere. Nothing was saved.' });
				else undoToast(message`Moved the close date of ${card.name}`, result.changeSet);
				resolve(result.ok ? null : result.message);
			}),
		);
	}

	return { groups, pending, moveToMonth };
}

/** The groups with a card on top of another one than before. */
function withCardIn(groups: ShownGroup[], { card, key }: { card: GroupCard; key: string }): ShownGroup[] {
	return groups.map((group) => {
		const others = group.cards.filter(({ id }) => id !== card.id);
		return { ...group, cards: group.key === key ? [card, ...others] : others };
	});
}
