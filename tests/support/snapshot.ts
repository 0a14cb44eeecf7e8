import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';

/** The tables of the CRM, history aside. */
export const crmTables = [
	'settings',
	'company',
	'contact',
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

/** Every row of an account, table by table, as the database holds it. */
export async function snapshot(userId: UserId): Promise<Record<string, unknown[]>> {
	const tables: Record<string, unknown[]> = {};
	for (const table of crmTables) {
		const rows = await db.$queryRawUnsafe<{ row: unknown }[]>(
			`SELECT to_jsonb(t) AS row FROM "${table}" t WHERE user_id = $1::uuid ORDER BY to_jsonb(t)::text`,
			userId,
		);
		tables[table] = rows.map(({ row }) => row);
	}
	return tables;
}
