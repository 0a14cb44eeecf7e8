import { sampleDataLabel } from '@/features/sample-data/schema';
import { loadSampleData } from '@/features/sample-data/server/sample-data-mutations';
import { removeSampleData } from '@/features/sample-data/server/sample-data-removal-mutations';
import type { UserId } from '@/lib/auth/session';
import { acted, recorded } from './act';

/** Loads the sample data; returns its change set. */
export const loadSample = (userId: UserId, amongOwn = false) =>
	recorded((tx) => loadSampleData(tx, userId, { amongOwn }), sampleDataLabel);

/** Removes the sample data; returns what was kept and removed, and the change set. */
export async function removeSample(userId: UserId) {
	const { changeSet, data } = await acted((tx) => removeSampleData(tx, userId), 'Remove sample data');
	return { ...data, changeSet };
}
