import { expect, test } from 'vitest';
import { dateStyleOf } from '@/lib/dates/dates-style';
import { amountAndCurrency } from '@/lib/money/amount-and-currency';
import { inSentence, keyOf, type Property, type PropertyEditor, propertyText } from './property';
import { shownValueOf } from './shown-value';

const style = dateStyleOf('vi-VN');
const property = (editor: PropertyEditor, more: Partial<Property> = {}): Property => ({
	...{ field: 'any', label: 'Any field', value: '', editor },
	...more,
});
const text = (editor: PropertyEditor, value: string, more: Partial<Property> = {}) => {
	const shown = property(editor, more);
	return propertyText({ ...shown, ...shownValueOf(shown, value, style), value });
};

const terms = [
	['net30', 'Net 30', 'green'],
	['cod', 'Thu tiền khi giao', 'red'],
	['', 'Not set'],
] as const;

test.each<[PropertyEditor, string, string]>([
	[{ as: 'line' }, 'Xuất khẩu', 'Xuất khẩu'],
	[{ as: 'line', numeric: 'percent' }, '60', '60%'],
	[{ as: 'line', numeric: 'percent' }, '60 %', '60%'],
	[{ as: 'line', numeric: 'percent' }, '', ''],
	[
		{
			as: 'choice',
			options: [
				['51-200', '51-200 people'],
				['', 'Not known'],
			],
		},
		'51-200',
		'51-200 people',
	],
	[{ as: 'day' }, '2026-12-18', 'Fri, 18 Dec 2026'],
	[{ as: 'day' }, 'soonish', 'soonish'],
	[{ as: 'money' }, '1500000000.00 VND', '1.500.000.000\u00a0₫'],
	[{ as: 'money' }, 'nhiều VND', 'nhiều VND'],
	[{ as: 'line', numeric: 'decimal' }, '1,5', '1,5'],
	[{ as: 'choice', options: terms }, 'net30', 'Net 30'],
	[{ as: 'choice', options: terms }, '', 'Not set'],
	[{ as: 'choices', options: terms.slice(0, 2) }, 'cod; net30', 'Net 30, Thu tiền khi giao'],
	[{ as: 'choices', options: terms.slice(0, 2) }, '', ''],
])('%j shows %s as %s before the server has answered', (editor, value, shown) =>
	expect(text(editor, value)).toBe(shown),
);

test('points keep what is known of them', () => {
	const known = {
		value: '0903',
		label: null,
		href: 'tel:0903',
		chats: [['Zalo', 'https://zalo.me/0903']] as [string, string][],
	};
	const shown = property({ as: 'points' }, { field: 'phone', points: [known] });
	expect(shownValueOf(shown, '[["0904",null],["0903","Zalo"]]', style)).toEqual({
		points: [
			{ value: '0904', label: null, href: 'tel:' },
			{ ...known, label: 'Zalo' },
		],
	});
});

test('an amount is told from its currency, as it was typed too', () => {
	expect(amountAndCurrency('1500.00 USD')).toEqual({ amount: '1500.00', currency: 'USD' });
	expect(amountAndCurrency('1,5 tỷ VND')).toEqual({ amount: '1,5 tỷ', currency: 'VND' });
	expect(amountAndCurrency(' USD')).toEqual({ amount: '', currency: 'USD' });
});

test('a property is called as people call it, a custom field as its user does', () => {
	expect(inSentence(property({ as: 'line' }, { label: 'Job title' }))).toBe('job title');
	const own = property({ as: 'line' }, { field: 'cf_1', label: 'MST', isOwn: true });
	expect([inSentence(own), keyOf(own)]).toEqual(['MST', 'cf_1']);
});
