import { describe, expect, test } from 'vitest';
import { parseMoney } from './money-reading';

describe('a file whose decimals begin with another sign than the account’s', () => {
	const inFile = (text: string, sign: '.' | ',') =>
		parseMoney(text, { locale: 'vi-VN', currency: 'USD', decimalSign: sign });

	test('is read by its own sign', () => {
		expect(inFile('1,500', '.')).toEqual({ ok: true, value: '1500' });
		expect(inFile('1.500', ',')).toEqual({ ok: true, value: '1500' });
	});

	test('is answered in the account’s numbers, and with thousands that every file is read by', () => {
		expect(inFile('1.500', '.')).toMatchObject({
			message: 'A point starts the decimals here, and USD has only 2. For thousands, enter 1500.',
		});
		expect(inFile('x', '.')).toMatchObject({ message: 'Enter an amount, such as 1.500.000.' });
	});
});
