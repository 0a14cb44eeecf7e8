import 'server-only';
import { customListOf, loneValues, sortColumnOf } from '@/domain/custom-fields/custom-list';
import { listOperators } from '@/domain/search/search-conditions';
import { askerOf, ownCurrency } from '@/features/account/server/asker-sql';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { type Asker, whereSql } from '@/lib/list/condition-sql';
import { type GroupOrder, type ListQuery, listQuery, type SortColumn, sortedBy } from '@/lib/list/list-query';
import { isWithin, listConditions } from '@/lib/list/list-sql';
import { readBound } from '@/lib/money/amount-bound';
import { dealFields } from '../deal-fields';
import { closeRange } from '../list/deal-ranges';
import { type DealListState, type DealSort, singleValue } from '../schema';
import { dealFieldSql } from './deal-field-sql';
import { hasSignal } from './deal-signal-filter-sql';

// SQL on the table `deal d` that the list and the board share.

/** The company of each deal as `c`, and its contact, if there is one, as `p`. */
export const dealJoins = Prisma.sql`
	JOIN company c ON c.user_id = d.user_id AND c.id = d.company_id
	LEFT JOIN contact p ON p.user_id = d.user_id AND p.id = d.contact_id`;

/** True for the account's deals. */
export const isOwnDeal = (userId: UserId) => Prisma.sql`d.user_id = ${userId}::uuid`;

/** True for deals in which any of the contacts takes part. */
export const isWith = (userId: UserId, contacts: string[]) => Prisma.sql`d.id IN (
	SELECT t.deal_id FROM deal_person t WHERE t.user_id = ${userId}::uuid AND t.contact_id = ANY (${contacts}::uuid[]))`;

const sortColumns: Record<Exclude<DealSort, 'value'>, SortColumn> = {
	name: { column: Prisma.sql`d.name_key`, searched: true },
	company: { column: Prisma.sql`d.company_key`, searched: true },
	contact: { column: Prisma.sql`d.contact_key`, nullable: true, searched: true },
	stage: { column: Prisma.sql`d.stage` },
	probability: { column: Prisma.sql`d.probability` },
	close: { column: Prisma.sql`d.expected_close_on`, nullable: true },
	closed: { column: Prisma.sql`d.closed_at`, nullable: true },
	created: { column: Prisma.sql`d.created_at` },
};

const closeMonth = Prisma.sql`date_trunc('month', d.expected_close_on)`;

const groups: Record<string, GroupOrder> = {
	stage: { sort: sortColumns.stage, key: Prisma.sql`d.stage::text` },
	company: { sort: sortColumns.company, key: Prisma.sql`d.company_id::text` },
	expectedClose: {
		sort: { column: closeMonth, nullable: true },
		key: Prisma.sql`to_char(d.expected_close_on, 'YYYY-MM')`,
	},
	currency: { sort: { column: Prisma.sql`d.currency` }, key: Prisma.sql`d.currency` },
};

/** What the deals of a list are grouped by. */
export const dealGroup = (userId: UserId, state: DealListState): GroupOrder | undefined =>
	groups[state.group] ?? customListOf(state).groupOf(state.group, { userId, currency: ownCurrency(userId) });

/** The deals of a list; days are the user's. */
export function dealListQuery(userId: UserId, state: DealListState, timeZone: string): ListQuery {
	const asker = askerOf(userId, timeZone);
	const columnOf = sortColumnOf({ ...sortColumns, value: byValue(userId) }, customListOf(state), asker);
	const sorted = sortedBy(state, columnOf, dealGroup(userId, state));
	const hasSignals = state.filters.signal.length > 0;
	const beside = hasSignals ? Prisma.sql`deal d WHERE ${isOwnDeal(userId)} AND d.closed_at IS NULL` : undefined;
	return listQuery(userId, 'deal d', state, {
		filters: filtered(state, asker),
		...sorted,
		beside,
		lone: loneValues(state, asker),
		operators: listOperators(userId, 'deal', 'd'),
	});
}

/** Currency by currency, as 1,000 VND are not more than 900 USD: the account's own first. */
function byValue(userId: UserId): SortColumn {
	const parts = { column: Prisma.sql`d.currency`, first: ownCurrency(userId) };
	return { column: Prisma.sql`d.value`, parts };
}

/** The filters as ` AND …` each; days are the user's. */
function filtered(state: DealListState, asker: Asker): Prisma.Sql[] {
	const { filters, where } = state;
	const { userId, timeZone } = asker;
	const { added, sql } = customListOf(state);
	const { stage, company, contact, valueFrom, valueTo, closeFrom, closeTo, closeDay, currency } = filters;
	return [
		stage.length > 0 ? Prisma.sql`AND d.stage = ANY (${stage}::deal_stage[])` : Prisma.empty,
		company.length > 0 ? Prisma.sql`AND d.company_id = ANY (${company}::uuid[])` : Prisma.empty,
		contact.length > 0 ? Prisma.sql`AND ${isWith(userId, contact)}` : Prisma.empty,
		currency.length > 0 ? Prisma.sql`AND d.currency = ANY (${currency}::text[])` : Prisma.empty,
		isWorth(userId, '>=', valueFrom[0], currency),
		isWorth(userId, '<=', valueTo[0], currency),
		closesIn(filters.close, timeZone),
		closeFrom[0] ? Prisma.sql`AND d.expected_close_on >= ${closeFrom[0]}::date` : Prisma.empty,
		closeTo[0] ? Prisma.sql`AND d.expected_close_on <= ${closeTo[0]}::date` : Prisma.empty,
		closeDay[0] ? Prisma.sql`AND d.expected_close_on IS NULL` : Prisma.empty,
		isWithin(Prisma.sql`d.created_at`, filters.createdFrom[0], filters.createdTo[0], timeZone),
		isWithin(Prisma.sql`d.closed_at`, filters.closedFrom[0], filters.closedTo[0], timeZone),
		lostFor(filters),
		hasSignal(userId, filters.signal, timeZone),
		...whereSql({ ...dealFields, ...added.fields }, { ...dealFieldSql, ...sql }, where, asker),
	];
}

/** ` AND …` for deals in a bound's currency: its own, otherwise the filtered one, otherwise the account's. */
function isWorth(userId: UserId, is: '>=' | '<=', bound: string | undefined, filter: string[]): Prisma.Sql {
	if (!bound) return Prisma.empty;
	const { value, currency = singleValue(filter) } = readBound(bound);
	return Prisma.sql`AND d.currency = ${currency ?? ownCurrency(userId)} AND d.value ${Prisma.raw(is)} ${value}::numeric`;
}

/** True for deals that are expected to close in any of the ranges. */
function closesIn(names: DealListState['filters']['close'], timeZone: string): Prisma.Sql {
	if (names.length === 0) return Prisma.empty;
	const now = new Date();
	const ranges = names.map((name) => closeRange(name, timeZone, now));
	const any = ranges.map(({ from, to }) => Prisma.sql`d.expected_close_on BETWEEN ${from}::date AND ${to}::date`);
	return Prisma.sql`AND (${Prisma.join(any, ' OR ')})`;
}

/**
 * True for deals that were lost for any of the reasons, whatever their capitals and accents, or for none that was said. An
 * index has what `fold` makes of them.
 */
function lostFor({ lostReason, noReason }: DealListState['filters']): Prisma.Sql {
	if (lostReason.length === 0 && noReason.length === 0) return Prisma.empty;
	const isUnsaid = noReason.length > 0 ? Prisma.sql`OR fold(d.lost_reason) IS NULL` : Prisma.empty;
	return Prisma.sql`AND d.stage = 'closed_lost' AND (
		fold(d.lost_reason) = ANY (ARRAY(SELECT fold(r) FROM unnest(${lostReason}::text[]) r)) ${isUnsaid}
	)`;
}

/** The filters and the search as conditions that follow another one. */
export function dealConditions(userId: UserId, state: DealListState, timeZone: string): Promise<Prisma.Sql> {
	return listConditions({
		filters: filtered(state, askerOf(userId, timeZone)),
		searched: { userId, alias: 'd', kind: 'deal', operators: listOperators(userId, 'deal', 'd') },
		q: state.q,
	});
}
