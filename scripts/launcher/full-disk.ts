import { freeSpace, readableSize } from '../../src/lib/operations/disk-space.ts';
import { Refusal } from './refusal.ts';
import { withClient } from './with-client.ts';

/** A start writes its logs and PostgreSQL's; a first one makes a database too. In bytes, as below. */
export const START = 64_000_000;
export const FIRST_START = 256_000_000;
/** What `next build` writes. */
export const BUILD = 512_000_000;

/** Refuses what would fill the disk of a folder: `work` is "Starting MiniCRM" or the like. */
export function refuseFullDisk(folder: string, needed: number, work: string): void {
	const { free } = freeSpace(folder);
	if (free < needed) throw new Refusal(fullDisk(folder, free, `${work} needs ${readableSize(needed)}.`));
}

/** Says that a disk is full, and what to do. */
export function fullDisk(folder: string, free: number, needs = ''): string {
	return [
		`The disk with ${folder} is full: ${readableSize(free)} free.`,
		needs,
		'Nothing was changed. Delete what you no longer need on that disk, or move to a larger one, and try again.',
	]
		.filter(Boolean)
		.join(' ');
}

/** The first of some folders whose disk has hardly anything left, in words; undefined where all have. */
export function describeFullDisk(folders: string[]): string | undefined {
	for (const folder of folders) {
		const { free } = freeSpace(folder);
		if (free < START)
			return `The disk with ${folder} is full: ${readableSize(free)} free. Delete what you no longer need on it, and start again.`;
	}
	return undefined;
}

/** Of what is written to tables PostgreSQL keeps a journal, up to about this size. */
const LONGEST_JOURNAL = 1_100_000_000;

/**
 * Refuses a migration where the disk of the database has no space for it: one may write every table once more, beside the old
 * ones, though not the log of the changes together with the others; and the journal grows by as much.
 */
export async function refuseFullDiskForMigration(home: string, databaseUrl: string): Promise<void> {
	const { rows } = await withClient(databaseUrl, (client) =>
		client.query<{ rewritten: string; journal: string }>(`
			SELECT coalesce(greatest(sum(size) FILTER (WHERE is_log), sum(size) FILTER (WHERE NOT is_log)), 0) AS rewritten,
				(SELECT coalesce(sum(size), 0) FROM pg_ls_waldir()) AS journal
			FROM (SELECT relname = 'change_log' AS is_log, pg_total_relation_size(oid) AS size FROM pg_class
				WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace) AS tables`),
	);
	const rewritten = Number(rows[0]?.rewritten);
	const journal = Math.max(0, Math.min(rewritten, LONGEST_JOURNAL) - Number(rows[0]?.journal));
	refuseFullDisk(home, START + rewritten + journal, 'Updating the database');
}
