import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asRead, boxesOf, depthOf, hrefsOf } from '../../../tests/support/rich-texts';
import { boxLines, linesOf, richText } from './markdown';
import { type RichPart, type RichText, withBox } from './rich-text';

const locale = 'vi-VN';
const shown = (text: string) => richText(text, locale);
const _strong = (...parts: RichPart[]) => ({ mark: 'strong' as const, parts });
const _bullets = (...items: RichText[]) => ({ items: items.map((blocks) => ({ blocks })), marker: '•' as const });

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
