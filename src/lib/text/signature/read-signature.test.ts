import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { english } from '../../../../tests/support/signatures/english';
import type { Said } from '../../../../tests/support/signatures/signature-sample';
import { vietnamese } from '../../../../tests/support/signatures/vietnamese';
import { readSignature } from './read-signature';

function said(text: string): Said | null {
	const found = readSignature(text);
	if (!found) return null;
	const { phones, emails, ...rest } = found;
	const texts = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
	return {
		...texts,
		...(phones.length > 0 && { phones: phones.map(({ value, label }): [string, string | null] => [value, label]) }),
		...(emails.length > 0 && { emails }),
	};
}

describe('a signature in Vietnamese', () => {
	test.each(vietnamese)('%s', (_name, text, expected) => expect(said(text)).toEqual(expected));
});

describe('a signature in English', () => {
	test.each(english)('%s', (_name, text, expected) => expect(said(text)).toEqual(expected));
});

test('line breaks of every kind are line breaks', () => {
	const [, text = '', expected] = vietnamese[0] ?? [];
	for (const lineBreak of ['\r\n', '\r', '\u2028', '\n\n\n'])
		expect(said(text.replaceAll('\n', lineBreak))).toEqual(expected);
});

test.each([
	'Lê Minh Ánh',
	'Lê Minh Ánh, Giám đốc mua hàng',
	'Công ty TNHH Hưng Thịnh',
	'Acme Corp - Spare parts',
	'',
	'\n\n',
	'0903 456 789',
	'anh@acb.example',
	'Công ty TNHH\nHưng Thịnh',
	'Best regards,\n--\n',
])('no signature: %j', (text) => expect(readSignature(text)).toBeNull());

test('any text is read without an error, in no time, and nothing is made up', () => {
	const words = [
		'Công ty',
		'Giám đốc',
		'0903 456 789',
		'a@b.example',
		' - ',
		'|',
		'\n',
		', ',
		'(',
		'+84',
		'ext. 5',
		'www.a.example',
	];
	const text = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 8 })), {
		maxLength: 60,
	});
	fc.assert(
		fc.property(text, (parts) => {
			const typed = parts.join('');
			const found = readSignature(typed);
			if (!found) return;
			const all = typed.normalize('NFC');
			for (const email of found.emails) expect(all).toContain(email);
			for (const { value } of found.phones) {
				const digits = value.replace(/\D/g, '');
				expect(digits.length).toBeGreaterThanOrEqual(8);
				expect(all.replace(/\D/g, '')).toContain(digits.slice(0, 8));
			}
			if (found.website) expect(all).toContain(found.website);
		}),
		{ examples: [[['+84', 'www.a.example', '0903 456 789', 'Công ty']]] },
	);
});

test.each([' ', '0', '0 ', '.', 'a.', 'a@', '(0', ', ', '-', '+84', 'Công ', 'A ', '(ext ', '\n', '//', 'www.'])(
	'a long text of %j is read at once',
	(unit) => {
		const begun = performance.now();
		readSignature(unit.repeat(200_000 / unit.length));
		readSignature(`Lê Minh Ánh\n${unit.repeat(3_000 / unit.length)}!\na@b.example`);
		expect(performance.now() - begun).toBeLessThan(1_000);
	},
);
