import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { companyListOf } from '@/features/companies/server/company-list';
import { listCompanies } from '@/features/companies/server/company-queries';
import type { UserId } from '@/lib/auth/session';
import { writeCondition } from '@/lib/list/condition-text';
import { makeAccount } from '../support/accounts';
import { asked, emptiness, makeCustomRows, meets, named, type Row, types } from '../support/custom-field-rows';

// Lists that have more rows than are counted, which are walked and not collected: here from 26 on.

const countLimit = vi.hoisted(() => 25);
vi.mock('@/lib/list/list-count', () => ({ countLimit, listCountText: String }));

let lan: UserId;
let rows: Row[];

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	rows = await makeCustomRows(lan);
});

/** The ids of a list in its order, page after page, and how many its first page says there are. */
async function walk(params: Record<string, string | string[]>): Promise<{ ids: string[]; count: number }> {
	const list = await companyListOf(lan);
	const ids: string[] = [];
	let count = 0;
	for (let page = 1, more = true; more; page++) {
		const after = ids.at(-1);
		const read = await listCompanies(
			lan,
			list.parse({ ...params, page: String(page), ...(after && { after }) }),
			'UTC',
		);
		if (page === 1) count = read.count;
		ids.push(...read.rows.map((row) => row.id));
		more = read.more;
	}
	return { ids, count };
}

test.for(types)(
	'a long list that is filtered by %s has the rows and the count that plain JavaScript finds',
	async (type) => {
		const all = await walk({});
		expect(all.ids).toHaveLength(rows.length);
		const condition = fc.oneof(asked[type], ...(type === 'yes' ? [] : [emptiness]));
		await fc.assert(
			fc.asyncProperty(condition, async (each) => {
				const expected = new Set(rows.filter((row) => meets(row, type, each)).map((row) => row.id));
				const { ids, count } = await walk({ f: writeCondition({ field: named(type), ...each }) });
				expect(ids).toEqual(all.ids.filter((id) => expected.has(id)));
				expect(count).toBe(Math.min(expected.size, countLimit + 1));
			}),
			{ numRuns: 30 },
		);
	},
);
