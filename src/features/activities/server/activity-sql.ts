import 'server-only';
import { customListOf, loneValues, sortColumnOf } from '@/domain/custom-fields/custom-list';
import type { Settings } from '@/features/account/server/account-queries';
import { askerOf, ownCurrency } from '@/features/account/server/asker-sql';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { isAddedName } from '@/lib/list/added-names';
import { whereSql } from '@/lib/list/condition-sql';
import { hasConditions } from '@/lib/list/conditions';
import { type GroupOrder, type ListQuery, listQuery, type SortColumn, sortedBy } from '@/lib/list/list-query';
import { isWithin } from '@/lib/list/list-sql';
import type { SumColumns } from '@/lib/list/list-sums-sql';
import { activityFields } from '../activity-fields';
import { dayRange } from '../activity-ranges';
import type { ActivityType, LinkColumns } from '../activity-types';
import type { ActivityListState, ActivitySort } from '../schema';
import { activityFieldSql } from './activity-field-sql';

// SQL on the table `activity a` that the list, the timelines and the summaries share.

/** An activity as lists show it. */
export type ActivityRow = LinkColumns & {
	id: string;
	type: ActivityType;
	subject: string;
	at: Date;
	durationMinutes: number | null;
	outcome: string | null;
};

/** What an activity belongs to: `c` and `d`. */
export const activityJoins = Prisma.sql`
	JOIN company c ON c.user_id = a.user_id AND c.id = a.company_id
	LEFT JOIN deal d ON d.user_id = a.user_id AND d.id = a.deal_id`;

/** The people of an activity as `of` reads them, the main contact first, then by name. */
const peopleOf = (of: Prisma.Sql) => Prisma.sql`(
	SELECT ${of} FROM activity_person t JOIN contact p ON p.user_id = t.user_id AND p.id = t.contact_id
	WHERE t.user_id = a.user_id AND t.activity_id = a.id)`;
const mainFirst = Prisma.sql`ORDER BY p.id IS NOT DISTINCT FROM a.contact_id DESC, p.name_key, p.id`;

/** The columns of the links. */
export const linkColumns = Prisma.sql`
	a.company_id AS "companyId", c.name AS "companyName",
	${peopleOf(Prisma.sql`coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) ${mainFirst}), '[]')`)} AS people,
	a.deal_id AS "dealId", d.name AS "dealName"`;

/** The names of the people in one text. */
export const peopleNames = peopleOf(Prisma.sql`string_agg(p.name, '; ' ${mainFirst})`);

/** True for activities in which any of the contacts took part. */
const isWith = (userId: UserId, contacts: string[]) => Prisma.sql`a.id IN (
	SELECT t.activity_id FROM activity_person t WHERE t.user_id = ${userId}::uuid AND t.contact_id = ANY (${contacts}::uuid[]))`;

/** The columns of an `ActivityRow`. */
export const activityColumns = Prisma.sql`
	a.id, a.type, a.subject, a.at, a.duration_minutes AS "durationMinutes", a.outcome, ${linkColumns}`;

const sortColumns: Record<ActivitySort, SortColumn> = {
	when: { column: Prisma.sql`a.at` },
	type: { column: Prisma.sql`a.type` },
};

/** What the activities of a list are grouped by; months are the user's. */
export function activityGroup(userId: UserId, state: ActivityListState, timeZone: string): GroupOrder | undefined {
	const month = Prisma.sql`to_char(a.at AT TIME ZONE ${timeZone}, 'YYYY-MM')`;
	const groups: Record<string, GroupOrder> = {
		type: { sort: sortColumns.type, key: Prisma.sql`a.type::text` },
		at: { sort: { column: month }, direction: 'desc', key: month },
	};
	return groups[state.group] ?? customListOf(state).groupOf(state.group, { userId, currency: ownCurrency(userId) });
}

/** What of activities can be added up. */
export const activitySums: SumColumns = { values: { duration: Prisma.sql`a.duration_minutes` } };

/** The activities of a list; days are the user's. */
export function activityListQuery(userId: UserId, state: ActivityListState, settings: Settings): ListQuery {
	const asker = askerOf(userId, settings.timeZone);
	const columnOf = sortColumnOf(sortColumns, customListOf(state), asker);
	return listQuery(userId, 'activity a', state, {
		filters: filtered(userId, state, settings),
		...sortedBy(state, columnOf, activityGroup(userId, state, settings.timeZone)),
		lone: loneValues(state, asker),
	});
}

/**
 * The same for the pages of a list, whose ids alone it is asked for: those of one contact stand in `activity_person`, with all that
 * they are sorted and filtered by.
 */
export function activityPageQuery(userId: UserId, state: ActivityListState, settings: Settings): ListQuery {
	const { type, company, contact, deal } = state.filters;
	const listed = activityListQuery(userId, state, settings);
	if (
		hasConditions(state.where) ||
		contact.length !== 1 ||
		state.group !== '' ||
		company.length > 0 ||
		deal.length > 0 ||
		state.q !== '' ||
		[state, ...state.further].some(({ sort }) => isAddedName(sort))
	)
		return listed;
	const { from, to } = dayRange(state.filters, settings, new Date());
	return {
		...listed,
		from: Prisma.sql`activity_person t`,
		id: Prisma.sql`t.activity_id`,
		owned: Prisma.sql`t.user_id = ${userId}::uuid`,
		filters: [
			Prisma.sql`AND t.contact_id = ${contact[0]}::uuid`,
			type.length > 0 ? Prisma.sql`AND t.type = ANY (${type}::activity_type[])` : Prisma.empty,
			isWithin(Prisma.sql`t.at`, from, to, settings.timeZone),
		],
		...sortedBy(state, (sort) => ({ column: sort === 'when' ? Prisma.sql`t.at` : Prisma.sql`t.type` })),
	};
}

function filtered(userId: UserId, state: ActivityListState, settings: Settings): Prisma.Sql[] {
	const { filters, where } = state;
	const { added, sql } = customListOf(state);
	const { type, company, contact, deal } = filters;
	const { from, to } = dayRange(filters, settings, new Date());
	return [
		type.length > 0 ? Prisma.sql`AND a.type = ANY (${type}::activity_type[])` : Prisma.empty,
		company.length > 0 ? Prisma.sql`AND a.company_id = ANY (${company}::uuid[])` : Prisma.empty,
		contact.length > 0 ? Prisma.sql`AND ${isWith(userId, contact)}` : Prisma.empty,
		deal.length > 0 ? Prisma.sql`AND a.deal_id = ANY (${deal}::uuid[])` : Prisma.empty,
		isWithin(Prisma.sql`a.at`, from, to, settings.timeZone),
		...whereSql(
			{ ...activityFields, ...added.fields },
			{ ...activityFieldSql, ...sql },
			where,
			askerOf(userId, settings.timeZone),
		),
	];
}
