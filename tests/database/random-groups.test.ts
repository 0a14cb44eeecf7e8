import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { companyList } from '@/features/companies/schema';
import { listCompanies } from '@/features/companies/server/company-queries';
import { dealList } from '@/features/deals/schema';
import { listDeals } from '@/features/deals/server/deal-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import type { RowSums } from '@/lib/list/list-sums-sql';
import { makeFilteredAccount } from '../support/filtered-account';

const zone = 'Pacific/Auckland';

type Deal = { id: string; stage: string; company: string; currency: string; month: string | null; value: string };

let lan: UserId;
let deals: Deal[];

beforeAll(async () => {
	lan = await makeFilteredAccount({ timeZone: zone, weekStart: 1, currency: 'VND' });
	deals = await db.$queryRaw<Deal[]>`
		SELECT id, stage::text, company_id::text AS company, currency, to_char(expected_close_on, 'YYYY-MM') AS month, value::text
		FROM deal WHERE user_id = ${lan}::uuid`;
}, 60_000);

const keyOf: Record<string, (deal: Deal) => string | null> = {
	stage: ({ stage }) => stage,
	company: ({ company }) => company,
	currency: ({ currency }) => currency,
	expectedClose: ({ month }) => month,
};

/** Cents, as amounts of two places are not exact otherwise. */
const cents = (value: string) => Math.round(Number(value) * 100);

/** How many deals there are in each currency, and what they are worth. */
function plainSums(of: Deal[]): Record<string, [count: number, cents: number]> {
	const sums: Record<string, [number, number]> = {};
	for (const { currency, value } of of) {
		const [count, sum] = sums[currency] ?? [0, 0];
		sums[currency] = [count + 1, sum + cents(value)];
	}
	return sums;
}

const foundSums = (found: RowSums[]) =>
	Object.fromEntries(found.map(({ per, count, sums }) => [per, [count, cents(sums.value?.[0] ?? '0')]]));

test('groups of deals follow one another, each whole, with the sums of plain JavaScript, currency by currency', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...dealList.groups),
			fc.constantFrom('name.asc', 'value.desc', 'close.asc,value.desc'),
			fc.constantFrom('20', '50', '100'),
			fc.subarray(['prospecting', 'proposal', 'closed_won', 'closed_lost']),
			fc.boolean(),
			async (group, sort, size, stages, isByRow) => {
				const left = deals.filter(({ stage }) => stages.length === 0 || stages.includes(stage));
				const byKey = Map.groupBy(left, (deal) => keyOf[group]?.(deal) ?? null);
				const seen: (string | null)[] = [];
				const ids: string[] = [];
				for (let page = 1; ids.length < left.length && page < 50; page++) {
					const place = { page: String(page), ...(isByRow && page > 1 && { after: ids.at(-1) }) };
					const params = { view: 'list', group, sort, rows: size, stage: stages, ...place };
					const { rows, groups, sums, isContinued } = await listDeals(lan, dealList.parse(params), zone);
					const isSame = seen.length > 0 && rows.length > 0 && seen.at(-1) === (rows[0]?.groupKey ?? null);
					expect(isContinued).toBe(isSame);
					expect(foundSums(sums)).toEqual(plainSums(left));
					for (const { id, groupKey = null } of rows) {
						ids.push(id);
						if (seen.at(-1) !== groupKey || seen.length === 0) seen.push(groupKey);
						const own = groups.filter(({ key }) => key === groupKey);
						expect(foundSums(own)).toEqual(plainSums(byKey.get(groupKey) ?? []));
					}
				}
				expect([...ids].sort()).toEqual(left.map(({ id }) => id).sort());
				// none comes twice
				expect(seen).toHaveLength(byKey.size);
				expect(new Set(seen)).toEqual(new Set(byKey.keys()));
			},
		),
		{ numRuns: 40, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true },
	);
}, 90_000);

test('a sum and an average are those of all rows that the filters leave, of the shown columns alone', async () => {
	const rows = await db.$queryRaw<{ contacts: number }[]>`
		SELECT s.contacts FROM company c JOIN company_stats s ON s.user_id = c.user_id AND s.company_id = c.id
		WHERE c.user_id = ${lan}::uuid AND c.size = '1-10'`;
	const { sums, count } = await listCompanies(lan, companyList.parse({ size: '1-10', cols: 'name,contacts' }), zone);
	const all = rows.reduce((sum, row) => sum + row.contacts, 0);
	expect(count).toBe(rows.length);
	expect(Object.keys(sums[0]?.sums ?? {})).toEqual(['contacts']);
	expect(Number(sums[0]?.sums.contacts?.[0])).toBe(all);
	expect(Number(sums[0]?.sums.contacts?.[1])).toBeCloseTo(all / rows.length);
	expect((await listCompanies(lan, companyList.parse({ cols: 'name,size' }), zone)).sums).toEqual([]);
});
