import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addUp, inDays, monthOrPart, percent } from './report-words';

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

test('a part of a month is not called by the name of all of it', () => {
	expect(monthOrPart({ from: '2024-02-01', to: '2024-02-29' }, 'en-GB')).toBe('February 2024');
	expect(monthOrPart({ from: '2024-02-01', to: '2024-02-28' }, 'en-GB')).toBe('1 Feb 2024 to 28 Feb 2024');
	expect(monthOrPart({ from: '2024-02-02', to: '2024-02-29' }, 'en-GB')).toBe('2 Feb 2024 to 29 Feb 2024');
	expect(monthOrPart({ from: '2024-02-29', to: '2024-02-29' }, 'en-GB')).toBe('29 Feb 2024');
});
