import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineBreaks } from './line-breaks';

test.each([
	['', ['']],
	['0903 456 789', ['0903 456 789']],
	['dathang.xuatkhau@hungthinhvuong.example', ['dathang', '.xuatkhau@', 'hungthinhvuong', '.example']],
	[
		'hungthinhvuong.example/vi/san-pham?loai=ca_tra',
		[...['hungthinhvuong', '.example/', 'vi/', 'san-pham?', 'loai=', 'ca_', 'tra']],
	],
	['https://example.com//a', ['https://', 'example', '.com//', 'a']],
	['.example', ['.example']],
])('%s breaks at its marks', (text, parts) => expect(lineBreaks(text)).toEqual(parts));

test('a word that no line has room for leaves no single letter over', () => {
	const long = 'congtytrachnhiemhuuhannguyenphuochungthinhvuong';
	expect(lineBreaks(`${long}@example.com`).map(({ length }) => length)).toEqual([8, 8, 8, 8, 8, 8, 7, 4]);
	for (let length = 25; length < 300; length++)
		for (const part of lineBreaks('x'.repeat(length))) expect(part.length).toBeGreaterThanOrEqual(5);
});

test('nothing of a text is lost', () =>
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => lineBreaks(text).join('') === text),
	));
