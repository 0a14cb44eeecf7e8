import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { db, type Tx } from '@/lib/db/db';
import { sampleDataLabel } from '../schema';

type SampleCounts = { companies: number; sampleCompanies: number; sampleContacts: number; sampleDeals: number };

/** The number of the account's companies, and of the companies, contacts and deals left of the sample data. */
export async function getSampleData(userId: UserId, client: Pick<Tx, '$queryRaw'> = db) {
	const [found] = await client.$queryRaw<[SampleCounts]>`
		WITH loaded AS (
			SELECT l.entity, l.record_id FROM change_set s
			JOIN change_log l ON l.user_id = s.user_id AND l.change_set_id = s.id
			WHERE s.user_id = ${userId}::uuid AND s.label = ${sampleDataLabel} AND l.before IS NULL
		)
		SELECT
			(SELECT count(*) FROM company c WHERE c.user_id = ${userId}::uuid)::int AS companies,
			(SELECT count(*) FROM loaded l JOIN company c ON c.user_id = ${userId}::uuid AND c.id = l.record_id
				WHERE l.entity = 'company')::int AS "sampleCompanies",
			(SELECT count(*) FROM loaded l JOIN contact c ON c.user_id = ${userId}::uuid AND c.id = l.record_id
				WHERE l.entity = 'contact')::int AS "sampleContacts",
			(SELECT count(*) FROM loaded l JOIN deal d ON d.user_id = ${userId}::uuid AND d.id = l.record_id
				WHERE l.entity = 'deal')::int AS "sampleDeals"`;
	return found;
}
