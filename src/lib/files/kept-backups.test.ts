import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { keptUntil, readKeptBackups } from './kept-backups';

const made = (day: string) => `minicrm-${day.replaceAll('-', '')}T020000Z.backup.gz`;

test('the last backup of a week goes when four newer weeks have one, and one of a night in between after a week', () => {
	// a Sunday, the day before it, and what was kept of the weeks before
	const names = ['2026-11-29', '2026-11-28', '2026-11-22', '2026-11-15'].map(made);
	const until = keptUntil(names, new Date('2026-11-29T03:00:00Z'));
	expect(until.get(made('2026-11-29'))).toBe('2026-12-21');
	expect(until.get(made('2026-11-28'))).toBe('2026-12-05');
	expect(until.get(made('2026-11-22'))).toBe('2026-12-14');
});

test('what was made before an update stays until there are newer updates', () => {
	const update = 'minicrm-20261120T020000Z-before-20261119000000_one.backup.gz';
	expect(keptUntil([made('2026-11-29'), update], new Date('2026-11-29T03:00:00Z')).has(update)).toBe(false);
});

test('the backups of a folder are told with their days, and one that failed its check is among them', async () => {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'minicrm-kept-'));
	vi.stubEnv('BACKUP_FOLDER', folder);
	try {
		for (const name of [made('2026-11-29'), 'minicrm-20261128T030000Z-unverified.backup.gz', 'other.txt'])
			fs.writeFileSync(path.join(folder, name), '');
		expect(await readKeptBackups(new Date('2026-11-29T03:00:00Z'))).toEqual([
			{ at: new Date('2026-11-29T02:00:00Z'), until: '2026-12-21' },
			{ at: new Date('2026-11-28T03:00:00Z'), until: { next: 'failure' } },
		]);
		vi.stubEnv('BACKUP_FOLDER', '');
		expect(await readKeptBackups(new Date())).toBeNull();
	} finally {
		vi.unstubAllEnvs();
		fs.rmSync(folder, { recursive: true });
	}
});
