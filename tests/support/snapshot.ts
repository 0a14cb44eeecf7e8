import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';

/** The tables of the CRM, history aside. */
export const crmTables = [
	'settings',
	'company',
	'contact',
	'contact_point',
	'deal',
	'deal_stage_change',
	'activity',
	'follow_up',
	'tag',
	'company_tag',
	'contact_tag',
	'saved_view',
	'company_stats',
	'contact_stats',
] as const;

/** One query, as random tests look at every row after each step. */
const rowsOf = crmTables.map(
	(table) => `'${table}', (
		SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY to_jsonb(t)::text), '[]') FROM "${table}" t WHERE user_id = $1::uuid)`,
);
const everyRow = `SELECT jsonb_build_object(${rowsOf.join(', ')}) AS tables`;

/** Every row of an account, table by table, as the database holds it. */
export async function snapshot(userId: UserId): Promise<Record<string, unknown[]>> {
	const [found] = await db.$queryRawUnsafe<[{ tables: Record<string, unknown[]> }]>(everyRow, userId);
	return found.tables;
}
