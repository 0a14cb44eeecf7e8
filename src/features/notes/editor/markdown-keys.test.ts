import { describe, expect, test } from 'vitest';
import { continueList, type TextEdit, toggleList, toggleMark } from './markdown-keys';

/** A text with | where the caret is, or around what is selected. */
function at(marked: string): [text: string, start: number, end: number] {
	const start = marked.indexOf('|');
	const end = marked.lastIndexOf('|');
	return [marked.replaceAll('|', ''), start, end === start ? start : end - 1];
}

function after(text: string, edit: TextEdit | null): string | null {
	if (!edit) return null;
	const changed = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
	const [start, end] = edit.select;
	const mark = start === end ? '|' : `|${changed.slice(start, end)}|`;
	return changed.slice(0, start) + mark + changed.slice(end);
}

describe('Enter', () => {
	test.each([
		['- một|', '- một\n- |'],
		['* một|', '* một\n* |'],
		['  - một|', '  - một\n  - |'],
		['9. chín|', '9. chín\n10. |'],
		['2) hai|', '2) hai\n3) |'],
		['- [x] xong|', '- [x] xong\n- [ ] |'],
		['> trích|', '> trích\n> |'],
		['> - một|', '> - một\n> - |'],
		['- một| hai', '- một\n- | hai'],
		['trước\n- |', 'trước\n|'],
		['- [ ] |', '|'],
		['1. a\n2. |', '1. a\n|'],
		['không phải|', null],
		['-không|', null],
		['|- một', null],
		['1.5|', null],
	])('%j', (marked, expected) => {
		const [text, caret] = at(marked);
		expect(after(text, continueList(text, caret))).toBe(expected);
	});
});

describe('marks', () => {
	test.each([
		['|một|', '**', '**|một|**'],
		['**|một|**', '**', '|một|'],
		['| một | hai', '**', ' **|một|**  hai'],
		['a | b', '**', 'a **|** b'],
		['|một|', '*', '*|một|*'],
		['*|một|*', '*', '|một|'],
		['**|một|**', '*', '***|một|***'],
		['***|một|***', '*', '**|một|**'],
	] as const)('%j %s', (marked, mark, expected) => {
		const [text, start, end] = at(marked);
		expect(after(text, toggleMark(text, start, end, mark))).toBe(expected);
	});
});

describe('lists', () => {
	test.each([
		['một|', '- ', '- một|'],
		['- một|', '- ', 'một|'],
		['- một|', '- [ ] ', '- [ ] một|'],
		['- [x] một|', '- [ ] ', 'một|'],
		['- [x] một|', '- ', '- một|'],
		['|một\n\nhai|', '- ', '|- một\n\n- hai|'],
		['|- một\n- hai|', '- ', '|một\nhai|'],
		['|', '- [ ] ', '- [ ] |'],
	] as const)('%j %s', (marked, mark, expected) => {
		const [text, start, end] = at(marked);
		expect(after(text, toggleList(text, start, end, mark))).toBe(expected);
	});
});
