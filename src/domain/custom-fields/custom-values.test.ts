import { expect, test } from 'vitest';
import type { CustomField, FieldType } from './custom-field-types';
import { fileText, readFieldValue, valueText } from './custom-values';

const style = { locale: 'vi-VN', timeZone: 'Asia/Ho_Chi_Minh', currency: 'VND' };
const options = [
	{ id: '00000000-0000-7000-8000-000000000001', name: 'Hội chợ', colour: 'slate' },
	{ id: '00000000-0000-7000-8000-000000000002', name: 'Bạn bè; người quen', colour: 'red' },
];
const field = (type: FieldType): CustomField => ({
	...{ id: '00000000-0000-7000-8000-0000000000ff', kind: 'company', type, name: 'Trường', help: null, place: 1 },
	...{ inForms: false, required: false, inList: false, isUnique: false, checks: null, reminds: null, remindDays: null },
	...{ preset: null, defaultValue: null, currency: null, isArchived: false, options },
});
const [one, two] = options.map(({ id }) => id);

test.each<[FieldType, string, unknown, shown: string, inFile: string]>([
	['text', ' Đặng  Ánh ', 'Đặng  Ánh', 'Đặng  Ánh', 'Đặng  Ánh'],
	['long', 'một\r\nhai', 'một\nhai', 'một\nhai', 'một\nhai'],
	['number', '1.500,25', 1500.25, '1500,25', '1500.25'],
	['number', '-0', 0, '0', '0'],
	['number', '123456789012345', 123456789012345, '123456789012345', '123456789012345'],
	['amount', '1,5 tỷ', '1500000000 VND', '1500000000 VND', '1500000000 VND'],
	['amount', '1.500,50 USD', '1500.5 USD', '1500.5 USD', '1500.5 USD'],
	['date', '31/12/2026', '2026-12-31', '31/12/2026', '2026-12-31'],
	['yes', 'Có', true, 'Yes', 'Yes'],
	['yes', 'no', false, 'No', 'No'],
	['choice', 'HỘI CHỢ', one, 'Hội chợ', 'Hội chợ'],
	['choices', 'Hội chợ; hội chợ', [one], 'Hội chợ', 'Hội chợ'],
	['choices', 'Bạn bè; người quen', [two], '"Bạn bè; người quen"', '"Bạn bè; người quen"'],
	['link', 'example.com', 'https://example.com', 'https://example.com', 'https://example.com'],
	['company', one ?? '', one, one ?? '', one ?? ''],
])('%s: %j is %j', (type, text, stored, shown, inFile) => {
	const read = readFieldValue(field(type), text, style);
	expect(read).toEqual({ value: stored });
	if ('problem' in read || read.value === undefined) throw new Error('no value');
	expect(valueText(field(type), read.value, style)).toBe(shown);
	expect(fileText(field(type), read.value)).toBe(inFile);
	expect(readFieldValue(field(type), shown, style)).toEqual(read);
});

test('several options are written so that they are read as these, whatever they are called', () => {
	const names = ['A', 'B; C', 'A; B', 'B', '"', '"A"', 'constructor', 'a"; b', '""'];
	const listed = names.map((name, at) => ({ id: `00000000-0000-7000-8000-00000000000${at}`, name, colour: 'slate' }));
	const list = { ...field('choices'), options: listed };
	for (let set = 1; set < 2 ** names.length; set++) {
		const value = listed.flatMap(({ id }, at) => (set & (2 ** at) ? [id] : []));
		expect(readFieldValue(list, fileText(list, value), style)).toEqual({ value });
	}
});

test.each<[FieldType, string]>([
	['amount', '12 pcs'],
	['text', 'x'.repeat(2_001)],
	['number', '1'.repeat(40)],
	['number', '0,1234567'],
	['number', 'một'],
	['amount', '-5'],
	['date', '31/02/2026'],
	['yes', 'maybe'],
	['choice', 'constructor'],
	['choices', 'Hội chợ; ở đâu'],
	['link', 'javascript:alert(1)'],
	['contact', 'Lê Nam'],
])('%s refuses %j in words', (type, text) => {
	expect(readFieldValue(field(type), text, style)).toEqual({ problem: expect.stringMatching(/\.$/) });
});

test('nothing is no value of any type', () => {
	for (const type of ['text', 'number', 'choices', 'company'] as const)
		expect(readFieldValue(field(type), ' ', style)).toEqual({ value: undefined });
});

test('what does not fit its field is shown as it is stored', () => {
	expect(valueText(field('date'), 'hôm nay', style)).toBe('hôm nay');
	expect(valueText(field('choice'), 'gone', style)).toBe('gone');
	expect(valueText(field('number'), null, style)).toBe('');
});
