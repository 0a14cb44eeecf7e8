import type { QueryConfig } from 'pg';
import { beforeAll, expect, test, vi } from 'vitest';
import { findEntries, readTimeline, type TimelineOwner } from '@/features/activities/server/timeline-queries';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma, pool } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { makeDeal } from '../support/deals';
import { insertMany } from '../support/many-rows';

// A long timeline is read as quickly as one that is a third as long: by its latest entries, and by no more of each kind than are counted.

/** `TIMELINE_ENTRIES=100000` measures a longer one. */
const many = Number(process.env.TIMELINE_ENTRIES ?? 12_000);

let lan: UserId;
const owners: Record<'few' | 'short' | 'long', TimelineOwner[]> = { few: [], short: [], long: [] };

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	for (const [size, count] of [
		['few', 60],
		// more than are counted of each kind but one
		['short', 4_000],
		['long', many],
	] as const) {
		const company = (await db.company.create({ data: { userId: lan, name: size } })).id;
		const contact = (await db.contact.create({ data: { userId: lan, companyId: company, name: 'Bảo' } })).id;
		const deal = await makeDeal(lan, company, { name: 'Kho lạnh' });
		await insertMany(
			Prisma.sql`
			INSERT INTO activity (user_id, id, company_id, deal_id, type, subject, at)
			SELECT ${lan}::uuid, gen_random_uuid(), ${company}::uuid, ${deal}::uuid,
				-- emails are rare, and long ago
				(CASE WHEN n > ${count - 20} THEN 'email' WHEN n % 3 = 0 THEN 'note' WHEN n % 3 = 1 THEN 'call' ELSE 'meeting' END)::activity_type,
				'Gọi ' || n, now() - n * interval '1 hour'
			FROM generate_series(1, ${count}) n`,
			Prisma.sql`
				INSERT INTO activity_person (user_id, activity_id, contact_id)
				SELECT a.user_id, a.id, ${contact}::uuid FROM activity a WHERE a.user_id = ${lan}::uuid AND a.company_id = ${company}::uuid`,
		);
		owners[size] = [{ companyId: company }, { contactId: contact }, { dealId: deal }];
	}
	await db.$executeRawUnsafe('VACUUM ANALYZE activity');
	await db.$executeRawUnsafe('VACUUM ANALYZE activity_person');
}, 600_000);

type Plan = { 'Shared Hit Blocks': number; 'Shared Read Blocks': number };

/** How many pages of the database the last statement of some work reads, and how long it takes in milliseconds. */
async function costOf(
	work: () => Promise<unknown>,
): Promise<{ pages: number; milliseconds: number; planning: number }> {
	const asked = vi.spyOn(pool, 'query');
	await work();
	const [{ text, values }] = asked.mock.calls.at(-1) as unknown as [QueryConfig];
	asked.mockRestore();
	const explained = { text: `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`, values };
	await pool.query(explained);
	const { rows } = await pool.query(explained);
	const [{ Plan: plan, 'Execution Time': milliseconds, 'Planning Time': planning }] = rows[0]['QUERY PLAN'] as [
		{ Plan: Plan; 'Execution Time': number; 'Planning Time': number },
	];
	return { pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], milliseconds, planning };
}

const works: [what: string, work: (of: TimelineOwner) => () => Promise<unknown>][] = [
	['the first entries, with the counts', (of) => () => readTimeline(lan, of, 8)],
	['the entries of a kind that is rare and long ago', (of) => () => findEntries(lan, { ...of, kind: 'email' })],
	['entries far down', (of) => () => findEntries(lan, { ...of, at: Date.now() - 30 * 3_600_000, id: lan })],
];

test.each(works)('%s of a long timeline cost as much as those of a shorter one', async (what, work) => {
	for (const [index, short] of owners.short.entries()) {
		const [few, long] = [owners.few[index] ?? expect.fail(), owners.long[index] ?? expect.fail()];
		const [least, less, more] = [await costOf(work(few)), await costOf(work(short)), await costOf(work(long))];
		if (process.env.TIMELINE_ENTRIES)
			process.stdout.write(`${what}, ${Object.keys(short)}: ${JSON.stringify({ least, less, more })}\n`);
		expect(more.pages).toBeLessThan(less.pages * 1.5 + 150);
	}
});
