import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencies, locales } from '@/lib/locale';
import { decimalsOf, formatAmount, formatMoney } from './money';
import { parseMoney } from './money-reading';

const read = (text: string, locale = 'vi-VN', currency = 'VND') => {
	const parsed = parseMoney(text, { locale, currency });
	return parsed.ok ? parsed.value : parsed.message;
};

describe('whatever is typed', () => {
	const everyLocale = fc.constantFrom(...locales, 'ar-EG', 'fa-IR', 'hi-IN', 'bn-BD', 'my-MM', 'fr-CA', 'pt-PT');
	const everyCurrency = fc.constantFrom('VND', 'USD', 'KWD', ...currencies());

	test.each([
		['a form', formatAmount],
		['a page', formatMoney],
	])('an amount as %s shows it is read back, in every language and currency there is to choose', (_, format) => {
		const amount = fc.tuple(fc.bigInt({ min: 0n, max: 9_999_999_999_999n }), fc.nat({ max: 99 }));
		fc.assert(
			fc.property(amount, everyLocale, everyCurrency, ([whole, cents], locale, currency) => {
				const fraction = decimalsOf(currency) === 0 ? '' : String(cents).padStart(2, '0').replace(/0+$/, '');
				const value = fraction ? `${whole}.${fraction}` : String(whole);
				expect(read(format(value, { locale, currency }), locale, currency)).toBe(value);
			}),
			{ numRuns: 2000 },
		);
	});

	test('every currency is read back by the sign that each language has for it', () => {
		for (const locale of locales)
			for (const currency of currencies())
				expect(read(formatMoney('1500', { locale, currency }), locale, currency)).toBe('1500');
	});

	test('it is an amount that the column holds, or a sentence', () => {
		const words = ['tr', 'triệu', 'tỷ', 'rưỡi', 'k', 'm', 'USD', 'A$', 'kr', 'R$', 'NaN', 'e5'];
		const hostile = ['\u00a0', '\u202f', '\u200f', '\ud800', '\0', '٣', '①'];
		const piece = fc.constantFrom(...'0123456789.,’ -−$€₫đ％１ｋ', ...words, ...hostile);
		fc.assert(
			fc.property(
				fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
				everyLocale,
				everyCurrency,
				(text, locale, currency) => {
					const parsed = parseMoney(text, { locale, currency });
					if (!parsed.ok) {
						expect(parsed.message).toMatch(/^\p{L}.*\.$/u);
						return;
					}
					expect(parsed.value).toMatch(/^(?:0|[1-9]\d{0,12})(?:\.\d?[1-9])?$/);
					// what was understood is what is shown
					expect(read(formatMoney(parsed.value, { locale, currency }), locale, currency)).toBe(parsed.value);
				},
			),
			{ numRuns: 2000 },
		);
	});

	test('no digit is lost: only separators are left out, and zeros that say nothing', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[\d.,]{1,12}$/), everyLocale, everyCurrency, (text, locale, currency) => {
				const parsed = parseMoney(text, { locale, currency });
				if (!parsed.ok) return;
				const bare = (digits: string) => digits.replace(/\D/g, '').replace(/^0+|0+$/g, '');
				expect(bare(parsed.value)).toBe(bare(text));
			}),
			{ numRuns: 2000 },
		);
	});

	test.each([
		'1'.repeat(10_000),
		'$'.repeat(10_000),
		'.,'.repeat(5_000),
		'1 '.repeat(5_000),
		'1tr'.repeat(3_000),
		`${' '.repeat(10_000)}1`,
		`-${' '.repeat(10_000)}`,
		'1,'.repeat(5_000),
		'tỷ '.repeat(3_000),
		`1 ${'k'.repeat(10_000)}`,
	])('10,000 letters are no amount, however they look (case %#)', (text) =>
		expect(read(text)).toBe('Enter an amount, such as 1.500.000.'),
	);
});
