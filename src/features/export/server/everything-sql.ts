import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';

/** The tables of "Download everything", each by the name of its file. */
export const tables = {
	companies: 'company',
	contacts: 'contact',
	'contact-points': 'contact_point',
	deals: 'deal',
	'deal-people': 'deal_person',
	'deal-stage-changes': 'deal_stage_change',
	activities: 'activity',
	'activity-people': 'activity_person',
	'follow-ups': 'follow_up',
	tags: 'tag',
	'company-tags': 'company_tag',
	'contact-tags': 'contact_tag',
	'saved-views': 'saved_view',
	'note-drafts': 'note_draft',
	'recently-opened': 'recently_opened',
	fields: 'field',
	'field-options': 'field_option',
	settings: 'settings',
} as const;

type ExportTable = (typeof tables)[keyof typeof tables];

/** The same in every row, or copied by a trigger from another one. */
const leftOut = ['user_id', 'company_key', 'contact_key', 'other_people', 'further_points'];
const atOnce = 1_000;

/** A table's rows as a JSON array, one a line, in the order of the key. Decimal numbers are strings. */
export async function* jsonOf(tx: Tx, userId: UserId, table: ExportTable): AsyncGenerator<string> {
	const { columns, order } = await readColumns(tx, table);
	await tx.$executeRaw`
		DECLARE table_rows NO SCROLL CURSOR FOR
		SELECT row_to_json(kept)::text AS json FROM (
			SELECT ${columns} FROM ${Prisma.raw(table)} WHERE user_id = ${userId}::uuid ORDER BY ${order}
		) kept`;
	yield '[';
	for (let before = '\n'; ; before = ',\n') {
		const rows = await tx.$queryRaw<{ json: string }[]>`FETCH ${Prisma.raw(String(atOnce))} FROM table_rows`;
		if (rows.length > 0) yield before + rows.map(({ json }) => json).join(',\n');
		if (rows.length < atOnce) break;
	}
	yield '\n]\n';
	await tx.$executeRaw`CLOSE table_rows`;
}

/** The columns that hold what nothing else does, and the key. */
async function readColumns(tx: Tx, table: ExportTable) {
	const rows = await tx.$queryRaw<{ name: string; decimal: boolean; key: boolean }[]>`
		SELECT a.attname::text AS name, a.atttypid = 'numeric'::regtype AS decimal, coalesce(a.attnum = ANY (i.indkey), false) AS key
		FROM pg_attribute a LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
		WHERE a.attrelid = ${table}::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
		ORDER BY a.attnum`;
	const kept = rows.filter(({ name }) => !leftOut.includes(name));
	return {
		columns: Prisma.raw(kept.map(({ name, decimal }) => (decimal ? `"${name}"::text` : `"${name}"`)).join(', ')),
		order: Prisma.raw(rows.flatMap(({ name, key }) => (key ? `"${name}"` : [])).join(', ')),
	};
}
