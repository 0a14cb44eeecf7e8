import 'server-only';
import { readFieldValue, type ValueStyle } from '@/domain/custom-fields/custom-values';
import { customFields } from '@/domain/field-definitions';
import type { PartnerNoun } from '@/domain/named-record';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';

/** At most this many unique fields are compared. */
const maxCompared = 5;

/**
 * The queries for the records that have what was typed into unique fields, by the ids of the fields: `id`, `rank` and `same`, which
 * names the field. Each has its own index.
 */
export async function uniqueWays(
	userId: UserId,
	kind: PartnerNoun,
	typed: ReadonlyMap<string, string> | undefined,
	style: () => Promise<ValueStyle>,
): Promise<Prisma.Sql[]> {
	if (!typed || typed.size === 0) return [];
	const unique = (await customFields(userId)).filter(
		(field) => field.kind === kind && field.isUnique && !field.isArchived && typed.get(field.id)?.trim(),
	);
	if (unique.length === 0) return [];
	const account = await style();
	return unique.slice(0, maxCompared).flatMap((field) => {
		const read = readFieldValue(field, typed.get(field.id) ?? '', account);
		if ('problem' in read || read.value === undefined) return [];
		return Prisma.sql`
			SELECT v.record_id AS id, 0 AS rank, ${`field:${field.name}`} AS same FROM field_value v
			WHERE v.user_id = ${userId}::uuid AND v.field_id = ${field.id}::uuid AND v.match_key = ANY (ARRAY(
				SELECT k.match_key FROM field_values(${field.type}, NULL, true, ${JSON.stringify(read.value)}::jsonb) k
				WHERE k.match_key IS NOT NULL
			))`;
	});
}
