import { Refusal } from '@/lib/errors/errors';
import { databaseSpace } from '@/lib/files/disk-folders';
import { readableSize } from '@/lib/operations/disk-space';
import { largestFile } from './import-outcome';

/** The measured bytes that an import writes for each byte of its file: records, indexes and history. */
const growth = 40;
/** The most that PostgreSQL keeps in its write-ahead log in addition. */
const journal = 55;
const maxJournalBytes = 1_100_000_000;

/** Refuses an upload or import of a number of bytes after which the database's disk would be full. */
export function refuseFullDisk(bytes: number): void {
	const space = databaseSpace();
	if (!space) return;
	const needed = 2 * largestFile + growth * bytes + Math.min(journal * bytes, maxJournalBytes);
	if (space.free < needed)
		throw new Refusal(
			`The disk of the database has ${readableSize(space.free)} free, and this import needs ${readableSize(needed)}. Nothing was imported. Free up space on the computer that runs MiniCRM, then try again.`,
		);
}
