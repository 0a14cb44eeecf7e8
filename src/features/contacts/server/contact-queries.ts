import 'server-only';
import { settleContacts } from '@/domain/settle-contacts';
import { tagsOfContacts } from '@/features/tags/server/tag-queries';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma } from '@/lib/db/db';
import { findPage, rowsOf } from '@/lib/list/list-sql';
import { cleanSearch } from '@/lib/list/search';
import { matches } from '@/lib/list/search-sql';
import { withReadable } from '@/lib/text/domain-names';
import type { AuthorityLevel, ContactListState, Rhythm } from '../schema';
import { contactListQuery, contactStats, quietContacts } from './contact-sql';

export type Person = {
	id: string;
	name: string;
	companyId: string;
	companyName: string;
	jobTitle: string | null;
	email: string | null;
	phone: string | null;
	isDecisionMaker: boolean;
	authorityLevel: AuthorityLevel | null;
	lastContactAt: Date | null;
};

export type ContactRow = Person & { tags: { name: string; colour: string }[] };

const person = Prisma.sql`
	p.id, p.name, p.company_id AS "companyId", c.name AS "companyName", p.job_title AS "jobTitle", p.email, p.phone,
	p.is_decision_maker AS "isDecisionMaker", p.authority_level AS "authorityLevel", s.last_contact_at AS "lastContactAt"`;
const withCompany = Prisma.sql`JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id ${contactStats}`;

/** One page of the account's contacts, with the page's details. */
export async function listContacts(userId: UserId, state: ContactListState, timeZone: string) {
	await settleContacts(userId);
	const { ids, ...found } = await findPage(contactListQuery(userId, state, timeZone), state);
	const [rows, tags] = await Promise.all([
		db.$queryRaw<Person[]>`
			SELECT ${person} FROM ${rowsOf(ids)} JOIN contact p ON p.user_id = ${userId}::uuid AND p.id = page.id ${withCompany}
			ORDER BY page.place`,
		tagsOfContacts(userId, ids),
	]);
	return { rows: rows.map((row): ContactRow => ({ ...row, tags: tags[row.id] ?? [] })), ...found };
}

/** The number of a company's contacts on its page; a link leads to the list with the others. */
export const maxShownPeople = 100;

/** The first people of a company, those who decide first; without the person whose neighbours they are. */
export async function listCompanyPeople(
	userId: UserId,
	companyId: string,
	{ except = null, limit = maxShownPeople }: { except?: string | null; limit?: number } = {},
): Promise<Person[]> {
	await settleContacts(userId);
	return db.$queryRaw`
		SELECT ${person} FROM contact p ${withCompany}
		WHERE p.user_id = ${userId}::uuid AND p.company_id = ${companyId}::uuid AND p.id IS DISTINCT FROM ${except}::uuid
		ORDER BY p.authority_rank, p.name_key, p.id
		LIMIT ${limit}`;
}

/** How many of a company's people decide, and when any of them was last contacted. */
export async function getDeciders(userId: UserId, companyId: string) {
	await settleContacts(userId);
	const [found] = await db.$queryRaw<[{ deciders: number; lastContactAt: Date | null }]>`
		SELECT count(*)::int AS deciders, max(s.last_contact_at) AS "lastContactAt"
		FROM contact p ${contactStats}
		WHERE p.user_id = ${userId}::uuid AND p.company_id = ${companyId}::uuid AND p.authority_rank < 4`;
	return found;
}

/** A contact with everything its own page shows, or null. */
export async function getContact(userId: UserId, id: string) {
	await settleContacts(userId);
	const found = await db.contact.findUnique({
		where: { userId_id: { userId, id } },
		select: {
			id: true,
			name: true,
			jobTitle: true,
			email: true,
			phone: true,
			isDecisionMaker: true,
			authorityLevel: true,
			rhythm: true,
			notes: true,
			metadata: true,
			version: true,
			createdAt: true,
			updatedAt: true,
			company: { select: { id: true, name: true } },
			stats: { select: { deals: true, activities: true, lastContactAt: true } },
			tags: { select: { tag: { select: { name: true, colour: true } } }, orderBy: { tag: { nameKey: 'asc' } } },
		},
	});
	return found && withReadable(found);
}

export type Contact = NonNullable<Awaited<ReturnType<typeof getContact>>>;

/** How many follow-ups a contact has, done or not. */
export async function countFollowUps(userId: UserId, contactId: string): Promise<number> {
	return db.followUp.count({ where: { userId, contactId } });
}

/** Somebody who was not spoken to when their rhythm asked for it; days are YYYY-MM-DD. */
export type QuietPerson = {
	id: string;
	name: string;
	isDecisionMaker: boolean;
	authorityLevel: AuthorityLevel | null;
	rhythm: Rhythm;
	companyId: string;
	companyName: string;
	lastContactAt: Date | null;
	dueOn: string;
	daysLate: number;
};

/** The people who are late by their rhythm: those who decide first, then who has been late for longest. */
export async function listGoingQuiet(userId: UserId, timeZone: string, limit = 10): Promise<QuietPerson[]> {
	await settleContacts(userId);
	const people: QuietPerson[] = [];
	// rank by rank, because the decision makers are usually enough, and then no other rows are read
	for (const rank of authorityRanks) {
		if (people.length === limit) break;
		people.push(...(await listQuiet(userId, timeZone, rank, limit - people.length)));
	}
	return people;
}

/** The authority levels, then decision makers without one, then all other contacts. */
const authorityRanks = [0, 1, 2, 3, 4];

function listQuiet(userId: UserId, timeZone: string, rank: number, limit: number): Promise<QuietPerson[]> {
	return db.$queryRaw`
		SELECT p.id, p.name, p.is_decision_maker AS "isDecisionMaker", p.authority_level AS "authorityLevel", p.rhythm,
			p.company_id AS "companyId", c.name AS "companyName", q.last_contact_at AS "lastContactAt", q.day::text AS "dueOn",
			(now() AT TIME ZONE ${timeZone})::date - q.day AS "daysLate"
		FROM (
			SELECT s.contact_id AS id, s.last_contact_at, s.due_at, due.day
			FROM ${quietContacts(userId, timeZone)} AND s.authority_rank = ${rank}::int
			ORDER BY s.due_at, s.contact_id LIMIT ${limit}
		) q
		JOIN contact p ON p.user_id = ${userId}::uuid AND p.id = q.id
		JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id
		ORDER BY q.day, q.due_at, q.id`;
}

/** Those who are late are counted exactly up to here. */
export const quietLimit = 1000;

/** How many contacts are overdue by their rhythm; 1,001 means more than 1,000. */
export async function countGoingQuiet(userId: UserId, timeZone: string): Promise<number> {
	await settleContacts(userId);
	const [found] = await db.$queryRaw<[{ count: number }]>`
		SELECT count(*)::int AS count FROM (SELECT FROM ${quietContacts(userId, timeZone)} LIMIT ${quietLimit + 1}) late`;
	return found.count;
}

/** Whether the account has contacts at all, and any with a rhythm. */
export async function findRhythms(userId: UserId): Promise<{ contacts: boolean; rhythms: boolean }> {
	const [found] = await db.$queryRaw<[{ contacts: boolean; rhythms: boolean }]>`
		SELECT EXISTS (SELECT FROM contact p WHERE p.user_id = ${userId}::uuid) AS contacts,
			EXISTS (SELECT FROM contact_stats s WHERE s.user_id = ${userId}::uuid AND s.due_at IS NOT NULL) AS rhythms`;
	return found;
}

export type ContactOption = { id: string; name: string; companyId: string; companyName: string };

/** Contacts by their ids, for the chips of a filter; ids that are not the account's are left out. */
export async function nameContacts(userId: UserId, ids: string[]): Promise<{ id: string; name: string }[]> {
	if (ids.length === 0) return [];
	return db.contact.findMany({ where: { userId, id: { in: ids } }, select: { id: true, name: true } });
}

/** Up to ten contacts for a picker, of one company or of all: names that begin with the text, then what contains it. */
export async function findContactOptions(
	userId: UserId,
	{ q, companyId }: { q: string; companyId?: string | undefined },
): Promise<ContactOption[]> {
	const text = cleanSearch(q);
	const ofCompany = companyId ? Prisma.sql`AND p.company_id = ${companyId}::uuid` : Prisma.empty;
	const options = (condition: Prisma.Sql, limit: number) => db.$queryRaw<ContactOption[]>`
		SELECT p.id, p.name, p.company_id AS "companyId", c.name AS "companyName"
		FROM (
			SELECT p.* FROM contact p WHERE p.user_id = ${userId}::uuid ${ofCompany} ${condition}
			ORDER BY p.name_key, p.id LIMIT ${limit}
		) p
		JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id
		ORDER BY p.name_key, p.id`;
	const first = await options(
		Prisma.sql`AND p.name_key >= fold(${text}) AND p.name_key < fold(${text}) || chr(1114109)`,
		maxOptions,
	);
	if (first.length === maxOptions || text === '') return first;
	const others = Prisma.sql`AND p.id <> ALL (${first.map(({ id }) => id)}::uuid[])`;
	return [
		...first,
		...(await options(
			Prisma.sql`${await matches(userId, Prisma.sql`p.search`, text)} ${others}`,
			maxOptions - first.length,
		)),
	];
}

const maxOptions = 10;
