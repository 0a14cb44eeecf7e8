import 'server-only';
import type { z } from 'zod';
import { type Duplicate, maxDuplicates } from '@/domain/duplicate';
import { uniqueWays } from '@/domain/fields/unique-ways';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { read } from '@/lib/db/read';
import { cleanSearch, typedLines } from '@/lib/list/search';
import { phoneCountry } from '@/lib/list/search-sql';
import { keysOfPhones } from '@/lib/text/phone-readings';
import type { contactTyped } from '../schema';

/**
 * Up to three people whom a new contact resembles: by an email address, by a phone number, by the name, at the same
 * company where one is chosen. Each way has its own index.
 */
export async function findContactDuplicates(
	userId: UserId,
	{ except, companyId, ...typed }: z.output<typeof contactTyped>,
): Promise<Duplicate[]> {
	const name = cleanSearch(typed.name);
	const [emails, phones] = [typedLines(typed.email), typedLines(typed.phone)];
	const ways = [
		...(emails.length > 0 ? written(userId, emails) : []),
		...(phones.length > 0 ? called(userId, keysOfPhones(phones, await phoneCountry(userId))) : []),
		name && named(userId, name, companyId || null),
		...(await uniqueWays(userId, 'contact', typed.custom, () => getSettings(userId))),
	].filter((way) => way instanceof Prisma.Sql);
	if (ways.length === 0) return [];
	return read`
		SELECT p.id, p.name, c.id AS "companyId", c.name AS detail, (array_agg(found.same ORDER BY found.rank))[1] AS same
		FROM (${Prisma.join(ways.map(firstOf), ' UNION ALL ')}) found
		JOIN contact p ON p.user_id = ${userId}::uuid AND p.id = found.id
		JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id
		WHERE p.id IS DISTINCT FROM ${except ?? null}::uuid
		GROUP BY p.user_id, p.id, c.user_id, c.id
		ORDER BY min(found.rank), p.name_key, p.id LIMIT ${maxDuplicates}`;
}

/** An array, so that it is looked up in the index whatever the planner thinks of its length. */
const keysOf = (emails: string[]) => Prisma.sql`ARRAY(SELECT written_email(e) FROM unnest(${emails}::text[]) e)`;

const written = (userId: UserId, emails: string[]) => [
	Prisma.sql`
		SELECT p.id, 0 AS rank, 'email' AS same FROM contact p
		WHERE p.user_id = ${userId}::uuid AND p.email_key = ANY (${keysOf(emails)})`,
	Prisma.sql`
		SELECT n.contact_id AS id, 0 AS rank, 'email' AS same FROM contact_point n
		WHERE n.user_id = ${userId}::uuid AND n.kind = 'email' AND n.contact_id IS NOT NULL
			AND n.key = ANY (${keysOf(emails)})`,
];

const called = (userId: UserId, keys: string[]) =>
	keys.length === 0
		? []
		: [
				Prisma.sql`
					SELECT p.id, 1 AS rank, 'phone' AS same FROM contact p
					WHERE p.user_id = ${userId}::uuid AND phone_key(p.phone) = ANY (${keys})`,
				Prisma.sql`
					SELECT n.contact_id AS id, 1 AS rank, 'phone' AS same FROM contact_point n
					WHERE n.user_id = ${userId}::uuid AND n.kind = 'phone' AND n.contact_id IS NOT NULL AND n.key = ANY (${keys})`,
			];

const named = (userId: UserId, name: string, companyId: string | null) => Prisma.sql`
	SELECT p.id, 2 AS rank, 'name' AS same FROM contact p
	WHERE p.user_id = ${userId}::uuid AND p.name_key = fold(${name})
		${companyId ? Prisma.sql`AND p.company_id = ${companyId}::uuid` : Prisma.empty}
	ORDER BY p.id`;

/** One more than are shown, because the record itself may be among them; so few that no parallel workers are started. */
const firstOf = (way: Prisma.Sql) => Prisma.sql`(${way} LIMIT ${maxDuplicates + 1})`;
