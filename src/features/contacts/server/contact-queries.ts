import 'server-only';
import type { Point } from '@/domain/contact-points/contact-point';
import { pointsColumn } from '@/domain/contact-points/contact-point-records';
import { readableSharers, type Sharer, sharersColumn } from '@/domain/contact-points/shared-points';
import { type TiedContact, tiedContact } from '@/domain/contact-ties-sql';
import { customListOf } from '@/domain/custom-fields/custom-list';
import { type CustomRow, customColumn, customJoin } from '@/domain/custom-fields/custom-rows';
import type { NamedRecord } from '@/domain/named-record';
import { type NoteDraftColumn, noteDraftColumn, readNoteDraft } from '@/domain/note-draft-sql';
import { settleContacts } from '@/domain/settle-contacts';
import { getSettings } from '@/features/account/server/account-queries';
import { type RecordTag, tagsColumn } from '@/features/tags/server/tag-sql';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma } from '@/lib/db/db';
import { readPrepared } from '@/lib/db/read';
import { shownIds } from '@/lib/list/list-columns';
import { shownOf } from '@/lib/list/list-more-sql';
import { findPage, rowsOf } from '@/lib/list/list-sql';
import { groupKeyOf, sumRows } from '@/lib/list/list-sums-sql';
import { withReadable } from '@/lib/text/domain-names';
import { countryOf } from '@/lib/text/phone-readings';
import { type AuthorityLevel, type ContactListState, contactList, type Rhythm } from '../schema';
import { type ContactMore, contactMore, contactSums, isLate } from './contact-more-sql';
import { contactGroup, contactListQuery, contactStats, tiedTo } from './contact-sql';

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

export type ContactRow = Person & {
	tags: RecordTag[];
	/** Whether they were contacted later than their rhythm asks. */
	isLate: boolean;
} & ContactMore &
	CustomRow;

const person = Prisma.sql`
	p.id, p.name, p.company_id AS "companyId", c.name AS "companyName", p.job_title AS "jobTitle", p.email, p.phone,
	p.is_decision_maker AS "isDecisionMaker", p.authority_level AS "authorityLevel", p.left_on::text AS "leftOn",
	s.last_contact_at AS "lastContactAt"`;
const withCompany = Prisma.sql`JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id ${contactStats}`;

/** One page of the account's contacts, with the page's details. */
export async function listContacts(userId: UserId, state: ContactListState, timeZone: string) {
	await settleContacts(userId);
	const { added, sums } = customListOf(state);
	const shown = shownIds(state, contactList.extend(added).columns);
	const listed = contactListQuery(userId, state, timeZone);
	const group = contactGroup(userId, state);
	const { ids, ...found } = await findPage(listed, state);
	if (ids.length === 0) return { rows: [], sums: [], groups: [], isContinued: false, ...found };
	const rows = await readPrepared<ContactRow[]>`
		SELECT ${person}, ${tagsColumn('contact', 'p')} AS tags, ${isLate(timeZone)} AS "isLate" ${shownOf(contactMore, shown)} ${customColumn(shown, 'p')} ${groupKeyOf(group)}
		FROM ${rowsOf(ids)} JOIN contact p ON p.user_id = ${userId}::uuid AND p.id = page.id ${withCompany} ${customJoin(state.group, group)}
		ORDER BY page.place`;
	return {
		rows,
		...found,
		...(await sumRows(
			listed,
			{ ...contactSums, values: { ...contactSums.values, ...sums } },
			{ shown, group, rows, count: found.count, place: state },
		)),
	};
}

type ContactColumns = Person & {
	emailLabel: string | null;
	phoneLabel: string | null;
	points: Point[];
	sharers: Sharer[];
	rhythm: Rhythm | null;
	/** The day before which nobody is reminded of them, YYYY-MM-DD. */
	quietUntil: string | null;
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
			p.rhythm, p.quiet_until::text AS "quietUntil", p.left_to AS "leftTo", ${tiedContact('p.introduced_by_id')} AS "introducedBy",
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

/** Contacts by their ids, for the chips of a filter; ids that are not the account's are left out. */
export async function nameContacts(userId: UserId, ids: string[]): Promise<{ id: string; name: string }[]> {
	if (ids.length === 0) return [];
	return db.contact.findMany({ where: { userId, id: { in: ids } }, select: { id: true, name: true } });
}
