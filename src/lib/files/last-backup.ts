import 'server-only';
import fs from 'node:fs/promises';
import { z } from 'zod';

const state = z.object({
	at: z.iso.datetime(),
	rows: z.int(),
	/** Earlier versions wrote down only those that they had restored. */
	verified: z.enum(['restored', 'read']).default('restored'),
	/** When the oldest change in it was made; earlier versions did not say. */
	historySince: z.iso.datetime().nullish(),
});

type LastBackup = {
	at: Date;
	rows: number;
	verified: 'restored' | 'read';
	historySince: Date | null;
	isOld: boolean;
};

/** After so many hours the last backup counts as old. */
const oldAfter = 48;

/**
 * When everything was last backed up, and how the backup was verified, as `npm run backup` wrote it down; null where it
 * never was, or where nobody says where to look.
 */
export async function readLastBackup(now: Date): Promise<LastBackup | null> {
	const file = process.env.LAST_BACKUP_FILE;
	if (!file) return null;
	try {
		const { at, rows, verified, historySince } = state.parse(JSON.parse(await fs.readFile(file, 'utf8')));
		const instant = new Date(at);
		return {
			...{ at: instant, rows, verified, isOld: now.getTime() - instant.getTime() > oldAfter * 3_600_000 },
			historySince: historySince ? new Date(historySince) : null,
		};
	} catch {
		// none yet, or half of one: what cannot be read is no backup to count on
		return null;
	}
}
