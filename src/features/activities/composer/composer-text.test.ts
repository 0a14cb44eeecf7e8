import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMinutes, splitText } from './composer-text';

test.each([
	['Gọi về giá', 'Gọi về giá', ''],
	['Gọi về giá\nGiảm năm phần trăm\n\nChờ trả lời', 'Gọi về giá', 'Giảm năm phần trăm\n\nChờ trả lời'],
	['\n  \n\u200b\nGọi về giá\r\n\r\nHai dòng', 'Gọi về giá', 'Hai dòng'],
	['  Gọi  \n  - một\n  - hai  \n', 'Gọi', '  - một\n  - hai'],
	['', '', ''],
	[' \n\u2063 ', '', ''],
])('%j has the subject %j', (text, subject, description) => {
	expect(splitText(text)).toEqual({ subject, description });
});

test('a first line that is too long for a subject goes on in the description', () => {
	const words = Array.from({ length: 60 }, (_, n) => `chữ${n}`).join(' ');
	const { subject, description } = splitText(`${words}\nđoạn hai`);
	expect(subject.length).toBeLessThanOrEqual(200);
	expect(`${subject} ${description}`).toBe(`${words}\nđoạn hai`);
});

test('whatever is typed is in the subject or the description, but for space', () => {
	const dense = (text: string) => text.normalize('NFC').replace(/\s+/g, '');
	fc.assert(
		fc.property(
			fc.string({ unit: 'grapheme', maxLength: 600 }),
			fc.string({ unit: 'grapheme', maxLength: 50 }),
			(one, two) => {
				fc.pre(!/[\p{C}\p{M}]/u.test(one + two));
				const { subject, description } = splitText(`${one}\n${two}`);
				expect(subject.length).toBeLessThanOrEqual(200);
				expect(subject.isWellFormed()).toBe(true);
				expect(dense(subject + description)).toBe(dense(one + two));
			},
		),
	);
});

test.each([
	['25', 25],
	['25 min', 25],
	['45 phút', 45],
	['1h', 60],
	['1 h 30', 90],
	['1h30m', 90],
	['1:30', 90],
	['1,5 h', 90],
	['2 hours', 120],
	['2 giờ', 120],
	['０２５', 25],
	['', null],
	['  ', null],
	['-5', Number.NaN],
	['lâu', Number.NaN],
	['1.25.3', Number.NaN],
])('%j are %s minutes', (text, minutes) => expect(readMinutes(text)).toBe(minutes));
