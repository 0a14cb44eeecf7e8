import 'server-only';
import type { Point } from '@/domain/contact-points/contact-point';
import { pointsColumn } from '@/domain/contact-points/contact-point-records';
import { readableSharers, type Sharer, sharersColumn } from '@/domain/contact-points/shared-points';
import { type TiedContact, tiedContact } from '@/domain/contact-ties-sql';
import type { NamedRecord } from '@/domain/named-record';
import { type NoteDraftColumn, noteDraftColumn, readNoteDraft } from '@/domain/note-draft-sql';
import { ownsAny } from '@/domain/page-frame';
import { settleContacts } from '@/domain/settle-contacts';
import { today } from '@/domain/today-sql';
import { getSettings } from '@/features/account/server/account-queries';
import { type RecordTag, tagsColumn } from '@/features/tags/server/tag-sql';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma } from '@/lib/db/db';
import { readPrepared } from '@/lib/db/read';
import { findPage, rowsOf } from '@/lib/list/list-sql';
import { withReadable } from '@/lib/text/domain-names';
import { countryOf } from '@/lib/text/phone-readings';
import type { AuthorityLevel, ContactListState, Rhythm } from '../schema';
import { contactListQuery, contactStats, quietContacts, tiedTo } from './contact-sql';

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
	/** The date on which they left the company, YYYY-MM-DD. */
	leftOn: string | null;
	lastContactAt: Date | null;
};

export type ContactRow = Person & { tags: RecordTag[] };

const person = Prisma.sql`
	p.id, p.name, p.company_id AS "companyId", c.name AS "companyName", p.job_title AS "jobTitle", p.email, p.phone,
	p.is_decision_maker AS "isDecisionMaker", p.authority_level AS "authorityLevel", p.left_on::text AS "leftOn",
	s.last_contact_at AS "lastContactAt"`;
const withCompany = Prisma.sql`JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id ${contactStats}`;

/** One page of the account's contacts, with the page's details. */
export async function listContacts(userId: UserId, state: ContactListState, timeZone: string) {
	await settleContacts(userId);
	const { ids, ...found } = await findPage(contactListQuery(userId, state, timeZone), state);
	if (ids.length === 0) return { rows: [], ...found };
	const rows = await readPrepared<ContactRow[]>`
		SELECT ${person}, ${tagsColumn('contact', 'p')} AS tags
		FROM ${rowsOf(ids)} JOIN contact p ON p.user_id = ${userId}::uuid AND p.id = page.id ${withCompany}
		ORDER BY page.place`;
	return { rows, ...found };
}

type ContactColumns = Person & {
	emailLabel: string | null;
	phoneLabel: string | null;
	points: Point[];
	sharers: Sharer[];
	rhythm: Rhythm | null;
	leftTo: string | null;
	introducedBy: TiedContact | null;
	reportsTo: NamedRecord | null;
	reports: NamedRecord[];
	introducedContacts: NamedRecord[];
	introducedCompanies: NamedRecord[];
	notes: string | null;
	draft: NoteDraftColumn;
	metadata: Prisma.JsonValue;
	version: number;
	createdAt: Date;
	updatedAt: Date;
	deals: number;
	activities: number;
	tags: RecordTag[];
};

/** A contact with everything its own page shows, or null. */
export async function getContact(userId: UserId, id: string) {
	await settleContacts(userId);
	const { locale } = await getSettings(userId);
	const [found] = await readPrepared<ContactColumns[]>`
		SELECT ${person}, p.email_label AS "emailLabel", p.phone_label AS "phoneLabel", ${pointsColumn('contact', 'p')} AS points,
			${sharersColumn({ noun: 'contact', alias: 'p' }, countryOf(locale))} AS sharers,
			p.rhythm, p.left_to AS "leftTo", ${tiedContact('p.introduced_by_id')} AS "introducedBy",
			${tiedContact('p.reports_to_id')} AS "reportsTo", ${tiedTo('contact', 'reports_to_id')} AS reports,
			${tiedTo('contact', 'introduced_by_id')} AS "introducedContacts",
			${tiedTo('company', 'introduced_by_id')} AS "introducedCompanies", p.notes, ${noteDraftColumn('p')} AS draft, p.metadata, p.version, p.created_at AS "createdAt", p.updated_at AS "updatedAt",
			s.deals, s.activities, ${tagsColumn('contact', 'p')} AS tags
		FROM contact p ${withCompany} WHERE p.user_id = ${userId}::uuid AND p.id = ${id}::uuid`;
	if (!found) return null;
	const { companyId, companyName, deals, activities, lastContactAt, tags, sharers, draft, ...columns } = found;
	return {
		draft: readNoteDraft(draft),
		...withReadable(columns),
		sharers: readableSharers(sharers),
		company: { id: companyId, name: companyName },
		stats: { deals, activities, lastContactAt },
		tags: tags.map((tag) => ({ tag })),
	};
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

/** Those who are late are counted exactly up to here. */
export const quietLimit = 1000;

/** Who is late by their rhythm, and what is said where nobody is. */
export type QuietOverview = {
	/** Those who decide first, then who has been late for longest. */
	people: QuietPerson[];
	/** How many are late; 1,001 means more than 1,000. */
	count: number;
	/** Whether the account has contacts at all, and any with a rhythm. */
	contacts: boolean;
	rhythms: boolean;
};

/** The first people who are late by their rhythm. */
export async function readGoingQuiet(userId: UserId, timeZone: string, limit = 10): Promise<QuietOverview> {
	await settleContacts(userId);
	const shown = Prisma.raw(String(limit));
	// rank by rank, as an index has each in the order in which they are due
	const rows = await readPrepared<(Omit<QuietOverview, 'people'> & (QuietPerson | { id: null }))[]>`
		SELECT found.count, found.contacts, found.rhythms, p.id, p.name, p.is_decision_maker AS "isDecisionMaker",
			p.authority_level AS "authorityLevel", p.rhythm, p.company_id AS "companyId", c.name AS "companyName",
			q.last_contact_at AS "lastContactAt", q.day::text AS "dueOn", ${today(timeZone)} - q.day AS "daysLate"
		FROM (
			SELECT (
					SELECT count(*)::int FROM (SELECT FROM ${quietContacts(userId, timeZone)} LIMIT ${Prisma.raw(String(quietLimit + 1))}) late
				) AS count,
				${ownsAny('contact', userId)} AS contacts,
				(
					SELECT s.contact_id FROM contact_stats s WHERE s.user_id = ${userId}::uuid AND s.due_at IS NOT NULL
					ORDER BY s.authority_rank, s.due_at LIMIT 1
				) IS NOT NULL AS rhythms
		) found
		LEFT JOIN (
			SELECT rank.rank, of_rank.* FROM unnest(${authorityRanks}::int[]) AS rank (rank)
			CROSS JOIN LATERAL (
				SELECT s.contact_id AS id, s.last_contact_at, s.due_at, due.day
				FROM ${quietContacts(userId, timeZone)} AND s.authority_rank = rank.rank
				ORDER BY s.due_at, s.contact_id LIMIT ${shown}
			) of_rank
			ORDER BY rank.rank, of_rank.due_at, of_rank.id LIMIT ${shown}
		) q ON true
		LEFT JOIN contact p ON p.user_id = ${userId}::uuid AND p.id = q.id
		LEFT JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id
		ORDER BY q.rank, q.day, q.due_at, q.id`;
	const [{ count, contacts, rhythms } = { count: 0, contacts: false, rhythms: false }] = rows;
	const people = rows.flatMap(({ count: _, contacts: __, rhythms: ___, ...person }) => (person.id ? [person] : []));
	return { people, count, contacts, rhythms };
}

/** The authority levels, then decision makers without one, then all other contacts. */
const authorityRanks = [0, 1, 2, 3, 4];

/** Contacts by their ids, for the chips of a filter; ids that are not the account's are left out. */
export async function nameContacts(userId: UserId, ids: string[]): Promise<{ id: string; name: string }[]> {
	if (ids.length === 0) return [];
	return db.contact.findMany({ where: { userId, id: { in: ids } }, select: { id: true, name: true } });
}
