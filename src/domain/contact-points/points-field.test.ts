import { expect, test } from 'vitest';
import { pointsField } from './points-field';

const read = (kind: 'email' | 'phone' | 'link', text: string) => {
	const parsed = pointsField(kind).safeParse(text);
	return parsed.success ? parsed.data : (parsed.error.issues[0]?.message ?? '');
};

test('values keep their labels and their order', () =>
	expect(read('phone', '[["028 3822 0147","Office"],["0903 555 014",null]]')).toEqual([
		['028 3822 0147', 'Office'],
		['0903 555 014', null],
	]));

test('a line that is empty is none, and so is one that is there already', () =>
	expect(read('email', '[["a@example.com",null],["  ","Work"],["A@example.com","Work"]]')).toEqual([
		['a@example.com', 'Work'],
	]));

test('nothing is no list', () => expect(read('link', '')).toEqual([]));

test('a website gets its scheme', () =>
	expect(read('link', '[["www.example.com",null]]')).toEqual([['https://www.example.com', null]]));

test.each([
	['phone', '[["gọi tôi",null]]', /not a phone number/],
	['email', '[["a@example.com",null],["b@example",null]]', /not an email address/],
	['email', `[["a@example.com","${'x'.repeat(41)}"]]`, /At most 40/],
	['link', '[["javascript:alert(1)",null]]', /Only http/],
	['phone', '0903 555 014', /not a list/],
	['phone', '[1]', /not a list/],
	['phone', '{"a":1}', /not a list/],
] as const)('%s %s is refused', (kind, text, reason) => expect(read(kind, text)).toMatch(reason));
