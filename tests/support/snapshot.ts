import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { readPrepared } from '@/lib/db/read';

/** The tables of the CRM, history aside. */
export const crmTables = [
	'settings',
	'company',
	'contact',
	'contact_point',
	'deal',
	'deal_person',
	'deal_stage_change',
	'activity',
	'activity_person',
	'follow_up',
	'tag',
	'company_tag',
	'contact_tag',
	'saved_view',
	'field',
	'field_option',
	'field_value',
	'company_stats',
	'contact_stats',
	'search_document',
] as const;

/** One query, which random tests ask after each step: it takes three times as long to plan as to run. */
const rowsOf = crmTables.map(
	(table) => `'${table}', (
		SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY to_jsonb(t)::text), '[]') FROM "${table}" t WHERE user_id = owner.id)`,
);
const everyRow = Prisma.raw(`SELECT jsonb_build_object(${rowsOf.join(', ')}) AS tables`);

/** Every row of an account, table by table, as the database holds it. */
export async function snapshot(userId: UserId): Promise<Record<string, unknown[]>> {
	const [found] = await readPrepared<[{ tables: Record<string, unknown[]> }]>`
		${everyRow} FROM (SELECT ${userId}::uuid AS id) owner`;
	return found.tables;
}

/** The same, as a transaction sees it. */
export async function snapshotIn(tx: Tx, userId: UserId): Promise<Record<string, unknown[]>> {
	const [found] = await tx.$queryRaw<[{ tables: Record<string, unknown[]> }]>`
		${everyRow} FROM (SELECT ${userId}::uuid AS id) owner`;
	return found.tables;
}
