import 'server-only';
import { removeCreatedRows } from '@/domain/created-rows';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { sampleDataLabel } from '../schema';

export type { KeptRow as KeptSample } from '@/domain/created-rows';

/**
 * Deletes what loading the sample data made and nobody has touched since; returns how many records of each kind went and,
 * by name, what stays.
 */
export async function removeSampleData(tx: Tx, userId: UserId) {
	const { removed, kept } = await removeCreatedRows(tx, userId, Prisma.sql`s.label = ${sampleDataLabel}`);
	if (Object.keys(removed).length === 0 && kept.length === 0) throw new Refusal('There is no sample data to remove.');
	return { removed, kept };
}
