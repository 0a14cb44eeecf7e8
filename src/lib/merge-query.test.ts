import { expect, test } from 'vitest';
import { mergeQuery } from './merge-query';

test.each([
	[
		'two filters taken off in a row',
		'company=1&decides=yes&authority=primary',
		'decides=yes&authority=primary',
		'company=1&decides=yes',
		'decides=yes',
	],
	['one filter added after another', '', 'tag=1', 'tag=2', 'tag=1&tag=2'],
	['the same filter twice', '', 'tag=1', 'tag=1', 'tag=1'],
	['another order after a filter', 'q=hoa', 'q=hoa&tag=1', 'q=hoa&sort=name.desc', 'q=hoa&tag=1&sort=name.desc'],
	['one order after another', 'sort=a.asc', 'sort=b.asc', 'sort=c.asc', 'sort=c.asc'],
	['a search after another', 'q=a', 'q=ab', 'q=abc', 'q=abc'],
	['a search taken back', 'q=a', 'q=a&tag=1', '', 'tag=1'],
	['a filter while the next page comes', 'page=2', 'page=3', 'tag=1', 'tag=1'],
	['one page after another', '', 'page=2', 'page=2', 'page=2'],
])('%s', (_, shown, pending, asked, merged) => {
	expect(mergeQuery(shown, pending, asked)).toBe(merged);
});
