import { describe, expect, test } from 'vitest';
import { isSameName } from '@/lib/list/search';
import { bulkTags, newTag, tagMerge, tagNames, tagSearch } from './schema';
import { colourOf, tagColours } from './tag';

const id = '019ab000-0000-7000-8000-000000000001';
const problem = (value: unknown) => tagNames.safeParse(value).error?.issues;

describe('the tags of a form', () => {
	test('are a list of names in one field, of which those that differ by case are one', () => {
		expect(tagNames.parse('["VIP", "Đối tác", "vip"]')).toEqual(['VIP', 'Đối tác']);
		expect(tagNames.parse('["Doi tac", "Đối tác"]')).toEqual(['Doi tac', 'Đối tác']);
	});

	test('may be missing', () => {
		expect(tagNames.parse(undefined)).toEqual([]);
		expect(tagNames.parse('[]')).toEqual([]);
	});

	test('are tidied: one line, single spaces, one Unicode form', () => {
		expect(tagNames.parse(JSON.stringify(['  Hà\n Nội ', 'Đối tác'.normalize('NFD')]))).toEqual(['Hà Nội', 'Đối tác']);
	});

	const wrong: [what: string, value: unknown, message: RegExp][] = [
		['no JSON', 'VIP, Đối tác', /not a list of tags/],
		['an empty text', '', /not a list of tags/],
		['an object', '{"0": "VIP"}', /not a list of tags/],
		['a name alone', '"VIP"', /not a list of tags/],
		['null', 'null', /not a list of tags/],
		['an array that is no text', ['VIP'], /not a list of tags/],
		['something else than names', '["VIP", {"not": ""}]', /Must be text/],
		['an empty name', '["VIP", "   "]', /required/],
		['a long name', JSON.stringify(['a'.repeat(51)]), /At most 50 characters; this has 51/],
		['a comma in a name', '["VIP, gold"]', /no comma/],
		['a NUL', '["\\u0000"]', /NUL/],
		['half a character', '["\\ud800"]', /lone surrogate/],
		['21 names', JSON.stringify(Array.from({ length: 21 }, (_, n) => `Nhãn ${n}`)), /At most 20 tags/],
	];
	test.each(wrong)('are refused with %s, on the field itself', (_, value, message) => {
		expect(problem(value)).toEqual([expect.objectContaining({ path: [], message: expect.stringMatching(message) })]);
	});
});

describe('tags for many records', () => {
	test('are added and removed', () => {
		const input = { ids: [id.toUpperCase()], add: ['VIP', 'vip'], remove: [] };
		expect(bulkTags.parse(input)).toEqual({ ids: [id], add: ['VIP'], remove: [] });
	});

	const wrong: [what: string, input: unknown][] = [
		['without records', { ids: [], add: ['VIP'], remove: [] }],
		['with 501 records', { ids: Array(501).fill(id), add: ['VIP'], remove: [] }],
		['with something that is no id', { ids: ['1'], add: ['VIP'], remove: [] }],
		['without a tag', { ids: [id], add: [], remove: [] }],
		['with a tag that comes and goes', { ids: [id], add: ['VIP'], remove: ['vip'] }],
		['with an owner', { ids: [id], add: ['VIP'], remove: [], userId: id }],
	];
	test.each(wrong)('are refused %s', (_, input) => expect(bulkTags.safeParse(input).success).toBe(false));
});

test('a tag has one of the eight colours', () => {
	expect(newTag.safeParse({ name: 'VIP', colour: 'teal' }).success).toBe(true);
	expect(newTag.safeParse({ name: 'VIP', colour: 'toString' }).success).toBe(false);
});

test('a tag is not merged into itself', () => {
	expect(tagMerge.safeParse({ from: id, into: id.toUpperCase() }).error?.issues[0]?.path).toEqual(['into']);
});

test('a search is text whatever was sent', () => {
	expect(tagSearch.parse({ q: ' \0Đối\ud800 ' })).toEqual({ q: 'Đối\ufffd' });
	expect(tagSearch.parse({})).toEqual({ q: '' });
});

test('the colour of a new tag depends on its name alone, and names spread over all colours', () => {
	expect(colourOf('VIP')).toBe(colourOf('vip'));
	const used = new Set(Array.from({ length: 100 }, (_, n) => colourOf(`Nhãn ${n}`)));
	expect([...used].sort()).toEqual([...tagColours].sort());
});

test('names are one tag’s when only the case differs', () => {
	expect(isSameName('ĐỐI TÁC', 'đối tác')).toBe(true);
	expect(isSameName('Đối tác', 'Doi tac')).toBe(false);
});
