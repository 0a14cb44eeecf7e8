import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { presentFollowUps } from '@/features/follow-ups/due-days';
import { type FollowUpsOf, readOpenFollowUps } from '@/features/follow-ups/server/follow-up-queries';
import { completeFollowUp } from '@/features/follow-ups/server/follow-up-series-mutations';
import type { UserId } from '@/lib/auth/session';
import { dayIn } from '@/lib/dates/dates';
import { db, Prisma, pool } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { act } from '../support/act';
import { addFollowUp } from '../support/follow-ups';
import { insertMany } from '../support/many-rows';
import { makeCompanyWithEverything } from '../support/sample-account';

test('says whether the contact works at its company still', async () => {
	const trang = await makeAccount('Phạm Thu Trang');
	const [before, after] = await Promise.all(
		['Ánh Dương', 'Hoa Sen'].map((name) => db.company.create({ data: { userId: trang, name } })),
	);
	if (!before || !after) throw new Error('No companies were made.');
	const { id: contactId } = await db.contact.create({ data: { userId: trang, companyId: before.id, name: 'Lê Mai' } });
	await addFollowUp(trang, { title: 'Gọi lại', contactId });
	const stays = async () => (await readOpenFollowUps(trang, '2026-11-25')).open[0]?.contactStays;
	expect(await stays()).toBe(true);
	await db.contact.updateMany({ where: { userId: trang, id: contactId }, data: { companyId: after.id } });
	expect(await stays()).toBe(false);
});

describe('groups', () => {
	const today = '2026-11-25';
	let trang: UserId;
	let company: string;

	beforeAll(async () => {
		trang = await makeAccount('Phạm Thu Trang');
		company = (await db.company.create({ data: { userId: trang, name: 'Ánh Dương' } })).id;
		for (const [title, dueOn, links] of [
			['hôm nay', '2026-11-25', { companyId: company }],
			['mai', '2026-11-26', {}],
			['không ngày', '', { companyId: company }],
			['hôm qua', '2026-11-24', {}],
			['năm ngoái', '2025-11-25', { companyId: company }],
			['năm sau', '2027-11-25', {}],
		] as const)
			await addFollowUp(trang, { title, dueOn, ...links });
		const { id } = await addFollowUp(trang, { title: 'xong', dueOn: '2026-11-25' });
		await act((tx) => completeFollowUp(tx, trang, { id, done: true }));
	});

	const countsOf = async (day: string, of?: FollowUpsOf) => (await readOpenFollowUps(trang, day, of)).counts;
	const titles = async (day: string, of?: FollowUpsOf, limit?: number) =>
		(await readOpenFollowUps(trang, day, of, limit)).open.map(({ group, title }) => `${group}: ${title}`);

	test('are by the day, the earliest first and those without one last', async () => {
		expect(await titles(today)).toEqual([
			'overdue: năm ngoái',
			'overdue: hôm qua',
			'today: hôm nay',
			'upcoming: mai',
			'upcoming: năm sau',
			'upcoming: không ngày',
		]);
		expect(await countsOf(today)).toEqual({ overdue: 2, today: 1, upcoming: 3 });
		expect(await countsOf('2026-11-26')).toEqual({ overdue: 3, today: 1, upcoming: 2 });
		expect(await titles(today, { companyId: company })).toEqual([
			'overdue: năm ngoái',
			'today: hôm nay',
			'upcoming: không ngày',
		]);
		expect(await countsOf(today, { companyId: company })).toEqual({
			overdue: 1,
			today: 1,
			upcoming: 1,
		});
		// many overdue ones do not push out today's
		expect(await titles(today, undefined, 1)).toEqual(['overdue: năm ngoái', 'today: hôm nay', 'upcoming: mai']);
		const { contact } = await makeCompanyWithEverything(await makeAccount('Nguyễn Thị Lan'));
		expect(await titles(today, { contactId: contact })).toEqual([]);
	});

	test('change at the user’s midnight', async () => {
		const groupsAt = async (instant: string, timeZone: string) =>
			(await countsOf(dayIn(new Date(instant), timeZone))).overdue;
		expect(await groupsAt('2026-11-25T16:59:59.999Z', 'Asia/Ho_Chi_Minh')).toBe(2);
		expect(await groupsAt('2026-11-25T17:00:00Z', 'Asia/Ho_Chi_Minh')).toBe(3);
		expect(await groupsAt('2026-11-25T09:59:59Z', 'Pacific/Kiritimati')).toBe(2);
		expect(await groupsAt('2026-11-25T10:00:00Z', 'Pacific/Kiritimati')).toBe(3);
		expect(await groupsAt('2026-11-26T11:59:59Z', 'Etc/GMT+12')).toBe(2);
		expect(await groupsAt('2026-11-26T12:00:00Z', 'Etc/GMT+12')).toBe(3);
	});

	test('are said in words', async () => {
		const shown = presentFollowUps((await readOpenFollowUps(trang, today)).open, today, { locale: 'en-GB' });
		expect(shown.map(({ due, late }) => [due, late])).toEqual([
			['25 Nov 2025', '365 days overdue'],
			['24 Nov 2026', '1 day overdue'],
			['Today', null],
			['Tomorrow', null],
			['25 Nov 2027', null],
			['No date', null],
		]);
		expect(shown[2]?.company).toEqual({ id: company, name: 'Ánh Dương' });
	});
});

describe('among 20,000 follow-ups', () => {
	let many: UserId;
	const queries: { query: string; params: unknown[] }[] = [];

	beforeAll(async () => {
		many = await makeAccount('Võ Thị Yến');
		await insertMany(
			Prisma.sql`
			INSERT INTO follow_up (user_id, id, title, due_on, done_at)
			SELECT ${many}::uuid, gen_random_uuid(), 'Việc ' || n, CASE WHEN n % 10 > 0 THEN date '2025-01-01' + n % 1000 END,
				CASE WHEN n % 4 > 0 THEN now() END
			FROM generate_series(1, 20000) n`,
			Prisma.sql`ANALYZE follow_up`,
		);
	});
	beforeEach(() => {
		queries.length = 0;
		const run = pool.query.bind(pool) as (config: { text: string; values: unknown[] }) => unknown;
		vi.spyOn(pool, 'query').mockImplementation(((config: { text: string; values: unknown[] }) => {
			queries.push({ query: config.text, params: config.values });
			return run(config);
		}) as unknown as typeof pool.query);
	});
	afterEach(() => vi.restoreAllMocks());

	test.each([['the first of each group', () => readOpenFollowUps(many, '2026-11-25')]])(
		'%s are read by an index',
		async (_, read) => {
			await read();
			const [asked] = queries;
			const plan = await db.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
				`EXPLAIN (ANALYZE) ${asked?.query}`,
				...(asked?.params ?? []),
			);
			const text = plan.map((line) => line['QUERY PLAN']).join('\n');
			expect(text).toContain('follow_up_in_order_idx');
			expect(text).not.toContain('Seq Scan on follow_up');
			console.log(text);
		},
	);
});
