import { beforeAll, describe, expect, test } from 'vitest';
import { getSettings, type Settings } from '@/features/account/server/account-queries';
import { activityList } from '@/features/activities/schema';
import { listActivities } from '@/features/activities/server/activity-queries';
import { companyList } from '@/features/companies/schema';
import { listCompanies } from '@/features/companies/server/company-queries';
import { contactList } from '@/features/contacts/schema';
import { listContacts } from '@/features/contacts/server/contact-queries';
import { dealList } from '@/features/deals/schema';
import { listDeals } from '@/features/deals/server/deal-queries';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma } from '@/lib/db/db';
import { type FoundPage, pageRows, type SearchParams } from '@/lib/list/list-params';
import { makeAccount } from '../support/accounts';
import { insertMany } from '../support/many-rows';
import { insertSortableRows } from '../support/sortable-rows';

let lan: UserId;
let settings: Settings;

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	settings = await getSettings(lan);
	await insertSortableRows(lan);
});

type Read = (params: SearchParams) => Promise<{ rows: { id: string }[] } & FoundPage>;

const lists: Record<string, { sorts: string[]; read: Read }> = {
	companies: {
		sorts: ['name', 'industry', 'size', 'contacts', 'deals', 'lastContact', 'created'],
		read: (params) => listCompanies(lan, companyList.parse(params), 'UTC'),
	},
	contacts: {
		sorts: ['name', 'company', 'title', 'authority', 'email', 'lastContact', 'created'],
		read: (params) => listContacts(lan, contactList.parse(params), 'UTC'),
	},
	deals: {
		sorts: ['name', 'company', 'contact', 'stage', 'value', 'probability', 'close', 'closed', 'created'],
		read: (params) => listDeals(lan, dealList.parse(params), 'UTC'),
	},
	activities: {
		sorts: ['when', 'type'],
		read: (params) => listActivities(lan, activityList.parse(params), settings),
	},
};

const cases = Object.entries(lists).flatMap(([noun, { sorts, read }]) =>
	sorts.flatMap((sort) => ['asc', 'desc'].map((direction) => ({ noun, sort: `${sort}.${direction}`, read }))),
);

describe('a page far into a list begins after the row before it, and ends before the one after it', () => {
	test.for(cases)('$noun by $sort', async ({ sort, read }) => {
		const pageOf = async (params: SearchParams) => {
			const { rows, page, more } = await read({ sort, ...params });
			return { ids: rows.map(({ id }) => id), page, more };
		};
		const pages: string[][] = [];
		for (let page = 1, more = true; more; page++) {
			const found = await pageOf({ page: String(page) });
			expect(found.page).toBe(page);
			pages.push(found.ids);
			more = found.more;
		}
		expect(pages.length).toBeGreaterThan(3);
		expect((await pageOf({ page: String(pages.length + 1) })).ids).toEqual([]);
		for (const [n, ids] of pages.entries()) {
			const following = { ids: pages[n + 1] ?? [], page: 501, more: n + 2 < pages.length };
			expect(await pageOf({ page: '501', after: ids.at(-1) ?? '' })).toEqual(following);
			if (n > 0) {
				const preceding = { ids: pages[n - 1], page: 501, more: true };
				expect(await pageOf({ page: '501', before: ids[0] ?? '' })).toEqual(preceding);
			}
		}
	});

	test('a row that is gone says nothing any more', async () => {
		const gone = '00000000-0000-7000-8001-000000000001';
		expect(await lists.companies?.read({ after: gone })).toEqual(await lists.companies?.read({}));
		// and the page is called what it is
		expect(await lists.companies?.read({ page: '503', after: gone })).toMatchObject({ rows: [], page: 500 });
	});

	test('nobody else’s row says anything', async () => {
		const stranger = await makeAccount('Lê Văn Lạ');
		const [row] = (await lists.companies?.read({ page: '2' }))?.rows ?? [];
		const { rows } = await listCompanies(stranger, companyList.parse({ after: row?.id ?? '' }), 'UTC');
		expect(rows).toEqual([]);
	});
});

describe('a search that finds more than is counted', () => {
	let hoa: UserId;
	const many = 10_100;
	beforeAll(async () => {
		hoa = await makeAccount('Trần Thị Hoa');
		await insertMany(
			Prisma.sql`
			INSERT INTO company (user_id, id, name, industry)
			SELECT ${hoa}::uuid, gen_random_uuid(), 'Công ty ' || n * 7919 % ${many}::int, 'Ngành ' || n % 5
			FROM generate_series(1, ${many}::int) n`,
		);
	});

	test.for(['name.asc', 'name.desc', 'industry.asc', 'created.desc'])('is in its order, by %s', async (sort) => {
		const [column, direction] = sort.split('.');
		const key = { name: 'name_key', industry: 'industry_key', created: 'created_at' }[column ?? ''];
		const all = await db.$queryRawUnsafe<{ id: string }[]>(
			`SELECT id FROM company WHERE user_id = '${hoa}' ORDER BY ${key} ${direction}, id ${direction}`,
		);
		for (const page of [1, 2, 500]) {
			const { rows, count } = await listCompanies(
				hoa,
				companyList.parse({ q: 'cong ty', sort, page: `${page}` }),
				'UTC',
			);
			expect(count).toBe(10_001);
			expect(rows.map(({ id }) => id)).toEqual(
				all.slice((page - 1) * pageRows[0], page * pageRows[0]).map(({ id }) => id),
			);
		}
		const after = all[9_999]?.id ?? '';
		const { rows } = await listCompanies(hoa, companyList.parse({ q: 'cong ty', sort, page: '501', after }), 'UTC');
		expect(rows.map(({ id }) => id)).toEqual(all.slice(10_000, 10_000 + pageRows[0]).map(({ id }) => id));
	});
});
