import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalsOf, formatMoney, parseMoney } from './money';

const read = (text: string, locale = 'vi-VN', currency = 'VND') => {
	const parsed = parseMoney(text, { locale, currency });
	return parsed.ok ? parsed.value : parsed.message;
};

describe('an amount as people type it', () => {
	test.each([
		['1.500.000', '1500000'],
		['1,500,000', '1500000'],
		['1 500 000', '1500000'],
		["1'500'000", '1500000'],
		['1500000', '1500000'],
		['1.5m', '1500000'],
		['1,5 tỷ', '1500000000'],
		['1.5 tỉ', '1500000000'],
		['200tr', '200000000'],
		['2,25 triệu đ', '2250000'],
		['750k', '750000'],
		['50 nghìn', '50000'],
		['1.500.000 ₫', '1500000'],
		['1.500.000đ', '1500000'],
		['VND 1.500.000', '1500000'],
		['1.500.000 VND', '1500000'],
		['1.500', '1500'],
		['0', '0'],
		['007', '7'],
		['1.500.000,00', '1500000'],
	])('%s is read in Vietnam as %s', (text, value) => expect(read(text)).toBe(value));

	test.each([
		['1,500,000.50', '1500000.5'],
		['1.500.000,50', '1500000.5'],
		['$1,500', '1500'],
		['US$ 99.90', '99.9'],
		['USD 12', '12'],
		['1.5bn', '1500000000'],
		['0.5', '0.5'],
		['15,00,000', '1500000'],
		['1.234m', '1234000'],
	])('%s is read in the United States as %s', (text, value) => expect(read(text, 'en-US', 'USD')).toBe(value));

	test('means by its locale what could be either', () => {
		expect(read('1.500', 'de-DE', 'EUR')).toBe('1500');
		expect(read('1,500', 'en-US', 'EUR')).toBe('1500');
		expect(read('1,500', 'de-DE', 'EUR')).toBe('1.5');
	});

	test.each([
		'',
		'abc',
		'1.5.0',
		'1,2,3',
		'1..5',
		'--1',
		'1.500,000.5',
		'1e5',
		'NaN',
		'Infinity',
		'٣',
		'1 5',
		'1.500.00',
		"{not: ''}",
	])('%s is refused with an example', (text) =>
		expect(read(text)).toMatch(/^This is not an amount; one looks like 1\.500\.000\.$/),
	);

	test('is refused where it is negative, too long, or has too many decimals', () => {
		expect(read('-5')).toBe('An amount cannot be negative.');
		expect(read('9999999999999')).toBe('9999999999999');
		expect(read('10000000000000')).toMatch(/^At most 13 digits/);
		expect(read('10000 tỷ')).toMatch(/^At most 13 digits/);
		expect(read('1,5')).toBe('VND has no decimals; this was read as 1.5.');
		expect(read('1.005', 'en-US', 'USD')).toBe('USD has 2 decimals; this was read as 1.005.');
	});
});

test('what is shown is read back, in every locale and currency', () => {
	fc.assert(
		fc.property(
			fc.bigInt({ min: 0n, max: 999_999_999_999_999n }),
			fc.constantFrom('vi-VN', 'en-US', 'en-IN', 'de-DE', 'fr-FR', 'de-CH', 'ja-JP'),
			fc.constantFrom('VND', 'USD', 'EUR', 'JPY', 'CHF'),
			(cents, locale, currency) => {
				const decimals = decimalsOf(currency);
				const digits = String(decimals === 0 ? cents / 100n : cents).padStart(3, '0');
				const value = decimals === 0 ? String(cents / 100n) : `${digits.slice(0, -2)}.${digits.slice(-2)}`;
				const bare = value.includes('.') ? value.replace(/\.?0+$/, '') : value;
				expect(parseMoney(formatMoney(value, { locale, currency }), { locale, currency })).toEqual({
					ok: true,
					value: bare,
				});
			},
		),
	);
});
