import 'server-only';
import { settleContacts } from '@/domain/settle-contacts';
import { getSettings, type Settings } from '@/features/account/server/account-queries';
import { listDealCurrencies } from '@/features/deals/server/deal-queries';
import type { UserId } from '@/lib/auth/session';
import { boundsOf, type Days, dayIn, daysLater, instantOf } from '@/lib/dates/dates';
import { readDate } from '@/lib/dates/dates-read';
import { dateStyleOf } from '@/lib/dates/dates-style';
import { Prisma } from '@/lib/db/db';
import { read } from '@/lib/db/read';
import type { SearchParams } from '@/lib/list/list-params';
import { type Span, spanOf } from '../report-periods';
import { parseReports, type ReportState } from '../schema';
import { closedWithin, partOf } from './report-sql';

// Each report is added up by the database, for the deals of one currency; days and months are the user's.

/** What all reports of a page are asked for: whose calendar, which days, which of the account's currencies. */
export type ReportScope = Span & {
	settings: Settings;
	state: ReportState;
	today: string;
	currency: string;
	currencies: string[];
};

/** What the reports of an address are asked for: in the chosen currency, else the settings', else the first in use. */
export async function readScope(userId: UserId, params: SearchParams): Promise<ReportScope> {
	const [settings, currencies] = await Promise.all([getSettings(userId), listDealCurrencies(userId)]);
	const today = dayIn(new Date(), settings.timeZone);
	const state = parseReports({ ...params, ...typedDays(params, settings, today) });
	const wanted = [state.currency, settings.currency].find((code) => code && currencies.includes(code));
	const currency = wanted ?? currencies[0] ?? settings.currency;
	return { ...spanOf(state, today), settings, state, today, currency, currencies };
}

/** An own range as a form sends it before its code has come: in the account's format. */
function typedDays({ from, to }: SearchParams, { locale }: Settings, today: string): SearchParams {
	const read = (value: SearchParams[string]) => {
		const result = readDate([value ?? ''].flat()[0] ?? '', dateStyleOf(locale), today);
		return result.ok ? result.day : undefined;
	};
	return { from: read(from), to: read(to) };
}

/** Open deals by when they are expected to close. Money is decimal strings, `weighted` with more places than it has. */
export type ForecastPart = {
	kind: 'overdue' | 'month' | 'later' | 'none';
	/** The days of a month; of "overdue" only the last, of "later" only the first. */
	from?: string;
	to?: string;
	count: number;
	value: string;
	weighted: string;
};

/** The value of the open deals: those past their close date, month by month, later, and without a date. */
export async function readForecast(userId: UserId, currency: string, months: Days[]): Promise<ForecastPart[]> {
	const first = months[0]?.from ?? '';
	const after = daysLater(months.at(-1)?.to ?? '', 1);
	const rows = await read<({ part: number | null } & Omit<ForecastPart, 'kind'>)[]>`
		SELECT width_bucket(d.expected_close_on, ${[...months.map(({ from }) => from), after]}::date[]) AS part,
			count(*)::int AS count, sum(d.value)::text AS value, (sum(d.value * d.probability) * 0.01)::text AS weighted
		FROM deal d
		WHERE d.user_id = ${userId}::uuid AND d.closed_at IS NULL AND d.currency = ${currency}
		GROUP BY 1`;
	const parts: Pick<ForecastPart, 'kind' | 'from' | 'to'>[] = [
		{ kind: 'overdue', to: daysLater(first, -1) },
		...months.map((days) => ({ kind: 'month' as const, ...days })),
		{ kind: 'later', from: after },
	];
	const filled = (part: (typeof parts)[number], number: number | null): ForecastPart => {
		const { count, value, weighted } = rows.find((row) => row.part === number) ?? nothing;
		return { ...part, count, value, weighted };
	};
	return [...parts.map(filled), filled({ kind: 'none' }, null)];
}

const nothing = { count: 0, value: '0', weighted: '0' };

/** The deals closed in a period. Averages are null if there are no deals; money is decimal strings. */
export type PeriodResults = {
	won: number;
	lost: number;
	wonValue: string;
	lostValue: string;
	averageValue: string | null;
	/** From creation to closing, of deals that were open in between, and of how many. */
	averageDays: number | null;
	timed: number;
};

const noResults: PeriodResults = {
	won: 0,
	lost: 0,
	wonValue: '0',
	lostValue: '0',
	averageValue: null,
	averageDays: null,
	timed: 0,
};

/** The deals won and lost in a period and in the one before. A deal counts when it was last closed. */
export async function readResults(
	userId: UserId,
	currency: string,
	span: Span,
	timeZone: string,
): Promise<{ now: PeriodResults; before: PeriodResults }> {
	const bounds = boundsOf([span.before, span.now], timeZone);
	const closed = closedWithin(userId, currency, bounds);
	const localDay = (instant: Prisma.Sql) => Prisma.sql`(${instant} AT TIME ZONE ${timeZone})::date`;
	// one after the other: a page of reports must not take all the connections that others wait for
	const sums = await read<(Omit<PeriodResults, 'averageDays' | 'timed'> & { part: number })[]>`
		SELECT ${partOf(bounds)} AS part,
			count(*) FILTER (WHERE d.stage = 'closed_won')::int AS won,
			count(*) FILTER (WHERE d.stage = 'closed_lost')::int AS lost,
			coalesce(sum(d.value) FILTER (WHERE d.stage = 'closed_won'), 0)::text AS "wonValue",
			coalesce(sum(d.value) FILTER (WHERE d.stage = 'closed_lost'), 0)::text AS "lostValue",
			round(avg(d.value) FILTER (WHERE d.stage = 'closed_won'), 2)::text AS "averageValue"
		FROM deal d WHERE ${closed} GROUP BY 1`;
	const days = await read<{ part: number; averageDays: number; timed: number }[]>`
		SELECT ${partOf(bounds)} AS part, count(*)::int AS timed,
			avg(${localDay(Prisma.sql`d.closed_at`)} - ${localDay(Prisma.sql`d.created_at`)})::float8 AS "averageDays"
		FROM deal d
		WHERE ${closed} AND d.stage = 'closed_won' AND d.closed_at >= d.created_at AND EXISTS (
			SELECT FROM deal_passage p WHERE p.user_id = d.user_id AND p.deal_id = d.id
		)
		GROUP BY 1`;
	const of = (part: number): PeriodResults => {
		const { part: _, ...found } = {
			...noResults,
			...sums.find((row) => row.part === part),
			...days.find((row) => row.part === part),
			part,
		};
		return found;
	};
	return { before: of(1), now: of(2) };
}

/** The value won in each of some consecutive months. */
export type WonMonth = Days & { count: number; value: string };

export async function readWonByMonth(
	userId: UserId,
	currency: string,
	months: Days[],
	timeZone: string,
): Promise<WonMonth[]> {
	const bounds = boundsOf(months, timeZone);
	const rows = await read<{ part: number; count: number; value: string }[]>`
		SELECT ${partOf(bounds)} AS part, count(*)::int AS count, sum(d.value)::text AS value
		FROM deal d WHERE ${closedWithin(userId, currency, bounds)} AND d.stage = 'closed_won' GROUP BY 1`;
	return months.map((month, index) => {
		const { count, value } = rows.find(({ part }) => part === index + 1) ?? nothing;
		return { ...month, count, value };
	});
}

/** Why deals were lost: how many for this reason in the period, what they were worth, and how many in the one before. */
export type LostReason = { reason: string | null; count: number; value: string; before: number };

/** The reasons of the deals that were lost, the most frequent first. Upper and lower case and accents make no other reason. */
export async function readLostReasons(
	userId: UserId,
	currency: string,
	span: Span,
	timeZone: string,
): Promise<LostReason[]> {
	const bounds = boundsOf([span.before, span.now], timeZone);
	// folded once per spelling and not once per deal
	return read`
		WITH spelling AS MATERIALIZED (
			SELECT d.lost_reason AS reason, count(*) FILTER (WHERE ${partOf(bounds)} = 2) AS count,
				sum(d.value) FILTER (WHERE ${partOf(bounds)} = 2) AS value, count(*) FILTER (WHERE ${partOf(bounds)} = 1) AS before
			FROM deal d WHERE ${closedWithin(userId, currency, bounds)} AND d.stage = 'closed_lost' GROUP BY d.lost_reason
		)
		SELECT (array_agg(reason ORDER BY count DESC, before DESC, reason COLLATE "C"))[1] AS reason,
			sum(count)::int AS count, coalesce(sum(value), 0)::text AS value, sum(before)::int AS before
		FROM spelling GROUP BY fold(reason)
		ORDER BY sum(count) DESC, sum(before) DESC, fold(reason) COLLATE "C" NULLS LAST`;
}

/** The number of companies by the user's days since their last contact; `never` had none. */
export type LastContacts = { within30: number; within60: number; within90: number; longer: number; never: number };

/** The account's companies by their last call, email or meeting. */
export async function countByLastContact(userId: UserId, today: string, timeZone: string): Promise<LastContacts> {
	await settleContacts(userId);
	const since = (days: number) => {
		const first = instantOf(`${daysLater(today, -days)}T00:00`, timeZone).toISOString();
		return Prisma.sql`s.last_contact_at >= ${first}::timestamptz`;
	};
	const [found] = await read<[LastContacts]>`
		SELECT count(*) FILTER (WHERE ${since(30)})::int AS within30,
			count(*) FILTER (WHERE ${since(60)} AND NOT ${since(30)})::int AS within60,
			count(*) FILTER (WHERE ${since(90)} AND NOT ${since(60)})::int AS within90,
			count(*) FILTER (WHERE NOT ${since(90)})::int AS longer,
			count(*) FILTER (WHERE s.last_contact_at IS NULL)::int AS never
		FROM company_stats s WHERE s.user_id = ${userId}::uuid`;
	return found;
}
