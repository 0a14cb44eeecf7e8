import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { dealNotices } from './deal-notices';
import { isLongInStage, type NoticeFacts } from './notice-facts';
import type { ShownSignal, SignalKind } from './signals';

const vy = { id: '1', name: 'Nguyễn Hoàng Phương Thảo Vy', email: null, phones: [] };
const facts: NoticeFacts = {
	stage: 'negotiation',
	staleFor: null,
	quietDecider: null,
	blocker: null,
	main: vy,
	daysSinceClose: null,
	daysInStage: 2,
	usualDays: null,
};

const signalsOf = (...kinds: SignalKind[]): ShownSignal[] => kinds.map((kind) => ({ kind, text: kind }));
/** The notices as kind, text and remedy. */
const said = (kinds: SignalKind[], known: Partial<NoticeFacts> = {}) =>
	dealNotices({ signals: signalsOf(...kinds), facts: { ...facts, ...known } }, { edit: '/edit', companyId: '2' }).map(
		({ key, text, remedy }) => [key, renderToStaticMarkup(text).replaceAll(/<[^>]+>/g, ''), remedy.kind],
	);

describe('the signals of a deal in sentences', () => {
	test('say whom they are about and for how many days, the worst first', () => {
		const known = {
			quietDecider: { ...vy, days: 23 },
			blocker: { id: '3', name: 'Phạm Gia Hân', meetings: 0 },
			staleFor: 33,
			daysSinceClose: 1,
		};
		expect(said(['none', 'stale', 'oneContact', 'blockerHardlyMet', 'decidersQuiet', 'close'], known)).toEqual([
			['close', 'The expected close date passed 1 day ago.', 'closeDate'],
			['decidersQuiet', 'You haven’t contacted Nguyễn Hoàng Phương Thảo Vy, a decision maker, in 23 days.', 'call'],
			['blockerHardlyMet', 'Phạm Gia Hân is a blocker. You haven’t met yet.', 'meet'],
			['stale', 'No contact about this deal for 33 days.', 'meet'],
			['none', 'No follow-up is planned.', 'followUp'],
			['oneContact', 'Nguyễn Hoàng Phương Thảo Vy is your only contact here.', 'addContact'],
		]);
	});

	test('name a decision maker who is out of touch, though others are not; one who was never contacted has no days', () => {
		expect(said([], { quietDecider: { ...vy, days: null } })).toEqual([
			['decidersQuiet', 'You haven’t contacted Nguyễn Hoàng Phương Thảo Vy, a decision maker, yet.', 'call'],
		]);
	});

	test('leave out what the follow-ups say themselves', () => {
		expect(said(['overdue'])).toEqual([]);
		expect(said(['today'])).toEqual([]);
		expect(said(['later'])).toEqual([]);
	});

	test('end with a stage that takes longer than where deals were won', () => {
		expect(said(['none'], { daysInStage: 12, usualDays: 7 }).at(-1)).toEqual([
			'longInStage',
			'12 days in Negotiation. Deals you win take about 7 days in this stage.',
			'followUp',
		]);
		expect(said([], { daysInStage: 3, usualDays: 0 })[0]?.[1]).toBe(
			'3 days in Negotiation. Deals you win take less than a day in this stage.',
		);
	});
});

test.each([
	[12, 7, true],
	[11, 7, true],
	[10, 7, false],
	[3, 0, true],
	[2, 0, false],
	[45, 30, false],
	[46, 30, true],
	[400, null, false],
])('%i days where won deals took %j are too many: %j', (daysInStage, usualDays, isLong) => {
	expect(isLongInStage({ daysInStage, usualDays })).toBe(isLong);
});
