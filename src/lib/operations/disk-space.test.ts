import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { freeSpace, isDiskFull, lowDisks, readableSize } from './disk-space';

test('what is free is said of the disk that a folder will be on, also before it is there', () => {
	const { bavail, bsize } = fs.statfsSync(os.tmpdir());
	const { folder, free } = freeSpace(path.join(os.tmpdir(), 'not', 'yet', 'there'));
	expect(folder).toBe(path.join(os.tmpdir(), 'not', 'yet', 'there'));
	// others write at the same time
	expect(Math.abs(free - bavail * bsize)).toBeLessThan(5e9);
});

test.each([
	[Object.assign(new Error('write failed'), { code: 'ENOSPC' }), true],
	[Object.assign(new Error('could not extend file "base/5/1"'), { code: '53100' }), true],
	[new Error('The backup failed', { cause: Object.assign(new Error('quota'), { code: 'EDQUOT' }) }), true],
	[new Error('initdb: could not write file: No space left on device'), true],
	[Object.assign(new Error('no such file'), { code: 'ENOENT' }), false],
	['a word', false],
	[undefined, false],
])('%s: a full disk is told from other failures', (error, isFull) => {
	expect(isDiskFull(error)).toBe(isFull);
});

test('sizes are read as people write them, and never sound larger than they are', () => {
	expect([0, 999_999, 63_999_999, 1_000_000_000, 2_340_000_000].map(readableSize)).toEqual([
		'0 MB',
		'0 MB',
		'63 MB',
		'1.0 GB',
		'2.3 GB',
	]);
});

describe.runIf(process.getuid?.() === 0 && process.platform === 'linux')('on a small disk', () => {
	test('it is named once, however many of the folders are on it', () => {
		const disk = fs.mkdtempSync(path.join(os.tmpdir(), 'minicrm-disk-'));
		const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', disk]).status === 0;
		try {
			if (!mounted) return;
			fs.mkdirSync(path.join(disk, 'backups'));
			const low = lowDisks([disk, path.join(disk, 'backups'), path.join(disk, 'missing')]);
			expect(low).toHaveLength(1);
			expect(low[0]?.free).toBeLessThan(21_000_000);
		} finally {
			if (mounted) spawnSync('umount', [disk]);
			fs.rmdirSync(disk);
		}
	});
});
