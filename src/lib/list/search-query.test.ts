import naughtyStrings from 'big-list-of-naughty-strings' with { type: 'json' };
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSearch } from './search';
import { asksForMore, isEmptyQuery, type SearchQuery, searchQueryOf } from './search-query';

const nothing: SearchQuery = { words: [], phrases: [], refused: [], conditions: [], unfinished: [] };

describe('a search is read as', () => {
	test.each<[string, Partial<SearchQuery>]>([
		['kho lạnh', { words: ['kho', 'lạnh'] }],
		['"kho lạnh" giá', { phrases: ['kho lạnh'], words: ['giá'] }],
		['“hợp đồng chính', { phrases: ['hợp đồng chính'] }],
		['kho -daikin', { words: ['kho'], refused: ['daikin'] }],
		['kho -"giá cao"', { words: ['kho'], refused: ['giá cao'] }],
		['tag:vip minh', { conditions: [{ operator: 'tag', value: 'vip', refused: false }], words: ['minh'] }],
		['TAG:"khách quen"', { conditions: [{ operator: 'tag', value: 'khách quen', refused: false }] }],
		['-stage:lost', { conditions: [{ operator: 'stage', value: 'lost', refused: true }] }],
		['tag: vip', { words: ['vip'], unfinished: ['tag'] }],
		['http://globex.example 12:30 re: giá', { words: ['http://globex.example', '12:30', 're:', 'giá'] }],
		['+84 -28 3822', { words: ['+84', '28', '3822'] }],
		['Jean-Pierre', { words: ['Jean', 'Pierre'] }],
		['--x', { words: ['x'] }],
		['- kho', { words: ['kho'] }],
		['-', { words: ['-'] }],
		['""', {}],
		['tag:', { unfinished: ['tag'] }],
		['kho STAGE:"', { words: ['kho'], unfinished: ['stage'] }],
	])('%s', (typed, expected) => expect(searchQueryOf(typed)).toEqual({ ...nothing, ...expected }));
});

test('text without signs is read as before, whatever it is', () => {
	const plain = fc.stringMatching(/^[\p{L}\p{N} .@/]{0,40}$/u);
	fc.assert(
		fc.property(plain, (text) => {
			const query = searchQueryOf(text);
			expect(query).toEqual({ ...nothing, words: parseSearch(text).words });
			expect(asksForMore(query)).toBe(false);
		}),
	);
});

test('any text is read, and nothing that was typed is asked for twice', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...naughtyStrings)), (text) => {
			const { words, phrases, refused, conditions } = searchQueryOf(text);
			const length = [...words, ...phrases, ...refused, ...conditions.map(({ value }) => value)].join('').length;
			expect(length).toBeLessThanOrEqual(text.toWellFormed().normalize('NFC').length);
			expect(isEmptyQuery(searchQueryOf(''))).toBe(true);
		}),
	);
});
