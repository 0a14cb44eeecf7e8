import 'server-only';
import type { z } from 'zod';
import { type Duplicate, maxDuplicates } from '@/domain/duplicate';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { read } from '@/lib/db/read';
import { cleanSearch } from '@/lib/list/search';
import { phoneCountry } from '@/lib/list/search-sql';
import { phoneKeys } from '@/lib/text/phone-readings';
import type { contactTyped } from '../schema';

/**
 * Up to three people whom a new contact resembles: by the email address, by the phone number, by the name, at the same
 * company where one is chosen. Each way has its own index.
 */
export async function findContactDuplicates(
	userId: UserId,
	{ except, companyId, ...typed }: z.output<typeof contactTyped>,
): Promise<Duplicate[]> {
	const [name, email, phone] = [typed.name, typed.email, typed.phone].map(cleanSearch);
	const ways = [
		email && written(userId, email),
		phone && called(userId, phoneKeys(phone, await phoneCountry(userId))),
		name && named(userId, name, companyId || null),
	].filter((way) => way instanceof Prisma.Sql);
	if (ways.length === 0) return [];
	return read`
		SELECT p.id, p.name, c.name AS detail, (array_agg(found.same ORDER BY found.rank))[1] AS same
		FROM (${Prisma.join(ways.map(firstOf), ' UNION ALL ')}) found
		JOIN contact p ON p.user_id = ${userId}::uuid AND p.id = found.id
		JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id
		WHERE p.id IS DISTINCT FROM ${except ?? null}::uuid
		GROUP BY p.user_id, p.id, c.user_id, c.id
		ORDER BY min(found.rank), p.name_key, p.id LIMIT ${maxDuplicates}`;
}

const written = (userId: UserId, email: string) => Prisma.sql`
	SELECT p.id, 0 AS rank, 'email' AS same FROM contact p
	WHERE p.user_id = ${userId}::uuid AND p.email_key = written_email(${email})`;

const called = (userId: UserId, keys: string[]) =>
	keys.length > 0 &&
	Prisma.sql`
		SELECT p.id, 1 AS rank, 'phone' AS same FROM contact p
		WHERE p.user_id = ${userId}::uuid AND phone_key(p.phone) = ANY (${keys})`;

const named = (userId: UserId, name: string, companyId: string | null) => Prisma.sql`
	SELECT p.id, 2 AS rank, 'name' AS same FROM contact p
	WHERE p.user_id = ${userId}::uuid AND p.name_key = fold(${name})
		${companyId ? Prisma.sql`AND p.company_id = ${companyId}::uuid` : Prisma.empty}
	ORDER BY p.id`;

/** One more than are shown, because the record itself may be among them; so few that no parallel workers are started. */
const firstOf = (way: Prisma.Sql) => Prisma.sql`(${way} LIMIT ${maxDuplicates + 1})`;
