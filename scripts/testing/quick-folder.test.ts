import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { quickFolder } from './quick-folder.ts';

test('what may be lost is written to memory only where there is room for it', () => {
	const memory = fs.mkdtempSync(path.join(os.tmpdir(), 'minicrm-test-'));
	expect(quickFolder({ memory, room: 1 })).toBe(memory);
	expect(quickFolder({ memory, room: 2 ** 50 })).toBe(os.tmpdir());
	fs.rmSync(memory, { recursive: true });
	expect(quickFolder({ memory, room: 1 })).toBe(os.tmpdir());
});
