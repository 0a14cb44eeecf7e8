import 'server-only';
import { Prisma, type Tx } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { removeMadeRows } from '@/lib/made-rows';
import type { UserId } from '@/lib/session';
import { sampleDataLabel } from './schema';

export type { KeptRow as KeptSample } from '@/lib/made-rows';

/**
 * Deletes what loading the sample data made and nobody has touched since; returns how many records of each kind went and,
 * by name, what stays.
 */
export async function removeSampleData(tx: Tx, userId: UserId) {
	const { removed, kept } = await removeMadeRows(tx, userId, Prisma.sql`s.label = ${sampleDataLabel}`);
	if (Object.keys(removed).length === 0 && kept.length === 0) throw new Refusal('There is no sample data to remove.');
	return { removed, kept };
}
