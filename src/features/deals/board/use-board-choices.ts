'use client';

import { useCallback, useState } from 'react';
import { rememberInCookie } from '@/lib/browser/cookie';
import type { DealStage } from '../stage/stages';
import { type BoardChoices, boardCookie, type CardPart, type Fold, writeBoardChoices } from './board-choices';

/** How the user wants the board to look, remembered in this browser whenever it changes. */
export function useBoardChoices(atFirst: BoardChoices) {
	const [choices, setChoices] = useState(atFirst);
	const change = useCallback((next: (before: BoardChoices) => BoardChoices) => {
		setChoices((before) => {
			const after = next(before);
			rememberInCookie(boardCookie, writeBoardChoices(after));
			return after;
		});
	}, []);
	const fold = useCallback(
		(stage: DealStage, to: Fold) => change((before) => ({ ...before, folds: { ...before.folds, [stage]: to } })),
		[change],
	);
	const showParts = (parts: CardPart[]) => change((before) => ({ ...before, parts }));
	return { choices, fold, showParts };
}
