import 'server-only';
import type { z } from 'zod';
import { type Duplicate, maxDuplicates } from '@/domain/duplicate';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { readPrepared } from '@/lib/db/read';
import { cleanSearch } from '@/lib/list/search';
import { phoneCountry } from '@/lib/list/search-sql';
import { waysToWrite } from '@/lib/text/domain-names';
import { phoneKeys } from '@/lib/text/phone-readings';
import { optionalWebsite } from '@/lib/text/text';
import { domainOfEmail, ownDomain } from '@/lib/text/web-domain';
import type { companyTyped } from '../schema';

/**
 * Up to three companies that a new one resembles: by the name without its legal form, by the domain of the website or the
 * email address, by the phone number. Each way has its own index.
 */
export async function findCompanyDuplicates(
	userId: UserId,
	{ except, ...typed }: z.output<typeof companyTyped>,
): Promise<Duplicate[]> {
	const [name, website, email, phone] = [typed.name, typed.website, typed.email, typed.phone].map(cleanSearch);
	const ways = [
		name && named(userId, name),
		website && atDomain(userId, await domainOfWebsite(website), 'website'),
		email && atDomain(userId, domainOfEmail(email), 'email'),
		phone && called(userId, phoneKeys(phone, await phoneCountry(userId))),
	].filter((way) => way instanceof Prisma.Sql);
	if (ways.length === 0) return [];
	// planning it takes ten times as long as running it
	return readPrepared`
		SELECT c.id, c.name, NULL AS detail, (array_agg(found.same ORDER BY found.rank))[1] AS same
		FROM (${Prisma.join(ways.map(firstOf), ' UNION ALL ')}) found
		JOIN company c ON c.user_id = ${userId}::uuid AND c.id = found.id
		WHERE c.id IS DISTINCT FROM ${except ?? null}::uuid
		GROUP BY c.user_id, c.id
		ORDER BY min(found.rank), c.name_key, c.id LIMIT ${Prisma.raw(String(maxDuplicates))}`;
}

/** The domain of a website as it would be saved; null if it is no website, or one at a shared domain. */
async function domainOfWebsite(website: string): Promise<string | null> {
	const { data } = optionalWebsite().safeParse(website);
	if (!data) return null;
	const [row] = await readPrepared<[{ domain: string | null }]>`SELECT web_domain(${data}) AS domain`;
	return ownDomain(row.domain);
}

const named = (userId: UserId, name: string) => Prisma.sql`
	SELECT c.id, 0 AS rank, 'name' AS same FROM company c
	WHERE c.user_id = ${userId}::uuid AND company_core(c.name_key) = company_core(fold(${name}))
		AND company_core(fold(${name})) <> ''
	ORDER BY c.id`;

const atDomain = (userId: UserId, domain: string | null, same: 'website' | 'email') =>
	domain &&
	Prisma.sql`
		SELECT c.id, ${same === 'website' ? 1 : 2} AS rank, ${same} AS same FROM company c
		WHERE c.user_id = ${userId}::uuid 
			AND (web_domain(c.website) = ANY (${waysToWrite(domain)}) OR mail_domain(c.email) = ANY (${waysToWrite(domain)}))`;

const called = (userId: UserId, keys: string[]) =>
	keys.length > 0 &&
	Prisma.sql`
		SELECT c.id, 3 AS rank, 'phone' AS same FROM company c
		WHERE c.user_id = ${userId}::uuid AND phone_key(c.phone) = ANY (${keys})`;

/** One more than are shown, because the record itself may be among them; so few that no parallel workers are started. */
const firstOf = (way: Prisma.Sql) => Prisma.sql`(${way} LIMIT ${Prisma.raw(String(maxDuplicates + 1))})`;
