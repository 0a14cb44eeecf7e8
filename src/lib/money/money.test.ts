import { describe, expect, test } from 'vitest';
import { decimalsOf, formatAmount, formatRounded, ownDecimals } from './money';

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
	['KWD', 3, 2],
	['BHD', 3, 2],
	['USD', 2, 2],
	['JPY', 0, 0],
	['VND', 0, 0],
	['KRW', 0, 0],
])('%s has %i decimals, of which %i are kept', (currency, own, kept) => {
	expect(ownDecimals(currency)).toBe(own);
	expect(decimalsOf(currency)).toBe(kept);
});
