import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { presentCards, presentMove, presentSums } from '@/features/deals/board/board-columns';
import { dealList } from '@/features/deals/schema';
import { findMoreCards, listCards, sumDeals } from '@/features/deals/server/deal-board-queries';
import * as deals from '@/features/deals/server/deal-mutations';
import type { DealStage } from '@/features/deals/stage/stages';
import { cardsAtOnce, dealStages, isClosed, shownClosedDays } from '@/features/deals/stage/stages';
import type { UserId } from '@/lib/auth/session';
import { dayIn, daysBetween, daysLater, formatDate } from '@/lib/dates/dates';
import { db } from '@/lib/db/db';
import type { SearchParams } from '@/lib/list/list-params';
import { makeAccount } from '../support/accounts';
import { act } from '../support/act';
import { makeColumn, makeDeal, move, namesIn, plainLoss, seeded } from '../support/deals';

const zone = 'Asia/Ho_Chi_Minh';
let lan: UserId;
let binhMinh: string;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	binhMinh = (await db.company.create({ data: { userId: lan, name: 'Thủy sản Bình Minh' } })).id;
});

const cardsOf = async (params: SearchParams = {}, more?: { stage: DealStage; after: string }, timeZone = zone) =>
	listCards(lan, dealList.parse(params), timeZone, more && { more });
const names = async (...args: Parameters<typeof cardsOf>) => (await cardsOf(...args))?.map(({ name }) => name);

/** So many user's days ago, and some seconds after (or before) that day began in Vietnam. */
async function closeAt(id: string, daysAgo: number, seconds: number) {
	await db.$executeRaw`
		UPDATE deal SET closed_at = ((now() AT TIME ZONE ${zone})::date - ${daysAgo}::int)::timestamp AT TIME ZONE ${zone}
			+ ${seconds}::int * interval '1 second' WHERE id = ${id}::uuid`;
}

describe('the sums', () => {
	type Deal = Awaited<ReturnType<typeof db.deal.findMany>>[number];
	let rich: UserId;
	let all: Deal[];

	beforeAll(async () => {
		rich = await makeAccount('Phạm Văn Đức');
		const company = await db.company.create({ data: { userId: rich, name: 'Đại Phát' } });
		const random = seeded(7);
		const some = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
		await db.deal.createMany({
			data: Array.from({ length: 600 }, (_, n) => {
				const stage = some(dealStages);
				const daysAgo = some([0, 1, 88, 89, 90, 91, 92, 400]) + random();
				return {
					userId: rich,
					companyId: company.id,
					name: some(['Kho', 'Máy', 'Xe']),
					value: some(['9999999999999.99', '0.01', '0', `${Math.floor(random() * 1e9)}.${10 + (n % 90)}`]),
					currency: some(['VND', 'VND', 'USD', 'EUR']),
					stage,
					ownProbability: some([null, 33, 7, 99]),
					position: `p${n}`,
					closedAt: isClosed(stage) ? new Date(Date.now() - daysAgo * 86_400_000) : null,
				};
			}),
		});
		all = await db.deal.findMany({ where: { userId: rich } });
	});

	/** A decimal string in ten-thousandths, so that nothing is rounded. */
	const exact = (decimal: string) => {
		const [whole = '', fraction = ''] = decimal.split('.');
		expect(fraction.slice(4)).toMatch(/^0*$/);
		return BigInt(whole + fraction.slice(0, 4).padEnd(4, '0'));
	};
	const isRecent = ({ closedAt }: Deal) =>
		!closedAt || daysBetween(dayIn(closedAt, zone), dayIn(new Date(), zone)) <= shownClosedDays;
	const statusOf = ({ stage }: Deal) => (stage === 'closed_won' ? 'won' : stage === 'closed_lost' ? 'lost' : 'open');

	test.each<[SearchParams, (deal: Deal) => boolean, (deal: Deal) => boolean]>([
		[{}, () => true, isRecent],
		[{ q: 'may' }, ({ name }) => name === 'Máy', isRecent],
		[{ stage: ['closed_won', 'proposal'] }, ({ stage }) => ['closed_won', 'proposal'].includes(stage), isRecent],
		[
			{ valueFrom: '1VND', valueTo: '500000000VND' },
			({ value, currency }) => currency === 'VND' && value.gte(1) && value.lte(500_000_000),
			isRecent,
		],
		[{ closedFrom: '2000-01-01' }, ({ closedAt }) => closedAt !== null, () => true],
		[{ closedTo: '2199-01-01' }, ({ closedAt }) => closedAt !== null, () => true],
		[{ q: 'nobody' }, () => false, () => false],
	])('of %o are those of every deal one by one, to the last decimal', async (params, isMeant, isShown) => {
		const expected = new Map<string, [count: number, value: bigint, weighted: bigint]>();
		const add = (key: string, { value, probability }: Deal) => {
			const [count, sum, weighted] = expected.get(key) ?? [0, 0n, 0n];
			const units = exact(value.toFixed(2));
			expected.set(key, [count + 1, sum + units, weighted + (units * BigInt(probability ?? -1)) / 100n]);
		};
		for (const deal of all.filter(isMeant)) {
			add(`null ${statusOf(deal)} ${deal.currency}`, deal);
			if (isShown(deal)) add(`${deal.stage} ${statusOf(deal)} ${deal.currency}`, deal);
		}
		const sums = await sumDeals(rich, dealList.parse(params), zone);
		const found = sums.map(({ stage, status, currency, count, value, weighted }) => {
			return [`${stage} ${status} ${currency}`, [count, exact(value), exact(weighted)]] as const;
		});
		expect(new Map(found)).toEqual(expected);
		expect(found).toHaveLength(expected.size);
		expect(sums.map(({ count }) => count)).toEqual(sums.map(({ count }) => count).toSorted((a, b) => b - a));
	});

	test('stay exact beyond what a number of JavaScript or a division holds', async () => {
		await db.$executeRaw`
			INSERT INTO deal (user_id, id, company_id, name, value, currency, position, own_probability)
			SELECT ${lan}::uuid, gen_random_uuid(), ${binhMinh}::uuid, 'Kho', 9999999999999.99, 'USD', 'p' || n, 99
			FROM generate_series(1, 1101) n`;
		const [sum] = await sumDeals(lan, dealList.parse({}), zone);
		expect(sum).toMatchObject({ count: 1101, value: '11009999999999988.99', weighted: '10899899999999989.1001' });
	});

	test('are shown by column and by status, each currency apart', async () => {
		await makeDeal(lan, binhMinh, { value: '1500000', currency: 'VND', stage: 'proposal' });
		await makeDeal(lan, binhMinh, { value: '10.55', currency: 'USD', stage: 'proposal', ownProbability: 33 });
		await makeDeal(lan, binhMinh, { value: '1', currency: 'USD', stage: 'closed_lost' });
		const shown = presentSums(await sumDeals(lan, dealList.parse({}), zone), {
			locale: 'en-US',
			currency: 'USD',
		});
		expect(shown.columns.proposal).toEqual({
			count: 2,
			value: { first: '$10.55', others: ['₫1.5M'], whole: '$10.55 and ₫1,500,000' },
			weighted: { first: '$3.48', others: ['₫750K'], whole: '$3.48 and ₫750,000' },
		});
		expect(shown.totals.open).toEqual(shown.columns.proposal);
		expect(shown.totals.lost).toMatchObject({ count: 1, value: { whole: '$1' }, weighted: { whole: '$0' } });
		expect([shown.totals.won.count, shown.columns.prospecting.count]).toEqual([0, 0]);
	});

	test('come with every move, under the board’s filters', async () => {
		const id = await makeDeal(lan, binhMinh, { name: 'Kho', value: '5' });
		await makeDeal(lan, binhMinh, { name: 'Máy', value: '7', stage: 'proposal' });
		const to = { id, stage: 'proposal', above: null, below: null, query: '?q=kho&view=list', ...plainLoss } as const;
		const { sums, from } = presentMove(await act((tx) => deals.moveDeal(tx, lan, to)));
		expect(from).toBe('prospecting');
		expect(sums.columns.prospecting.count).toBe(0);
		expect(sums.columns.proposal).toMatchObject({ count: 1, value: { whole: '$5' } });
		expect(sums.totals.open).toMatchObject({ count: 1, value: { whole: '$5' }, weighted: { whole: '$2.50' } });
	});
});

describe('the cards', () => {
	test('come column by column in their order, so many of each, and more after the last', async () => {
		const many = Array.from({ length: cardsAtOnce + 3 }, (_, n) => `Đơn ${n + 1}`);
		const ids = await makeColumn(lan, binhMinh, many, 'proposal');
		await makeColumn(lan, binhMinh, ['Kho', 'Máy']);
		expect(await names()).toEqual(['Kho', 'Máy', ...many.slice(0, cardsAtOnce)]);
		const last = ids[`Đơn ${cardsAtOnce}`] ?? '';
		expect(await names({}, { stage: 'proposal', after: last })).toEqual(many.slice(cardsAtOnce));
		expect(await names({ q: 'don 27' }, { stage: 'proposal', after: last })).toEqual(['Đơn 27']);
		const more = await findMoreCards(lan, { stage: 'proposal', after: last, query: 'q=27' });
		expect(more?.map(({ name }) => name)).toEqual(['Đơn 27']);
		expect(await names({}, { stage: 'proposal', after: ids[many.at(-1) ?? ''] ?? '' })).toEqual([]);
		expect(await names({ stage: 'prospecting' }, { stage: 'proposal', after: last })).toEqual([]);
	});

	test('after one that has left the column are none to speak of', async () => {
		const { Kho, Máy } = await makeColumn(lan, binhMinh, ['Kho', 'Máy', 'Xe']);
		await move(lan, Kho, { stage: 'proposal' });
		await act((tx) => deals.deleteDeal(tx, lan, { id: Máy }));
		for (const after of [Kho, Máy]) expect(await cardsOf({}, { stage: 'prospecting', after })).toBeNull();
		const stranger = await makeAccount('Lê Văn Lạ');
		const more = { stage: 'proposal', after: Kho } as const;
		expect(await listCards(stranger, dealList.parse({}), zone, { more })).toBeNull();
	});

	test('are filtered by stage and the rest', async () => {
		await makeColumn(lan, binhMinh, ['Kho', 'Máy']);
		await makeDeal(lan, binhMinh, { name: 'Xe', stage: 'negotiation', value: '9' });
		expect(await names({ stage: ['negotiation', 'proposal'] })).toEqual(['Xe']);
		expect(await names({ q: 'may' })).toEqual(['Máy']);
		expect(await names({ valueTo: '9' })).toEqual(['Xe']);
	});

	test('of closed deals stay for 90 of the user’s days, unless closing days are asked for', async () => {
		const { Cũ, Mới } = await makeColumn(lan, binhMinh, ['Cũ', 'Mới'], 'closed_won');
		await closeAt(Mới, shownClosedDays, 0);
		await closeAt(Cũ, shownClosedDays, -1);
		expect(await names()).toEqual(['Mới']);
		expect(await names({ stage: 'closed_won' })).toEqual(['Mới']);
		expect(await names({ closedFrom: '2020-01-01' })).toEqual(['Cũ', 'Mới']);
		expect(await names({ closedTo: dayIn(new Date(), zone) })).toEqual(['Cũ', 'Mới']);
		expect(await namesIn(lan, 'closed_won')).toEqual(['Cũ', 'Mới']);
	});

	test('count the days in their stage by the user’s calendar', async () => {
		const id = await makeDeal(lan, binhMinh, { name: 'Kho' });
		expect(await cardsOf()).toMatchObject([{ days: 0 }]);
		const since = async (daysAgo: number, seconds: number) => {
			await db.$executeRaw`
				UPDATE deal_stage_change SET at = ((now() AT TIME ZONE ${zone})::date - ${daysAgo}::int)::timestamp AT TIME ZONE ${zone}
					+ ${seconds}::int * interval '1 second' WHERE deal_id = ${id}::uuid`;
			return (await cardsOf())?.[0]?.days;
		};
		expect([await since(3, 0), await since(3, -1), await since(3, 86_399)]).toEqual([3, 4, 3]);
		await act((tx) => deals.changeStage(tx, lan, { id, stage: 'proposal', ...plainLoss }));
		expect(await cardsOf()).toMatchObject([{ days: 0 }]);
		await db.$executeRaw`UPDATE deal_stage_change SET at = now() - interval '12 hours' WHERE deal_id = ${id}::uuid`;
		const sameDay = (timeZone: string) =>
			daysBetween(dayIn(new Date(Date.now() - 43_200_000), timeZone), dayIn(new Date(), timeZone));
		for (const timeZone of ['Pacific/Kiritimati', 'America/Los_Angeles', zone, 'UTC'])
			expect((await cardsOf({}, undefined, timeZone))?.[0]?.days).toBe(sameDay(timeZone));
	});

	test('say when a deal was closed or is expected to be, and where that day has passed', async () => {
		const day = (days: number) => daysLater(dayIn(new Date(), zone), days);
		await makeDeal(lan, binhMinh, { name: 'Kho', expectedCloseOn: day(1) });
		await makeDeal(lan, binhMinh, { name: 'Bàn', expectedCloseOn: day(-2) });
		await makeDeal(lan, binhMinh, { name: 'Máy', stage: 'proposal' });
		const won = await makeDeal(lan, binhMinh, { name: 'Xe', expectedCloseOn: '2026-11-24', stage: 'closed_won' });
		await db.$executeRaw`UPDATE deal SET closed_at = '2026-11-20T17:30:00Z' WHERE id = ${won}::uuid`;
		const cards =
			(await cardsOf({ closedFrom: '2026-01-01' }))?.concat((await cardsOf({ valueTo: '1000' })) ?? []) ?? [];
		const shown = presentCards(cards, { locale: 'en-GB', timeZone: zone });
		const card = (name: string) => shown.find((each) => each.name === name);
		const whole = (days: number) => formatDate(day(days), { locale: 'en-GB' });
		expect(card('Kho')).toMatchObject({ close: { is: 'expected', whole: whole(1) }, value: 'US$1,000' });
		expect(card('Bàn')).toMatchObject({
			close: { is: 'passed', whole: whole(-2) },
			signals: {
				brief: 'Close date passed',
				signals: expect.arrayContaining([{ kind: 'none', text: 'No follow-up' }]),
			},
		});
		expect(card('Máy')).toMatchObject({ close: null });
		expect(card('Xe')).toMatchObject({
			close: { is: 'closed', day: '21 Nov', whole: '21 Nov 2026' },
			signals: null,
		});
	});
});
