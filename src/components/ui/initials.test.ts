import { expect, it } from 'vitest';
import { initials } from './initials';

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
