import 'server-only';
import fs from 'node:fs/promises';
import { z } from 'zod';

const state = z.object({ at: z.iso.datetime(), rows: z.int() });

/** After so many hours the last backup counts as old. */
const oldAfter = 48;

/**
 * When everything was last backed up, and the backup restored on trial, as `npm run backup` wrote it down; null where it
 * never was, or where nobody says where to look.
 */
export async function readLastBackup(now: Date): Promise<{ at: Date; rows: number; isOld: boolean } | null> {
	const file = process.env.LAST_BACKUP_FILE;
	if (!file) return null;
	try {
		const { at, rows } = state.parse(JSON.parse(await fs.readFile(file, 'utf8')));
		const instant = new Date(at);
		return { at: instant, rows, isOld: now.getTime() - instant.getTime() > oldAfter * 3_600_000 };
	} catch {
		// none yet, or half of one: what cannot be read is no backup to count on
		return null;
	}
}
