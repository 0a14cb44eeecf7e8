import { beforeAll, describe, expect, test } from 'vitest';
import { dealList } from '@/features/deals/schema';
import * as deals from '@/features/deals/server/deal-mutations';
import { findDealOptions, listDeals } from '@/features/deals/server/deal-queries';
import { readRailDeals } from '@/features/deals/server/rail-deal-queries';
import type { UserId } from '@/lib/auth/session';
import { dayIn, daysLater, monthOf } from '@/lib/dates/dates';
import { db } from '@/lib/db/db';
import { pageRows, type SearchParams } from '@/lib/list/list-params';
import { makeAccount } from '../support/accounts';
import { act } from '../support/act';
import { makeDeal, type plainDeal } from '../support/deals';

let lan: UserId;
let binhMinh: string;
let hoaSen: string;
let bảo: string;
let hùng: string;

async function find(params: SearchParams, timeZone = 'UTC') {
	const { rows, count } = await listDeals(lan, dealList.parse({ sort: 'close.asc', ...params }), timeZone);
	expect(count).toBe(rows.length);
	return rows.map(({ name }) => name);
}

type Fields = Partial<typeof plainDeal> & { created?: string; closed?: string };

async function make(company: string, name: string, { created, closed, ...fields }: Fields) {
	const id = await makeDeal(lan, company, { name, ...fields });
	if (created) await db.$executeRaw`UPDATE deal SET created_at = ${created}::timestamptz WHERE id = ${id}::uuid`;
	if (closed) await db.$executeRaw`UPDATE deal SET closed_at = ${closed}::timestamptz WHERE id = ${id}::uuid`;
	return id;
}

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	binhMinh = (await db.company.create({ data: { userId: lan, name: 'Thủy sản Bình Minh' } })).id;
	hoaSen = (await db.company.create({ data: { userId: lan, name: 'Nội thất Hoa Sen' } })).id;
	bảo = (await db.contact.create({ data: { userId: lan, companyId: binhMinh, name: 'Trần Quốc Bảo' } })).id;
	hùng = (await db.contact.create({ data: { userId: lan, companyId: hoaSen, name: 'Đặng Văn Hùng' } })).id;
	await make(binhMinh, 'Kho lạnh', {
		contactId: bảo,
		value: '500',
		expectedCloseOn: '2026-12-31',
		// the last second of 10 November in Vietnam
		created: '2026-11-10T16:59:59Z',
	});
	await make(binhMinh, 'Đóng gói', {
		stage: 'proposal',
		value: '1500.5',
		ownProbability: 80,
		expectedCloseOn: '2027-01-01',
		// midnight, 11 November in Vietnam
		created: '2026-11-10T17:00:00Z',
	});
	await make(hoaSen, 'Bàn ghế', {
		contactId: hùng,
		stage: 'closed_won',
		value: '1500.51',
		// 1 November in California, where clocks go back that night, and 2 November in Vietnam
		closed: '2026-11-02T07:59:59Z',
		created: '2026-10-01T00:00:00Z',
	});
	await make(hoaSen, 'Tủ bếp', {
		stage: 'closed_lost',
		value: '99',
		closed: '2026-11-02T08:00:00Z',
		created: '2026-10-02T00:00:00Z',
	});
	const stranger = await makeAccount('Lê Văn Lạ');
	const theirs = await db.company.create({ data: { userId: stranger, name: 'Bình Minh khác' } });
	await makeDeal(stranger, theirs.id, { name: 'Kho của lạ' });
});

describe('the list of deals', () => {
	test.each([
		['by its name', 'kho', ['Kho lạnh']],
		['by accents left out and words turned around', 'goi dong', ['Đóng gói']],
		['by company', 'binh minh', ['Kho lạnh', 'Đóng gói']],
		['by contact', 'Dang Van', ['Bàn ghế']],
		['by words of all three', 'bảo lạnh thủy', ['Kho lạnh']],
		['by %, which is text', '%', []],
		['by what is nowhere', 'kho hùng', []],
	])('is searched %s', async (_, q, names) => expect(await find({ q })).toEqual(names));

	test.each<[SearchParams, string[]]>([
		[{ stage: 'proposal' }, ['Đóng gói']],
		[{ stage: ['closed_won', 'prospecting'] }, ['Kho lạnh', 'Bàn ghế']],
		[{ valueFrom: '500' }, ['Kho lạnh', 'Đóng gói', 'Bàn ghế']],
		[{ valueFrom: '1500.5', valueTo: '1500.50' }, ['Đóng gói']],
		[{ valueFrom: '1500.51' }, ['Bàn ghế']],
		[{ valueTo: '99' }, ['Tủ bếp']],
		[{ closeFrom: '2026-12-31', closeTo: '2026-12-31' }, ['Kho lạnh']],
		[{ closeFrom: '2027-01-01' }, ['Đóng gói']],
		[{ closeTo: '2027-01-01' }, ['Kho lạnh', 'Đóng gói']],
		[
			{ valueFrom: 'a lot', stage: 'won', closeFrom: '31.12.2026', contact: 'x' },
			['Kho lạnh', 'Đóng gói', 'Tủ bếp', 'Bàn ghế'],
		],
	])('is filtered by %o', async (params, names) => expect((await find(params)).toSorted()).toEqual(names.toSorted()));

	test('is filtered by an expected close that moves along with the user’s days', async () => {
		const timeZone = 'Pacific/Kiritimati';
		const phúc = await makeAccount('Lê Hoàng Phúc');
		const { id: company } = await db.company.create({ data: { userId: phúc, name: 'Ánh Dương' } });
		const today = dayIn(new Date(), timeZone);
		const { from: first, to: last } = monthOf(today);
		const next = monthOf(daysLater(last, 1));
		for (const day of [daysLater(first, -1), first, last, next.from, next.to, daysLater(next.to, 1)])
			await makeDeal(phúc, company, { name: day, expectedCloseOn: day });
		await makeDeal(phúc, company, { name: 'Không biết', expectedCloseOn: null });
		const closing = async (params: SearchParams) => {
			const { rows } = await listDeals(phúc, dealList.parse({ ...params, sort: 'close.asc' }), timeZone);
			return rows.map(({ name }) => name);
		};
		expect(await closing({ close: 'month' })).toEqual([first, last]);
		expect(await closing({ close: 'next-month' })).toEqual([next.from, next.to]);
		expect(await closing({ close: ['next-month', 'month'] })).toEqual([first, last, next.from, next.to]);
		expect(await closing({ close: 'month', closeFrom: last })).toEqual([last]);
		expect(await closing({ close: 'month', closeDay: 'none' })).toEqual([]);
		expect(await closing({ close: 'never' })).toHaveLength(7);
	});

	test('is filtered by company and contact, by several and together with the rest', async () => {
		expect(await find({ company: binhMinh })).toEqual(['Kho lạnh', 'Đóng gói']);
		expect(await find({ company: [binhMinh, hoaSen] })).toHaveLength(4);
		expect(await find({ contact: hùng })).toEqual(['Bàn ghế']);
		expect((await find({ contact: [hùng, bảo] })).toSorted()).toEqual(['Bàn ghế', 'Kho lạnh']);
		expect(await find({ contact: bảo, company: hoaSen })).toEqual([]);
		expect(await find({ company: hoaSen, stage: 'closed_lost', valueTo: '100', q: 'tu' })).toEqual(['Tủ bếp']);
	});

	test.each<[string, SearchParams, string[]]>([
		['Asia/Ho_Chi_Minh', { createdFrom: '2026-11-10', createdTo: '2026-11-10' }, ['Kho lạnh']],
		['Asia/Ho_Chi_Minh', { createdFrom: '2026-11-11' }, ['Đóng gói']],
		['America/Los_Angeles', { createdFrom: '2026-11-10', createdTo: '2026-11-10' }, ['Kho lạnh', 'Đóng gói']],
		['America/Los_Angeles', { createdFrom: '2026-11-11' }, []],
		['America/Los_Angeles', { closedFrom: '2026-11-01', closedTo: '2026-11-01' }, ['Bàn ghế']],
		['America/Los_Angeles', { closedFrom: '2026-11-02' }, ['Tủ bếp']],
		['Asia/Ho_Chi_Minh', { closedFrom: '2026-11-02', closedTo: '2026-11-02' }, ['Bàn ghế', 'Tủ bếp']],
		['Asia/Ho_Chi_Minh', { closedTo: '2026-11-01' }, []],
	])('counts days as in %s: %o', async (timeZone, params, names) =>
		expect((await find(params, timeZone)).toSorted()).toEqual(names.toSorted()),
	);

	test.each<[string, string[]]>([
		['name', ['Bàn ghế', 'Đóng gói', 'Kho lạnh', 'Tủ bếp']],
		['company', ['Bàn ghế', 'Tủ bếp', 'Kho lạnh', 'Đóng gói']],
		['stage', ['Kho lạnh', 'Đóng gói', 'Bàn ghế', 'Tủ bếp']],
		['value', ['Tủ bếp', 'Kho lạnh', 'Đóng gói', 'Bàn ghế']],
		['probability', ['Tủ bếp', 'Kho lạnh', 'Đóng gói', 'Bàn ghế']],
		['created', ['Bàn ghế', 'Tủ bếp', 'Kho lạnh', 'Đóng gói']],
	])('sorts by %s', async (sort, names) => {
		expect(await find({ sort: `${sort}.asc` })).toEqual(names);
		expect(await find({ sort: `${sort}.desc` })).toEqual(names.toReversed());
	});

	test.each<[string, string[]]>([
		['contact', ['Bàn ghế', 'Kho lạnh']],
		['close', ['Kho lạnh', 'Đóng gói']],
		['closed', ['Bàn ghế', 'Tủ bếp']],
	])('sorts by %s, those without one last both ways', async (sort, names) => {
		// a search goes another way than the whole list
		for (const q of ['', 'n']) {
			expect((await find({ sort: `${sort}.asc`, q })).slice(0, 2)).toEqual(names);
			expect((await find({ sort: `${sort}.desc`, q })).slice(0, 2)).toEqual(names.toReversed());
		}
	});

	test('sorts by a person’s present name, and last again when they are gone', async () => {
		const an = await db.contact.create({ data: { userId: lan, companyId: hoaSen, name: 'Zoe Ân' } });
		const id = await makeDeal(lan, hoaSen, { name: 'Rèm cửa', contactId: an.id });
		expect((await find({ sort: 'contact.asc' })).indexOf('Rèm cửa')).toBe(2);
		await db.contact.update({ where: { userId_id: { userId: lan, id: an.id } }, data: { name: 'Ân' } });
		expect((await find({ sort: 'contact.asc' })).indexOf('Rèm cửa')).toBe(0);
		expect(await find({ q: 'zoe' })).toEqual([]);
		await db.contact.delete({ where: { userId_id: { userId: lan, id: an.id } } });
		expect((await find({ sort: 'contact.asc' })).indexOf('Rèm cửa')).toBeGreaterThan(1);
		expect(await find({ q: 'rem hoa sen' })).toEqual(['Rèm cửa']);
		await act((tx) => deals.deleteDeal(tx, lan, { id }));
	});

	test('walks its pages in one order, without gaps', async () => {
		const rich = await makeAccount('Phạm Văn Đức');
		await db.$executeRaw`
			WITH made AS (INSERT INTO company (user_id, id, name) VALUES (${rich}::uuid, gen_random_uuid(), 'Đại Phát') RETURNING *)
			INSERT INTO deal (user_id, id, company_id, name, value, currency, position, expected_close_on)
			SELECT user_id, gen_random_uuid(), made.id, 'Đơn', n % 7, 'VND', 'p' || n, CASE WHEN n % 3 > 0 THEN DATE '2026-12-01' + n % 5 END
			FROM made, generate_series(1, 95) n`;
		for (const sort of ['close.asc', 'close.desc', 'value.desc', 'contact.asc']) {
			const seen: string[] = [];
			for (let page = 1; page <= 95 / pageRows[0] + 1; page++)
				seen.push(
					...(await listDeals(rich, dealList.parse({ sort, page: String(page) }), 'UTC')).rows.map(({ id }) => id),
				);
			expect(new Set(seen).size).toBe(95);
		}
	});
});

test('a picker has open deals first, or these alone, each with its stage', async () => {
	const options = async (open?: 'yes') =>
		(await findDealOptions(lan, { q: '', open })).map(({ name, stage }) => [name, stage]);
	const openOnes = [
		['Đóng gói', 'proposal'],
		['Kho lạnh', 'prospecting'],
	];
	expect(await options('yes')).toEqual(openOnes);
	expect(await options()).toEqual([...openOnes, ['Bàn ghế', 'closed_won'], ['Tủ bếp', 'closed_lost']]);
});

test('the open deals of a company or a contact stand by their close, and the closed ones are added up', async () => {
	await make(hoaSen, 'Kệ sách', { contactId: hùng, expectedCloseOn: '2026-12-01' });
	await make(hoaSen, 'Ghế', { expectedCloseOn: '2026-11-30' });
	await make(hoaSen, 'Đèn', {});
	const ofCompany = await readRailDeals(lan, { companyId: hoaSen }, 10);
	const namesOf = ({ deals }: typeof ofCompany) => deals.map(({ name }) => name);
	const closedOf = ({ closed }: typeof ofCompany) => closed.map(({ stage, count }) => [stage, count]);
	expect(namesOf(ofCompany)).toEqual(['Ghế', 'Kệ sách', 'Đèn']);
	expect(ofCompany.open).toBe(3);
	expect(closedOf(ofCompany)).toEqual([
		['closed_won', 1],
		['closed_lost', 1],
	]);
	const ofContact = await readRailDeals(lan, { contactId: hùng }, 10);
	expect(namesOf(ofContact)).toEqual(['Kệ sách']);
	expect(closedOf(ofContact)).toEqual([['closed_won', 1]]);
	const [ghế] = ofCompany.deals;
	expect(ghế).toMatchObject({ value: expect.stringContaining('1,000'), stage: 'prospecting', days: 0, role: null });
	const first = await readRailDeals(lan, { companyId: hoaSen, except: ghế?.id }, 1);
	expect([namesOf(first), first.open]).toEqual([['Kệ sách'], 2]);
});
