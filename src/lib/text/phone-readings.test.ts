import fc from 'fast-check';
import { AsYouType } from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import { countryOf, phoneKeys, phonePatterns } from './phone-readings';
import { sameVietnamese } from './vietnamese-prefixes';

/** Whether a number, kept as the database keeps it, is found by what is typed. */
const finds = (typed: string, kept: string, country = countryOf('vi-VN')) =>
	phonePatterns(typed, country).some((pattern) => ` ${kept} `.includes(pattern.slice(1, -1)));

const kept = ['0084901234567', '84901234567', '0901234567'];

describe('a Vietnamese number is found from the third digit on', () => {
	const typed = [
		'+84 901 234 567',
		'0084901234567',
		'84901234567',
		'0901.234.567',
		'(090) 1234-567',
		'tel:+84-901-234-567',
	];
	const begun = typed.flatMap((whole) =>
		[...whole].map((_, at) => whole.slice(0, at + 1)).filter((part) => part.replace(/\D/g, '').length >= 3),
	);
	test.each(begun)('by %s', (part) => {
		for (const each of kept) expect(finds(part, each), each).toBe(true);
		for (const each of kept) expect(finds(part, each, countryOf('en-US')), each).toBe(true);
	});

	test.each(['+84', '+8'])('by %s already', (part) => {
		for (const each of kept) expect(finds(part, each), each).toBe(true);
	});

	test.each(['+84 902', '0084 902', '0902', '84902', '+49 901', '0911'])('and not by %s', (other) => {
		for (const each of kept) expect(finds(other, each), each).toBe(false);
	});

	test('by its last digits', () => expect(finds('4567', '0901234567')).toBe(true));
});

describe('a foreign number is found', () => {
	test.each([
		'+49 (0)30 901820',
		'+49 30 901820',
		'0049.30.901820',
		'tel:+49-30-901820',
		'+49 030 901820',
		'030 901820',
		'+49 30 901820 ext. 5',
	])('by %s', (typed) => {
		for (const country of ['VN', 'DE', 'US'] as const)
			for (const each of ['004930901820', '030901820', '4930901820'])
				expect(finds(typed, each, country), each).toBe(true);
	});

	test('by the beginning of the number within the country of the account', () => {
		expect(finds('030', '004930901820', countryOf('de-DE'))).toBe(true);
		expect(finds('030', '004930901820')).toBe(false);
		expect(finds('415', '0014155550132', countryOf('en-US'))).toBe(true);
		expect(finds('+1 (415) 5', '4155550132', countryOf('en-US'))).toBe(true);
		expect(finds('+39 06 698', '003906698')).toBe(true);
	});
});

test.each([
	['0120 123 4567', '0701234567'],
	['0701234567', '01201234567'],
	['+84 121 123 4567', '0791234567'],
	['01681', '0381234567'],
	['04 3825 0000', '02438250000'],
	['024 3825 0000', '0438250000'],
	['08 3822 1111', '02838221111'],
	['0511 3', '02363888888'],
	['+84 710', '0084292'],
])('an old number is found by the new one, and the other way round: %s', (typed, number) => {
	expect(finds(typed, number)).toBe(true);
});

test('each beginning that was changed is another one today', () => {
	expect(sameVietnamese('1201234567')).toEqual(['1201234567', '701234567']);
	expect(sameVietnamese('438250000')).toEqual(['438250000', '2438250000']);
	expect(sameVietnamese('901234567')).toEqual(['901234567']);
});

test('two ways to write a number share what they are compared by', () => {
	for (const typed of [
		'0901234567',
		'+84 901 234 567',
		'0084 901234567',
		'84901234567',
		'901 234 567',
		'tel:+84901234567',
	])
		for (const key of kept) expect(phoneKeys(typed, 'VN'), typed).toContain(key);
	for (const typed of ['+49 (0)30 901820', '0049 30 901820', '030/901820'])
		expect(phoneKeys(typed, 'DE'), typed).toEqual(expect.arrayContaining(['004930901820', '030901820']));
	expect(phoneKeys('0120 123 4567', 'VN')).toContain('0701234567');
	for (const typed of ['113', '0', '+84', '', 'abc', '1900']) expect(phoneKeys(typed, 'VN'), typed).toEqual([]);
});

test('a whole Vietnamese number is what the library says', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^[1-9]\d{6,11}$/), (number) => {
			for (const [typed, typing] of [
				[`0${number}`, new AsYouType('VN')],
				[`+84${number}`, new AsYouType()],
			] as const) {
				typing.input(typed);
				expect(typing.getNumber()).toMatchObject({ countryCallingCode: '84', nationalNumber: number });
				expect(phoneKeys(typed, 'VN')).toEqual(expect.arrayContaining([number, `0${number}`, `84${number}`]));
			}
		}),
	);
});

test.each(['Minh', '12', '', '84 street', '1 x 2 y', '+', 'a123'])('%j is no phone number', (text) => {
	expect(phonePatterns(text, 'VN')).toEqual([]);
});

test('numbers without a country are of the one of the locale', () => {
	expect(['vi-VN', 'de-CH', 'en', 'vi', 'en-001'].map(countryOf)).toEqual(['VN', 'CH', 'US', 'VN', 'VN']);
});
