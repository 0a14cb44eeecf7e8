import 'server-only';
import { Prisma } from '@/lib/db/db';
import type { FieldSql } from '@/lib/list/condition-sql';
import type { PointKind } from './contact-points/contact-point';
import type { PartnerNoun } from './named-record';
import { lastContactFilter } from './record-filters-sql';
import type { Silence } from './silence';

// How the fields that several lists have are asked for.

/** A column of a record's statistics, as `s`; every record has some. */
export function statsField(noun: PartnerNoun, alias: string, column: string): FieldSql {
	const stats = Prisma.raw(`${noun}_stats s`);
	const isOwn = Prisma.raw(`s.${noun}_id = ${alias}.id`);
	return {
		value: Prisma.raw(`s.${column}`),
		one: true,
		exists: (condition, { userId }) =>
			Prisma.sql`EXISTS (SELECT FROM ${stats} WHERE s.user_id = ${userId}::uuid AND ${isOwn} AND ${condition})`,
	};
}

/**
 * The day of the next follow-up of a record that is not done and has one. Those that are open are few, and read first: `OFFSET 0`
 * keeps PostgreSQL from looking for them record by record.
 */
export function followUpField(noun: 'company' | 'contact' | 'deal', alias: string): FieldSql {
	const record = Prisma.raw(`f.${noun}_id AS record`);
	const isOwn = Prisma.raw(`f.record = ${alias}.id`);
	return {
		value: Prisma.sql`f.due_on`,
		least: true,
		exists: (condition, { userId }) => Prisma.sql`EXISTS (
			SELECT FROM (
				SELECT ${record} FROM follow_up f
				WHERE f.user_id = ${userId}::uuid AND f.done_at IS NULL AND ${condition} OFFSET 0
			) f WHERE ${isOwn})`,
	};
}

/** The tags of a record. */
export function tagsFieldSql(noun: PartnerNoun, alias: string): FieldSql {
	const tags = Prisma.raw(`${noun}_tag t`);
	const isOwn = Prisma.raw(`t.${noun}_id = ${alias}.id`);
	return {
		value: Prisma.sql`t.tag_id`,
		type: 'uuid',
		rows: Prisma.sql`LEFT JOIN ${tags} ON ${Prisma.raw(`t.user_id = ${alias}.user_id`)} AND ${isOwn}`,
		exists: (condition, { userId }) =>
			Prisma.sql`EXISTS (SELECT FROM ${tags} WHERE t.user_id = ${userId}::uuid AND ${isOwn} AND ${condition})`,
	};
}

/**
 * The emails, phones or links of a record beyond its main one. The record has a copy of them in a column, which is empty for most, so
 * that those are skipped.
 */
export function furtherPoints(alias: string, kind: PointKind, value: Prisma.Sql): NonNullable<FieldSql['further']> {
	const points = Prisma.raw(`${alias}.further_points`);
	return {
		value,
		exists: (condition) => Prisma.sql`(${points} IS NOT NULL AND EXISTS (
			SELECT FROM jsonb_array_elements(${points}) f (point) WHERE f.point ->> 0 = ${kind} AND ${condition}))`,
	};
}

/** For how long there has been no contact with a record. */
export function isSilentFor(noun: PartnerNoun, alias: string, silence: string, timeZone: string): Prisma.Sql {
	const filter = { silent: silence as Silence, from: undefined, to: undefined };
	return Prisma.sql`(true ${lastContactFilter(noun, alias, filter, timeZone)})`;
}
