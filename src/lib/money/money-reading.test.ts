import { describe, expect, test } from 'vitest';
import { locales } from '@/lib/locale';
import { parseMoney } from './money-reading';

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
		['1tr2', '1200000'],
		['1TR25', '1250000'],
		['1tr 250', '1250000'],
		['1tr05', '1050000'],
		['1tr2đ', '1200000'],
		['1tr200k', '1200000'],
		['2 triệu rưỡi', '2500000'],
		['2 TRIỆU RƯỠI'.normalize('NFD'), '2500000'],
		['2 triệu rưỡi đồng', '2500000'],
		['2 tỷ rưỡi', '2500000000'],
		['1 tỷ 2', '1200000000'],
		['1 tỷ 2 đ', '1200000000'],
		['1 tỷ 200 triệu', '1200000000'],
		['1 tỷ 2 triệu', '1002000000'],
		['1 tỷ 200 triệu 500 nghìn', '1200500000'],
		['2 nghìn tỷ', '2000000000000'],
		['500k', '500000'],
		['500kđ', '500000'],
		['2k5', '2500'],
		['1.5tr', '1500000'],
		['１５００', '1500'],
		['１．５００．０００', '1500000'],
		['１，５　ｔｒ', '1500000'],
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

	test('means by its language what could be either', () => {
		expect(read('1.500', 'de-DE', 'EUR')).toBe('1500');
		expect(read('1,500', 'en-US', 'EUR')).toBe('1500');
	});

	// thousands to some, decimals here: 1.5 is not what was typed. Every number is written as the account writes it
	test.each([
		['1,500', 'vi-VN', 'USD', 'A comma starts the decimals here, and USD has only 2. For thousands, enter 1.500.'],
		['1,500', 'de-DE', 'EUR', 'A comma starts the decimals here, and EUR has only 2. For thousands, enter 1.500.'],
		['1.005', 'en-US', 'USD', 'A point starts the decimals here, and USD has only 2. For thousands, enter 1,005.'],
		['500.000', 'en-US', 'VND', 'A point starts the decimals here, and VND has none. For thousands, enter 500,000.'],
		['.500', 'en-US', 'USD', 'A point starts the decimals here, and USD has only 2. For thousands, enter 500.'],
		['0.500', 'vi-VN', 'USD', 'A point starts the decimals here, and USD has only 2. For thousands, enter 500.'],
		['1,5', 'vi-VN', 'VND', 'This reads as 1,5, and VND has no decimals. Enter 1, for example.'],
		['1,2345 k', 'vi-VN', 'USD', '1234.5'],
		['1,2345678k', 'de-DE', 'USD', 'This reads as 1.234,5678, and USD has 2 decimals. Enter 1.234,56, for example.'],
		[
			'1.234',
			'en-US',
			'KWD',
			'This reads as 1.234. MiniCRM stores 2 of the 3 decimals of KWD. Enter 1.23, for example.',
		],
		[
			'1,234',
			'vi-VN',
			'BHD',
			'This reads as 1,234. MiniCRM stores 2 of the 3 decimals of BHD. Enter 1,23, for example.',
		],
		['1.500', 'en-US', 'KWD', '1.5'],
		['1,500', 'en-US', 'KWD', '1500'],
		['1.2345', 'en-US', 'KWD', 'A point starts the decimals here, and KWD has only 3. For thousands, enter 12,345.'],
	])('%s in %s and %s: %s', (text, locale, currency, answer) => expect(read(text, locale, currency)).toBe(answer));

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
		'1000²',
		'½',
		'(1.500)',
		// which of two amounts these are is not known
		'1tr20',
		'1 tỷ 20',
		'1,5tr2',
		'1 tỷ 1500 triệu',
		'1 triệu 2 tỷ',
		'1 tỷ 200 triệu rưỡi',
		'1,5 tỷ rưỡi',
		'2 rưỡi',
		'1m2',
		'tr2',
		'XY$100',
	])('%s is refused with an example', (text) => expect(read(text)).toBe('Enter an amount, such as 1.500.000.'));

	test('is refused where it is negative or too long', () => {
		expect(read('9999999999999')).toBe('9999999999999');
		for (const long of ['10000000000000', '10000 tỷ', '99999999 tỷ 2'])
			expect(read(long)).toBe('Enter an amount below 10.000.000.000.000.');
		expect(read('10000000000000', 'en-US', 'USD')).toBe('Enter an amount below 10,000,000,000,000.');
		for (const negative of ['-5', '-.5', '-$5', '$-5', '−5', '－５', '- 5 đ'])
			expect(read(negative)).toBe('An amount can’t be negative. Enter 0 or more.');
	});
});

describe('a sign', () => {
	test.each([
		['A$1500', 'USD', 'AUD (Australian Dollar)'],
		['AU$ 1500', 'USD', 'AUD (Australian Dollar)'],
		['R$ 1.500,00', 'USD', 'BRL (Brazilian Real)'],
		['NT$1,500', 'USD', 'TWD (New Taiwan Dollar)'],
		['HK$1,500', 'USD', 'HKD (Hong Kong Dollar)'],
		['S$1,500', 'USD', 'SGD (Singapore Dollar)'],
		['1500 NZ$', 'USD', 'NZD (New Zealand Dollar)'],
		['$1500 CAD', 'USD', 'CAD (Canadian Dollar)'],
		['US$1500', 'AUD', 'USD (US Dollar)'],
		['A$1.5m', 'USD', 'AUD (Australian Dollar)'],
		['1.5 A$m', 'USD', 'AUD (Australian Dollar)'],
		['€5', 'USD', 'EUR (Euro)'],
		['5 đ', 'USD', 'VND (Vietnamese Dong)'],
		['1tr2 đ', 'USD', 'VND (Vietnamese Dong)'],
		['500 nghìn đồng', 'EUR', 'VND (Vietnamese Dong)'],
		['100 USD', 'VND', 'USD (US Dollar)'],
		['usd 100', 'VND', 'USD (US Dollar)'],
		['1,5 tỷ USD', 'VND', 'USD (US Dollar)'],
		['100USD', 'VND', 'USD (US Dollar)'],
		['100 zł', 'EUR', 'PLN (Polish Zloty)'],
	])('of another currency is refused by its name: %s in %s', (text, currency, named) => {
		for (const locale of locales)
			expect(read(text, locale, currency)).toBe(
				`This is in ${named}, but the currency is ${currency}. Change one of them.`,
			);
	});

	test.each([
		['$1.5m', 'en-US', 'VND', 'USD (US Dollar)'],
		['¥100', 'en-US', 'USD', 'JPY (Japanese Yen)'],
		['￥100', 'ja-JP', 'USD', 'JPY (Japanese Yen)'],
		['¥100', 'zh-CN', 'USD', 'CNY (Chinese Yuan)'],
		['$100', 'en-AU', 'EUR', 'AUD (Australian Dollar)'],
		['100 kr', 'sv-SE', 'EUR', 'SEK (Swedish Krona)'],
		[
			'100 kr',
			'en-US',
			'EUR',
			'DKK (Danish Krone), ISK (Icelandic Króna), NOK (Norwegian Krone), or SEK (Swedish Krona)',
		],
	])('that several currencies share is that of the account’s language: %s in %s', (text, locale, currency, named) =>
		expect(read(text, locale, currency)).toBe(
			`This is in ${named}, but the currency is ${currency}. Change one of them.`,
		),
	);

	test.each([
		['$1.5m', 'AUD', '1500000'],
		['A$1500', 'AUD', '1500'],
		['R$ 1.500,00', 'BRL', '1500'],
		['CA$ 5 CAD', 'CAD', '5'],
		['USD $5', 'USD', '5'],
		['15 $m', 'USD', '15000000'],
		['500 nghìn đồng', 'VND', '500000'],
		['¥100', 'CNY', '100'],
		['￥１００', 'JPY', '100'],
		['Rs.1500', 'INR', '1500'],
		['100 kr.', 'DKK', '100'],
		['100 kr', 'SEK', '100'],
		['100 BND', 'BND', '100'],
		['100 TRY', 'TRY', '100'],
	])('of the chosen currency is none of the amount: %s in %s', (text, currency, value) =>
		expect(read(text, 'en-US', currency)).toBe(value),
	);
});
