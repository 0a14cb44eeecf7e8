import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { getSettings } from '@/features/account/server/account-queries';
import { dealList } from '@/features/deals/schema';
import { listCards, sumDeals } from '@/features/deals/server/deal-board-queries';
import { dealFile } from '@/features/deals/server/deal-export-queries';
import { listDealCurrencies, listDeals } from '@/features/deals/server/deal-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { pageRows, type SearchParams } from '@/lib/list/list-params';
import { findAll } from '@/lib/list/list-sql';
import { makeAccount } from '../support/accounts';

const timeZone = 'Asia/Ho_Chi_Minh';
/** By its own currency first, then by their codes. */
const order = ['VND', 'AUD', 'EUR', 'USD'];
type Deal = { id: string; name: string; value: number; currency: string };
let lan: UserId;
let deals: Deal[];

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	await db.settings.upsert({
		where: { userId: lan },
		create: { userId: lan, currency: 'VND', locale: 'vi-VN', timeZone },
		update: { currency: 'VND', locale: 'vi-VN', timeZone },
	});
	const { id: companyId } = await db.company.create({ data: { userId: lan, name: 'Thủy sản Bình Minh' } });
	// few values, so that many deals of each currency are equal, and more than a page of each
	deals = Array.from({ length: 150 }, (_, n) => ({
		id: uuidv7(),
		name: n % 3 === 0 ? `Kho lạnh ${n}` : `Băng tải ${n}`,
		value: (n * 7) % 11,
		currency: order[n % 4] ?? '',
	}));
	await db.deal.createMany({
		data: deals.map((deal, n) => ({
			userId: lan,
			companyId,
			position: `p${String(n).padStart(4, '0')}1`,
			...deal,
			stage: n % 5 === 0 ? ('proposal' as const) : ('prospecting' as const),
		})),
	});
});

const list = async (params: SearchParams) => (await listDeals(lan, dealList.parse(params), timeZone)).rows;

async function pagesOf(params: SearchParams): Promise<string[]> {
	const ids: string[] = [];
	for (let page = 1; ; page++) {
		const rows = await list({ ...params, page: String(page) });
		ids.push(...rows.map(({ id }) => id));
		if (rows.length < pageRows[0]) return ids;
	}
}

async function exported(params: SearchParams): Promise<string[]> {
	const { listed } = await dealFile(lan, { view: 'list', ...params }, await getSettings(lan));
	return db.$transaction(async (tx) => {
		const ids: string[] = [];
		for await (const some of findAll(tx, listed)) ids.push(...some);
		return ids;
	});
}

/** Deals in the order of their values, each currency for itself. */
function sorted(chosen: Deal[], direction: 'asc' | 'desc'): string[] {
	const sign = direction === 'asc' ? 1 : -1;
	const byText = (a: string, b: string) => (a < b ? -1 : 1);
	return chosen
		.toSorted(
			(a, b) =>
				order.indexOf(a.currency) - order.indexOf(b.currency) || sign * (a.value - b.value || byText(a.id, b.id)),
		)
		.map(({ id }) => id);
}

describe.each(['asc', 'desc'] as const)('sorting by value, %s, keeps currencies apart', (direction) => {
	const sort = `value.${direction}`;

	test('the account’s own first, whether the list is whole, searched or filtered, and in its file', async () => {
		const all = sorted(deals, direction);
		expect(await pagesOf({ sort })).toEqual(all);
		expect(await exported({ sort })).toEqual(all);
		const found = deals.filter(({ name }) => name.startsWith('Kho'));
		expect(await pagesOf({ sort, q: 'kho lanh' })).toEqual(sorted(found, direction));
		expect(await exported({ sort, q: 'kho lanh' })).toEqual(sorted(found, direction));
	});

	test('from each row to the page after it and the page before it, across the currencies', async () => {
		const all = sorted(deals, direction);
		for (const [at, id] of all.entries()) {
			const after = await list({ sort, page: '501', after: id });
			expect(after.map((row) => row.id)).toEqual(all.slice(at + 1, at + 1 + pageRows[0]));
			const before = await list({ sort, page: '501', before: id });
			expect(before.map((row) => row.id)).toEqual(all.slice(Math.max(0, at - pageRows[0]), at));
		}
	});
});

test('the account’s currencies are those of its deals', async () => {
	expect(await listDealCurrencies(lan)).toEqual(order.toSorted());
	expect(await listDealCurrencies(await makeAccount('Lê Văn Lạ'))).toEqual([]);
});

describe('a filter by value', () => {
	const namesOf = (test: (deal: Deal) => boolean) =>
		deals
			.filter(test)
			.map(({ id }) => id)
			.toSorted();

	test.each<[string, SearchParams, (deal: Deal) => boolean]>([
		['names its currency', { valueFrom: '5USD' }, ({ currency, value }) => currency === 'USD' && value >= 5],
		[
			'has two bounds of one currency',
			{ valueFrom: '2EUR', valueTo: '4.5EUR' },
			({ currency, value }) => currency === 'EUR' && value >= 2 && value <= 4.5,
		],
		[
			'is in the account’s own where it says none',
			{ valueFrom: '5' },
			(deal) => deal.currency === 'VND' && deal.value >= 5,
		],
		[
			'is in the one that the list is filtered by',
			{ valueTo: '5', currency: 'AUD' },
			({ currency, value }) => currency === 'AUD' && value <= 5,
		],
		[
			'is in the account’s own where the list is filtered by several',
			{ valueTo: '5', currency: ['VND', 'USD'] },
			({ currency, value }) => currency === 'VND' && value <= 5,
		],
		['finds nothing that is in two currencies', { valueFrom: '1USD', valueTo: '9EUR' }, () => false],
		['leaves all where it is none', { valueFrom: '5 dollars' }, () => true],
	])('%s', async (_, params, isMeant) => {
		expect((await pagesOf(params)).toSorted()).toEqual(namesOf(isMeant));
	});

	test('finds the same deals in the list, on the board, in the sums and in the file', async () => {
		const bound = fc.option(
			fc.tuple(fc.nat({ max: 12 }), fc.constantFrom('', ...order)).map(([value, currency]) => `${value}${currency}`),
			{ nil: '' },
		);
		await fc.assert(
			fc.asyncProperty(
				fc.record({
					valueFrom: bound,
					valueTo: bound,
					currency: fc.subarray(order, { maxLength: 2 }),
					sort: fc.constantFrom('value.asc', 'value.desc', 'created.asc'),
				}),
				async (params) => {
					const ids = (await pagesOf(params)).toSorted();
					expect((await exported(params)).toSorted()).toEqual(ids);
					const state = dealList.parse(params);
					const cards = (await listCards(lan, state, timeZone, { limit: 200 })) ?? [];
					expect(cards.map(({ id }) => id).toSorted()).toEqual(ids);
					const sums = (await sumDeals(lan, state, timeZone)).filter(({ stage }) => stage === null);
					expect(sums.reduce((count, sum) => count + sum.count, 0)).toBe(ids.length);
				},
			),
			{ numRuns: 40 },
		);
	});
});
