import { expect, test } from 'vitest';
import { foldForSearch, parseSearch } from './search';

test.each([
	['văn  đặng', ['văn', 'đặng']],
	['', []],
	['100%', ['100%']],
	['0901 234 567', ['0901', '234', '567']],
	['Coca-Cola', ['Coca', 'Cola']],
	['minh-anh@vi-du.example', ['minh-anh@vi-du.example']],
	['xn--v-du-fsa', ['xn--v-du-fsa']],
	['An - Bình', ['An', 'Bình']],
	['J.S.C.', ['J.S.C.']],
	['- ’', ['-', '’']],
	['a\0b', ['ab']],
])('%j is read as words %j', (typed, words) => {
	expect(parseSearch(typed)).toEqual({ words });
});

test.each([
	['O’Brien', 'obrien'],
	['D’Ánh & Đ', 'danh & d'],
	['Jean‑Pierre', 'jeanpierre'],
	['J.S.C.', 'jsc'],
])('%s is compared as %s', (text, folded) => expect(foldForSearch(text)).toBe(folded));
