import 'server-only';
import fs from 'node:fs/promises';
import { isBackup, isUnverified, madeAt, outdated } from '@/lib/operations/backup-names';

/**
 * A backup on this machine: when it was made, and the day (YYYY-MM-DD) that it goes if there is one every night. One from before an
 * update goes with later updates, and one that failed its trial with the next that fails.
 */
export type KeptBackup = { at: Date; until: string | { next: 'updates' | 'failure' } };

const day = 86_400_000;
/** No backup of a night is kept for so many days. */
const longest = 60;

/** The backups that are in the folder of this installation, the newest first; null where nobody says where to look. */
export async function readKeptBackups(now: Date): Promise<KeptBackup[] | null> {
	const folder = process.env.BACKUP_FOLDER;
	if (!folder) return null;
	const files = await fs.readdir(folder).catch(() => []);
	const names = files.filter(isBackup).sort().reverse();
	const until = keptUntil(names, now);
	return [
		...names.map((name) => ({ at: instantOf(name), until: until.get(name) ?? ({ next: 'updates' } as const) })),
		...files.filter(isUnverified).map((name) => ({ at: instantOf(name), until: { next: 'failure' } as const })),
	];
}

/** The day on which each of some backups, the newest first, goes by the rules, if another is made every night from now on. */
export function keptUntil(names: string[], now: Date): Map<string, string> {
	const until = new Map<string, string>();
	let kept = names;
	for (let nth = 1; nth <= longest; nth++) {
		const at = new Date(now.getTime() + nth * day);
		const made = [`minicrm-${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z.backup.gz`, ...kept];
		const gone = new Set(outdated(made));
		kept = made.filter((name) => !gone.has(name));
		for (const name of gone) if (!until.has(name)) until.set(name, at.toISOString().slice(0, 10));
	}
	return until;
}

/** When a backup was made, by its name. */
function instantOf(name: string): Date {
	const nightly = name.replace(/-before-\w+|-unverified/, '');
	return new Date(madeAt(nightly) ?? 0);
}
