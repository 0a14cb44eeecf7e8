import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitText } from './fit-text';

test('a name that fits stays whole, in either Unicode form', () => {
	expect(fitText('Trần Quốc Bảo', 12, 150)).toBe('Trần Quốc Bảo');
	expect(fitText('Trần Quốc Bảo'.normalize('NFD'), 12, 150)).toBe('Trần Quốc Bảo'.normalize('NFD'));
});

test('a long name ends in an ellipsis, and no letter is torn from its accents', () => {
	const cut = fitText('Nguyễn Phước Bảo Nguyên Công Tằng Tôn Nữ Như Quỳnh', 12, 150);
	expect(cut).toMatch(/^Nguyễn Phước .*…$/);
	const decomposed = fitText('ễễễễễễễễễễễễễễễễễễễễễễễễễễễễ'.normalize('NFD'), 12, 150);
	expect(decomposed.normalize('NFC')).toMatch(/^ễ+…$/);
});

test('whatever is cut is shorter, begins like the text, and never ends within a letter', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 20, max: 400 }), (text, pixels) => {
			const cut = fitText(text, 12, pixels);
			if (cut === text) return;
			expect(cut.endsWith('…')).toBe(true);
			expect(text.startsWith(cut.slice(0, -1))).toBe(true);
			expect(cut.isWellFormed()).toBe(true);
			expect(cut.length).toBeLessThanOrEqual(Math.ceil(pixels / (12 * 0.38)) * 12);
		}),
	);
});
