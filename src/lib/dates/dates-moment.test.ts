import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDay } from './dates';
import { readMoment, sayMomentShortly, writeMoment } from './dates-moment';
import { readDate } from './dates-read';
import { dateStyleOf } from './dates-style';
import { isTime } from './dates-time';

const vietnamese = dateStyleOf('vi-VN');
const american = dateStyleOf('en-US');
const read = (text: string, now: string, style = vietnamese) => {
	const result = readMoment(text, style, now);
	return result.ok ? result.moment : result.message;
};

/** A Saturday morning at the end of a month, a Tuesday afternoon on the first of one, and the last minutes of a leap day. */
const nows = ['2026-11-28T08:00', '2026-12-01T15:30', '2028-02-29T23:50'] as const;

/** What is typed, and what it means at each of these moments. */
const phrases: [string, string, string, string][] = [
	['tomorrow 9:30', '2026-11-29T09:30', '2026-12-02T09:30', '2028-03-01T09:30'],
	['tomorrow at 9:30', '2026-11-29T09:30', '2026-12-02T09:30', '2028-03-01T09:30'],
	['9:30 tomorrow', '2026-11-29T09:30', '2026-12-02T09:30', '2028-03-01T09:30'],
	['tomorrow, 9:30', '2026-11-29T09:30', '2026-12-02T09:30', '2028-03-01T09:30'],
	['tomorrow 9am', '2026-11-29T09:00', '2026-12-02T09:00', '2028-03-01T09:00'],
	['tomorrow 9 pm', '2026-11-29T21:00', '2026-12-02T21:00', '2028-03-01T21:00'],
	['tomorrow at 9', '2026-11-29T09:00', '2026-12-02T09:00', '2028-03-01T09:00'],
	['tomorrow at noon', '2026-11-29T12:00', '2026-12-02T12:00', '2028-03-01T12:00'],
	['tomorrow morning at 9', '2026-11-29T09:00', '2026-12-02T09:00', '2028-03-01T09:00'],
	['tomorrow afternoon at 3', '2026-11-29T15:00', '2026-12-02T15:00', '2028-03-01T15:00'],
	['tomorrow at 3 in the afternoon', '2026-11-29T15:00', '2026-12-02T15:00', '2028-03-01T15:00'],
	['tonight at 8', '2026-11-28T20:00', '2026-12-01T20:00', '2028-02-29T20:00'],
	['today 17:45', '2026-11-28T17:45', '2026-12-01T17:45', '2028-02-29T17:45'],
	['today 5.30pm', '2026-11-28T17:30', '2026-12-01T17:30', '2028-02-29T17:30'],
	['14:00', '2026-11-28T14:00', '2026-12-02T14:00', '2028-03-01T14:00'],
	['9am', '2026-11-28T09:00', '2026-12-02T09:00', '2028-03-01T09:00'],
	['9 a.m.', '2026-11-28T09:00', '2026-12-02T09:00', '2028-03-01T09:00'],
	['12am', '2026-11-29T00:00', '2026-12-02T00:00', '2028-03-01T00:00'],
	['12:15 pm', '2026-11-28T12:15', '2026-12-02T12:15', '2028-03-01T12:15'],
	['noon', '2026-11-28T12:00', '2026-12-02T12:00', '2028-03-01T12:00'],
	['at 16', '2026-11-28T16:00', '2026-12-01T16:00', '2028-03-01T16:00'],
	['@ 16:15', '2026-11-28T16:15', '2026-12-01T16:15', '2028-03-01T16:15'],
	['23:55', '2026-11-28T23:55', '2026-12-01T23:55', '2028-02-29T23:55'],
	['fri 14h', '2026-12-04T14:00', '2026-12-04T14:00', '2028-03-03T14:00'],
	['fri 14:00', '2026-12-04T14:00', '2026-12-04T14:00', '2028-03-03T14:00'],
	['Friday at 2 pm', '2026-12-04T14:00', '2026-12-04T14:00', '2028-03-03T14:00'],
	['2pm on Friday', '2026-12-04T14:00', '2026-12-04T14:00', '2028-03-03T14:00'],
	['by fri 10:00', '2026-12-04T10:00', '2026-12-04T10:00', '2028-03-03T10:00'],
	['next mon 8:15', '2026-11-30T08:15', '2026-12-07T08:15', '2028-03-06T08:15'],
	['next week fri 10am', '2026-12-04T10:00', '2026-12-11T10:00', '2028-03-10T10:00'],
	['in 3 days at 11:00', '2026-12-01T11:00', '2026-12-04T11:00', '2028-03-03T11:00'],
	['in 2 weeks 9:00', '2026-12-12T09:00', '2026-12-15T09:00', '2028-03-14T09:00'],
	['end of month 17:00', '2026-11-30T17:00', '2026-12-31T17:00', '2028-02-29T17:00'],
	['the 5th at 10:30', '2026-12-05T10:30', '2026-12-05T10:30', '2028-03-05T10:30'],
	['4/12 9:30', '2026-12-04T09:30', '2026-12-04T09:30', '2028-12-04T09:30'],
	['4/12/2026 9:30', '2026-12-04T09:30', '2026-12-04T09:30', '2026-12-04T09:30'],
	['9:30 4/12', '2026-12-04T09:30', '2026-12-04T09:30', '2028-12-04T09:30'],
	['4 dec 9am', '2026-12-04T09:00', '2026-12-04T09:00', '2028-12-04T09:00'],
	['2026-12-04 09:30', '2026-12-04T09:30', '2026-12-04T09:30', '2026-12-04T09:30'],
	['2026-12-04T09:30', '2026-12-04T09:30', '2026-12-04T09:30', '2026-12-04T09:30'],
	['Fri, 4 Dec 2026, 9:30 AM', '2026-12-04T09:30', '2026-12-04T09:30', '2026-12-04T09:30'],
	['mai 9h30', '2026-11-29T09:30', '2026-12-02T09:30', '2028-03-01T09:30'],
	['9h30 mai', '2026-11-29T09:30', '2026-12-02T09:30', '2028-03-01T09:30'],
	['ngày mai 9h', '2026-11-29T09:00', '2026-12-02T09:00', '2028-03-01T09:00'],
	['mai lúc 9 giờ', '2026-11-29T09:00', '2026-12-02T09:00', '2028-03-01T09:00'],
	['mai 9 giờ rưỡi', '2026-11-29T09:30', '2026-12-02T09:30', '2028-03-01T09:30'],
	['mai 9g15', '2026-11-29T09:15', '2026-12-02T09:15', '2028-03-01T09:15'],
	['sáng mai 9h', '2026-11-29T09:00', '2026-12-02T09:00', '2028-03-01T09:00'],
	['chiều mai 3h', '2026-11-29T15:00', '2026-12-02T15:00', '2028-03-01T15:00'],
	['3h chiều mai', '2026-11-29T15:00', '2026-12-02T15:00', '2028-03-01T15:00'],
	['3 giờ chiều mai', '2026-11-29T15:00', '2026-12-02T15:00', '2028-03-01T15:00'],
	['chiều mai lúc 3 giờ rưỡi', '2026-11-29T15:30', '2026-12-02T15:30', '2028-03-01T15:30'],
	['tối mai 8h', '2026-11-29T20:00', '2026-12-02T20:00', '2028-03-01T20:00'],
	['8h tối nay', '2026-11-28T20:00', '2026-12-01T20:00', '2028-02-29T20:00'],
	['hôm nay 16h', '2026-11-28T16:00', '2026-12-01T16:00', '2028-02-29T16:00'],
	['12h trưa mai', '2026-11-29T12:00', '2026-12-02T12:00', '2028-03-01T12:00'],
	['1h trưa ngày kia', '2026-11-30T13:00', '2026-12-03T13:00', '2028-03-02T13:00'],
	['ngày mốt 10h', '2026-11-30T10:00', '2026-12-03T10:00', '2028-03-02T10:00'],
	['10h đêm nay', '2026-11-28T22:00', '2026-12-01T22:00', '2028-02-29T22:00'],
	['14h', '2026-11-28T14:00', '2026-12-02T14:00', '2028-03-01T14:00'],
	['lúc 14', '2026-11-28T14:00', '2026-12-02T14:00', '2028-03-01T14:00'],
	['3 giờ chiều', '2026-11-28T15:00', '2026-12-02T15:00', '2028-03-01T15:00'],
	['4h chiều', '2026-11-28T16:00', '2026-12-01T16:00', '2028-03-01T16:00'],
	['thứ 6 9h', '2026-12-04T09:00', '2026-12-04T09:00', '2028-03-03T09:00'],
	['9h thứ sáu', '2026-12-04T09:00', '2026-12-04T09:00', '2028-03-03T09:00'],
	['t6 14h30', '2026-12-04T14:30', '2026-12-04T14:30', '2028-03-03T14:30'],
	['thứ 6 tới 3h', '2026-12-04T03:00', '2026-12-04T03:00', '2028-03-03T03:00'],
	['tối thứ 6 8h', '2026-12-04T20:00', '2026-12-04T20:00', '2028-03-03T20:00'],
	['chiều thứ 6 lúc 3h', '2026-12-04T15:00', '2026-12-04T15:00', '2028-03-03T15:00'],
	['thứ 6 tuần sau lúc 3 giờ chiều', '2026-12-04T15:00', '2026-12-11T15:00', '2028-03-10T15:00'],
	['3 ngày nữa lúc 10h', '2026-12-01T10:00', '2026-12-04T10:00', '2028-03-03T10:00'],
	['cuối tháng 17h', '2026-11-30T17:00', '2026-12-31T17:00', '2028-02-29T17:00'],
	['ngày 5 lúc 8h', '2026-12-05T08:00', '2026-12-05T08:00', '2028-03-05T08:00'],
	['9h ngày 4/12', '2026-12-04T09:00', '2026-12-04T09:00', '2028-12-04T09:00'],
	['thu 6 tuan sau luc 3 gio chieu', '2026-12-04T15:00', '2026-12-11T15:00', '2028-03-10T15:00'],
	// without a time it is the day alone
	['tomorrow', '2026-11-29', '2026-12-02', '2028-03-01'],
	['chiều mai', '2026-11-29', '2026-12-02', '2028-03-01'],
	['fri', '2026-12-04', '2026-12-04', '2028-03-03'],
	['', '', '', ''],
];

describe.each(phrases)('%s', (text, ...expected) => {
	test('is the moment that people mean', () => {
		expect(nows.map((now) => read(text, now))).toEqual(expected);
	});
});

test('marks, capitals and spaces make no difference', () => {
	// without its marks "tới" reads as "tối"
	for (const [text, expected] of phrases)
		for (const typed of [text.toUpperCase(), ` ${text.replaceAll(' ', '  ')} `, text.normalize('NFD')])
			expect(`${typed}: ${read(typed, nows[0])}`).toBe(`${typed}: ${expected}`);
});

test.each([
	['25:00', 'There’s no time 25:00. Enter one such as 14:30.'],
	['tomorrow 25:00', 'There’s no time 25:00. Enter one such as 14:30.'],
	['mai 9h75', 'There’s no time 9h75. Enter one such as 14:30.'],
	['fri 13pm', 'There’s no time 13pm. Enter one such as 14:30.'],
	['3h tối', 'There’s no time 3h tối. Enter one such as 14:30.'],
	['32/13 9:30', 'There’s no month 13. Enter a date as dd/mm/yyyy, such as 31/12/2026.'],
	['29/2/2027 9h', 'February 2027 has only 28 days. Enter a date as dd/mm/yyyy, such as 31/12/2026.'],
	['4/12/2226 9h', 'Enter a date from 1900 to 2199, such as 31/12/2026.'],
	['Lan 9:30', 'Enter a date, such as 31/12/2026, “fri”, or “in 3 days”.'],
	['in 3 hours', 'Enter a date, such as 31/12/2026, “fri”, or “in 3 days”.'],
])('%s is refused', (text, message) => expect(read(text, nows[0])).toBe(message));

test.each(['tomorrow 9:30', '4/12 14h', '9am', 'mai 3 giờ chiều', '14:00', '25:00', '5 Dec 2026 at noon'])(
	'%s is no day alone',
	(text) =>
		expect(readDate(text, vietnamese, '2026-11-28')).toEqual({ ok: false, message: 'Enter a date without a time.' }),
);

test('a moment is echoed as the account writes dates and times', () => {
	expect(sayMomentShortly('2026-12-04T09:30', american)).toBe('Fri, Dec 4, 2026, 9:30 AM');
	expect(sayMomentShortly('2026-12-04T09:30', dateStyleOf('en-GB'))).toBe('Fri, 4 Dec 2026, 09:30');
	expect(sayMomentShortly('2026-12-04', vietnamese)).toBe('Fri, 4 Dec 2026');
	expect(writeMoment('2026-12-04T14:05', american)).toBe('12/04/2026 2:05 PM');
});

test('what a field writes is read as the same, in every format', () => {
	const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
	fc.assert(
		fc.property(
			day,
			fc.constantFrom('en-US', 'en-GB', 'vi-VN', 'de-DE', 'sv-SE', 'th-TH', 'ja-JP'),
			(instant, locale) => {
				const moment = instant.toISOString().slice(0, 16);
				expect(read(writeMoment(moment, dateStyleOf(locale)), nows[0], dateStyleOf(locale))).toBe(moment);
				expect(read(sayMomentShortly(moment, american), nows[0], american)).toBe(moment);
			},
		),
	);
});

test('whatever is typed, the answer is a moment or a sentence', () => {
	const piece = fc.constantFrom(
		...'9 9h 9:30 14:00 at lúc am pm sáng chiều tối tới mai fri 4/12 giờ rưỡi noon 25:00 , @ 31'.split(' '),
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 5 }), fc.constantFrom(...nows), (pieces, now) => {
			const result = readMoment(pieces.join(' '), vietnamese, now);
			if (!result.ok) expect(result.message).toMatch(/Enter /);
			else if (result.moment) {
				expect(isDay(result.moment.slice(0, 10))).toBe(true);
				if (result.moment.length > 10) expect(isTime(result.moment.slice(11))).toBe(true);
			}
		}),
	);
});
