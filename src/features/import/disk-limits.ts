import { Refusal } from '@/lib/errors/errors';
import { databaseSpace } from '@/lib/files/disk-folders';
import { readableSize } from '@/lib/operations/disk-space';
import { largestFile } from './import-outcome';

/** So many bytes an import writes for each byte of its file, measured: records, what searches them, and the history. */
const growth = 40;
/** What PostgreSQL writes into its journal beside that, of which it keeps so much at most. */
const journal = 55;
const maxJournalBytes = 1_100_000_000;

/** Refuses to take a file, or to import one of so many bytes, where the database's disk would be full afterwards. */
export function refuseFullDisk(bytes: number): void {
	const space = databaseSpace();
	if (!space) return;
	const needed = 2 * largestFile + growth * bytes + Math.min(journal * bytes, maxJournalBytes);
	if (space.free < needed)
		throw new Refusal(
			`The disk of the database has ${readableSize(space.free)} free, and this import needs ${readableSize(needed)}. Nothing was imported. Free up space on the computer that runs MiniCRM, then try again.`,
		);
}
