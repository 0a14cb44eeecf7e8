import { beforeAll, describe, expect, test } from 'vitest';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma } from '@/lib/db/db';
import { findNeighbours } from '@/lib/list/list-neighbours';
import type { Direction } from '@/lib/list/list-order';
import { listQuery, type SortColumn } from '@/lib/list/list-query';
import { findPage } from '@/lib/list/list-sql';
import { makeAccount } from '../support/accounts';

// Companies by what stands in another table, which has a row for some of them: here their tag, one at the most.

let lan: UserId;
/** Of each company, its id and its tag's. */
let companies: { id: string; tag: string | null }[];
const tagIds = [3, 1, 2].map((each) => `00000000-0000-7000-8000-00000000000${each}`);

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	for (const id of [...tagIds, '00000000-0000-7000-8000-000000000004'])
		await db.tag.create({ data: { userId: lan, id, name: `Nhãn ${id.at(-1)}`, colour: 'blue' } });
	await db.company.createMany({
		data: Array.from({ length: 70 }, (_, n) => ({
			userId: lan,
			name: `Công ty ${n}`,
			industry: n % 2 ? `Ngành ${n % 3}` : null,
		})),
	});
	const rows = await db.company.findMany({ where: { userId: lan }, select: { id: true }, orderBy: { id: 'asc' } });
	// the fourth tag is none of the ordered ones
	const tags = [...tagIds, '00000000-0000-7000-8000-000000000004', null, null, null];
	companies = rows.map(({ id }, n) => ({ id, tag: tags[(n * 5) % tags.length] ?? null }));
	await db.companyTag.createMany({
		data: companies.flatMap(({ id, tag }) => (tag ? [{ userId: lan, companyId: id, tagId: tag }] : [])),
	});
});

/** Sorted as the tags' own ids are, or in an order of their own. */
const orders: Record<string, { parts?: SortColumn['parts']; place: (tag: string) => string | number }> = {
	'by value': { place: (tag) => tag },
	'in an order of their own': {
		parts: { column: Prisma.sql`v.tag_id`, ids: tagIds },
		place: (tag) => tagIds.indexOf(tag),
	},
};

const querying = (order: string, direction: Direction, filters: Prisma.Sql[]) =>
	listQuery(
		lan,
		'company c',
		{ q: '', direction },
		{
			filters,
			sort: {
				column: Prisma.sql`v.tag_id`,
				nullable: true,
				join: Prisma.sql`LEFT JOIN company_tag v ON v.user_id = c.user_id AND v.company_id = c.id`,
				key: Prisma.sql`v.company_id`,
				sparse: { isSet: Prisma.sql`v.tag_id IS NOT NULL`, isUnset: Prisma.sql`v.company_id IS NULL` },
				...(orders[order]?.parts && { parts: orders[order].parts }),
			},
		},
	);

/** The ids as plain JavaScript sorts them: rows without a value last, and those of no place in the order before them. */
function sorted(order: string, direction: Direction): string[] {
	const place = orders[order]?.place ?? String;
	const rank = (tag: string | null) => (tag === null ? 2 : place(tag) === -1 ? 1 : 0);
	const turn = direction === 'asc' ? 1 : -1;
	const compare = (one: string | number, other: string | number) => (one < other ? -1 : one > other ? 1 : 0) * turn;
	return companies
		.toSorted(
			(a, b) =>
				rank(a.tag) - rank(b.tag) || (a.tag && b.tag ? compare(place(a.tag), place(b.tag)) : 0) || compare(a.id, b.id),
		)
		.map(({ id }) => id);
}

const cases = Object.keys(orders).flatMap((order) =>
	(['asc', 'desc'] as const).map((direction) => ({ order, direction })),
);

describe('a list that is sorted by what only some of its rows have', () => {
	test.for(cases)('$order, $direction: is the same by the index and among few rows', async ({ order, direction }) => {
		const ids = sorted(order, direction);
		for (const filters of [[], [Prisma.sql`AND c.created_at IS NOT NULL`]]) {
			const listed = querying(order, direction, filters);
			const found: string[] = [];
			for (let page = 1, more = true; more; page++) {
				const read = await findPage(listed, { page, rows: 20 });
				found.push(...read.ids);
				more = read.more;
			}
			expect(found).toEqual(ids);
		}
	});

	test.for(cases)('$order, $direction: goes on from each row, both ways', async ({ order, direction }) => {
		const ids = sorted(order, direction);
		const listed = querying(order, direction, []);
		for (const [at, id] of ids.entries()) {
			const pageFrom = (side: 'after' | 'before') => findPage(listed, { page: 2, rows: 20, cursor: { side, id } });
			expect((await pageFrom('after')).ids).toEqual(ids.slice(at + 1, at + 21));
			expect((await pageFrom('before')).ids).toEqual(ids.slice(Math.max(at - 20, 0), at));
			expect(await findNeighbours(listed, id)).toEqual({
				place: at + 1,
				count: ids.length,
				previous: ids[at - 1] ?? null,
				next: ids[at + 1] ?? null,
			});
		}
	});

	test('by a second column within the first', async () => {
		const listed = {
			...querying('by value', 'asc', []),
			further: [{ sort: { column: Prisma.sql`c.industry_key`, nullable: true as const }, direction: 'desc' as const }],
		};
		const whole = await findPage(
			{ ...listed, filters: [Prisma.sql`AND c.created_at IS NOT NULL`] },
			{ page: 1, rows: 100 },
		);
		expect(whole.ids).toHaveLength(companies.length);
		for (const [at, id] of whole.ids.entries()) {
			const { ids } = await findPage(listed, { page: 2, rows: 20, cursor: { side: 'after', id } });
			expect(ids).toEqual(whole.ids.slice(at + 1, at + 21));
		}
	});
});
