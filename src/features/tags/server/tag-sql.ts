import 'server-only';
import type { PartnerNoun } from '@/domain/named-record';
import { Prisma } from '@/lib/db/db';

/** The order of tags `t`. */
export const byName = Prisma.sql`fold(t.name) COLLATE "C", t.name_key`;

/** A tag as a record has it. */
export type RecordTag = { name: string; colour: string };

/** The tags of a record as JSON, each a `RecordTag`, for a query in which the record's table has this alias. */
export function tagsColumn(kind: PartnerNoun, alias: string): Prisma.Sql {
	return Prisma.sql`(
		SELECT coalesce(json_agg(json_build_object('name', t.name, 'colour', t.colour) ORDER BY ${byName}), '[]')
		FROM ${Prisma.raw(`${kind}_tag`)} m JOIN tag t ON t.user_id = m.user_id AND t.id = m.tag_id
		WHERE ${Prisma.raw(`m.user_id = ${alias}.user_id AND m.${kind}_id = ${alias}.id`)})`;
}
