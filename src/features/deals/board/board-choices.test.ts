import { describe, expect, test } from 'vitest';
import { type BoardChoices, cardParts, readBoardChoices, writeBoardChoices } from './board-choices';
import { closeInGroup } from './board-groups';

describe('how a board is to look', () => {
	test('is read as it was written, whatever is shown and folded', () => {
		for (let chosen = 0; chosen < 2 ** cardParts.length; chosen++) {
			const choices: BoardChoices = {
				parts: cardParts.filter((_, index) => chosen & (2 ** index)),
				folds: {
					closed_won: (['open', 'folded', 'auto'] as const)[chosen % 3] ?? 'auto',
					closed_lost: (['auto', 'open'] as const)[chosen % 2] ?? 'auto',
				},
			};
			expect(readBoardChoices(writeBoardChoices(choices))).toEqual(choices);
		}
	});

	test('is as usual where nothing is said, or nonsense', () => {
		const usual = readBoardChoices(undefined);
		expect(usual.parts).toEqual(['value', 'company', 'signal', 'close']);
		expect(writeBoardChoices(usual)).toBe('');
		for (const value of ['', 'closed_won=maybe', '%%%', 'open', 'closed_won='])
			expect(readBoardChoices(value)).toEqual(usual);
		expect(readBoardChoices('card=close.nothing.value').parts).toEqual(['value', 'close']);
	});

	test('has the custom fields that there still are', () => {
		const [terms, gone] = [`cf_${'1'.repeat(32)}`, `cf_${'2'.repeat(32)}`] as const;
		const choices = readBoardChoices(`card=value.${gone}.${terms}`, [terms]);
		expect(choices.parts).toEqual(['value', terms]);
		expect(readBoardChoices(writeBoardChoices(choices), [terms])).toEqual(choices);
	});
});

test('in another month a deal closes on the same day, or on the last one of a shorter month', () => {
	expect(closeInGroup('2027-02', '2026-11-30')).toBe('2027-02-28');
	expect(closeInGroup('2028-02', '2026-11-30')).toBe('2028-02-29');
	expect(closeInGroup('2026-12', '2026-11-05')).toBe('2026-12-05');
	expect(closeInGroup('2026-12', null)).toBe('2026-12-31');
	expect(closeInGroup('none', '2026-11-05')).toBe('');
});
