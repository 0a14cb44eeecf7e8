import 'server-only';
import { cache } from 'react';
import { settleContacts } from '@/domain/settle-contacts';
import { getSettings, type Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma, type Tx } from '@/lib/db/db';
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
import { type DealListState, dealList, showsRecentlyClosed } from '../schema';
import { cardsAtOnce, type DealStage, dealStages, isClosed, shownClosedDays } from '../stage/stages';
import { dealConditions, dealJoins, isOwnDeal, signalColumns, signalsOf } from './deal-sql';

/** True for deals that the board shows: open ones, and those closed in the last days. */
function onBoard(state: DealListState, timeZone: string): Prisma.Sql {
	if (!showsRecentlyClosed(state)) return Prisma.sql`true`;
	return Prisma.sql`(d.closed_at IS NULL OR d.closed_at >=
		((now() AT TIME ZONE ${timeZone})::date - ${shownClosedDays}::int)::timestamp AT TIME ZONE ${timeZone})`;
}

/** The sums of all columns and of all that is filtered, the currency with the most deals first. */
export async function sumDeals(
	userId: UserId,
	state: DealListState,
	timeZone: string,
	client: Pick<Tx, '$queryRaw'> = db,
): Promise<DealSum[]> {
	const asked = await dealConditions(userId, state, timeZone);
	// multiplied once per probability and not once per deal
	return client.$queryRaw`
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
		FROM part GROUP BY status, currency
		ORDER BY count DESC, currency`;
}

/** The sums of all deals, read once per request. */
export const sumAllDeals = cache((userId: UserId, timeZone: string) => sumDeals(userId, dealList.parse({}), timeZone));

const cardColumns = (timeZone: string) => Prisma.sql`
	d.id, d.name, d.stage, d.value::text AS value, d.currency, d.expected_close_on::text AS "expectedCloseOn",
	d.closed_at AS "closedAt", c.name AS "companyName", p.name AS "contactName",
	(now() AT TIME ZONE ${timeZone})::date - (coalesce(step.at, d.created_at) AT TIME ZONE ${timeZone})::date AS days,
	${signalColumns}`;
const cardJoins = (timeZone: string) => Prisma.sql`
	${dealJoins}
	LEFT JOIN LATERAL (
		SELECT s.at FROM deal_stage_change s WHERE s.user_id = d.user_id AND s.deal_id = d.id ORDER BY s.at DESC LIMIT 1
	) step ON true
	${signalsOf(timeZone)}`;

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
		? await db.$queryRaw<{ position: string }[]>`
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
	return db.$queryRaw`
		SELECT ${cardColumns(timeZone)}
		FROM unnest(${stages}::deal_stage[]) AS shown (stage)
		CROSS JOIN LATERAL (
			SELECT d.* FROM deal d
			WHERE ${isOwnDeal(userId)} AND d.stage = shown.stage AND d.position > ${last?.position ?? ''}
				AND ${onBoard(state, timeZone)} ${fitting}
			ORDER BY d.position LIMIT ${limit}
		) d
		${cardJoins(timeZone)}
		ORDER BY d.stage, d.position`;
}

/** The board as it is shown, with at most `limit` cards in a column. */
export async function findBoard(
	userId: UserId,
	{ query, limit }: { query: string; limit: number },
): Promise<ShownBoard> {
	const settings = await getSettings(userId);
	return readBoard(userId, dealList.parse(searchParamsOf(query)), settings, limit);
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
	const state = dealList.parse(searchParamsOf(query));
	await settleContacts(userId);
	const cards = await listCards(userId, state, settings.timeZone, { more: { stage, after } });
	return cards && presentCards(cards, settings);
}
