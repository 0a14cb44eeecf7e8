import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxLines, linesOf, richText } from './markdown';
import { type RichBlock, type RichPart, type RichText, type TextBox, withBox } from './rich-text';
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

describe('attacks', () => {
	test.each([
		'[a](javascript:alert(1))',
		'[a](JaVaScRiPt:alert(1))',
		'[a](java\tscript:alert(1))',
		'[a](&#106;avascript:alert(1))',
		'[a](\\x6aavascript:alert(1))',
		'[a](<javascript:alert(1)>)',
		'[a](  javascript:alert(1) "t")',
		'[a](\u0001javascript:alert(1))',
		'[a](vbscript:x) [b](data:text/html,<script>x</script>) [c](file:///etc/passwd) [d](blob:x)',
		'[a](//evil.example/x) [b](/settings) [c](../x) [d](?q) [e](#x) [f]() [g](filesystem:x)',
		'![a](javascript:alert(1)) ![b](data:image/svg+xml,<svg onload=x>)',
		'[![a](https://example.com/a.png)](javascript:alert(1))',
		'<img src=x onerror=alert(1)> <a href="javascript:x">y</a> <javascript:alert(1)>',
		'[a]: javascript:alert(1)\n[a] [b][a]',
		'[a](https://x:y@evil.example)[b](mailto:a@b.c?subject=<script>)',
		'<details open ontoggle=alert(1)> <svg/onload=x> <!--><script>x</script>',
	])('%j leads nowhere that a link may not lead', (text) => {
		for (const href of hrefsOf(shown(text))) expect(href).toMatch(/^(https?|mailto|tel):/);
		expect(hrefsOf(shown(text)).join()).not.toMatch(/script:|data:|onerror/i);
	});

	const long = (unit: string, length = 100_000) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
	const units =
		'>|> |- |* |1. |[|![|[](|[a](|](|*|**|*a |_|__a|~~|`|``a|<|&|\\|\n|\t|# |- [ ] |> - |a.|http://|#|***a'.split('|');
	test.each(units)('%j ten thousand times over is shown in less than a second', (unit) => {
		for (const length of [39_999, 100_000]) {
			const start = process.threadCpuUsage();
			const blocks = shown(long(unit, length));
			const { user } = process.threadCpuUsage(start);
			expect(user / 1_000).toBeLessThan(1_000);
			expect(depthOf(blocks)).toBeLessThan(20);
		}
	});

	test('nesting without an end is shown as it was typed from some depth on', () => {
		const lists = Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- tầng ${depth}`).join('\n');
		const quotes = `${'> '.repeat(200)}cuối\n${'b\n'.repeat(5_000)}`;
		const em = `${'*_'.repeat(5_000)}a${'_*'.repeat(5_000)}`;
		for (const text of [lists, quotes, em]) expect(depthOf(shown(text))).toBeLessThan(20);
		expect(asRead(shown(lists))).toContain('tầng 199');
		expect(asRead(shown(quotes))).toContain('cuối');
	});
});

describe('whatever is typed', () => {
	const bits = [
		'*',
		'**',
		'_',
		'~~',
		'`',
		'[',
		']',
		'(',
		')',
		'](',
		'!',
		'#',
		'>',
		'- ',
		'1. ',
		'[ ] ',
		'[x] ',
		'\\',
		'<',
		'&',
		'\n',
		'\n\n',
		'  ',
		'\t',
		'```',
		'javascript:',
		'https://x.vn',
		'a',
		'é',
		'9',
		' ',
		'\r\n',
		'|',
		':',
	];
	const anyText = fc.oneof(
		fc.array(fc.constantFrom(...bits), { maxLength: 60 }).map((some) => some.join('')),
		fc.string({ unit: 'binary', maxLength: 200 }),
	);

	test('nothing fails, links lead where they may, and nothing nests without end', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const blocks = shown(text);
				for (const href of hrefsOf(blocks)) expect(href).toMatch(/^(https?|mailto|tel):/i);
				expect(depthOf(blocks)).toBeLessThan(20);
			}),
			{ numRuns: 3_000 },
		);
	});

	test('no letter and no digit is lost or moved', () => {
		const words = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
		fc.assert(
			fc.property(
				// an address behind words, and the language of code, are not shown
				anyText.filter((text) => !/\]\(|```|~~~/.test(text)),
				(text) => {
					expect(words(asRead(shown(text)))).toBe(words(text));
				},
			),
			{ numRuns: 3_000 },
		);
	});

	test('each checkbox is found again in its line, and changing it changes that line alone', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const boxes = boxesOf(shown(text));
				expect(boxes.map(({ line }) => line)).toEqual(boxLines(text).map((line) => linesOf(text)[line]));
				expect(boxes.map(({ box }) => box)).toEqual(boxes.map((_, index) => index));
				for (const { line, checked } of boxes) {
					expect(withBox(line, !checked)).not.toBeNull();
					expect(withBox(line, !checked)).not.toBe(line);
				}
			}),
			{ numRuns: 3_000 },
		);
	});
});

/** The checkboxes in their order. */
function boxesOf(blocks: RichText): TextBox[] {
	return blocks.flatMap((block) => {
		if ('quote' in block) return boxesOf(block.quote);
		if (!('items' in block)) return [];
		return block.items.flatMap(({ box, blocks }) => [...(box ? [box] : []), ...boxesOf(blocks)]);
	});
}

/** The text as a reader sees it, with the marks of lists. */
function asRead(blocks: RichText): string {
	return blocks
		.map((block: RichBlock): string => {
			if (Array.isArray(block)) return block.map(partAsRead).join('');
			if ('heading' in block) return block.parts.map(partAsRead).join('');
			if ('quote' in block) return asRead(block.quote);
			if ('code' in block) return block.code;
			return block.items
				.map(({ number, box, blocks }) => {
					const mark = number === undefined ? '• ' : `${number}${block.marker} `;
					return mark + (box ? `[${/\[([ xX])\]/.exec(box.line)?.[1]}] ` : '') + asRead(blocks);
				})
				.join('\n');
		})
		.join('\n');
}

function partAsRead(part: RichPart): string {
	if (typeof part === 'string') return part;
	return 'href' in part ? part.text : part.parts.map(partAsRead).join('');
}

function hrefsOf(blocks: RichText): string[] {
	return [...JSON.stringify(blocks).matchAll(/"href":("(?:[^"\\]|\\.)*")/g)].map(([, href]) =>
		JSON.parse(href ?? '""'),
	);
}

function depthOf(value: unknown): number {
	if (typeof value !== 'object' || value === null) return 0;
	return (
		1 + Math.max(0, ...Object.values(value).map((each) => (Array.isArray(each) ? depthOf(each) - 1 : depthOf(each))))
	);
}
