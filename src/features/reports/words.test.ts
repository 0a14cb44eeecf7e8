import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addUp, inDays, percent } from './words';

test('amounts are added up to the last digit', () => {
	expect(addUp([])).toBe('0');
	expect(addUp(['0', '0.05', '9999999999999.99'])).toBe('10000000000000.04');
	fc.assert(
		fc.property(fc.array(fc.bigInt({ min: 0n, max: 10n ** 17n })), (amounts) => {
			const written = amounts.map((cents) => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`);
			const sum = amounts.reduce((total, cents) => total + cents, 0n);
			expect(
				addUp([...written, '0'])
					.replace('.', '')
					.replace(/^0+(?=\d)/, ''),
			).toBe(sum.toString());
		}),
	);
});

test('shares and days are said in few words', () => {
	expect(percent(2, 3)).toBe('67 %');
	expect(percent(0, 0)).toBe('–');
	expect(inDays(null)).toBe('–');
	expect(inDays(1.04)).toBe('1 day');
	expect(inDays(1234.56)).toBe('1,234.6 days');
});
