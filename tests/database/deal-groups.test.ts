import { beforeAll, describe, expect, test } from 'vitest';
import { getSettings } from '@/features/account/server/account-queries';
import type { ShownGroup } from '@/features/deals/board/board-groups';
import { dealList } from '@/features/deals/schema';
import { readGroups } from '@/features/deals/server/deal-group-queries';
import { listDeals } from '@/features/deals/server/deal-queries';
import { isClosed } from '@/features/deals/stage/stages';
import type { UserId } from '@/lib/auth/session';
import { dayIn, daysLater, monthOf, monthsLater } from '@/lib/dates/dates';
import { db } from '@/lib/db/db';
import { type SearchParams, searchParamsOf } from '@/lib/list/list-params';
import { makeAccount } from '../support/accounts';
import { makeDeal, seeded } from '../support/deals';

type Deal = Awaited<ReturnType<typeof db.deal.findMany>>[number];

let lan: UserId;
let all: Deal[];
let today: string;

const groupsOf = async (by: 'month' | 'company', params: SearchParams = {}, userId = lan) =>
	readGroups(userId, dealList.parse({ view: by, ...params }), await getSettings(userId), by);

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	const { timeZone } = await getSettings(lan);
	today = dayIn(new Date(), timeZone);
	const random = seeded(20261130);
	const companies = await db.company.createManyAndReturn({
		data: Array.from({ length: 30 }, (_, n) => ({ userId: lan, name: `Công ty ${n + 1}` })),
		select: { id: true },
	});
	const some = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
	await db.deal.createMany({
		data: Array.from({ length: 500 }, (_, n) => {
			const stage = some(['prospecting', 'proposal', 'negotiation', 'closed_won'] as const);
			return {
				userId: lan,
				companyId: some(companies).id,
				name: some(['Kho lạnh', 'Máy ép', 'Xe nâng']),
				value: Math.floor(random() * 1e6),
				currency: some(['VND', 'USD', 'USD']),
				stage,
				position: `p${String(n).padStart(4, '0')}`,
				expectedCloseOn: some([true, true, true, false])
					? new Date(`${daysLater(today, Math.floor(random() * 400) - 90)}T00:00:00Z`)
					: null,
				closedAt: isClosed(stage) ? new Date() : null,
			};
		}),
	});
	all = await db.deal.findMany({ where: { userId: lan } });
});

const closeOf = ({ expectedCloseOn }: Deal) => expectedCloseOn?.toISOString().slice(0, 10) ?? null;

function monthGroupOf(deal: Deal): string {
	const close = closeOf(deal);
	const first = monthOf(today).from;
	if (!close) return 'none';
	if (close < first) return 'earlier';
	return close >= monthsLater(first, 6) ? 'later' : close.slice(0, 7);
}

const sumIn = (deals: Deal[], currency: string) =>
	deals.filter((deal) => deal.currency === currency).reduce((sum, { value }) => sum + Number(value), 0);

function expectGroup({ head, cards }: ShownGroup, deals: Deal[]) {
	expect(head.count).toBe(deals.length);
	expect(cards).toHaveLength(Math.min(deals.length, 25));
	const ids = deals.map(({ id }) => id);
	expect(cards.filter(({ id }) => !ids.includes(id))).toEqual([]);
	const dollars = sumIn(deals, 'USD');
	if (dollars > 0) expect(head.value.whole).toContain(`$${dollars.toLocaleString('en-US')}`);
}

describe('the board by month', () => {
	test.each<[SearchParams, (deal: Deal) => boolean]>([
		[{}, ({ stage }) => !isClosed(stage)],
		[{ q: 'may ep' }, ({ stage, name }) => !isClosed(stage) && name === 'Máy ép'],
		[{ stage: ['closed_won', 'proposal'] }, ({ stage }) => ['closed_won', 'proposal'].includes(stage)],
	])('of %o has every deal once, in its month', async (params, isMeant) => {
		const { groups } = await groupsOf('month', params);
		const expected = Map.groupBy(all.filter(isMeant), monthGroupOf);
		for (const group of groups) expectGroup(group, expected.get(group.key) ?? []);
		expect(groups.reduce((sum, { head }) => sum + head.count, 0)).toBe(all.filter(isMeant).length);
		// six months from this one on, also without deals
		expect(groups.filter(({ key }) => /^\d{4}-\d{2}$/.test(key)).map(({ key }) => key)).toEqual(
			[0, 1, 2, 3, 4, 5].map((months) => monthsLater(monthOf(today).from, months).slice(0, 7)),
		);
	});

	test.each<[SearchParams]>([
		[{}],
		[
			{
				match: 'any',
				f: [
					'name.contains:máy',
					'1/value.min:2000USD',
					'1/stage.none:proposal',
					'2/currency.any:VND',
					'2/name.contains:kho',
				],
			},
		],
	])('of %o leads to the list with all of a month', async (params) => {
		const { groups } = await groupsOf('month', params);
		const { timeZone } = await getSettings(lan);
		expect(groups.reduce((sum, { head }) => sum + head.count, 0)).toBeGreaterThan(0);
		for (const { href, head, key } of groups) {
			const state = dealList.parse(searchParamsOf(href?.slice(href.indexOf('?') + 1) ?? ''));
			expect(state.view, key).toBe('list');
			const { count } = await listDeals(lan, state, timeZone);
			expect(count, key).toBe(head.count);
		}
	});
});

describe('the board by company', () => {
	test('has those whose deals are worth the most in the account’s currency', async () => {
		const { groups } = await groupsOf('company');
		const open = all.filter(({ stage }) => !isClosed(stage));
		const worth = [...Map.groupBy(open, ({ companyId }) => companyId)]
			.map(([companyId, deals]) => ({ companyId, deals, dollars: sumIn(deals, 'USD') }))
			.toSorted((one, other) => other.dollars - one.dollars);
		expect(groups.map(({ key }) => key)).toEqual(worth.slice(0, 24).map(({ companyId }) => companyId));
		for (const group of groups) expectGroup(group, worth.find(({ companyId }) => companyId === group.key)?.deals ?? []);
	});

	test('of an account without deals has no columns, and of another account none of these', async () => {
		const bảo = await makeAccount('Trần Quốc Bảo');
		expect((await groupsOf('company', {}, bảo)).groups).toEqual([]);
		const company = await db.company.create({ data: { userId: bảo, name: 'Ánh Dương' } });
		await makeDeal(bảo, company.id, { name: 'Kho của Bảo' });
		const { groups } = await groupsOf('company', {}, bảo);
		expect(groups.map(({ name, cards }) => [name, cards.map((card) => card.name)])).toEqual([
			['Ánh Dương', ['Kho của Bảo']],
		]);
	});
});
