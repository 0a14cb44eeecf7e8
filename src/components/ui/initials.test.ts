import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { initials, initialsColor, initialsColors } from './initials';

it.each([
	['Nguyễn Thị Minh Khai', 'NK'],
	['đặng văn ấn', 'ĐẤ'],
	['đặng văn ấn'.normalize('NFD'), 'ĐẤ'],
	['Trần', 'T'],
	['  (Bà) "Ánh"  Tuyết – ', 'BT'],
	['3M Việt Nam', '3N'],
	['', '?'],
	['– …', '?'],
])('initials of %j are %s', (name, short) => {
	expect(initials(name)).toBe(short);
});

describe('the color of a name', () => {
	// written down: a color that moved with a release would no longer be known by heart
	it.each([
		['Trần Thị Ngọc Ánh', 7],
		['Nguyễn Hoàng Phương Thảo Vy', 3],
		['Lê Quốc Bảo', 3],
		['Christopher Bartholomew-Featherstonehaugh', 7],
		['Công ty TNHH Thủy sản Bình Minh', 5],
		['山田太郎', 1],
		['', 6],
	])('of %j is always number %i', (name, color) => {
		expect(initialsColor(name)).toBe(color);
	});

	it.each([
		['Đặng Văn Ấn', 'Đặng Văn Ấn'.normalize('NFD')],
		['Đặng Văn Ấn', '  đặng  văn ấn '],
		['Đặng Văn Ấn', 'dang van an'],
		['Anne-Marie O’Neil', 'anne marie o neil'],
	])('of %j is that of %j', (one, other) => {
		expect(initialsColor(other)).toBe(initialsColor(one));
	});

	it('is spread over all colors, also among names that end alike', () => {
		const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý'];
		const middles = ['Văn', 'Thị', 'Minh', 'Ngọc', 'Quốc', 'Hoàng', 'Thu', 'Đức'];
		const counts = Array.from({ length: initialsColors }, () => 0);
		for (const family of families)
			for (const middle of middles)
				for (const last of ['Anh', 'Hương', 'Nam', 'Vy']) {
					const color = initialsColor(`${family} ${middle} ${last}`);
					counts[color] = (counts[color] ?? 0) + 1;
				}
		const even = (13 * 8 * 4) / initialsColors;
		expect(Math.min(...counts)).toBeGreaterThan(even / 2);
		expect(Math.max(...counts)).toBeLessThan(even * 2);
	});

	it('has a rule for each number, of a tone whose contrast is held to AA', () => {
		const css = readFileSync(new URL('./avatar.css', import.meta.url), 'utf8');
		const rules = [
			...css.matchAll(
				/\[data-color="(\d)"\] \{\s+--initials-soft: var\(--tag-(\w+)-soft\);\s+--initials-ink: var\(--tag-(\w+)-ink\);\s+\}/g,
			),
		].map(([, number, soft, ink]) => [Number(number), soft === ink]);
		expect(rules).toEqual(Array.from({ length: initialsColors }, (_, number) => [number, true]));
	});
});
