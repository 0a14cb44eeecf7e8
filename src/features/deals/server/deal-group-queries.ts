import 'server-only';
import { settleContacts } from '@/domain/settle-contacts';
import type { Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { dayIn, formatMonth, monthOf, monthsLater } from '@/lib/dates/dates';
import { Prisma } from '@/lib/db/db';
import { read } from '@/lib/db/read';
import { type BoardDeal, type DealSum, presentCards, presentHead, presentSums } from '../board/board-columns';
import type { BoardGrouping } from '../board/board-groupings';
import { cardsInGroup, maxGroups, type ShownGroup, type ShownGroups } from '../board/board-groups';
import { type DealListState, dealList } from '../schema';
import { openStages } from '../stage/stages';
import { sumDeals } from './deal-board-queries';
import { cardColumns, cardJoins } from './deal-card-sql';
import { dealConditions, isOwnDeal } from './deal-sql';

// The board by what else deals can be grouped by: open ones, unless the filters ask for other stages.

/** For so many months from this one on, each has its own column. */
const monthsAhead = 6;

/** A group before its deals are read: what it is called, which deals are in it, and the filters of the list with all of them. */
type Group = Pick<ShownGroup, 'key' | 'name' | 'isName' | 'isFixed'> & {
	holds: Prisma.Sql;
	order: Prisma.Sql;
	filters: Partial<DealListState['filters']>;
};

type GroupSum = Omit<DealSum, 'stage' | 'status'> & { key: string };

/** The board with its deals grouped by month of the expected close or by company. */
export async function readGroups(
	userId: UserId,
	state: DealListState,
	settings: Settings,
	by: BoardGrouping,
): Promise<ShownGroups> {
	await settleContacts(userId);
	const { timeZone } = settings;
	const conditions = await dealConditions(userId, state, timeZone);
	const open = state.filters.stage.length > 0 ? Prisma.empty : Prisma.sql`AND d.closed_at IS NULL`;
	const asked = Prisma.sql`${isOwnDeal(userId)} ${open} ${conditions}`;
	const [groups, totals] = await Promise.all([
		by === 'month' ? byMonth(settings) : byCompany(asked, settings),
		sumDeals(userId, state, timeZone),
	]);
	const [sums, cards] = await Promise.all([sumGroups(asked, groups), cardsOf(asked, groups, timeZone)]);
	const stage = state.filters.stage.length > 0 ? state.filters.stage : openStages;
	const shown = groups.map(({ key, name, isName, isFixed, filters }): ShownGroup => {
		const own = cards.filter((card) => card.key === key);
		return {
			...{ key, name, isName, isFixed },
			head: presentHead(
				sums.filter((sum) => sum.key === key),
				settings,
			),
			cards: presentCards(own, settings).map((card, index) => ({
				...card,
				stage: own[index]?.stage,
				closeOn: own[index]?.expectedCloseOn ?? null,
			})),
			href: dealList.of(state).canNarrow(state)
				? `/deals${dealList.of(state).query(state, { view: 'list', filters: { ...state.filters, stage, ...filters } })}`
				: null,
		};
	});
	return {
		// months without deals stay, as a card can be dropped there; what else is empty says nothing
		groups: shown.filter(({ head, isFixed }) => head.count > 0 || !isFixed),
		totals: presentSums(totals, settings).totals,
	};
}

function byMonth({ locale, timeZone }: Settings): Group[] {
	const first = monthOf(dayIn(new Date(), timeZone)).from;
	const order = Prisma.sql`d.expected_close_on, d.id`;
	const months = Array.from({ length: monthsAhead }, (_, index) => monthOf(monthsLater(first, index)));
	const later = monthsLater(first, monthsAhead);
	const day = (text: string) => Prisma.sql`${text}::date`;
	return [
		{
			...{ key: 'earlier', name: 'Earlier', isFixed: true, order },
			holds: Prisma.sql`d.expected_close_on < ${day(first)}`,
			filters: { closeTo: [monthOf(monthsLater(first, -1)).to] },
		},
		...months.map(({ from, to }) => ({
			...{ key: from.slice(0, 7), name: formatMonth(from, { locale }), order },
			holds: Prisma.sql`d.expected_close_on BETWEEN ${day(from)} AND ${day(to)}`,
			filters: { closeFrom: [from], closeTo: [to] },
		})),
		{
			...{ key: 'later', name: 'Later', isFixed: true, order },
			holds: Prisma.sql`d.expected_close_on >= ${day(later)}`,
			filters: { closeFrom: [later] },
		},
		{
			...{ key: 'none', name: 'No date' },
			order: Prisma.sql`d.created_at DESC, d.id`,
			holds: Prisma.sql`d.expected_close_on IS NULL`,
			filters: { closeDay: ['none'] },
		},
	];
}

/** The companies whose deals are worth the most in the account's currency, then those with the most deals. */
async function byCompany(asked: Prisma.Sql, { currency }: Settings): Promise<Group[]> {
	const companies = await read<{ id: string; name: string }[]>`
		SELECT c.id, c.name FROM (
			SELECT d.user_id, d.company_id, sum(d.value) FILTER (WHERE d.currency = ${currency}) AS value, count(*) AS count
			FROM deal d WHERE ${asked} GROUP BY d.user_id, d.company_id
			ORDER BY value DESC NULLS LAST, count DESC, d.company_id LIMIT ${maxGroups}
		) most JOIN company c ON c.user_id = most.user_id AND c.id = most.company_id
		ORDER BY most.value DESC NULLS LAST, most.count DESC, c.id`;
	return companies.map(({ id, name }) => ({
		...{ key: id, name, isName: true, isFixed: true },
		order: Prisma.sql`d.stage DESC, d.position`,
		holds: Prisma.sql`d.company_id = ${id}::uuid`,
		filters: { company: [id] },
	}));
}

async function sumGroups(asked: Prisma.Sql, groups: Group[]): Promise<GroupSum[]> {
	if (groups.length === 0) return [];
	const key = Prisma.join(
		groups.map(({ key, holds }) => Prisma.sql`WHEN ${holds} THEN ${key}`),
		' ',
	);
	const any = Prisma.join(
		groups.map(({ holds }) => holds),
		' OR ',
	);
	return read<GroupSum[]>`
		SELECT key, currency, count(*)::int AS count, sum(value)::text AS value,
			(sum(value * probability) * 0.01)::text AS weighted
		FROM (
			SELECT CASE ${key} END AS key, d.currency, d.value, d.probability FROM deal d WHERE ${asked} AND (${any})
		) grouped GROUP BY key, currency ORDER BY count DESC, currency`;
}

async function cardsOf(asked: Prisma.Sql, groups: Group[], timeZone: string): Promise<(BoardDeal & { key: string })[]> {
	if (groups.length === 0) return [];
	const parts = groups.map(
		({ key, holds, order }, index) => Prisma.sql`(
			SELECT ${key} AS key, ${Prisma.raw(String(index))} AS part, row_number() OVER (ORDER BY ${order}) AS place, d.*
			FROM deal d WHERE ${asked} AND ${holds} ORDER BY ${order} LIMIT ${cardsInGroup})`,
	);
	return read<(BoardDeal & { key: string })[]>`
		SELECT d.key, ${cardColumns(timeZone)} FROM (${Prisma.join(parts, ' UNION ALL ')}) d ${cardJoins(timeZone)}
		ORDER BY d.part, d.place`;
}
