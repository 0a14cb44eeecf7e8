import 'server-only';
import type { CustomField } from '@/domain/custom-fields/custom-field-types';
import type { SameValues } from '@/domain/custom-fields/custom-words';
import type { Metadata } from '@/domain/custom-fields/metadata';
import type { RecordNoun } from '@/domain/named-record';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { read } from '@/lib/db/read';

/** How many other records that have a value are looked for. */
const maxNamed = 4;

/** The records that say the same as one in its unique fields, without a statement where it has none of these. */
export async function findSameValues(
	userId: UserId,
	{ kind, id }: { kind: RecordNoun; id: string },
	{ fields, metadata }: { fields: CustomField[]; metadata: Metadata },
): Promise<SameValues> {
	const unique = fields.filter((field) => field.isUnique && !field.isArchived && Object.hasOwn(metadata, field.id));
	if (unique.length === 0) return {};
	const name = Prisma.raw(kind === 'activity' ? 'subject' : 'name');
	const rows = await read<{ field: string; names: string[] }[]>`
		SELECT own.field_id AS field, ARRAY(
			SELECT r.${name} FROM field_value v JOIN ${Prisma.raw(kind)} r ON r.user_id = v.user_id AND r.id = v.record_id
			WHERE v.user_id = own.user_id AND v.field_id = own.field_id AND v.match_key = own.match_key AND v.record_id <> own.record_id
			LIMIT ${maxNamed}
		) AS names
		FROM field_value own
		WHERE own.user_id = ${userId}::uuid AND own.field_id = ANY (${unique.map((field) => field.id)}::uuid[])
			AND own.record_id = ${id}::uuid AND own.match_key IS NOT NULL`;
	return Object.fromEntries(
		rows.flatMap(({ field, names: [first, ...others] }) =>
			first === undefined ? [] : [[field, { name: first, more: others.length }]],
		),
	);
}
