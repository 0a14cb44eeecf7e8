import { expect, test } from 'vitest';
import { mergeQuery, turnPage } from './merge-query';

const page = ['page', 'after', 'before'];
const span = ['createdFrom', 'createdTo'];

test.each<[string, string, string, string, string, string[]?]>([
	[
		'two filters taken off in a row',
		'company=1&decides=yes&authority=primary',
		'decides=yes&authority=primary',
		'company=1&decides=yes',
		'decides=yes',
	],
	['one filter added after another', '', 'tag=1', 'tag=2', 'tag=1&tag=2'],
	['the same filter twice', '', 'tag=1', 'tag=1', 'tag=1'],
	[
		'another order after a filter',
		'q=hoa',
		'q=hoa&tag=1',
		'q=hoa&sort=name.desc',
		'q=hoa&tag=1&sort=name.desc',
		['sort'],
	],
	['one order after another', 'sort=a.asc', 'sort=b.asc', 'sort=c.asc', 'sort=c.asc', ['sort']],
	['a search after another', 'q=a', 'q=ab', 'q=abc', 'q=abc', ['q']],
	['a search taken back', 'q=a', 'q=a&tag=1', '', 'tag=1', ['q']],
	['a search brought back to what is shown', '', 'q=abc', '', '', ['q']],
	['a filter while the next page comes', 'page=2', 'page=3', 'tag=1', 'tag=1'],
	['a filter while a page far into the list comes', '', 'page=502&after=1', 'tag=1', 'tag=1'],
	['one page after another', '', 'page=2', 'page=2', 'page=2', page],
	['back to the page that is shown', 'page=2', 'page=3', 'page=2', 'page=2', page],
	['the next page of what was filtered', '', 'tag=1', 'page=2', 'tag=1&page=2', page],
	['the usual period after another', '', 'period=month', '', '', ['period', 'from', 'to']],
	['one currency after another', '', 'currency=USD', 'currency=EUR', 'currency=EUR', ['currency']],
	[
		'days after other days',
		'',
		'createdFrom=2026-01-01&tag=1',
		'createdTo=2026-05-01',
		'tag=1&createdTo=2026-05-01',
		span,
	],
])('%s', (_, shown, pending, asked, merged, sets) => {
	expect(mergeQuery(shown, pending, asked, sets)).toBe(merged);
});

test.each<[string, string, 1 | -1, number, string | null]>([
	['the next page twice', 'page=2', 1, 5, 'page=3'],
	['the previous page twice', 'q=hoa&page=2', -1, 5, 'q=hoa'],
	['on and back again', 'page=3', -1, 5, 'page=2'],
	['beyond the last page', 'page=5', 1, 5, null],
	['before the first page', 'tag=1', -1, 5, null],
	['the next page of what was filtered', 'tag=1&tag=2&saved=none', 1, 5, 'tag=1&tag=2&saved=none&page=2'],
	['back to where numbers name the pages', 'page=501&before=x', -1, 500, 'page=500'],
	['on from where they do', 'page=500', 1, 500, null],
	['far into the list', 'page=503&after=x', 1, 500, null],
	['far into the list and back', 'page=503&before=x', -1, 500, null],
])('%s', (_, pending, by, pages, turned) => expect(turnPage(pending, { by, pages })).toBe(turned));
