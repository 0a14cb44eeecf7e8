import fc from 'fast-check';
import { expect, test } from 'vitest';
import { snippet } from './snippet';

const filler = 'Cuộc họp đầu tuần bàn về kế hoạch. '.repeat(20);

test('a short text is shown whole, in one line and without the signs of Markdown', () => {
	expect(snippet('## Kho\n\n- [ ] gần **Cát Lái**\n- `mới`', ['kho'])).toBe('Kho gần Cát Lái mới');
});

test('of a long text, the part that has most of what was typed', () => {
	const text = `${filler}Gửi mẫu. ${filler}Họ cần gửi báo giá lần 2 trước thứ sáu. ${filler}`;
	const shown = snippet(text, ['gui', 'bao', 'gia']);
	expect(shown).toContain('gửi báo giá lần 2');
	expect(shown).toMatch(/^… .* …$/);
	expect(shown.length).toBeLessThan(160);
	expect(snippet(text, ['không', 'có'])).toMatch(/^Cuộc họp đầu tuần/);
});

test('whatever a text is, it is cut between letters, and what was typed is still there', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: 'grapheme', maxLength: 400 }),
			fc.string({ unit: 'grapheme', maxLength: 400 }),
			(before, after) => {
				const shown = snippet(`${before} kiwi ${after}`, ['kiwi']);
				expect(shown.isWellFormed()).toBe(`${before}${after}`.isWellFormed());
				expect(shown).toContain('kiwi');
			},
		),
	);
	expect(snippet('😀'.repeat(200), ['x']).isWellFormed()).toBe(true);
});
