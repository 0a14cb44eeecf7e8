import 'server-only';
import { defaultSettings } from '@/features/account/server/account-queries';
import { outOfTouchDays } from '@/features/contacts/schema';
import type { UserId } from '@/lib/auth/session';
import { dayIn, daysLater, instantOf } from '@/lib/dates/dates';
import { Prisma } from '@/lib/db/db';
import { type ListQuery, listQuery, type SortColumn } from '@/lib/list/list-query';
import { isWithin, listConditions } from '@/lib/list/list-sql';
import { readBound } from '@/lib/money/amount-bound';
import { closeRange } from '../list/deal-ranges';
import { type DealListState, singleValue } from '../schema';
import { type SignalFilter, staleDays } from '../signals/signals';

// SQL on the table `deal d` that the list and the board share.

/** The company of each deal as `c`, and its contact, if there is one, as `p`. */
export const dealJoins = Prisma.sql`
	JOIN company c ON c.user_id = d.user_id AND c.id = d.company_id
	LEFT JOIN contact p ON p.user_id = d.user_id AND p.id = d.contact_id`;

/** True for the account's deals. */
export const isOwnDeal = (userId: UserId) => Prisma.sql`d.user_id = ${userId}::uuid`;

/** The account's own currency, as its settings have it. */
const ownCurrency = (userId: UserId) => Prisma.sql`coalesce(
	(SELECT s.currency FROM settings s WHERE s.user_id = ${userId}::uuid), ${defaultSettings.currency})`;

const sortColumns: Record<Exclude<DealListState['sort'], 'value'>, SortColumn> = {
	name: { column: Prisma.sql`d.name_key`, searched: true },
	company: { column: Prisma.sql`d.company_key`, searched: true },
	contact: { column: Prisma.sql`d.contact_key`, nullable: true, searched: true },
	stage: { column: Prisma.sql`d.stage` },
	probability: { column: Prisma.sql`d.probability` },
	close: { column: Prisma.sql`d.expected_close_on`, nullable: true },
	closed: { column: Prisma.sql`d.closed_at`, nullable: true },
	created: { column: Prisma.sql`d.created_at` },
};

/** The deals of a list; days are the user's. */
export function dealListQuery(userId: UserId, state: DealListState, timeZone: string): ListQuery {
	const sort = state.sort === 'value' ? byValue(userId) : sortColumns[state.sort];
	return listQuery(userId, 'deal d', state, { filters: filtered(userId, state, timeZone), sort });
}

/** Currency by currency, as 1,000 VND are not more than 900 USD: the account's own first. */
function byValue(userId: UserId): SortColumn {
	const parts = { column: Prisma.sql`d.currency`, first: ownCurrency(userId) };
	return { column: Prisma.sql`d.value`, parts };
}

/** The filters as ` AND …` each; days are the user's. */
function filtered(userId: UserId, { filters }: DealListState, timeZone: string): Prisma.Sql[] {
	const { stage, company, contact, valueFrom, valueTo, closeFrom, closeTo, closeDay, currency } = filters;
	return [
		stage.length > 0 ? Prisma.sql`AND d.stage = ANY (${stage}::deal_stage[])` : Prisma.empty,
		company.length > 0 ? Prisma.sql`AND d.company_id = ANY (${company}::uuid[])` : Prisma.empty,
		contact.length > 0 ? Prisma.sql`AND d.contact_id = ANY (${contact}::uuid[])` : Prisma.empty,
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
		signals(filters.signal, timeZone),
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

/** True for open deals with any of the signals. */
function signals(chosen: SignalFilter[], timeZone: string): Prisma.Sql {
	if (chosen.length === 0) return Prisma.empty;
	const conditions = signalConditions(timeZone);
	const any = Prisma.join(
		chosen.map((signal) => conditions[signal]),
		' OR ',
	);
	return Prisma.sql`AND d.closed_at IS NULL AND (${any})`;
}

/** The filters and the search as conditions that follow another one. */
export function dealConditions(userId: UserId, state: DealListState, timeZone: string): Promise<Prisma.Sql> {
	return listConditions({
		userId,
		filters: filtered(userId, state, timeZone),
		search: Prisma.sql`d.search`,
		q: state.q,
	});
}

// Signals of an open deal, asked about the deal alone and never stored: they change by the mere passing of time.

const today = (timeZone: string) => Prisma.sql`(now() AT TIME ZONE ${timeZone})::date`;

const openFollowUps = Prisma.sql`follow_up f WHERE f.user_id = d.user_id AND f.deal_id = d.id AND f.done_at IS NULL`;
/** The day of the next follow-up; one without a day is due in the far future. */
const nextDue = Prisma.sql`(SELECT min(coalesce(f.due_on, 'infinity')) FROM ${openFollowUps})`;
const isPlanned = (timeZone: string) =>
	Prisma.sql`EXISTS (SELECT FROM ${openFollowUps} AND coalesce(f.due_on, 'infinity') >= ${today(timeZone)})`;

/** The instant at which the user's last `days` days began, including today. */
const startOfLast = (days: number, timeZone: string) =>
	Prisma.sql`${instantOf(`${daysLater(dayIn(new Date(), timeZone), 1 - days)}T00:00`, timeZone).toISOString()}::timestamptz`;

const spokenTo = Prisma.sql`a.user_id = d.user_id AND a.type <> 'note' AND a.at <= now()`;
const ownTouches = Prisma.sql`activity a WHERE ${spokenTo} AND a.deal_id = d.id`;
const companyTouches = Prisma.sql`activity a WHERE ${spokenTo} AND a.company_id = d.company_id AND a.deal_id IS NULL`;
const companyStats = Prisma.sql`company_stats s WHERE s.user_id = d.user_id AND s.company_id = d.company_id`;
/**
 * When the deal was last spoken about: the latest call, email or meeting that belongs to it, or to its company and to no
 * other deal; before the first one, when it was created.
 */
const lastTouch = Prisma.sql`(
	SELECT coalesce((SELECT a.at FROM ${companyTouches} AND a.at > own.at ORDER BY a.at DESC LIMIT 1), own.at)
	FROM (SELECT greatest(d.created_at, (SELECT a.at FROM ${ownTouches} ORDER BY a.at DESC LIMIT 1)) AS at) own)`;
const quietDays = (timeZone: string) =>
	Prisma.sql`(${today(timeZone)} - (${lastTouch} AT TIME ZONE ${timeZone})::date)`;
/** Whether that is too long. Checked step by step, because the deal itself or its company's stats usually decide it. */
const isQuiet = (timeZone: string) => {
	const stages = Object.entries(staleDays).map(
		([stage, days]) => Prisma.sql`WHEN ${stage}::deal_stage THEN ${startOfLast(days, timeZone)}`,
	);
	const since = Prisma.sql`CASE d.stage ${Prisma.join(stages, ' ')} END`;
	return Prisma.sql`NOT (
		d.created_at >= ${since}
		OR EXISTS (SELECT FROM ${ownTouches} AND a.at >= ${since})
		OR EXISTS (SELECT FROM ${companyStats} AND s.last_contact_at >= ${since})
			AND EXISTS (SELECT FROM ${companyTouches} AND a.at >= ${since})
	)`;
};
const isStale = (timeZone: string) => Prisma.sql`(NOT ${isPlanned(timeZone)} AND ${isQuiet(timeZone)})`;

const contacts = Prisma.sql`(SELECT s.contacts FROM ${companyStats})`;
const deciders = Prisma.sql`
	contact_stats s WHERE s.user_id = d.user_id AND s.company_id = d.company_id AND s.authority_rank < 4`;
/**
 * There is no decision maker, or none was contacted recently. OFFSET makes PostgreSQL check deal by deal; otherwise it would
 * first read all decision makers of the account.
 */
const isOutOfTouch = (timeZone: string) => Prisma.sql`
	NOT EXISTS (SELECT FROM ${deciders} AND s.last_contact_at >= ${startOfLast(outOfTouchDays, timeZone)} OFFSET 0)`;

/** The conditions of the filters by signals; true or false for an open deal. */
function signalConditions(timeZone: string): Record<SignalFilter, Prisma.Sql> {
	return {
		overdue: Prisma.sql`${nextDue} < ${today(timeZone)}`,
		today: Prisma.sql`${nextDue} = ${today(timeZone)}`,
		later: Prisma.sql`${nextDue} > ${today(timeZone)}`,
		none: Prisma.sql`NOT EXISTS (SELECT FROM ${openFollowUps})`,
		close: Prisma.sql`d.expected_close_on < ${today(timeZone)}`,
		stale: isStale(timeZone),
		// the other is checked only if this one does not decide
		single: Prisma.sql`(${isOutOfTouch(timeZone)} OR ${contacts} < 2)`,
	};
}

/** The columns of `SignalFacts`, each null while the deal is closed. */
export const signalColumns = Prisma.sql`
	signal.follow_up AS "followUp", nullif(signal.due, 'infinity')::text AS "dueOn", signal.overdue AS "overdueDays",
	signal.close_passed AS "closePassed", signal.stale AS "staleFor", signal.contacts, signal.deciders,
	signal.deciders_quiet AS "decidersQuiet", signal.deciders_quiet_for AS "decidersQuietFor"`;

/** What `signalColumns` reads. */
export const signalsOf = (timeZone: string) => Prisma.sql`
	LEFT JOIN LATERAL (
		SELECT next.due, decide.deciders, ${contacts} AS contacts,
			CASE WHEN next.due IS NULL THEN 'none' WHEN next.due < day.today THEN 'overdue'
				WHEN next.due = day.today THEN 'today' ELSE 'later' END AS follow_up,
			CASE WHEN next.due < day.today THEN day.today - next.due END AS overdue,
			coalesce(d.expected_close_on < day.today, false) AS close_passed,
			CASE WHEN ${isStale(timeZone)} THEN ${quietDays(timeZone)} END AS stale,
			decide.deciders > 0 AND coalesce(day.today - decide.day >= ${outOfTouchDays}::int, true) AS deciders_quiet,
			day.today - decide.day AS deciders_quiet_for
		FROM (SELECT ${today(timeZone)} AS today) day
		CROSS JOIN LATERAL (SELECT ${nextDue} AS due) next
		CROSS JOIN LATERAL (
			SELECT count(*)::int AS deciders, (max(s.last_contact_at) AT TIME ZONE ${timeZone})::date AS day FROM ${deciders}
		) decide
		WHERE d.closed_at IS NULL
	) signal ON true`;
