import 'server-only';
import { Prisma } from '@/lib/db/db';
import { readableAddress } from '@/lib/text/domain-names';
import { type CountryCode, dialingIn } from '@/lib/text/phone-readings';

/** Another record with the same email address or phone number, `value`. */
export type Sharer = { value: string; noun: 'company' | 'contact'; id: string; name: string };

/** Of each address and number, up to so many of the others who have it are named. */
const named = Prisma.raw('3');

type Record = { noun: 'company' | 'contact'; alias: string };

/**
 * A column with the others who have the addresses and numbers of a record: a mailbox may be shared, and so may a switchboard. That
 * a company and its own contacts share one goes without saying. Numbers are compared however they are written; those of `country`
 * need not name it.
 */
export function sharersColumn({ noun, alias }: Record, country: CountryCode): Prisma.Sql {
	const { code, trunk } = dialingIn(country);
	const row = Prisma.raw(alias);
	const owner = Prisma.raw(`${noun}_id`);
	const isOther = (kind: 'company' | 'contact', id: string) => {
		const conditions = [
			`o.user_id = ${alias}.user_id`,
			...(kind === noun ? [`${id} <> ${alias}.id`] : []),
			...(kind === 'company' && noun === 'contact' ? [`${id} <> ${alias}.company_id`] : []),
		];
		return Prisma.raw(conditions.join(' AND '));
	};
	// of a company, the contacts that are not its own
	const isStranger = (of: string) => Prisma.raw(noun === 'company' ? `AND ${of}.company_id <> ${alias}.id` : '');
	const ways = [
		Prisma.sql`SELECT 'contact' AS noun, o.id, o.name FROM contact o
			WHERE ${isOther('contact', 'o.id')} ${isStranger('o')} AND w.kind = 'email' AND o.email_key = ANY (w.keys)`,
		Prisma.sql`SELECT 'contact', o.id, o.name FROM contact o
			WHERE ${isOther('contact', 'o.id')} ${isStranger('o')} AND w.kind = 'phone' AND phone_key(o.phone) = ANY (w.keys)`,
		Prisma.sql`SELECT 'contact', t.id, t.name FROM contact_point o JOIN contact t ON t.user_id = o.user_id AND t.id = o.contact_id
			WHERE ${isOther('contact', 'o.contact_id')} ${isStranger('t')} AND o.kind = w.kind AND o.key = ANY (w.keys)`,
		Prisma.sql`SELECT 'company', o.id, o.name FROM company o
			WHERE ${isOther('company', 'o.id')} AND w.kind = 'email' AND written_email(o.email) = ANY (w.keys)`,
		Prisma.sql`SELECT 'company', o.id, o.name FROM company o
			WHERE ${isOther('company', 'o.id')} AND w.kind = 'phone' AND phone_key(o.phone) = ANY (w.keys)`,
		Prisma.sql`SELECT 'company', t.id, t.name FROM contact_point o JOIN company t ON t.user_id = o.user_id AND t.id = o.company_id
			WHERE ${isOther('company', 'o.company_id')} AND o.kind = w.kind AND o.key = ANY (w.keys)`,
	].map((way) => Prisma.sql`(${way} LIMIT ${named})`);
	return Prisma.sql`(
		SELECT coalesce(json_agg(json_build_object('value', w.value, 'noun', f.noun, 'id', f.id, 'name', f.name) ORDER BY f.noun DESC, f.name), '[]')
		FROM (
			SELECT r.kind, r.value, CASE r.kind WHEN 'email' THEN ARRAY[written_email(r.value)] ELSE phone_ways(r.value, ${code}, ${trunk}) END AS keys
			FROM (
				VALUES ('email'::contact_point_kind, ${row}.email), ('phone', ${row}.phone)
				UNION ALL
				SELECT n.kind, n.value FROM contact_point n
				WHERE n.user_id = ${row}.user_id AND n.${owner} = ${row}.id AND n.kind <> 'link'
			) r(kind, value) WHERE r.value IS NOT NULL
		) w
		CROSS JOIN LATERAL (SELECT DISTINCT noun, id, name FROM (${Prisma.join(ways, ' UNION ALL ')}) each LIMIT ${named}) f
	)`;
}

/** Sharers with their addresses as people write them. */
export const readableSharers = (sharers: Sharer[]) =>
	sharers.map((sharer) => ({ ...sharer, value: readableAddress(sharer.value) }));
