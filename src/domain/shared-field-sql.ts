import 'server-only';
import { Prisma } from '@/lib/db/db';
import type { FieldSql } from '@/lib/list/condition-sql';
import type { PartnerNoun } from './named-record';
import { lastContactFilter } from './record-filters-sql';
import type { Silence } from './silence';

// How the fields that several lists have are asked for.

/** A column of a record's statistics, as `s`; every record has some. */
export function statsField(noun: PartnerNoun, alias: string, column: string): FieldSql {
	const own = Prisma.raw(
		`SELECT FROM ${noun}_stats s WHERE s.user_id = ${alias}.user_id AND s.${noun}_id = ${alias}.id AND`,
	);
	return {
		value: Prisma.raw(`s.${column}`),
		one: true,
		exists: (condition) => Prisma.sql`EXISTS (${own} ${condition})`,
	};
}

/** The day of the next follow-up of a record that is not done and has one. */
export function followUpField(noun: 'company' | 'contact' | 'deal', alias: string): FieldSql {
	const id = Prisma.raw(`f.${noun}_id`);
	return {
		value: Prisma.sql`min(f.due_on)`,
		exists: (condition, { userId }) => Prisma.sql`${Prisma.raw(alias)}.id IN (
			SELECT ${id} FROM follow_up f WHERE f.user_id = ${userId}::uuid AND f.done_at IS NULL AND ${id} IS NOT NULL
			GROUP BY ${id} HAVING ${condition})`,
	};
}

/** The tags of a record. */
export function tagsFieldSql(noun: PartnerNoun, alias: string): FieldSql {
	const own = Prisma.raw(
		`SELECT FROM ${noun}_tag t WHERE t.user_id = ${alias}.user_id AND t.${noun}_id = ${alias}.id AND`,
	);
	return {
		value: Prisma.sql`t.tag_id`,
		type: 'uuid',
		exists: (condition) => Prisma.sql`EXISTS (${own} ${condition})`,
	};
}

/** For how long there has been no contact with a record. */
export function isSilentFor(noun: PartnerNoun, alias: string, silence: string, timeZone: string): Prisma.Sql {
	const filter = { silent: silence as Silence, from: undefined, to: undefined };
	return Prisma.sql`(true ${lastContactFilter(noun, alias, filter, timeZone)})`;
}
