import type { AddedName } from '@/lib/list/added-names';
import type { DealStage } from '../stage/stages';

// How a user wants the board to look, remembered in this browser and read on the server, so that the first frame is right.

export const boardCookie = 'board';

/** What a card can show below the deal's name. */
export const cardParts = ['value', 'company', 'contact', 'probability', 'signal', 'days', 'close'] as const;

type BuiltInPart = (typeof cardParts)[number];

/** One of these, or a custom field. */
export type CardPart = BuiltInPart | AddedName;

export const cardPartNames: Record<BuiltInPart, string> = {
	value: 'Deal value',
	company: 'Company',
	contact: 'Contact',
	probability: 'Probability',
	signal: 'Signal',
	days: 'Days in stage',
	close: 'Expected close date',
};

const usualParts: readonly CardPart[] = ['value', 'company', 'signal', 'close'];

/** The closed stages, whose columns fold into strips. */
export type FoldingStage = Extract<DealStage, 'closed_won' | 'closed_lost'>;

/** `auto` is folded unless the window is wide. */
export type Fold = 'open' | 'folded' | 'auto';

export type BoardChoices = { parts: readonly CardPart[]; folds: Record<FoldingStage, Fold> };

/** The choices in a cookie's value; what it does not say, or says wrongly, is as usual. `own` are the custom fields that cards can show. */
export function readBoardChoices(value: string | undefined, own: readonly AddedName[] = []): BoardChoices {
	const said = new URLSearchParams(value ?? '');
	const foldOf = (stage: FoldingStage): Fold => {
		const fold = said.get(stage);
		return fold === 'open' || fold === 'folded' ? fold : 'auto';
	};
	const listed = said.get('card')?.split('.');
	return {
		parts: listed ? [...cardParts, ...own].filter((part) => listed.includes(part)) : usualParts,
		folds: { closed_won: foldOf('closed_won'), closed_lost: foldOf('closed_lost') },
	};
}

/** The value of the cookie that says these choices. */
export function writeBoardChoices({ parts, folds }: BoardChoices): string {
	const said = new URLSearchParams();
	if (parts.join() !== usualParts.join()) said.set('card', parts.join('.'));
	for (const [stage, fold] of Object.entries(folds)) if (fold !== 'auto') said.set(stage, fold);
	return said.toString();
}
