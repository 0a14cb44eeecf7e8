import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locales } from '@/lib/locale';
import { dateStyleOf } from './dates-style';
import { readTime, writeTime } from './dates-time';

const read = (text: string, locale = 'vi-VN') => {
	const result = readTime(text, dateStyleOf(locale));
	return result.ok ? result.time : result.message;
};

test.each(locales)('a time in %s reads back as it was written', (locale) => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
			const time = new Date(minutes * 60_000).toISOString().slice(11, 16);
			const written = writeTime(time, dateStyleOf(locale));
			for (const text of [time, written, written.toLowerCase(), written.replace(' ', '')])
				expect(read(text, locale)).toBe(time);
		}),
	);
});

test.each([
	['14:30', '14:30'],
	['14.30', '14:30'],
	['14h30', '14:30'],
	['14h', '14:00'],
	['1430', '14:30'],
	['930', '09:30'],
	['9', '09:00'],
	['2:30 pm', '14:30'],
	['2:30 p.m.', '14:30'],
	['230pm', '14:30'],
	['2 PM', '14:00'],
	['12 am', '00:00'],
	['12:15pm', '12:15'],
	['１４：３０', '14:30'],
	['', ''],
	['  ', ''],
])('%j is %j', (text, time) => expect(read(text)).toBe(time));

describe('what is no time', () => {
	test.each(['24:00', '14:60', '13 pm', '0 am', 'noon', '14:3', '1:2:3', '12345', ':30', '14:'])('%s', (text) => {
		expect(read(text)).toBe('Enter a time, such as 14:30.');
		expect(read(text, 'en-US')).toBe('Enter a time, such as 2:30 PM.');
	});
});

test('a time is written as the account writes it', () => {
	expect(['00:05', '12:00', '14:30'].map((time) => writeTime(time, dateStyleOf('en-US')))).toEqual([
		'12:05 AM',
		'12:00 PM',
		'2:30 PM',
	]);
	expect(writeTime('14:30', dateStyleOf('de-DE'))).toBe('14:30');
	expect(writeTime('14:30', dateStyleOf('ko-KR'))).toBe('14:30');
});
