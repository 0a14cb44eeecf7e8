import type { PartnerNoun } from './named-record';
import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { dayIn, daysLater, instantOf } from '@/lib/dates/dates';
import { Prisma } from '@/lib/db/db';
import type { ListQuery } from '@/lib/list/list-query';
import { isWithin } from '@/lib/list/list-sql';
import type { Silence } from './silence';

// Filters that the lists of companies and contacts share, on the small tables beside their own.

/** The filter by tags for the table's alias, and the rows of its tags, which bound how many records it can find. */
export function tagFilter(
	kind: PartnerNoun,
	alias: string,
	userId: UserId,
	tags: string[],
): { filter: Prisma.Sql; beside: ListQuery['beside'] } {
	if (tags.length === 0) return { filter: Prisma.empty, beside: undefined };
	const marks = Prisma.raw(`${kind}_tag t`);
	const chosen = Prisma.sql`t.tag_id = ANY (${tags}::uuid[])`;
	return {
		filter: Prisma.sql`AND EXISTS (
			SELECT FROM ${marks} WHERE ${sameRecord('t', kind, alias)} AND ${chosen}
		)`,
		beside: Prisma.sql`${marks} WHERE t.user_id = ${userId}::uuid AND ${chosen}`,
	};
}

/** The filter by last contact: none for a number of days, or one between two of the user's days. */
export function lastContactFilter(
	kind: PartnerNoun,
	alias: string,
	{ silent, from, to }: { silent: Silence | undefined; from: string | undefined; to: string | undefined },
	timeZone: string,
): Prisma.Sql {
	if (!silent && !from && !to) return Prisma.empty;
	const at = Prisma.sql`l.last_contact_at`;
	return Prisma.sql`AND EXISTS (
		SELECT FROM ${Prisma.raw(`${kind}_stats l`)} WHERE ${sameRecord('l', kind, alias)}
			${silent ? Prisma.sql`AND ${isSilent(at, silent, timeZone)}` : Prisma.empty}
			${silent && kind === 'contact' ? isThere : Prisma.empty}
			${isWithin(at, from, to, timeZone)}
	)`;
}

/** Whom to contact is never somebody who has left. */
const isThere = Prisma.sql`AND l.authority_rank < 5`;

/**
 * A condition on a column of last contacts: none ever, or none for that many of the user's days. The instant is passed as a
 * value, so that PostgreSQL can estimate how many rows are before it.
 */
function isSilent(column: Prisma.Sql, silence: Silence, timeZone: string): Prisma.Sql {
	if (silence === 'never') return Prisma.sql`${column} IS NULL`;
	const first = daysLater(dayIn(new Date(), timeZone), -Number(silence));
	return Prisma.sql`(${column} IS NULL OR ${column} < ${instantOf(`${first}T00:00`, timeZone).toISOString()}::timestamptz)`;
}

const sameRecord = (beside: string, kind: PartnerNoun, alias: string) =>
	Prisma.raw(`${beside}.user_id = ${alias}.user_id AND ${beside}.${kind}_id = ${alias}.id`);
