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
import { read, readPrepared } from '@/lib/db/read';
import { shownIds } from '@/lib/list/list-columns';
import { shownOf } from '@/lib/list/list-more-sql';
import { findPage, rowsOf } from '@/lib/list/list-sql';
import { groupKeyOf, sumRows } from '@/lib/list/list-sums-sql';
import { cleanSearch } from '@/lib/list/search';
import { matches } from '@/lib/list/search-sql';
import { withReadable } from '@/lib/text/domain-names';
import { countryOf } from '@/lib/text/phone-readings';
import { type CompanyListState, type CompanySize, columnsOf, companyList } from '../schema';
import { type CompanyMore, companyMore, companySums } from './company-more-sql';
import { companyGroup, companyListQuery, companyStats } from './company-sql';

export type CompanyRow = {
	id: string;
	name: string;
	industry: string | null;
	size: CompanySize | null;
	contacts: number;
	openDeals: number;
	lastContactAt: Date | null;
	createdAt: Date;
	tags: RecordTag[];
} & CompanyMore &
	CustomRow;

/** One page of the account's companies, with the page's details. */
export async function listCompanies(userId: UserId, state: CompanyListState, timeZone: string) {
	await settleContacts(userId);
	const { added, sums } = customListOf(state);
	const shown = shownIds(state, companyList.extend(added).columns);
	const listed = companyListQuery(userId, state, timeZone);
	const group = companyGroup(userId, state);
	const { ids, ...found } = await findPage(listed, state);
	if (ids.length === 0) return { rows: [], sums: [], groups: [], isContinued: false, ...found };
	const rows = await readPrepared<CompanyRow[]>`
		SELECT c.id, c.name, c.industry, c.size, s.contacts, s.open_deals AS "openDeals",
			s.last_contact_at AS "lastContactAt", c.created_at AS "createdAt", ${tagsColumn('company', 'c')} AS tags ${shownOf(companyMore, shown)} ${customColumn(shown, 'c')} ${groupKeyOf(group)}
		FROM ${rowsOf(ids)} JOIN company c ON c.user_id = ${userId}::uuid AND c.id = page.id ${companyStats} ${customJoin(state.group, group)}
		ORDER BY page.place`;
	return {
		rows,
		...found,
		...(await sumRows(
			listed,
			{ ...companySums, values: { ...companySums.values, ...sums } },
			{ shown, group, rows, count: found.count, place: state },
		)),
	};
}

/** Up to 200 industries that the account's companies are in, for a filter. */
export async function listIndustries(userId: UserId): Promise<string[]> {
	// hops from one industry to the next in the index; a DISTINCT would read every company
	const rows = await readPrepared<{ industry: string }[]>`
		WITH RECURSIVE hop AS (
			(SELECT industry_key AS key, industry FROM company
			 WHERE user_id = ${userId}::uuid AND industry_key IS NOT NULL ORDER BY industry_key, id LIMIT 1)
			UNION ALL
			SELECT next.key, next.industry FROM hop CROSS JOIN LATERAL (
				SELECT c.industry_key AS key, c.industry FROM company c
				WHERE c.user_id = ${userId}::uuid AND c.industry_key > hop.key ORDER BY c.industry_key, c.id LIMIT 1
			) next
		)
		SELECT industry FROM hop LIMIT 200`;
	return rows.map(({ industry }) => industry);
}

type CompanyColumns = {
	id: string;
	name: string;
	industry: string | null;
	size: CompanySize | null;
	website: string | null;
	phone: string | null;
	email: string | null;
	websiteLabel: string | null;
	phoneLabel: string | null;
	emailLabel: string | null;
	points: Point[];
	sharers: Sharer[];
	address: string | null;
	introducedBy: TiedContact | null;
	notes: string | null;
	draft: NoteDraftColumn;
	metadata: Prisma.JsonValue;
	version: number;
	createdAt: Date;
	updatedAt: Date;
	lastContactAt: Date | null;
	counts: CompanyCounts;
	tags: RecordTag[];
};

/** What belongs to a company, or to several, and goes with it where it is deleted. */
export type CompanyCounts = { contacts: number; deals: number; activities: number; followUps: number };

/** A company with everything its own pages show, or null. */
export async function getCompany(userId: UserId, id: string) {
	await settleContacts(userId);
	const { locale } = await getSettings(userId);
	const [found] = await readPrepared<CompanyColumns[]>`
		SELECT c.id, c.name, c.industry, c.size, c.website, c.phone, c.email, c.website_label AS "websiteLabel",
			c.phone_label AS "phoneLabel", c.email_label AS "emailLabel", ${pointsColumn('company', 'c')} AS points,
			${sharersColumn({ noun: 'company', alias: 'c' }, countryOf(locale))} AS sharers, c.address,
			${tiedContact('c.introduced_by_id')} AS "introducedBy", c.notes, ${noteDraftColumn('c')} AS draft, c.metadata, c.version,
			c.created_at AS "createdAt", c.updated_at AS "updatedAt", s.last_contact_at AS "lastContactAt",
			${tagsColumn('company', 'c')} AS tags, json_build_object('contacts', s.contacts + s.former_contacts, 'deals', s.deals,
				'activities', s.activities, 'followUps', ${followUpsOf(userId, [id])}) AS counts
		FROM company c ${companyStats} WHERE c.user_id = ${userId}::uuid AND c.id = ${id}::uuid`;
	if (!found) return null;
	const { lastContactAt, tags, sharers, draft, ...columns } = found;
	return {
		draft: readNoteDraft(draft),
		...withReadable(columnsOf(columns)),
		sharers: readableSharers(sharers),
		stats: { lastContactAt },
		tags: tags.map((tag) => ({ tag })),
	};
}

export type Company = NonNullable<Awaited<ReturnType<typeof getCompany>>>;

/** The number of records that are deleted with these companies; all zero if none is the account's. */
export async function countWithCompanies(userId: UserId, ids: string[]) {
	const [counts] = await readPrepared<[CompanyCounts]>`
		SELECT coalesce(sum(s.contacts + s.former_contacts), 0)::int AS contacts, coalesce(sum(s.deals), 0)::int AS deals,
			coalesce(sum(s.activities), 0)::int AS activities, ${followUpsOf(userId, ids)} AS "followUps"
		FROM company_stats s WHERE s.user_id = ${userId}::uuid AND s.company_id = ANY (${ids}::uuid[])`;
	return counts;
}

/** A PostgreSQL expression: how many follow-ups some companies have, done or not. */
const followUpsOf = (userId: UserId, ids: string[]) => Prisma.sql`(
	SELECT count(*)::int FROM follow_up f WHERE f.user_id = ${userId}::uuid AND f.company_id = ANY (${ids}::uuid[]))`;

export type CompanyOption = { id: string; name: string };

/** Companies by their ids, for the chips of a filter; ids that are not the account's are left out. */
export async function nameCompanies(userId: UserId, ids: string[]): Promise<CompanyOption[]> {
	if (ids.length === 0) return [];
	return db.company.findMany({ where: { userId, id: { in: ids } }, select: { id: true, name: true } });
}

/** Contacts by their ids, for the chips of the filter by who introduced a company. */
export async function nameIntroducers(userId: UserId, ids: string[]): Promise<NamedRecord[]> {
	if (ids.length === 0) return [];
	return db.contact.findMany({ where: { userId, id: { in: ids } }, select: { id: true, name: true } });
}

/** Up to ten companies for a picker: names that begin with the text first, then those that contain it. */
export async function findCompanyOptions(userId: UserId, q: string): Promise<CompanyOption[]> {
	const text = cleanSearch(q);
	const beginning = read<CompanyOption[]>`
		SELECT c.id, c.name FROM company c
		WHERE c.user_id = ${userId}::uuid AND c.name_key >= fold(${text}) AND c.name_key < fold(${text}) || chr(1114109)
		ORDER BY c.name_key, c.id
		LIMIT ${maxOptions}`;
	const first = await beginning;
	if (first.length === maxOptions || text === '') return first;
	const more = await read<CompanyOption[]>`
		SELECT c.id, c.name FROM company c
		WHERE c.user_id = ${userId}::uuid ${await matches(userId, Prisma.sql`c.search`, text)}
			AND c.id <> ALL (${first.map(({ id }) => id)}::uuid[])
		ORDER BY c.name_key, c.id
		LIMIT ${maxOptions - first.length}`;
	return [...first, ...more];
}

const maxOptions = 10;
