import fs from 'node:fs';
import os from 'node:os';
import { afterEach, expect, test, vi } from 'vitest';
import { refuseFullDisk } from './disk-limits';

afterEach(() => {
	vi.unstubAllEnvs();
});

test('an import that the disk of the database has no space for is refused with both sizes', () => {
	vi.stubEnv('DATABASE_FOLDER', os.tmpdir());
	const { bavail, bsize } = fs.statfsSync(os.tmpdir());
	const tooMuch = Math.ceil((bavail * bsize) / 10);
	expect(() => refuseFullDisk(tooMuch)).toThrow(
		/^The disk of the database has \d.* free, and this import needs \d+\.\d GB\. Nothing was imported\./,
	);
});

test('where the database is somebody else’s nobody here can tell', () => {
	vi.stubEnv('DATABASE_FOLDER', '');
	expect(() => refuseFullDisk(Number.MAX_SAFE_INTEGER)).not.toThrow();
});
