import { describe, expect, test } from 'vitest';
import { asRead, boxesOf } from '../../../tests/support/rich-texts';
import { boxLines, richText } from './markdown';
import { type RichPart, type RichText, withBox } from './rich-text';
import { linkParts } from './text-links';

const locale = 'vi-VN';
const shown = (text: string) => richText(text, locale);
const strong = (...parts: RichPart[]) => ({ mark: 'strong' as const, parts });
const bullets = (...items: RichText[]) => ({ items: items.map((blocks) => ({ blocks })), marker: '•' as const });

describe('what people write', () => {
	test.each<[string, unknown]>([
		['# Giá\nGửi **hôm nay**', [{ heading: 1, parts: ['Giá'] }, ['Gửi ', strong('hôm nay')]]],
		['### Nhỏ ###', [{ heading: 3, parts: ['Nhỏ'] }]],
		['*a* _b_ **c** __d__ ~~e~~ `f*g*`'.slice(0, 3), [[{ mark: 'em', parts: ['a'] }]]],
		['_b_', [[{ mark: 'em', parts: ['b'] }]]],
		['__d__', [[strong('d')]]],
		['~~e~~', [[{ mark: 's', parts: ['e'] }]]],
		['`f*g*`', [[{ mark: 'code', parts: ['f*g*'] }]]],
		['***cả hai***', [[{ mark: 'em', parts: [strong('cả hai')] }]]],
		['- một\n- hai', [bullets([['một']], [['hai']])]],
		['* một\n+ hai', [bullets([['một']]), bullets([['hai']])]],
		['- một\n  - trong', [bullets([['một'], bullets([['trong']])])]],
		['- một\n  tiếp\n\nsau', [bullets([['một\ntiếp']]), ['sau']]],
		['Gồm:\n- một\nsau', [['Gồm:'], bullets([['một']]), ['sau']]],
		[
			'2. hai\n5. năm',
			[
				{
					items: [
						{ number: 2, blocks: [['hai']] },
						{ number: 5, blocks: [['năm']] },
					],
					marker: '.',
				},
			],
		],
		['1) a', [{ items: [{ number: 1, blocks: [['a']] }], marker: ')' }]],
		['> trích\n> **hai**\ntrả lời', [{ quote: [['trích\n', strong('hai')]] }, ['trả lời']]],
		['```js\nif (a) {\n\n  b\n}\n```', [{ code: 'if (a) {\n\n  b\n}' }]],
		['một\nhai\n\n\nba', [['một\nhai\n\n\nba']]],
		['[Xem](https://example.com/a_b)', [[{ text: 'Xem', href: 'https://example.com/a_b' }]]],
		['[thư](lan@example.com)', [[{ text: 'thư', href: 'mailto:lan@example.com' }]]],
		['[gọi](tel:+84901234567)', [[{ text: 'gọi', href: 'tel:+84901234567' }]]],
		['[](https://example.com)', [[{ text: 'https://example.com', href: 'https://example.com' }]]],
		['![sơ đồ](https://example.com/a.png)', [[{ text: 'sơ đồ', href: 'https://example.com/a.png' }]]],
		['**gọi 0901 234 567**', [[strong('gọi ', { text: '0901 234 567', href: 'tel:+84901234567' })]]],
		['\\*không\\*', [['*không*']]],
		['1\\. không', [['1. không']]],
	])('%j', (text, blocks) => expect(shown(text)).toEqual(blocks));

	test('checkboxes know their place and their line', () => {
		const text =
			'Việc:\n- [ ] gửi **giá**\n  - [x] hỏi\n- [X]\n1. [ ] gọi\n\n> - [ ] trích\n\n- [y] không\n[ ] không\n- [x](https://example.com)';
		expect(boxLines(text)).toEqual([1, 2, 3, 4, 6]);
		expect(boxesOf(shown(text))).toEqual([
			{ box: 0, checked: false, line: '- [ ] gửi **giá**' },
			{ box: 1, checked: true, line: '  - [x] hỏi' },
			{ box: 2, checked: true, line: '- [X]' },
			{ box: 3, checked: false, line: '1. [ ] gọi' },
			{ box: 4, checked: false, line: '> - [ ] trích' },
		]);
		expect(withBox('> - [ ] trích [ ]', true)).toBe('> - [x] trích [ ]');
		expect(withBox('1. [X] gọi', false)).toBe('1. [ ] gọi');
		expect(withBox('[ ] không', true)).toBe('[x] không');
		expect(withBox('không [ ]', true)).toBeNull();
	});
});

describe('what was written without Markdown in mind looks as it was typed', () => {
	test.each([
		'Dòng một\nDòng hai\n\n\nDòng ba',
		'#3 trong danh sách\n#hashtag',
		'a_b_c và snake_case_name, __x',
		'2 * 3 * 4 = 24; 2*3*4; 5*x*y',
		'Giá (*) chưa VAT\n(*) áp dụng đến 30/11',
		'<tag> <b>đậm</b> <script>alert(1)</script> <!-- x -->',
		'Lan Nguyễn <lan@example.com>; &amp; &lt;p&gt; &copy; AT&T',
		'C:\\Users\\lan\\_private \\\\server\\share\\x',
		'    thụt vào bốn\n        thụt vào tám\n\tbằng tab',
		'Cột 1    Cột 2\n-----    -----\n100      200',
		'Tiêu đề\n=======\nTiêu đề hai\n-------',
		'***\n---\n___\n* * *\n- - -',
		'> 500 nhân viên\n>50%\n> $2M',
		'[ghi chú]: https://example.com/x',
		'[1] tài liệu, [ ] chưa, [x] xong, [xem](trang 5)',
		'Tên: ______ Ngày: ______',
		'-5 độ, +84 901 234 567, 1.500.000 đ, 3.5, 1.a',
		'|a|b|\n|-|-|\n|1|2|',
		'~5 triệu ~ 6 triệu',
		'Agreed:\n2. is not a list here',
		'https://example.com/_a_/b_c?d=*e',
		'#\n##',
		'a\\nb \\d+ \\',
	])('%j', (text) => expect(shown(text)).toEqual([linkParts(text, locale)]));

	test('numbers stay those that were typed', () => {
		const typed = '3. ba\n4. bốn\n4. bốn nữa\n2026. kế hoạch';
		expect(asRead(shown(typed))).toBe(typed);
	});
});
