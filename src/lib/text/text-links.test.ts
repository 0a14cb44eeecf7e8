import { expect, test } from 'vitest';
import { linkParts } from './text-links';

const links = (text: string, locale = 'vi-VN') =>
	linkParts(text, locale).flatMap((part) => (typeof part === 'string' ? [] : [[part.text, part.href]]));

test.each([
	['Xem www.example.com/a?b=1.', [['www.example.com/a?b=1', 'https://www.example.com/a?b=1']]],
	['(https://example.com/x_(1))', [['https://example.com/x_(1)', 'https://example.com/x_(1)']]],
	['HTTP://Example.com', [['HTTP://Example.com', 'HTTP://Example.com']]],
	['thư lan@bình-minh.vn, nhé', [['lan@bình-minh.vn', 'mailto:lan@bình-minh.vn']]],
	['gọi 0901 234 567 nhé', [['0901 234 567', 'tel:+84901234567']]],
	[
		'0901.234.567 / (024) 3825 0000',
		[
			['0901.234.567', 'tel:+84901234567'],
			['(024) 3825 0000', 'tel:+842438250000'],
		],
	],
	['tel:+49 30 901820', [['+49 30 901820', 'tel:+4930901820']]],
	['javascript:alert(1) ftp://example.com data:text/html,x file:///etc/passwd', []],
	['12/12/2026, 1.500.000 đ, 2026-11-28, v1.2.3, mã A0901234567, 17:30', []],
	['', []],
	['Gọi lại', []],
])('%j', (text, expected) => {
	expect(links(text)).toEqual(expected);
	const shown = linkParts(text, 'vi-VN').map((part) => (typeof part === 'string' ? part : part.text));
	expect(shown.join('')).toBe(text);
});

test('numbers without a country are of the account’s', () => {
	expect(links('call 030 901820', 'de-DE')).toEqual([['030 901820', 'tel:+4930901820']]);
});

test('a text of several lines keeps them', () => {
	const text = 'Một\nhttps://example.com\n\n0901234567\nhết';
	expect(links(text).map(([, href]) => href)).toEqual(['https://example.com', 'tel:+84901234567']);
});
