import fc from 'fast-check';
import { expect, test } from 'vitest';
import { taxCodeWarning } from './tax-code';

test.each([
	// the example of the circular, and codes that companies print on their invoices
	...['0100047516', '0100109106', '0100233488', '0301442379', '0314409058-002', '0312687878 001', '01.00.112.437'],
	...[
		'VN0100109106',
		'ATU12345678',
		'BE 0123.456.789',
		'DE123456789',
		'el123456789',
		'ESX1234567X',
		'ESA12345678',
		'ES12345678Z',
	],
	...[
		'FRXX123456789',
		'FR12345678901',
		'IE1234567T',
		'IE1234567WA',
		'IE1S23456L',
		'LT123456789012',
		'NL123456789B01',
		'RO12',
	],
	...['SE123456789001', 'XIGD123', '０１００１０９１０６'],
	// a person’s, and what neither Vietnam nor the Union knows
	...['001087123456', 'CHE-123.456.789 MWST', 'GB999999973', 'chờ khách gửi', 'Denied', '', '  '],
])('%s is taken as it is', (code) => {
	expect(taxCodeWarning(code)).toBeNull();
});

test.each([
	['0100109107', 'The check digit of this Vietnamese tax code doesn’t match. Check it for a typo.'],
	['0100109107-001', 'The check digit of this Vietnamese tax code doesn’t match. Check it for a typo.'],
	['0100109106-000', 'The last three digits of a branch’s tax code begin with 001. Check it for a typo.'],
	['010010910', 'A Vietnamese tax code has 10 digits, or 13 for a branch. This one has 9.'],
	['DE12345678', 'This doesn’t look like a VAT number of Germany, such as DE123456789. Check it for a typo.'],
	[
		'NL123456789A01',
		'This doesn’t look like a VAT number of the Netherlands, such as NL123456789B01. Check it for a typo.',
	],
	['FRIO123456789', 'This doesn’t look like a VAT number of France, such as FR12345678901. Check it for a typo.'],
	['ES123456789', 'This doesn’t look like a VAT number of Spain, such as ESA12345678. Check it for a typo.'],
])('%s is warned of', (code, warning) => {
	expect(taxCodeWarning(code)).toBe(warning);
});

test('one digit that is wrong, or two neighbors that are exchanged, are found', () => {
	const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];
	const code = fc
		.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
		.map((digits) => [...digits, 10 - (weights.reduce((sum, weight, n) => sum + weight * (digits[n] ?? 0), 0) % 11)])
		.filter((digits) => digits[9] !== 10);
	fc.assert(
		fc.property(code, fc.nat({ max: 9 }), fc.integer({ min: 1, max: 9 }), (digits, place, by) => {
			expect(taxCodeWarning(digits.join(''))).toBeNull();
			const wrong = digits.with(place, ((digits[place] ?? 0) + by) % 10);
			expect(taxCodeWarning(wrong.join(''))).not.toBeNull();
			const [one, other] = [digits[place % 8] ?? 0, digits[(place % 8) + 1] ?? 0];
			const turned = digits.with(place % 8, other).with((place % 8) + 1, one);
			if (one !== other) expect(taxCodeWarning(turned.join(''))).not.toBeNull();
		}),
	);
});

test('whatever is typed is answered at once, and never refused', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (text) => {
			const warning = taxCodeWarning(text);
			expect(warning === null || warning.length < 200).toBe(true);
		}),
	);
	const start = performance.now();
	for (const text of ['1'.repeat(100_000), 'DE'.repeat(50_000), ' '.repeat(100_000), '-.'.repeat(50_000)])
		taxCodeWarning(text);
	expect(performance.now() - start).toBeLessThan(500);
});
