import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, test, vi } from 'vitest';
import { createCompany, deleteCompanies, deleteCompany } from '@/features/companies/actions';
import { undoChangeSet } from '@/features/history/actions';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma } from '@/lib/db/db';
import type { ActionResult } from '@/lib/request/action';
import { makeAccount } from '../support/accounts';
import { insertMany } from '../support/many-rows';
import { crmTables } from '../support/snapshot';

let lan: UserId;
vi.mock('@/lib/auth/session', () => ({ getSession: async () => ({ userId: lan }) }));
vi.mock('next/cache', () => ({ refresh: () => {} }));

/** What usual work gets as a whole and for one answer of the database, and what long work gets for either, in milliseconds. */
const usual = { whole: 30_000, answer: 20_000 };
const long = 30 * 60_000;

const binhMinh = uuidv7();
const others = Array.from({ length: 100 }, () => uuidv7());

// one company with 40,000 rows on it, and a hundred with ten each
beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	await insertMany(
		Prisma.sql`INSERT INTO company (user_id, id, name) SELECT ${lan}::uuid, id::uuid, 'Thủy sản ' || n
			FROM unnest(${[binhMinh, ...others]}::text[]) WITH ORDINALITY AS c (id, n)`,
		Prisma.sql`INSERT INTO contact (user_id, id, company_id, name)
			SELECT user_id, gen_random_uuid(), id, 'Trần Quốc ' || n FROM company, generate_series(1, 5) n
			WHERE user_id = ${lan}::uuid AND id <> ${binhMinh}::uuid`,
		// what checks the links of the many is planned once more
		Prisma.sql`ANALYZE`,
		Prisma.sql`INSERT INTO contact (user_id, id, company_id, name)
			SELECT ${lan}::uuid, gen_random_uuid(), ${binhMinh}::uuid, 'Lê Thị ' || n FROM generate_series(1, 2000) n`,
		Prisma.sql`ANALYZE`,
		Prisma.sql`INSERT INTO activity (user_id, id, company_id, contact_id, type, subject, at)
			SELECT user_id, gen_random_uuid(), company_id, id, 'call', 'Gọi', timestamptz '2026-11-02' FROM contact WHERE user_id = ${lan}::uuid`,
		Prisma.sql`INSERT INTO activity (user_id, id, company_id, type, subject, at)
			SELECT ${lan}::uuid, gen_random_uuid(), ${binhMinh}::uuid, 'note', 'Ghi chú ' || n, timestamptz '2026-11-03' FROM generate_series(1, 36000) n`,
		Prisma.sql`ANALYZE`,
	);
}, 240_000);

type Table = (typeof crmTables)[number];

/** How many rows an account has in each table, and a sum over all that stands in them. */
async function contents() {
	const found = {} as Record<Table, { rows: number; sum: string }>;
	for (const table of crmTables) {
		const [row] = await db.$queryRawUnsafe<[{ rows: number; sum: string }]>(
			`SELECT count(*)::int AS rows, coalesce(sum(hashtextextended(to_jsonb(t)::text, 0)), 0)::text AS sum
			 FROM "${table}" t WHERE user_id = $1::uuid`,
			lan,
		);
		found[table] = row;
	}
	return found;
}

/** Runs an action to its end; returns its change set and the limits that were set on the way. */
async function watched(action: () => Promise<ActionResult<unknown>>) {
	const timers = vi.spyOn(globalThis, 'setTimeout');
	const result = await action();
	const limits = timers.mock.calls.map(([, milliseconds = 0]) => milliseconds);
	timers.mockRestore();
	if (!result.ok) throw new Error(result.message);
	return { changeSet: result.changeSet, times: (limit: number) => limits.filter((set) => set === limit).length };
}

test('usual work has the usual limits', async () => {
	const form = { id: uuidv7(), name: 'Hoa Sen', tags: '[]' };
	const empty = { industry: '', size: '', website: '', phone: '', email: '', address: '', notes: '' };
	const { times } = await watched(() => createCompany({ ...form, ...empty }));
	expect(times(usual.whole)).toBe(1);
	expect(times(usual.answer)).toBeGreaterThan(3);
	expect(times(long)).toBe(0);
});

test.each([
	['a company with 40,000 rows', () => deleteCompany({ id: binhMinh }), [1, 2_000, 38_000]],
	['a selection of companies', () => deleteCompanies({ ids: others }), [100, 500, 500]],
])(
	'%s is deleted and put back whole, and may take half an hour for it',
	async (_, remove, rows) => {
		const before = await contents();
		const removed = await watched(remove);
		const left = await contents();
		const gone = (table: Table) => before[table].rows - left[table].rows;
		expect([gone('company'), gone('contact'), gone('activity')]).toEqual(rows);
		const undone = await watched(() => undoChangeSet({ id: removed.changeSet }));
		expect(await contents()).toEqual(before);
		for (const { times } of [removed, undone]) {
			// the transaction and each of its answers
			expect(times(long)).toBeGreaterThan(4);
			expect(times(usual.whole)).toBe(0);
			// the wait for a connection alone
			expect(times(usual.answer)).toBe(1);
		}
	},
	240_000,
);
