import { expect, test } from 'vitest';
import { parseSearch } from './search';

test.each([
	['văn  đặng', ['văn', 'đặng'], null],
	['', [], null],
	['100%', ['100%'], null],
	['0901 234 567', ['0901', '234', '567'], '901234567'],
	['+84 901 234 567', ['+84', '901', '234', '567'], '901234567'],
	['(024) 3825.0000', ['(024)', '3825.0000'], '2438250000'],
	['123', ['123'], null],
	['84 street', ['84', 'street'], null],
	['a\0b', ['ab'], null],
])('%j is read as words %j and digits %j', (typed, words, digits) => {
	expect(parseSearch(typed)).toEqual({ words, digits });
});
