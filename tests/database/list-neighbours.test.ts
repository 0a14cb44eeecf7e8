import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { companyList } from '@/features/companies/schema';
import { listCompanies } from '@/features/companies/server/company-queries';
import { contactList } from '@/features/contacts/schema';
import { listContacts } from '@/features/contacts/server/contact-queries';
import { dealList } from '@/features/deals/schema';
import { listDeals } from '@/features/deals/server/deal-queries';
import { findListNeighbours } from '@/features/views/server/neighbour-queries';
import type { SteppedList } from '@/features/views/view';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma } from '@/lib/db/db';
import { searchParamsOf } from '@/lib/list/list-params';
import { makeAccount } from '../support/accounts';
import { insertMany } from '../support/many-rows';
import { insertSortableRows } from '../support/sortable-rows';

const read = {
	companies: (user: UserId, query: string) => listCompanies(user, companyList.parse(searchParamsOf(query)), 'UTC'),
	contacts: (user: UserId, query: string) => listContacts(user, contactList.parse(searchParamsOf(query)), 'UTC'),
	deals: (user: UserId, query: string) => listDeals(user, dealList.parse(searchParamsOf(query)), 'UTC'),
};

const sorts: Record<SteppedList, string[]> = {
	companies: ['name', 'industry', 'size', 'contacts', 'deals', 'lastContact', 'created'],
	contacts: ['name', 'company', 'title', 'authority', 'email', 'lastContact', 'created'],
	deals: ['name', 'company', 'contact', 'stage', 'value', 'probability', 'close', 'closed', 'created'],
};

/** The whole list, or most of it, and parts of it. */
const filters: Record<SteppedList, string[]> = {
	companies: [
		'',
		'q=c',
		'q=5',
		'q=cong+ty+3',
		'industry=Ngành+2&industry=Ngành+4',
		'createdFrom=2026-11-01&size=11-50',
		'q=nobody',
	],
	contacts: ['', 'q=2', 'q=nguoi+1', 'decides=no', 'q=example.com'],
	deals: ['view=list', 'view=list&stage=proposal', 'view=list&q=hop+dong+5', 'view=list&currency=USD'],
};

const lists = Object.keys(sorts) as SteppedList[];
const cases = lists.flatMap((list) =>
	sorts[list].flatMap((sort) => ['asc', 'desc'].map((direction) => ({ list, sort: `${sort}.${direction}` }))),
);

/** The ids of all pages of a list, one after the other. */
async function idsOf(user: UserId, list: SteppedList, query: string): Promise<string[]> {
	const ids: string[] = [];
	for (let page = 1, more = true; more; page++) {
		const found = await read[list](user, `${query}&page=${page}`);
		ids.push(...found.rows.map(({ id }) => id));
		more = found.more;
	}
	return ids;
}

/** What the list's own pages say of a row. */
function expected(ids: string[], id: string) {
	const at = ids.indexOf(id);
	return { place: at + 1, count: ids.length, previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null };
}

let lan: UserId;

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	await insertSortableRows(lan);
});

describe('a row’s neighbours are those that the list’s pages show', () => {
	test.for(cases)('$list by $sort', async ({ list, sort }) => {
		for (const filter of filters[list]) {
			const query = `${filter}&sort=${sort}`;
			const ids = await idsOf(lan, list, query);
			const rows = [...new Set([ids[0], ids[1], ids[19], ids[20], ids.at(-2), ids.at(-1)])];
			for (const id of [...rows, ...fc.sample(fc.constantFrom(...(ids.length > 0 ? ids : [undefined])), 4)]) {
				if (id) expect(await findListNeighbours(lan, { list, query, id }), `${query} ${id}`).toEqual(expected(ids, id));
			}
		}
	});
});

test('from the first row, one step after the other leads through the whole list and back', async () => {
	for (const query of ['sort=industry.desc', 'q=cong+ty+3&sort=size.asc']) {
		const ids = await idsOf(lan, 'companies', query);
		const walk = async (from: string | undefined, side: 'next' | 'previous') => {
			const seen: string[] = [];
			for (let id = from ?? null; id; id = (await findListNeighbours(lan, { list: 'companies', query, id }))[side])
				seen.push(id);
			return seen;
		};
		expect(await walk(ids[0], 'next')).toEqual(ids);
		expect(await walk(ids.at(-1), 'previous')).toEqual(ids.toReversed());
	}
});

describe('after a change', () => {
	test('a record that a filter leaves out now leads on from where it would stand', async () => {
		const query = 'industry=Ngành+2&sort=name.asc';
		const ids = await idsOf(lan, 'companies', query);
		const [before, id, after] = [ids[2], ids[3], ids[4]];
		if (!id) throw new Error('There are too few companies.');
		await db.company.update({ where: { userId_id: { userId: lan, id } }, data: { industry: 'Ngành khác' } });
		expect(await findListNeighbours(lan, { list: 'companies', query, id })).toEqual({
			place: null,
			count: ids.length - 1,
			previous: before,
			next: after,
		});
	});

	test('a record that is gone leads nowhere, in whole lists and in parts', async () => {
		const id = '00000000-0000-7000-8001-000000000001';
		for (const query of ['', 'q=cong+ty', 'sort=industry.desc'])
			expect(await findListNeighbours(lan, { list: 'companies', query, id })).toMatchObject({
				place: null,
				previous: null,
				next: null,
			});
	});
});

test('nobody else’s record has neighbours, nor is it one', async () => {
	const stranger = await makeAccount('Lê Văn Lạ');
	const [row] = (await read.companies(lan, '')).rows;
	for (const query of ['', 'q=cong+ty'])
		expect(await findListNeighbours(stranger, { list: 'companies', query, id: row?.id ?? '' })).toEqual({
			place: null,
			count: 0,
			previous: null,
			next: null,
		});
});

describe('of more rows than are counted', () => {
	const many = 10_100;
	let hoa: UserId;
	beforeAll(async () => {
		hoa = await makeAccount('Trần Thị Hoa');
		await insertMany(Prisma.sql`
			INSERT INTO company (user_id, id, name, industry)
			SELECT ${hoa}::uuid, gen_random_uuid(), 'Công ty ' || n * 7919 % ${many}::int, CASE WHEN n % 7 > 0 THEN 'Ngành ' || n % 5 END
			FROM generate_series(1, ${many}::int) n`);
	});

	test.for(['name.asc', 'name.desc', 'industry.asc', 'industry.desc'])('by %s', async (sort) => {
		const [column = '', direction] = sort.split('.');
		const all = await db.$queryRawUnsafe<{ id: string }[]>(
			`SELECT id FROM company WHERE user_id = '${hoa}' ORDER BY ${column}_key ${direction} NULLS LAST, id ${direction}`,
		);
		const ids = all.map(({ id }) => id);
		for (const at of [0, 1, 5_000, 9_999, 10_000, 10_099]) {
			const id = ids[at] ?? '';
			const beside = { count: 10_001, previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null };
			const whole = await findListNeighbours(hoa, { list: 'companies', query: `sort=${sort}`, id });
			expect(whole).toEqual({ ...beside, place: at < 10_000 ? at + 1 : null });
			const part = await findListNeighbours(hoa, { list: 'companies', query: `q=cong+ty&sort=${sort}`, id });
			expect(part).toEqual({ ...beside, place: null });
		}
	});
});
