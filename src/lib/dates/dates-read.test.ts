import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locales } from '@/lib/locale';
import { dateColumn, dayOfColumn, daysBetween, formatDate } from './dates';
import { readDate } from './dates-read';
import { datePlaceholder, dateStyleOf, sayDate, writeDate } from './dates-style';
import type { Leaning } from './dates-words';

// a Saturday
const today = '2026-11-28';
// some that a browser brings along beside those of the settings
const everyLocale = [...locales, 'en-CA', 'fa-IR', 'ar-SA', 'ar-EG', 'hu-HU', 'bg-BG', 'lt-LT', 'fi-FI', 'hi-IN'];
const days = fc
	.date({ min: dateColumn('1900-01-01'), max: dateColumn('2199-12-31'), noInvalidDate: true })
	.map(dayOfColumn);
const fullWidth = (text: string) =>
	text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

const read = (text: string, locale = 'vi-VN', leaning?: Leaning) => {
	const result = readDate(text, dateStyleOf(locale), today, leaning);
	return result.ok ? result.day : result.message;
};

describe.each(everyLocale)('a date in %s', (locale) => {
	const style = dateStyleOf(locale);

	test('reads back as the day that was written, whatever digits and case it is copied in', () => {
		fc.assert(
			fc.property(days, (day) => {
				const written = writeDate(day, style);
				expect(written).toHaveLength(datePlaceholder(style).length);
				for (const text of [written, ` ${written} `, fullWidth(written), day, fullWidth(day), day.replaceAll('-', '')])
					expect(read(text, locale)).toBe(day);
				expect(read(written.replace(/\b0/g, ''), locale)).toBe(day);
				expect(read(written.replaceAll(style.separator, ''), locale)).toBe(day);
			}),
		);
	});

	test('is never read as a day that does not exist', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[\d/. -]{0,12}$/), (text) => {
				const result = readDate(text, style, today);
				if (result.ok && result.day) expect(dayOfColumn(dateColumn(result.day))).toBe(result.day);
				if (!result.ok) expect(result.message).toMatch(/Enter a date/);
			}),
		);
	});
});

test.each(locales)('a date as the app shows it in %s can be pasted into a field', (locale) => {
	fc.assert(
		fc.property(days, (day) => {
			expect(read(formatDate(day, { locale }), locale)).toBe(day);
			expect(read(formatDate(day, { locale }).toUpperCase(), locale)).toBe(day);
		}),
	);
});

describe('the account’s order', () => {
	test.each([
		['vi-VN', '05/12/2026', '2026-12-05'],
		['en-US', '05/12/2026', '2026-05-12'],
		['en-US', '12/5', '2026-12-05'],
		['vi-VN', '5/12', '2026-12-05'],
		['vi-VN', '5-12', '2026-12-05'],
		['vi-VN', '5 12', '2026-12-05'],
		['vi-VN', '5.12.', '2026-12-05'],
		['vi-VN', '05.12.2026', '2026-12-05'],
		['vi-VN', '5/12/26', '2026-12-05'],
		['vi-VN', '051226', '2026-12-05'],
		['vi-VN', '05122026', '2026-12-05'],
		['vi-VN', '20261205', '2026-12-05'],
		['en-US', '120526', '2026-12-05'],
		['ja-JP', '261205', '2026-12-05'],
		['ja-JP', '12/5', '2026-12-05'],
		['ja-JP', '２０２６年１２月５日', '2026-12-05'],
		['vi-VN', '2026-12-5', '2026-12-05'],
		['vi-VN', '2026/12/05', '2026-12-05'],
		['vi-VN', '５／１２／２０２６', '2026-12-05'],
		['ar-EG', '٠٥/١٢/٢٠٢٦', '2026-12-05'],
		['th-TH', '05/12/2569', '2026-12-05'],
		['th-TH', '05/12/2026', '2026-12-05'],
		['th-TH', '5/12/69', '2026-12-05'],
		['vi-VN', '5 Dec 2026', '2026-12-05'],
		['vi-VN', 'December 5th, 2026', '2026-12-05'],
		['vi-VN', '5 thang 12 nam 2026', '2026-12-05'],
		['vi-VN', 'ngày 5 tháng 12', '2026-12-05'],
		['vi-VN', '5 thg 1', '2027-01-05'],
		['de-DE', '5. Dezember', '2026-12-05'],
		['ko-KR', '2026년 12월 5일', '2026-12-05'],
		['zh-CN', '12月5日', '2026-12-05'],
		['pt-BR', '5 de dezembro de 2026', '2026-12-05'],
	])('in %s %s is %s', (locale, text, day) => expect(read(text, locale)).toBe(day));
});

describe('a year that is missing or short', () => {
	test.each<[string, Leaning, string]>([
		['28/11', 'future', '2026-11-28'],
		['27/11', 'future', '2026-11-27'],
		['28/10', 'future', '2027-10-28'],
		['1/7', 'future', '2027-07-01'],
		['1/7', 'nearest', '2026-07-01'],
		['1/4', 'nearest', '2027-04-01'],
		['1/7', 'past', '2026-07-01'],
		['5/12', 'past', '2026-12-05'],
		['5/1', 'past', '2026-01-05'],
		['5/1', 'future', '2027-01-05'],
	])('%s, looked for in the %s, is %s', (text, leaning, day) => expect(read(text, 'vi-VN', leaning)).toBe(day));

	test('is at most a year away', () => {
		fc.assert(
			fc.property(days, days, fc.constantFrom<Leaning>('future', 'past', 'nearest'), (day, now, leaning) => {
				const result = readDate(`${day.slice(8)}/${day.slice(5, 7)}`, dateStyleOf('vi-VN'), now, leaning);
				if (result.ok) expect(Math.abs(daysBetween(now, result.day))).toBeLessThan(366);
			}),
		);
	});

	test('of two digits is within fifty years', () => {
		expect(['75', '76', '00', '99'].map((year) => read(`5/12/${year}`))).toEqual([
			'2075-12-05',
			'1976-12-05',
			'2000-12-05',
			'1999-12-05',
		]);
	});
});

describe('what is no date is refused with what to enter', () => {
	test.each([
		['31/4/2026', 'April 2026 has only 30 days. Enter a date as dd/mm/yyyy, such as 31/12/2026.'],
		['29/2', 'February 2027 has only 28 days. Enter a date as dd/mm/yyyy, such as 31/12/2026.'],
		['12/31/2026', 'There’s no month 31. Enter a date as dd/mm/yyyy, such as 31/12/2026.'],
		['0/12/2026', 'There’s no day 0. Enter a date as dd/mm/yyyy, such as 31/12/2026.'],
		['5/12/1899', 'Enter a date from 1900 to 2199, such as 31/12/2026.'],
		['5/12/2200', 'Enter a date from 1900 to 2199, such as 31/12/2026.'],
	])('%s: %s', (text, message) => expect(read(text)).toBe(message));

	test.each([
		'5',
		'2026',
		'5/12/026',
		'5/12/20260',
		'555/12',
		'5/12/2026/1',
		'-5/12',
		'soon',
		'December',
		'Dec 2026',
		'12/2026',
		'1e3/12',
		'5/12/2026'.repeat(10),
	])('%j', (text) => expect(read(text)).toBe('Enter a date, such as 31/12/2026, “fri”, or “in 3 days”.'));

	test('in the account’s order', () => {
		expect(read('13/13/2026', 'en-US')).toBe('There’s no month 13. Enter a date as mm/dd/yyyy, such as 12/31/2026.');
		expect(read('2026-13-01', 'sv-SE')).toBe('There’s no month 13. Enter a date as yyyy-mm-dd, such as 2026-12-31.');
		expect(read('soon', 'de-DE')).toBe('Enter a date, such as 31.12.2026, “fri”, or “in 3 days”.');
	});
});

test('a date is said in words, the month first where the account has it first', () => {
	expect(sayDate('2026-12-05', dateStyleOf('en-US'))).toBe('Saturday, December 5, 2026');
	expect(sayDate('2026-12-05', dateStyleOf('vi-VN'))).toBe('Saturday, 5 December 2026');
	expect(sayDate('2026-12-06', dateStyleOf('ja-JP'))).toBe('Sunday, 6 December 2026');
});
