import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencies, locales } from './locale';
import { decimalsOf, formatAmount, formatMoney, formatRounded, noAmount, parseMoney } from './money';

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
		['1.500.000 vnđ', '1500000'],
		['1,5 tỷ VND', '1500000000'],
		['VND 1,5 tỷ', '1500000000'],
		['1.500', '1500'],
		['0', '0'],
		['007', '7'],
		['1.500.000,00', '1500000'],
		[',5 tỷ', '500000000'],
		['.5tr', '500000'],
	])('%s is read in Vietnam as %s', (text, value) => expect(read(text)).toBe(value));

	test.each([
		['1,500,000.50', '1500000.5'],
		['1.500.000,50', '1500000.5'],
		['$1,500', '1500'],
		['US$ 99.90', '99.9'],
		['USD 12', '12'],
		['1.5bn', '1500000000'],
		['0.5', '0.5'],
		['.5', '0.5'],
		['$.05', '0.05'],
		['.5 USD', '0.5'],
		['.50m', '500000'],
		['15,00,000', '1500000'],
		['1.234m', '1234000'],
	])('%s is read in the United States as %s', (text, value) => expect(read(text, 'en-US', 'USD')).toBe(value));

	test.each([',5', '.5', ',50 USD', '$ ,5'])('%s is a half in Vietnam as well', (text) =>
		expect(read(text, 'vi-VN', 'USD')).toBe('0.5'),
	);

	test('means by its locale what could be either', () => {
		expect(read('1.500', 'de-DE', 'EUR')).toBe('1500');
		expect(read('1,500', 'en-US', 'EUR')).toBe('1500');
		// thousands to some, decimals here: 1.5 is not what was typed
		expect(read('1,500', 'de-DE', 'EUR')).toMatch('If thousands were meant, write 1.500.');
		expect(read('500.000', 'en-US', 'VND')).toMatch('If thousands were meant, write 500,000.');
		expect(read('.500', 'en-US', 'USD')).toMatch('If thousands were meant, write 500.');
	});

	test.each([
		'',
		'abc',
		'1.5.0',
		'1,2,3',
		'1..5',
		'.',
		',',
		'..5',
		',.5',
		'.5.5',
		'.5,5',
		'. 5',
		'--1',
		'1.500,000.5',
		'1e5',
		'NaN',
		'Infinity',
		'٣',
		'1 5',
		'1.500.00',
		"{not: ''}",
		'12abc',
		'12 abc',
		'abc 12',
		'1.5mil',
		'200tri',
	])('%s is refused with an example', (text) =>
		expect(read(text)).toMatch(/^This is not an amount; one looks like 1\.500\.000\.$/),
	);

	test('is refused where it is negative, too long, or has too many decimals', () => {
		expect(read('-5')).toBe('An amount cannot be negative.');
		expect(read('9999999999999')).toBe('9999999999999');
		expect(read('10000000000000')).toMatch(/^At most 13 digits/);
		expect(read('10000 tỷ')).toMatch(/^At most 13 digits/);
		expect(read('1,5')).toBe('VND has no decimals; this was read as 1.5.');
		expect(read('1.005', 'en-US', 'USD')).toBe(
			'USD has 2 decimals; this was read as 1.005. If thousands were meant, write 1,005.',
		);
		expect(read(',5')).toBe('VND has no decimals; this was read as 0.5.');
		for (const negative of ['-.5', '-$5', '$-5', '−5', '- 5 đ'])
			expect(read(negative)).toBe('An amount cannot be negative.');
	});
});

test.each(['100 USD', 'usd 100', '1,5 tỷ USD', '100USD'])('%s is refused where another currency is chosen', (text) => {
	expect(read(text)).toBe('This is in USD, but VND is chosen.');
	expect(noAmount(text)).toBeUndefined();
});

describe('a text that is an amount in no language', () => {
	test.each([
		['12abc', /^This is not an amount; one looks like 1,500,000\.$/],
		['-5', /negative/],
		['10000000000000', /^At most 13 digits/],
		['1.5.0', /^This is not an amount/],
	])('%s is refused before the account is known', (text, message) => expect(noAmount(text)).toMatch(message));

	test('is none of those that some account would accept', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom(...'0123456789.,  -kmtrỷ$đ'), maxLength: 12 }),
				fc.constantFrom(...locales),
				fc.constantFrom('VND', 'USD'),
				(text, locale, currency) => {
					if (parseMoney(text, { locale, currency }).ok) expect(noAmount(text)).toBeUndefined();
				},
			),
			{ numRuns: 2000 },
		);
	});
});

describe('a form', () => {
	test.each([
		['1500000', 'vi-VN', 'VND', '1.500.000'],
		['1500000.5', 'vi-VN', 'USD', '1.500.000,50'],
		['1500000.50', 'en-IN', 'USD', '15,00,000.50'],
		['12.00', 'en-US', 'USD', '12'],
		// more than the currency has may come from an import, and is not hidden
		['1.5', 'en-US', 'VND', '1.5'],
	])('shows %s in %s as an amount in %s', (value, locale, currency, shown) =>
		expect(formatAmount(value, { locale, currency })).toBe(shown),
	);

	test('shows an amount so that it is read back as it is, in every locale and currency there is to choose', () => {
		const amount = fc.tuple(fc.bigInt({ min: 0n, max: 9_999_999_999_999n }), fc.nat({ max: 99 }));
		fc.assert(
			fc.property(
				amount,
				fc.constantFrom(...locales, 'ar-EG', 'fa-IR', 'hi-IN'),
				fc.constantFrom('VND', 'USD', 'KWD', ...currencies()),
				([whole, cents], locale, currency) => {
					const fraction = decimalsOf(currency) === 0 ? '' : String(cents).padStart(2, '0').replace(/0+$/, '');
					const value = fraction ? `${whole}.${fraction}` : String(whole);
					const shown = formatAmount(value, { locale, currency });
					expect(parseMoney(shown, { locale, currency })).toEqual({ ok: true, value });
				},
			),
			{ numRuns: 1000 },
		);
	});
});

test.each([
	['2.5000', 'en-US', 'USD', '$2.50'],
	['2.4951', 'en-US', 'USD', '$2.50'],
	['2.9999', 'en-US', 'USD', '$3'],
	['749999.5', 'en-US', 'VND', '₫750,000'],
	['0.0000', 'en-US', 'KRW', '₩0'],
	['1.2345', 'en-US', 'KWD', 'KWD\u00a01.23'],
	['10899899999999989.1001', 'en-US', 'USD', '$10,899,899,999,999,989.10'],
])('the weighted %s is rounded in %s to %s: %s', (value, locale, currency, shown) =>
	expect(formatRounded(value, { locale, currency })).toBe(shown),
);

test.each([
	['$1.5m', 'VND'],
	['€5', 'USD'],
	['5 đ', 'USD'],
	['500 nghìn đồng', 'EUR'],
])('%s is refused where %s is chosen', (text, currency) =>
	expect(parseMoney(text, { locale: 'en-US', currency })).toMatchObject({
		ok: false,
		message: expect.stringMatching(`^This is in .+, but ${currency} is chosen`),
	}),
);

test.each([
	['$1.5m', 'AUD', '1500000'],
	['500 nghìn đồng', 'VND', '500000'],
	['¥100', 'CNY', '100'],
])('%s is an amount in %s', (text, currency, value) =>
	expect(parseMoney(text, { locale: 'en-US', currency })).toEqual({ ok: true, value }),
);

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
