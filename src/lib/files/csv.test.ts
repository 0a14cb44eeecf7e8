import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell, csvLine, neutralise, restore } from './csv';

const harmless = /^[+-][\d \u00a0()./,-]+((ext\.?|x|#|m[aá]y l[eẻ]|nh[aá]nh) ?\d+)?$/iu;
/** Any text, and often one that begins as formulas and neutralised texts do. */
const units = [...'\'=@+-\t\r\n1., x"ế;|＝＋－＠﹦−\u00a0\u200b\ufeff'];
const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...units) }));

test.each([
	['=1+1', "'=1+1"],
	['@SUM(A1)', "'@SUM(A1)"],
	['\t=1', "'\t=1"],
	['\r=1', "'\r=1"],
	['+cmd|x', "'+cmd|x"],
	['-2+3+cmd', "'-2+3+cmd"],
	['-', "'-"],
	['- gọi lại', "'- gọi lại"],
	['＝1+1', "'＝1+1"],
	['＋cmd|x', "'＋cmd|x"],
	['－2+3', "'－2+3"],
	['＠SUM(A1)', "'＠SUM(A1)"],
	['﹦1+1', "'﹦1+1"],
	['−2+3', "'−2+3"],
	[' =1+1', "' =1+1"],
	['\u00a0\u200b＝1', "'\u00a0\u200b＝1"],
	['\ufeff=1', "'\ufeff=1"],
	['\n=1', "'\n=1"],
	['-x5', "'-x5"],
	["'＝1", "''＝1"],
	["' =1", "'' =1"],
	["'=1", "''=1"],
	["''", "'''"],
	["'tis", "'tis"],
	["'", "'"],
	['-5', '-5'],
	['+1,500.25', '+1,500.25'],
	['-.5', '-.5'],
	['+84 (0)90.123-4567', '+84 (0)90.123-4567'],
	['+84 28 3822 1234 ext. 12', '+84 28 3822 1234 ext. 12'],
	['+84 28 3822 1234 máy lẻ 7', '+84 28 3822 1234 máy lẻ 7'],
	['Công ty = Bình Minh', 'Công ty = Bình Minh'],
	['', ''],
])('%j is written as %j', (text, cell) => {
	expect(neutralise(text)).toBe(cell);
	expect(restore(cell)).toBe(text);
});

describe('any text', () => {
	test('comes back as it was', () =>
		fc.assert(
			fc.property(texts, (text) => restore(neutralise(text)) === text),
			{ numRuns: 2_000 },
		));

	test('never begins as a formula', () =>
		fc.assert(
			fc.property(texts, (text) => {
				const cell = neutralise(text);
				expect(cell).not.toMatch(/^[=@＝＋－＠\t\r\n]|^[\p{Z}\p{C}]+[=@+\-＝＋－＠]/u);
				if (/^[+-]/.test(cell)) expect(cell).toMatch(harmless);
			}),
			{ numRuns: 2_000 },
		));
});

test('a cell is quoted where it has to be', () => {
	expect(csvCell('Trần "Bảo", Quốc')).toBe('"Trần ""Bảo"", Quốc"');
	expect(csvCell('Acme;=WEBSERVICE(A2)')).toBe('"Acme;=WEBSERVICE(A2)"');
	expect(csvCell('một\thai')).toBe('"một\thai"');
	expect(csvCell('một|hai')).toBe('"một|hai"');
	expect(csvCell('một\u2028hai')).toBe('"một\u2028hai"');
	expect(csvCell(' một')).toBe('" một"');
	expect(csvCell('một\nhai')).toBe('"một\nhai"');
	expect(csvCell('=HYPERLINK("x")')).toBe('"\'=HYPERLINK(""x"")"');
	expect(csvLine(['Bình Minh', '', 'a,b'])).toBe('Bình Minh,,"a,b"\r\n');
});
