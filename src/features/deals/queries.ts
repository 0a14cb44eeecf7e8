import 'server-only';
import { getSettings, type Settings } from '@/features/account/queries';
import { db, Prisma, type Tx } from '@/lib/db';
import { searchParamsOf } from '@/lib/list-params';
import { findPage, matches, rowsOf, type SortColumn } from '@/lib/list-sql';
import type { UserId } from '@/lib/session';
import { presentCards, presentColumns, presentSums, type ShownBoard, type ShownCard } from './board';
import { type DealListState, dealList, showsRecentlyClosed } from './schema';
import { cardsAtOnce, type DealStage, dealStages, shownClosedDays } from './stages';

/** A deal as lists show it. Amounts are decimal strings, days YYYY-MM-DD. */
export type DealRow = {
	id: string;
	name: string;
	stage: DealStage;
	value: string;
	currency: string;
	probability: number;
	expectedCloseOn: string | null;
	closedAt: Date | null;
	createdAt: Date;
	companyId: string;
	companyName: string;
	contactId: string | null;
	contactName: string | null;
};

const people = Prisma.sql`
	JOIN company c ON c.user_id = d.user_id AND c.id = d.company_id
	LEFT JOIN contact p ON p.user_id = d.user_id AND p.id = d.contact_id`;
const dealColumns = Prisma.sql`
	d.id, d.name, d.stage, d.value::text AS value, d.currency, d.probability, d.expected_close_on::text AS "expectedCloseOn",
	d.closed_at AS "closedAt", d.created_at AS "createdAt", d.company_id AS "companyId", c.name AS "companyName",
	d.contact_id AS "contactId", p.name AS "contactName"`;

const sortColumns: Record<DealListState['sort'], SortColumn> = {
	name: { column: Prisma.sql`d.name_key` },
	company: { column: Prisma.sql`d.company_key` },
	contact: { column: Prisma.sql`d.contact_key`, nullable: true },
	stage: { column: Prisma.sql`d.stage` },
	value: { column: Prisma.sql`d.value` },
	probability: { column: Prisma.sql`d.probability` },
	close: { column: Prisma.sql`d.expected_close_on`, nullable: true },
	closed: { column: Prisma.sql`d.closed_at`, nullable: true },
	created: { column: Prisma.sql`d.created_at` },
};

const owned = (userId: UserId) => Prisma.sql`d.user_id = ${userId}::uuid`;

/** One page of the account's deals, and how many there are (10,001 stands for more than 10,000). */
export async function listDeals(userId: UserId, state: DealListState, timeZone: string) {
	const { ids, count } = await findPage({
		...state,
		from: Prisma.sql`deal d`,
		id: Prisma.sql`d.id`,
		owned: owned(userId),
		search: Prisma.sql`d.search`,
		filters: filtered(state, timeZone),
		sort: sortColumns[state.sort],
	});
	const rows = await db.$queryRaw<DealRow[]>`
		SELECT ${dealColumns} FROM ${rowsOf(ids)} JOIN deal d ON ${owned(userId)} AND d.id = page.id ${people}
		ORDER BY page.place`;
	return { rows, count };
}

/** The filters as ` AND …` each; days are the user's. */
function filtered({ filters }: DealListState, timeZone: string): Prisma.Sql[] {
	const from = (column: Prisma.Sql, [value]: string[]) =>
		value ? Prisma.sql`AND ${column} >= (${value}::date)::timestamp AT TIME ZONE ${timeZone}` : Prisma.empty;
	const to = (column: Prisma.Sql, [value]: string[]) =>
		value ? Prisma.sql`AND ${column} < (${value}::date + 1)::timestamp AT TIME ZONE ${timeZone}` : Prisma.empty;
	const { stage, company, contact, valueFrom, valueTo, closeFrom, closeTo } = filters;
	return [
		stage.length > 0 ? Prisma.sql`AND d.stage = ANY (${stage}::deal_stage[])` : Prisma.empty,
		company.length > 0 ? Prisma.sql`AND d.company_id = ANY (${company}::uuid[])` : Prisma.empty,
		contact.length > 0 ? Prisma.sql`AND d.contact_id = ANY (${contact}::uuid[])` : Prisma.empty,
		valueFrom[0] ? Prisma.sql`AND d.value >= ${valueFrom[0]}::numeric` : Prisma.empty,
		valueTo[0] ? Prisma.sql`AND d.value <= ${valueTo[0]}::numeric` : Prisma.empty,
		closeFrom[0] ? Prisma.sql`AND d.expected_close_on >= ${closeFrom[0]}::date` : Prisma.empty,
		closeTo[0] ? Prisma.sql`AND d.expected_close_on <= ${closeTo[0]}::date` : Prisma.empty,
		from(Prisma.sql`d.created_at`, filters.createdFrom),
		to(Prisma.sql`d.created_at`, filters.createdTo),
		from(Prisma.sql`d.closed_at`, filters.closedFrom),
		to(Prisma.sql`d.closed_at`, filters.closedTo),
	];
}

function narrowed(state: DealListState, timeZone: string): Prisma.Sql {
	const conditions = [Prisma.empty, ...filtered(state, timeZone), matches(Prisma.sql`d.search`, state.q)];
	return Prisma.join(conditions, ' ');
}

/** True for deals that the board shows: open ones, and those closed in the last days. */
function onBoard(state: DealListState, timeZone: string): Prisma.Sql {
	if (!showsRecentlyClosed(state)) return Prisma.sql`true`;
	return Prisma.sql`(d.closed_at IS NULL OR d.closed_at >=
		((now() AT TIME ZONE ${timeZone})::date - ${shownClosedDays}::int)::timestamp AT TIME ZONE ${timeZone})`;
}

/**
 * Some deals added up: of one column of the board as it is shown, or (without a stage) of everything under the filters
 * that is open, won or lost. Per currency; the weighted value is value times probability.
 */
export type DealSum = {
	stage: DealStage | null;
	status: 'open' | 'won' | 'lost';
	currency: string;
	count: number;
	value: string;
	weighted: string;
};

/** The sums of all columns and of all that is filtered, the currency with the most deals first. */
export async function sumDeals(
	userId: UserId,
	state: DealListState,
	timeZone: string,
	client: Pick<Tx, '$queryRaw'> = db,
): Promise<DealSum[]> {
	// multiplied once per probability and not once per deal
	return client.$queryRaw`
		WITH part AS MATERIALIZED (
			SELECT d.stage, CASE d.stage WHEN 'closed_won' THEN 'won' WHEN 'closed_lost' THEN 'lost' ELSE 'open' END AS status,
				d.currency, d.probability, ${onBoard(state, timeZone)} AS shown, count(*) AS count, sum(d.value) AS value
			FROM deal d WHERE ${owned(userId)} ${narrowed(state, timeZone)} GROUP BY d.stage, d.currency, d.probability, shown
		)
		SELECT stage, status, currency, sum(count)::int AS count, sum(value)::text AS value,
			(sum(value * probability) * 0.01)::text AS weighted
		FROM part WHERE shown GROUP BY stage, status, currency
		UNION ALL
		SELECT NULL, status, currency, sum(count)::int, sum(value)::text, (sum(value * probability) * 0.01)::text
		FROM part GROUP BY status, currency
		ORDER BY count DESC, currency`;
}

/** A deal as its card shows it, and for how many of the user's days it has been in its stage. */
export type DealCard = Pick<
	DealRow,
	'id' | 'name' | 'stage' | 'value' | 'currency' | 'expectedCloseOn' | 'closedAt' | 'companyName' | 'contactName'
> & { days: number };

const cardColumns = (timeZone: string) => Prisma.sql`
	d.id, d.name, d.stage, d.value::text AS value, d.currency, d.expected_close_on::text AS "expectedCloseOn",
	d.closed_at AS "closedAt", c.name AS "companyName", p.name AS "contactName",
	(now() AT TIME ZONE ${timeZone})::date - (coalesce(step.at, d.created_at) AT TIME ZONE ${timeZone})::date AS days`;
const presentStep = Prisma.sql`
	LEFT JOIN LATERAL (
		SELECT s.at FROM deal_stage_change s WHERE s.user_id = d.user_id AND s.deal_id = d.id ORDER BY s.at DESC LIMIT 1
	) step ON true`;

/** One deal as a card, as the transaction sees it. */
export async function getCard(
	userId: UserId,
	id: string,
	timeZone: string,
	client: Pick<Tx, '$queryRaw'> = db,
): Promise<DealCard | null> {
	const [card] = await client.$queryRaw<DealCard[]>`
		SELECT ${cardColumns(timeZone)} FROM deal d ${people} ${presentStep}
		WHERE ${owned(userId)} AND d.id = ${id}::uuid`;
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
): Promise<DealCard[] | null> {
	const [last] = more
		? await db.$queryRaw<{ position: string }[]>`
			SELECT position FROM deal d WHERE ${owned(userId)} AND d.id = ${more.after}::uuid AND d.stage = ${more.stage}::deal_stage`
		: [undefined];
	if (more && !last) return null;
	const asked = state.filters.stage.length > 0 ? state.filters.stage : dealStages;
	const stages = more ? asked.filter((stage) => stage === more.stage) : asked;
	// empty strings stand before every position
	return db.$queryRaw`
		SELECT ${cardColumns(timeZone)}
		FROM unnest(${stages}::deal_stage[]) AS shown (stage)
		CROSS JOIN LATERAL (
			SELECT d.* FROM deal d
			WHERE ${owned(userId)} AND d.stage = shown.stage AND d.position > ${last?.position ?? ''}
				AND ${onBoard(state, timeZone)} ${narrowed({ ...state, filters: { ...state.filters, stage: [] } }, timeZone)}
			ORDER BY d.position LIMIT ${limit}
		) d
		${people} ${presentStep}
		ORDER BY d.stage, d.position`;
}

/** A deal with everything its own page shows, or null. */
export async function getDeal(userId: UserId, id: string) {
	return db.deal.findUnique({
		where: { userId_id: { userId, id } },
		select: {
			id: true,
			name: true,
			value: true,
			currency: true,
			stage: true,
			probability: true,
			ownProbability: true,
			expectedCloseOn: true,
			closedAt: true,
			lostReason: true,
			notes: true,
			metadata: true,
			version: true,
			createdAt: true,
			updatedAt: true,
			company: { select: { id: true, name: true } },
			contact: { select: { id: true, name: true, companyId: true } },
			_count: { select: { activities: true } },
			stageChanges: { select: { id: true, to: true, at: true }, orderBy: { at: 'asc' } },
		},
	});
}

export type Deal = NonNullable<Awaited<ReturnType<typeof getDeal>>>;

/** So many deals of a company or a person are shown at once; the rest is one link away, in the list. */
export const mostShownDeals = 100;

/** The first deals of a company or a person: open ones by their expected close, then the last closed ones. */
export async function listDealsOf(
	userId: UserId,
	of: { companyId: string } | { contactId: string },
): Promise<DealRow[]> {
	const theirs =
		'companyId' in of
			? Prisma.sql`d.company_id = ${of.companyId}::uuid`
			: Prisma.sql`d.contact_id = ${of.contactId}::uuid`;
	return db.$queryRaw`
		SELECT ${dealColumns} FROM deal d ${people} WHERE ${owned(userId)} AND ${theirs}
		ORDER BY d.closed_at DESC NULLS FIRST, d.expected_close_on, d.id LIMIT ${mostShownDeals}`;
}

/** The board as it is shown, with at most so many cards in a column. */
export async function findBoard(userId: UserId, { query, most }: { query: string; most: number }): Promise<ShownBoard> {
	const settings = await getSettings(userId);
	return readBoard(userId, dealList.parse(searchParamsOf(query)), settings, most);
}

/** The board's cards and sums as text. */
export async function readBoard(
	userId: UserId,
	state: DealListState,
	settings: Settings,
	most = cardsAtOnce,
): Promise<ShownBoard> {
	const [cards, sums] = await Promise.all([
		listCards(userId, state, settings.timeZone, { limit: most }),
		sumDeals(userId, state, settings.timeZone),
	]);
	return { cards: presentColumns(cards ?? [], settings), sums: presentSums(sums, settings) };
}

/** The cards of a column after one that is loaded, as the board shows them; null where that card has left the column. */
export async function findMoreCards(
	userId: UserId,
	{ stage, after, query }: { stage: DealStage; after: string; query: string },
): Promise<ShownCard[] | null> {
	const settings = await getSettings(userId);
	const state = dealList.parse(searchParamsOf(query));
	const cards = await listCards(userId, state, settings.timeZone, { more: { stage, after } });
	return cards && presentCards(cards, settings);
}

export type DealOption = {
	id: string;
	name: string;
	companyId: string;
	companyName: string;
	contactId: string | null;
	contactName: string | null;
};

/** Deals by their ids, for the chips of a filter; ids that are not the account's are left out. */
export async function nameDeals(userId: UserId, ids: string[]): Promise<{ id: string; name: string }[]> {
	if (ids.length === 0) return [];
	return db.deal.findMany({ where: { userId, id: { in: ids } }, select: { id: true, name: true } });
}

/** Up to ten deals for a picker, of one company or of all: open ones first, then by name. */
export async function findDealOptions(
	userId: UserId,
	{ q, companyId }: { q: string; companyId?: string | undefined },
): Promise<DealOption[]> {
	const ofCompany = companyId ? Prisma.sql`AND d.company_id = ${companyId}::uuid` : Prisma.empty;
	const options = (condition: Prisma.Sql, limit: number) => db.$queryRaw<DealOption[]>`
		SELECT d.id, d.name, d.company_id AS "companyId", c.name AS "companyName", p.id AS "contactId", p.name AS "contactName"
		FROM (
			SELECT d.* FROM deal d WHERE ${owned(userId)} ${ofCompany} ${matches(Prisma.sql`d.search`, q)} ${condition}
			ORDER BY d.name_key, d.id LIMIT ${limit}
		) d ${people} AND p.company_id = d.company_id ORDER BY d.name_key, d.id`;
	const open = await options(Prisma.sql`AND d.closed_at IS NULL`, mostOptions);
	if (open.length === mostOptions) return open;
	return [...open, ...(await options(Prisma.sql`AND d.closed_at IS NOT NULL`, mostOptions - open.length))];
}

const mostOptions = 10;
