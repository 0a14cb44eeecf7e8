import { describe, expect, test } from 'vitest';
import { fold, parseSearch } from '@/lib/list/search';
import { rankOf } from './search-rank';
import { isAlmost, markMatches } from './search-text';

const marks = (text: string, q: string) =>
	markMatches(text, parseSearch(q).words)
		.map((part) => (part.marked ? `[${part.text}]` : part.text))
		.join('');

describe('marks', () => {
	test.each([
		['Văn Đặng', 'dang van', '[Văn] [Đặng]'],
		['Văn Đặng'.normalize('NFD'), 'dang', `Văn [Đặng]`.normalize('NFD')],
		['Công ty Cổ phần Thủy sản Bình Minh', 'binh', 'Công ty Cổ phần Thủy sản [Bình] Minh'],
		['Globex International', 'in', 'Globex [In]ternational'],
		['lan@example.com', 'EXAMPLE.com', 'lan@[example.com]'],
		['aaa', 'aa', '[aa]a'],
		['plan của Lan', 'lan', 'plan của [Lan]'],
		['Kho lạnh ra khỏi', 'kho', '[Kho] lạnh ra khỏi'],
		['khỏi kế hoạch', 'kho', '[khỏ]i kế hoạch'],
		['Mã số 3702 145 678.', '3702145678', 'Mã số [3702 145 678].'],
		['Mã số 3702145678', '145678', 'Mã số 3702[145678]'],
		['Ánh Dương', 'zzz', 'Ánh Dương'],
		['Ánh Dương', '', 'Ánh Dương'],
		['x % _ \\ y', '%', 'x [%] _ \\ y'],
		['👩‍👩‍👧 gia đình', 'gia', '👩‍👩‍👧 [gia] đình'],
	])('%s for %s', (text, q, expected) => {
		expect(marks(text, q)).toBe(expected);
		expect(
			markMatches(text, parseSearch(q).words)
				.map((part) => part.text)
				.join(''),
		).toBe(text);
	});
});

test('names rank by where what was typed stands in them', () => {
	const names = ['Trần Minh Anh', 'Anh Nguyễn', 'Nguyễn Thanh', 'Lê Văn Bảo'];
	expect(names.map((name) => rankOf(name, ['anh']))).toEqual([2, 1, 3, 5]);
	expect(rankOf('Văn Đặng', ['dang', 'van'])).toBe(2);
	expect(rankOf('Nguyễn Thị Lan', ['NGUYEN', 'thi'])).toBe(1);
	expect(rankOf('Bình Minh', ['binh', 'minh'])).toBe(0);
});

describe('one typo', () => {
	test.each([
		['Globex International', 'globax'],
		['Globex International', 'glbex'],
		['Globex International', 'gloobex'],
		['Globex International', 'golbex'],
		['Globex International', 'internatoin'],
		['Nguyễn Thị Lan', 'nguyne lan'],
		['Thủy sản Bình Minh', 'bimh'],
		['Phạm Văn Đức', 'van ducc'],
	])('%s is found by %s', (name, q) => expect(isAlmost(name, q)).toBe(true));

	test.each([
		['Globex International', 'glabax'],
		['Lan', 'lon'],
		['Nguyễn Thị Lan', 'nguyen bao'],
		['Globex International', 'xglobexx'],
	])('%s is not found by %s', (name, q) => expect(isAlmost(name, q)).toBe(false));
});

test('letters are compared as the database folds them', () => {
	expect(fold('ĐẶNG Ðặng đường')).toBe('dang dang duong');
});
