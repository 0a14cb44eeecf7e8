import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { readPrepared } from '@/lib/db/read';
import { type CountryCode, phoneKeys } from '@/lib/text/phone-readings';
import { type MainColumns, type Point, type PointKind, pointsOfKind } from './contact-point';
import type { PointOwner } from './contact-point-records';

/** Another record with the same address or number. */
export type Sharer = { noun: 'company' | 'contact'; id: string; name: string };

/** Of each address and number, up to so many of the others who have it are named. */
const named = 3;
/** Of each table, up to so many rows with one of the addresses or numbers are looked at. */
const lookedAt = 60;

type Found = Sharer & { kind: PointKind; key: string };

/**
 * Who else has the addresses and numbers of a record, by their values: a mailbox may be shared, and so may a switchboard. That a
 * company and its own contacts share one goes without saying. Numbers are compared as they are dialed; those of `country` need
 * not name it.
 */
export async function findSharers(
	userId: UserId,
	owner: PointOwner & { companyId: string },
	record: MainColumns & { points: Point[] },
	country: CountryCode,
): Promise<Map<string, Sharer[]>> {
	const emails = pointsOfKind(record, 'email').map(({ value }) => value);
	const phones = pointsOfKind(record, 'phone').map(({ value }) => ({ value, keys: phoneKeys(value, country) }));
	const numbers = [...new Set(phones.flatMap(({ keys }) => keys))];
	if (emails.length === 0 && numbers.length === 0) return new Map();
	const found = await readPrepared<Found[]>`
		WITH email AS MATERIALIZED (
			SELECT array_agg(written_email(e)) AS keys FROM unnest(${emails}::text[]) e
		), found AS (
			${ways(userId, numbers)}
		)
		SELECT f.kind, f.key, f.noun, f.id, coalesce(c.name, p.name) AS name FROM (SELECT DISTINCT * FROM found) f
		LEFT JOIN company c ON f.noun = 'company' AND c.user_id = ${userId}::uuid AND c.id = f.id
		LEFT JOIN contact p ON f.noun = 'contact' AND p.user_id = ${userId}::uuid AND p.id = f.id
		WHERE (f.noun, f.id) <> (${owner.noun}, ${owner.id}::uuid) AND f.id <> ${owner.companyId}::uuid
			AND (${owner.noun} = 'contact' OR p.company_id IS DISTINCT FROM ${owner.companyId}::uuid)
		ORDER BY f.noun DESC, coalesce(c.name_key, p.name_key), f.id`;
	const sharersOf = (kind: PointKind, isSame: (key: string) => boolean) =>
		found
			.filter((each) => each.kind === kind && isSame(each.key))
			.slice(0, named)
			.map(({ noun, id, name }) => ({ noun, id, name }));
	return new Map([
		...emails.map((value): [string, Sharer[]] => [value, sharersOf('email', (key) => key === value.toLowerCase())]),
		...phones.map(({ value, keys }): [string, Sharer[]] => [value, sharersOf('phone', (key) => keys.includes(key))]),
	]);
}

/** Each place where an address or number can be, by its own index. */
function ways(userId: UserId, numbers: string[]): Prisma.Sql {
	const emails = Prisma.sql`ANY ((SELECT keys FROM email)::text[])`;
	const some = Prisma.raw(String(lookedAt));
	const owned = (alias: string) => Prisma.sql`${Prisma.raw(alias)}.user_id = ${userId}::uuid`;
	const point = Prisma.sql`
		CASE WHEN n.contact_id IS NULL THEN 'company' ELSE 'contact' END AS noun, coalesce(n.contact_id, n.company_id) AS id
		FROM contact_point n WHERE ${owned('n')}`;
	return Prisma.join(
		[
			Prisma.sql`SELECT 'email' AS kind, p.email_key AS key, 'contact' AS noun, p.id FROM contact p
				WHERE ${owned('p')} AND p.email_key = ${emails}`,
			Prisma.sql`SELECT 'email', written_email(c.email), 'company', c.id FROM company c
				WHERE ${owned('c')} AND written_email(c.email) = ${emails}`,
			Prisma.sql`SELECT 'email', n.key, ${point} AND n.kind = 'email' AND n.key = ${emails}`,
			Prisma.sql`SELECT 'phone', phone_key(p.phone), 'contact', p.id FROM contact p
				WHERE ${owned('p')} AND phone_key(p.phone) = ANY (${numbers}::text[])`,
			Prisma.sql`SELECT 'phone', phone_key(c.phone), 'company', c.id FROM company c
				WHERE ${owned('c')} AND phone_key(c.phone) = ANY (${numbers}::text[])`,
			Prisma.sql`SELECT 'phone', n.key, ${point} AND n.kind = 'phone' AND n.key = ANY (${numbers}::text[])`,
		].map((way) => Prisma.sql`(${way} LIMIT ${some})`),
		' UNION ALL ',
	);
}
