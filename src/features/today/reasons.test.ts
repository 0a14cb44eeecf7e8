import { expect, test } from 'vitest';
import { reasonsOf } from './reasons';
import { snoozeChoices } from './snooze-choices';
import { timeLeft } from './time-left';

// Friday afternoon in Vietnam
const now = new Date('2026-11-27T08:00:00Z');
const settings = { locale: 'en-US', timeZone: 'Asia/Ho_Chi_Minh' };

const plain: Parameters<typeof reasonsOf>[0] = {
	group: 'overdue',
	fieldName: null,
	dueOn: '2026-11-09',
	isImportant: false,
	isTheirs: false,
	at: null,
	durationMinutes: null,
	contactId: 'bao',
	isDecisionMaker: false,
	rhythm: null,
	lastContactAt: now,
	deal: null,
	said: null,
	saidAt: null,
};
const offer = {
	value: '120000',
	currency: 'USD',
	stage: 'proposal',
	expectedCloseOn: '2026-12-03',
	isClosed: false,
} as const;

const words = (facts: Partial<typeof plain>) =>
	reasonsOf({ ...plain, ...facts }, now, settings)
		.map(({ text }) => text)
		.join(' · ');

test.each<[Partial<typeof plain>, string]>([
	[{ isDecisionMaker: true, deal: offer }, 'Decision maker · 18 days overdue · $120K offer closes Thursday'],
	[{ dueOn: '2026-11-26' }, '1 day overdue'],
	// of five the weightiest three
	[
		{ isImportant: true, isTheirs: true, isDecisionMaker: true, deal: { ...offer, expectedCloseOn: '2026-11-27' } },
		'18 days overdue · Important · $120K offer closes today',
	],
	[{ isTheirs: true, lastContactAt: null }, '18 days overdue · They promised this · No contact yet'],
	[{ lastContactAt: new Date('2026-10-01T08:00:00Z') }, '18 days overdue · No contact for 57 days'],
	[{ deal: { ...offer, stage: 'prospecting', expectedCloseOn: null } }, '18 days overdue · $120K deal'],
	[
		{ deal: { ...offer, expectedCloseOn: '2026-11-17' } },
		'18 days overdue · $120K offer, close date passed 10 days ago',
	],
	[{ deal: { ...offer, isClosed: true } }, '18 days overdue'],
	[{ group: 'today', dueOn: '2026-11-27' }, ''],
	[
		{
			...{ group: 'meetings', at: new Date('2026-11-27T09:20:00Z'), isDecisionMaker: true },
			...{ said: '## Ghi chú\ncần đăng nhập một lần', saidAt: new Date('2026-11-20T02:00:00Z') },
		},
		'In 1 h 20 min · Decision maker · Nov 20: “Ghi chú”',
	],
	[
		{ group: 'quiet', rhythm: 'monthly', lastContactAt: new Date('2026-10-07T08:00:00Z'), deal: offer },
		'Stay in touch every month, last contact Oct 7 · $120K offer closes Thursday',
	],
	[{ group: 'quiet', rhythm: 'weekly', lastContactAt: null }, 'Stay in touch every week, no contact yet'],
])('the reasons of %j', (facts, expected) => expect(words(facts)).toBe(expected));

test.each<[minutes: number, length: number | null, string]>([
	[80, 60, 'In 1 h 20 min'],
	[1, null, 'In 1 min'],
	[120, null, 'In 2 h'],
	[0, null, 'Now'],
	[-29, null, 'Now'],
	[-30, null, '30 min ago'],
	[-59, 60, 'Now'],
	[-61, 60, '1 h 1 min ago'],
])('%i minutes from now, %s long: %s', (minutes, length, expected) => {
	expect(timeLeft(new Date(now.getTime() + minutes * 60_000), length, now)).toBe(expected);
});

test('each digit is one day, and today is offered for what is overdue alone', () => {
	const days = (group: 'overdue' | 'today', today: string) =>
		snoozeChoices({ group }, today, { order: 'mdy' }).map(({ digit, day }) => `${digit} ${day}`);
	expect(days('overdue', '2026-11-27')).toEqual(['1 2026-11-27', '2 2026-11-28', '3 2026-11-30', '4 2026-12-04']);
	// on a Sunday the first Monday after tomorrow, which is one itself
	expect(days('today', '2026-11-29')).toEqual(['2 2026-11-30', '3 2026-12-07', '4 2026-12-06']);
	// on a Monday the next one is a week away
	expect(days('today', '2026-11-30')).toEqual(['2 2026-12-01', '4 2026-12-07']);
});
