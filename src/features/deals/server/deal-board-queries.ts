import 'server-only';
import { cache } from 'react';
import { settleContacts } from '@/domain/settle-contacts';
import { getSettings, type Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { dayIn, monthOf, quarterOf } from '@/lib/dates/dates';
import { db, Prisma, type Tx } from '@/lib/db/db';
import { read, readPrepared } from '@/lib/db/read';
import { searchParamsOf } from '@/lib/list/list-params';
import {
	type BoardDeal,
	type DealSum,
	presentCards,
	presentColumns,
	presentSums,
	type ShownBoard,
	type ShownCard,
} from '../board/board-columns';
import { closingSoonParams, type DealListState, dealList, showsRecentlyClosed, wonDealsParams } from '../schema';
import { cardsAtOnce, type DealStage, dealStages, isClosed, shownClosedDays } from '../stage/stages';
import { cardColumns, cardJoins } from './deal-card-sql';
import { dealListOf } from './deal-list';
import { isLookedUp } from './deal-signal-filter-sql';
import { startOfLast } from './deal-signal-sql';
import { dealConditions, isOwnDeal } from './deal-sql';

/** True for deals that the board shows: open ones, and those closed in the last days. */
function onBoard(state: DealListState, timeZone: string): Prisma.Sql {
	if (!showsRecentlyClosed(state)) return Prisma.sql`true`;
	return Prisma.sql`(d.closed_at IS NULL OR d.closed_at >= ${startOfLast(shownClosedDays + 1, timeZone)})`;
}

/** The sums of all columns and of all that is filtered, the currency with the most deals first. */
export async function sumDeals(
	userId: UserId,
	state: DealListState,
	timeZone: string,
	tx?: Pick<Tx, '$queryRaw'>,
): Promise<DealSum[]> {
	const asked = await dealConditions(userId, state, timeZone);
	const sums = Prisma.sql`${sumsOf(userId, state, timeZone, asked)} ${bySize}`;
	if (tx) return tx.$queryRaw(sums);
	// without conditions it is the same walk of an index for every account
	return asked.sql.trim() === '' ? readPrepared(sums) : read(sums);
}

function sumsOf(userId: UserId, state: DealListState, timeZone: string, asked: Prisma.Sql): Prisma.Sql {
	// multiplied once per probability and not once per deal
	return Prisma.sql`
		WITH part AS MATERIALIZED (
			SELECT d.stage, CASE d.stage WHEN 'closed_won' THEN 'won' WHEN 'closed_lost' THEN 'lost' ELSE 'open' END AS status,
				d.currency, d.probability, ${onBoard(state, timeZone)} AS shown, count(*) AS count, sum(d.value) AS value
			FROM deal d WHERE ${isOwnDeal(userId)} ${asked} GROUP BY d.stage, d.currency, d.probability, shown
		)
		SELECT stage, status, currency, sum(count)::int AS count, sum(value)::text AS value,
			(sum(value * probability) * 0.01)::text AS weighted
		FROM part WHERE shown GROUP BY stage, status, currency
		UNION ALL
		SELECT NULL, status, currency, sum(count)::int, sum(value)::text, (sum(value * probability) * 0.01)::text
		FROM part GROUP BY status, currency`;
}

const bySize = Prisma.sql`ORDER BY count DESC, currency, stage`;

/** The sums of all deals, of open ones that close soon, and of those won this quarter and this month. */
export type TodaySums = Record<'all' | 'closing' | 'wonQuarter' | 'wonMonth', DealSum[]>;

/** The sums of the Today page, read by one statement, once per request. Each is that of the list with these filters. */
export const sumForToday = cache(async (userId: UserId, timeZone: string): Promise<TodaySums> => {
	const today = dayIn(new Date(), timeZone);
	const asked: Record<keyof TodaySums, Parameters<typeof dealList.parse>[0]> = {
		all: {},
		closing: closingSoonParams(today),
		wonQuarter: wonDealsParams(quarterOf(today)),
		wonMonth: wonDealsParams(monthOf(today)),
	};
	const parts = await Promise.all(
		Object.entries(asked).map(async ([name, params]) => {
			const state = dealList.parse(params);
			const sums = sumsOf(userId, state, timeZone, await dealConditions(userId, state, timeZone));
			return Prisma.sql`SELECT ${Prisma.raw(`'${name}'`)} AS of, * FROM (${sums}) ${Prisma.raw(`"${name}"`)}`;
		}),
	);
	const rows = await readPrepared<
		(DealSum & { of: keyof TodaySums })[]
	>`${Prisma.join(parts, ' UNION ALL ')} ${bySize}`;
	const of = (name: keyof TodaySums) => rows.flatMap(({ of, ...sum }) => (of === name ? [sum] : []));
	return { all: of('all'), closing: of('closing'), wonQuarter: of('wonQuarter'), wonMonth: of('wonMonth') };
});

/** One deal as a card, as the transaction sees it. */
export async function getCard(
	userId: UserId,
	id: string,
	timeZone: string,
	client: Pick<Tx, '$queryRaw'> = db,
): Promise<BoardDeal | null> {
	const [card] = await client.$queryRaw<BoardDeal[]>`
		SELECT ${cardColumns(timeZone)} FROM deal d ${cardJoins(timeZone)}
		WHERE ${isOwnDeal(userId)} AND d.id = ${id}::uuid`;
	return card ?? null;
}

/**
 * The first cards of every column that the filters leave, in their order, or of one column those after a card of it. Null
 * where that card is not in the column any more.
 */
export async function listCards(
	userId: UserId,
	state: DealListState,
	timeZone: string,
	{ more, limit = cardsAtOnce }: { more?: { stage: DealStage; after: string }; limit?: number } = {},
): Promise<BoardDeal[] | null> {
	const [last] = more
		? await read<{ position: string }[]>`
			SELECT position FROM deal d WHERE ${isOwnDeal(userId)} AND d.id = ${more.after}::uuid AND d.stage = ${more.stage}::deal_stage`
		: [undefined];
	if (more && !last) return null;
	const asked = state.filters.stage.length > 0 ? state.filters.stage : dealStages;
	// closed deals have no signals, and looking for them there would read all of these deals
	const able = state.filters.signal.length > 0 ? asked.filter((stage) => !isClosed(stage)) : asked;
	const stages = more ? able.filter((stage) => stage === more.stage) : able;
	const inAnyStage = { ...state, filters: { ...state.filters, stage: [] } };
	const fitting = await dealConditions(userId, inAnyStage, timeZone);
	// an empty string sorts before every position
	const column = Prisma.sql`${isOwnDeal(userId)} AND d.stage = shown.stage AND d.position > ${last?.position ?? ''}`;
	const fits = Prisma.sql`${onBoard(state, timeZone)} ${fitting}`;
	// PostgreSQL expects few deals with such a signal, and would look all of them up before it sorts them; most have it
	const walked = Prisma.sql`
		SELECT d.* FROM (SELECT d.* FROM deal d WHERE ${column} ORDER BY d.position OFFSET 0) d WHERE ${fits}`;
	const cards = Prisma.sql`
		SELECT ${cardColumns(timeZone)}
		FROM unnest(${stages}::deal_stage[]) AS shown (stage)
		CROSS JOIN LATERAL (
			${isLookedUp(state.filters.signal) ? walked : Prisma.sql`SELECT d.* FROM deal d WHERE ${column} AND ${fits} ORDER BY d.position`}
			LIMIT ${Prisma.raw(String(limit))}
		) d
		${cardJoins(timeZone)}
		ORDER BY d.stage, d.position`;
	return fitting.sql.trim() === '' && limit === cardsAtOnce ? readPrepared(cards) : read(cards);
}

/** The board as it is shown, with at most `limit` cards in a column. */
export async function findBoard(
	userId: UserId,
	{ query, limit }: { query: string; limit: number },
): Promise<ShownBoard> {
	const settings = await getSettings(userId);
	const list = await dealListOf(userId);
	return readBoard(userId, list.parse(searchParamsOf(query)), settings, limit);
}

/** The board's cards and sums as text. */
export async function readBoard(
	userId: UserId,
	state: DealListState,
	settings: Settings,
	limit = cardsAtOnce,
): Promise<ShownBoard> {
	await settleContacts(userId);
	const [cards, sums] = await Promise.all([
		listCards(userId, state, settings.timeZone, { limit }),
		sumDeals(userId, state, settings.timeZone),
	]);
	return { cards: presentColumns(cards ?? [], settings), sums: presentSums(sums, settings) };
}

/** The cards of a column after a loaded one, as the board shows them; null if that card has left the column. */
export async function findMoreCards(
	userId: UserId,
	{ stage, after, query }: { stage: DealStage; after: string; query: string },
): Promise<ShownCard[] | null> {
	const settings = await getSettings(userId);
	const state = (await dealListOf(userId)).parse(searchParamsOf(query));
	await settleContacts(userId);
	const cards = await listCards(userId, state, settings.timeZone, { more: { stage, after } });
	return cards && presentCards(cards, settings);
}
