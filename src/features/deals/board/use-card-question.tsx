'use client';

import { type ReactNode, type RefObject, useState } from 'react';
import { focusCard, placeOfCard } from './card-place';
import type { AskedOfCard } from './card-question';
import { CardQuestionLazy } from './card-question-lazy';

type Deal = { id: string; name: string };

/** What can be asked about the deal of a card, one question at a time, and the question to show. */
export function useCardQuestion(board: RefObject<HTMLElement | null>) {
	const [asked, setAsked] = useState<AskedOfCard | null>(null);

	/** Shows what a deal was won for and when, at once; the question goes again if the move was not saved. */
	function askAboutWin({ id, name }: Deal, moved: Promise<string | null>) {
		const question: AskedOfCard = { id, name, about: 'win', moved };
		setAsked(question);
		void moved.then((change) => {
			if (!change) setAsked((present) => (present === question ? null : present));
		});
	}

	const question: ReactNode = asked && (
		<CardQuestionLazy
			key={`${asked.id} ${asked.about}`}
			asked={asked}
			place={() => placeOfCard(board.current, asked.id)}
			onClose={(byKey) => {
				setAsked(null);
				// a board of open deals has none any more that is won
				if (byKey && !focusCard(board.current, asked.id))
					board.current?.querySelector<HTMLElement>('[data-card] a')?.focus();
			}}
		/>
	);
	return {
		askAboutWin,
		askCloseDate: ({ id, name }: Deal) => setAsked({ id, name, about: 'closeDate' }),
		question,
	};
}
