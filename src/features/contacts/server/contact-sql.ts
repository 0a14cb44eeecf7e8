import 'server-only';
import { customListOf, loneValues, sortColumnOf } from '@/domain/custom-fields/custom-list';
import { lastContactFilter, tagFilter } from '@/domain/record-filters-sql';
import { listOperators } from '@/domain/search/search-conditions';
import { askerOf, ownCurrency } from '@/features/account/server/asker-sql';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { type Asker, whereSql } from '@/lib/list/condition-sql';
import { type GroupOrder, type ListQuery, listQuery, type SortColumn, sortedBy } from '@/lib/list/list-query';
import { isWithin } from '@/lib/list/list-sql';
import { contactFields } from '../contact-fields';
import { authorityLevels, type ContactListState, type ContactSort } from '../schema';
import { contactFieldSql } from './contact-field-sql';
import { quietContacts } from './quiet-contacts-sql';

// SQL on the table `contact p` that the list, its export and the reminders share.

/** Joins the statistics of each contact as `s`. */
export const contactStats = Prisma.sql`JOIN contact_stats s ON s.user_id = p.user_id AND s.contact_id = p.id`;

const sortColumns: Record<ContactSort, SortColumn> = {
	name: { column: Prisma.sql`p.name_key`, searched: true, firstWord: Prisma.sql`split_part(p.name_key, ' ', 1)` },
	company: { column: Prisma.sql`p.company_key`, searched: true },
	title: { column: Prisma.sql`p.job_title_key`, nullable: true, searched: true },
	authority: { column: Prisma.sql`p.authority_rank`, second: Prisma.sql`p.name_key` },
	email: { column: Prisma.sql`p.email_key`, nullable: true, searched: true },
	lastContact: {
		column: Prisma.sql`s.last_contact_at`,
		join: contactStats,
		key: Prisma.sql`s.contact_id`,
		nullable: true,
	},
	created: { column: Prisma.sql`p.created_at` },
};

const groups: Record<string, GroupOrder> = {
	company: { sort: sortColumns.company, key: Prisma.sql`p.company_id::text` },
	authority: { sort: sortColumns.authority, key: Prisma.sql`p.authority_rank::text` },
};

/** What the contacts of a list are grouped by. */
export const contactGroup = (userId: UserId, state: ContactListState): GroupOrder | undefined =>
	groups[state.group] ?? customListOf(state).groupOf(state.group, { userId, currency: ownCurrency(userId) });

/** The contacts of a list; days are the user's. */
export function contactListQuery(userId: UserId, state: ContactListState, timeZone: string): ListQuery {
	const asker = askerOf(userId, timeZone);
	return listQuery(userId, 'contact p', state, {
		operators: listOperators(userId, 'contact', 'p'),
		filters: filtered(state, asker),
		...sortedBy(state, sortColumnOf(sortColumns, customListOf(state), asker), contactGroup(userId, state)),
		beside: tagFilter('contact', 'p', userId, state.filters.tag).beside,
		lone: loneValues(state, asker),
	});
}

/** The filters by authority ask for its rank, whose index also has the names. */
function filtered(state: ContactListState, asker: Asker): Prisma.Sql[] {
	const { filters, where } = state;
	const { userId, timeZone } = asker;
	const { added, sql } = customListOf(state);
	const { company, decides, left, authority, tag, silent, createdFrom, createdTo, lastFrom, lastTo } = filters;
	return [
		company.length > 0 ? Prisma.sql`AND p.company_id = ANY (${company}::uuid[])` : Prisma.empty,
		decides.length > 0 ? Prisma.sql`AND p.authority_rank < 4` : Prisma.empty,
		left[0] === 'no' ? Prisma.sql`AND p.authority_rank < 5` : Prisma.empty,
		left[0] === 'yes' ? Prisma.sql`AND p.authority_rank = 5` : Prisma.empty,
		authority.length > 0
			? Prisma.sql`AND p.authority_rank = ANY (${authority.map((level) => authorityLevels.indexOf(level))}::int[])`
			: Prisma.empty,
		tagFilter('contact', 'p', userId, tag).filter,
		silent[0] === 'rhythm'
			? Prisma.sql`AND p.id IN (SELECT s.contact_id FROM ${quietContacts(userId, timeZone)})`
			: Prisma.empty,
		lastContactFilter(
			'contact',
			'p',
			{ silent: silent[0] === 'rhythm' ? undefined : silent[0], from: lastFrom[0], to: lastTo[0] },
			timeZone,
		),
		isWithin(Prisma.sql`p.created_at`, createdFrom[0], createdTo[0], timeZone),
		...whereSql({ ...contactFields, ...added.fields }, { ...contactFieldSql, ...sql }, where, asker),
	];
}

/** The authority levels, then decision makers without one, then all other contacts. */
export const authorityRanks = [0, 1, 2, 3, 4];

/** How many records that name a contact are listed on its page. */
export const maxListedTies = 50;

/** Those who name the contact `p` in a column, as JSON: one more than are listed. */
export const tiedTo = (table: 'contact' | 'company', column: 'introduced_by_id' | 'reports_to_id') =>
	Prisma.raw(`(
		SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) ORDER BY t.name_key, t.id), '[]') FROM (
			SELECT o.id, o.name, o.name_key FROM ${table} o WHERE o.user_id = p.user_id AND o.${column} = p.id
			ORDER BY o.name_key, o.id LIMIT ${maxListedTies + 1}
		) t
	)`);
