import { expect, test } from 'vitest';
import { closedText, presentRailDeal, type RailDealRow } from './rail-deals';

const vn = { locale: 'vi-VN' };

test('closed deals are added up currency by currency, and lost ones counted', () => {
	const won = { stage: 'closed_won' as const, currency: 'VND', count: 2, value: '610000000.00' };
	const usd = { ...won, currency: 'USD', count: 1, value: '38400.50' };
	const lost = { stage: 'closed_lost' as const, currency: 'VND', count: 1200, value: '1.00' };
	expect(closedText([], vn)).toBe('');
	expect(closedText([won], vn).replaceAll('\u00a0', ' ')).toBe('2 won, 610.000.000 ₫');
	expect(closedText([won, usd, lost], vn).replaceAll('\u00a0', ' ')).toBe(
		'3 won, 610.000.000 ₫ and 38.400,50 US$ · 1,200 lost',
	);
	expect(closedText([lost], vn)).toBe('1,200 lost');
});

test('a deal in a rail shows its worst signal, and none where the next step is planned', () => {
	const row: RailDealRow = {
		id: '1',
		name: 'Kho lạnh',
		stage: 'proposal',
		value: '1500.00',
		currency: 'USD',
		expectedCloseOn: '2026-12-18',
		days: 5,
		role: null,
		followUp: 'later',
		dueOn: '2026-12-01',
		overdueDays: null,
		closePassed: false,
		staleFor: null,
		contacts: 3,
		deciders: 1,
		decidersQuiet: false,
		decidersQuietFor: 2,
		blockerMeetings: null,
	};
	expect(presentRailDeal(row, { locale: 'en-US' })).toMatchObject({
		value: '$1,500',
		amount: '1500.00 USD',
		close: { day: 'Dec 18, 2026', hasPassed: false },
		signal: null,
	});
	const worse = { ...row, followUp: 'none' as const, dueOn: null, closePassed: true, contacts: 1 };
	expect(presentRailDeal(worse, { locale: 'en-US' })).toMatchObject({
		close: { hasPassed: true },
		signal: { kind: 'close' },
	});
});
