import { describe, expect, test } from 'vitest';
import {
	optionalDay,
	optionalEmail,
	optionalPhone,
	optionalText,
	optionalWebsite,
	plainText,
	requiredLine,
} from './text';

const outcome = (schema: ReturnType<typeof optionalPhone | typeof optionalWebsite>, value: unknown) => {
	const result = schema.safeParse(value);
	return result.success ? result.data : `refused: ${result.error.issues[0]?.message}`;
};

describe('a line of text', () => {
	const name = requiredLine('Company name');
	test.each([
		['  Hoa   Sen ', 'Hoa   Sen'],
		['Đ\u0061\u0323\u0306ng', 'Đặng'],
		['dòng\r\nmới', 'dòng mới'],
		['\u200fعربي', '\u200fعربي'],
		["'; DROP TABLE company; --", "'; DROP TABLE company; --"],
	])('%j is kept as %j', (typed, kept) => expect(name.parse(typed)).toBe(kept));

	test.each([
		['', 'Company name is required.'],
		[' \t\n ', 'Company name is required.'],
		['a\0b', 'NUL'],
		['\ud800', 'surrogate'],
		['x'.repeat(201), 'At most 200 characters; this has 201.'],
		[{ not: '' }, 'Must be text.'],
		[['x'], 'Must be text.'],
		[undefined, 'Must be text.'],
		['\u200b\u2060', 'Company name is required.'],
		['\u0301', 'Company name is required.'],
	])('%j is refused', (typed, message) => {
		expect(name.safeParse(typed).error?.issues[0]?.message).toContain(message);
	});

	test('a text that is taken as it is says of a longer one how long it may be', () => {
		expect(plainText(1_000).safeParse('x'.repeat(1_001)).error?.issues[0]?.message).toBe('At most 1,000 characters.');
		expect(plainText(5).parse(' a\n ')).toBe(' a\n ');
	});

	test('text of several lines keeps them', () => expect(optionalText().parse('một\r\nhai\n')).toBe('một\nhai'));
});

describe('a website', () => {
	test.each([
		['www.Example.com', 'https://www.example.com'],
		['http://example.com/', 'http://example.com'],
		['example.com:8080/a?b#c', 'https://example.com:8080/a?b#c'],
		['công-ty.example.com', 'https://xn--cng-ty-ixa.example.com'],
		['', null],
		[null, null],
	])('%j is kept as %j', (typed, kept) => expect(outcome(optionalWebsite(), typed)).toBe(kept));

	test.each([
		'javascript:alert(1)',
		'JaVaScRiPt:alert(1)',
		'data:text/html,x',
		'ftp://example.com',
		'mailto:a@example.com',
		'file:///etc/passwd',
		'vbscript:x',
	])('%s is refused for its scheme', (typed) =>
		expect(outcome(optionalWebsite(), typed)).toContain('Only http and https'),
	);
	test.each([
		'113',
		'1.2',
		'.',
		'..com',
		'ex..com',
		'-a.com',
		`example.com/${'ế'.repeat(200)}`,
		'nodot',
		'http://',
		'two words.com',
		'https://user:pw@example.com',
		'http:////',
	])('%s is refused', (typed) => expect(outcome(optionalWebsite(), typed)).toMatch(/not a web address|too long/));
});

describe('an email address', () => {
	test.each(['lan@example.com', 'lan.nguyen+crm@mail.example.com', 'nguyễn@ví-dụ.example'])('%s is one', (typed) =>
		expect(outcome(optionalEmail(), typed)).toBe(typed),
	);
	test.each([
		'lan',
		'lan@',
		'@example.com',
		'lan@example',
		'a b@example.com',
		'lan@@example.com',
		'lan@example.com, bao@example.com',
		'javascript:x@example.com',
	])('%s is none', (typed) => expect(outcome(optionalEmail(), typed)).toContain('not an email address'));
});

describe('a phone number', () => {
	test.each([
		'0901234567',
		'+84 (0)24 3825-0000',
		'1900.6017',
		'024 3825 0000 ext. 12',
		'024 3825 0000 máy lẻ 5',
		'113',
	])('%s is one', (typed) => expect(outcome(optionalPhone(), typed)).toBe(typed));
	test.each(['12', 'gọi tôi', '+84 90 CALL ME', '1'.repeat(21)])('%s is none', (typed) =>
		expect(outcome(optionalPhone(), typed)).toContain('not a phone number'),
	);
});

describe('a day that may be missing', () => {
	test.each([
		[' 2026-12-31 ', '2026-12-31'],
		['', null],
		[null, null],
		[undefined, null],
	])('%j is kept as %j', (typed, kept) => expect(optionalDay().parse(typed)).toBe(kept));

	test.each(['31.12.2026', '2026-02-30', '0001-01-01', '10000-01-01'])('%s is refused with an example', (typed) =>
		expect(optionalDay().safeParse(typed).error?.issues[0]?.message).toContain('one looks like 2026-12-31'),
	);
});
