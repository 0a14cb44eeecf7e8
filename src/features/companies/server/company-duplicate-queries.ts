import 'server-only';
import type { z } from 'zod';
import { type Duplicate, maxDuplicates } from '@/domain/duplicate';
import { uniqueWays } from '@/domain/fields/unique-ways';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { readPrepared } from '@/lib/db/read';
import { cleanSearch, typedLines } from '@/lib/list/search';
import { phoneCountry } from '@/lib/list/search-sql';
import { waysToWrite } from '@/lib/text/domain-names';
import { keysOfPhones } from '@/lib/text/phone-readings';
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
	const name = cleanSearch(typed.name);
	const [websites, emails, phones] = [typed.website, typed.email, typed.phone].map(typedLines) as Lines;
	const ways = [
		name && named(userId, name),
		...atDomains(userId, await domainsOfWebsites(websites), 'website'),
		...atDomains(userId, emails.map(domainOfEmail), 'email'),
		...(phones.length > 0 ? called(userId, keysOfPhones(phones, await phoneCountry(userId))) : []),
		...(await uniqueWays(userId, 'company', typed.custom, () => getSettings(userId))),
	].filter((way) => way instanceof Prisma.Sql);
	if (ways.length === 0) return [];
	// planning it takes ten times as long as running it
	return readPrepared`
		SELECT c.id, c.name, NULL AS detail, c.industry, coalesce((
			SELECT s.contacts FROM company_stats s WHERE s.user_id = c.user_id AND s.company_id = c.id
		), 0) AS contacts, (array_agg(found.same ORDER BY found.rank))[1] AS same
		FROM (${Prisma.join(ways.map(firstOf), ' UNION ALL ')}) found
		JOIN company c ON c.user_id = ${userId}::uuid AND c.id = found.id
		WHERE c.id IS DISTINCT FROM ${except ?? null}::uuid
		GROUP BY c.user_id, c.id
		ORDER BY min(found.rank), c.name_key, c.id LIMIT ${Prisma.raw(String(maxDuplicates))}`;
}

type Lines = [websites: string[], emails: string[], phones: string[]];

/** The domains of websites as they would be saved, without shared ones. */
async function domainsOfWebsites(websites: string[]): Promise<(string | null)[]> {
	const addresses = websites.flatMap((website) => optionalWebsite().safeParse(website).data || []);
	if (addresses.length === 0) return [];
	const rows = await readPrepared<{ domain: string | null }[]>`
		SELECT web_domain(w) AS domain FROM unnest(${addresses}::text[]) w`;
	return rows.map(({ domain }) => ownDomain(domain));
}

const named = (userId: UserId, name: string) => Prisma.sql`
	SELECT c.id, 0 AS rank, 'name' AS same FROM company c
	WHERE c.user_id = ${userId}::uuid AND company_core(c.name_key) = company_core(fold(${name}))
		AND company_core(fold(${name})) <> ''
	ORDER BY c.id`;

function atDomains(userId: UserId, found: (string | null)[], same: 'website' | 'email'): Prisma.Sql[] {
	const domains = [...new Set(found.flatMap((domain) => (domain ? waysToWrite(domain) : [])))];
	if (domains.length === 0) return [];
	const rank = same === 'website' ? 1 : 2;
	return [
		Prisma.sql`
			SELECT c.id, ${rank} AS rank, ${same} AS same FROM company c
			WHERE c.user_id = ${userId}::uuid
				AND (web_domain(c.website) = ANY (${domains}) OR mail_domain(c.email) = ANY (${domains}))`,
		Prisma.sql`
			SELECT n.company_id AS id, ${rank} AS rank, ${same} AS same FROM contact_point n
			WHERE n.user_id = ${userId}::uuid AND n.kind = 'link' AND n.company_id IS NOT NULL AND n.key = ANY (${domains})`,
		Prisma.sql`
			SELECT n.company_id AS id, ${rank} AS rank, ${same} AS same FROM contact_point n
			WHERE n.user_id = ${userId}::uuid AND n.kind = 'email' AND n.company_id IS NOT NULL
				AND mail_domain(n.value) = ANY (${domains})`,
	];
}

const called = (userId: UserId, keys: string[]) =>
	keys.length === 0
		? []
		: [
				Prisma.sql`
					SELECT c.id, 3 AS rank, 'phone' AS same FROM company c
					WHERE c.user_id = ${userId}::uuid AND phone_key(c.phone) = ANY (${keys})`,
				Prisma.sql`
					SELECT n.company_id AS id, 3 AS rank, 'phone' AS same FROM contact_point n
					WHERE n.user_id = ${userId}::uuid AND n.kind = 'phone' AND n.company_id IS NOT NULL AND n.key = ANY (${keys})`,
			];

/** One more than are shown, because the record itself may be among them; so few that no parallel workers are started. */
const firstOf = (way: Prisma.Sql) => Prisma.sql`(${way} LIMIT ${Prisma.raw(String(maxDuplicates + 1))})`;
