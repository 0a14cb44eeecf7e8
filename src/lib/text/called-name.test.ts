import { expect, it } from 'vitest';
import { calledName } from './called-name';

it.each([
	['Nguyễn Hoàng Phương Thảo Vy', 'Vy'],
	['Lê Quốc Bảo', 'Bảo'],
	['Đặng Văn Ấn'.normalize('NFD'), 'Ấn'.normalize('NFD')],
	['nguyen van nam', 'nam'],
	['Chị Trần Thị Ngọc Ánh', 'Ánh'],
	['Christopher Bartholomew-Featherstonehaugh', 'Christopher'],
	['Ms. Anna Schmidt', 'Anna'],
	['Thảo', 'Thảo'],
	['Anh', 'Anh'],
	['', ''],
])('%j is called %j', (name, called) => {
	expect(calledName(name)).toBe(called);
});
