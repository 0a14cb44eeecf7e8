import { afterEach, describe, expect, test, vi } from 'vitest';
import { activityList } from '@/features/activities/schema';
import { countActivities } from '@/features/activities/server/activity-count-queries';
import { getActivity, listActivities } from '@/features/activities/server/activity-queries';
import { companyList } from '@/features/companies/schema';
import { getCompany, listCompanies, listIndustries } from '@/features/companies/server/company-queries';
import { contactList } from '@/features/contacts/schema';
import { readCompanyPeople } from '@/features/contacts/server/company-people-queries';
import { getContact, listContacts } from '@/features/contacts/server/contact-queries';
import { dealList } from '@/features/deals/schema';
import { readBoard, sumDeals, sumForToday } from '@/features/deals/server/deal-board-queries';
import { listDealPeople } from '@/features/deals/server/deal-people-queries';
import { getDeal, listDeals, readSignals } from '@/features/deals/server/deal-queries';
import { listDecisions, listLatestWins } from '@/features/deals/server/decision-queries';
import { readRailDeals } from '@/features/deals/server/rail-deal-queries';
import { readDecisionMap } from '@/features/decision-map/server/decision-map-queries';
import { followUpsAtOnce, readOpenFollowUps } from '@/features/follow-ups/server/follow-up-queries';
import { listChanges, listRecordHistory } from '@/features/history/server/history-queries';
import { findRecords } from '@/features/search/server/search-queries';
import { listTagOptions } from '@/features/tags/server/tag-queries';
import { readAgenda } from '@/features/today/server/agenda-queries';
import { readComingDays } from '@/features/today/server/coming-queries';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma, pool } from '@/lib/db/db';
import { read, readPrepared } from '@/lib/db/read';
import { databaseFault } from '@/lib/operations/database-fault';
import { makeAccount } from '../support/accounts';
import { insertMany } from '../support/many-rows';

const zone = 'Asia/Ho_Chi_Minh';
const settings = { currency: 'VND', locale: 'vi-VN', timeZone: zone, weekStart: 1 };

afterEach(() => vi.restoreAllMocks());

type Sent = { name?: string; text: string; values: unknown[] };

/** What is sent to the database while something is done. */
async function sentBy(act: () => Promise<unknown>): Promise<Sent[]> {
	const sent: Sent[] = [];
	const query = pool.query.bind(pool) as (config: Sent) => unknown;
	vi.spyOn(pool, 'query').mockImplementation(((config: Sent) => {
		sent.push(config);
		return query(config);
	}) as unknown as typeof pool.query);
	await act();
	vi.restoreAllMocks();
	return sent;
}

describe('what is read past Prisma', () => {
	test('is what Prisma reads', async () => {
		const query = Prisma.sql`
			SELECT 1::int AS whole, 1.5::float8 AS real, true AS yes, 'Đặng' AS text, NULL AS nothing, gen_random_uuid() IS NULL AS no,
				timestamptz '2026-11-29 17:30:00.123+07' AS at, ARRAY['a', 'b'] AS texts, '{"a": [1]}'::jsonb AS json,
				${['x', 'y,"z']}::text[] AS given, ${new Date('2026-01-02T03:04:05.678Z')}::timestamptz AS moment, ${null}::text AS missing`;
		expect(await read(query)).toEqual(await db.$queryRaw(query));
		expect(await readPrepared(query)).toEqual(await db.$queryRaw(query));
	});

	test('fails as a query of Prisma fails, with its reason', async () => {
		const failed = await read`SELECT 1 / ${0}::int`.catch((error) => error);
		expect(databaseFault(failed)).toMatchObject({ sqlState: '22012' });
		expect(databaseFault(failed)?.reason).toBe(
			databaseFault(await db.$queryRaw`SELECT 1 / ${0}::int`.catch((error) => error))?.reason,
		);
	});
});

const zero = '00000000-0000-0000-0000-000000000000';

describe('a prepared statement', () => {
	const makeMany = async (userId: UserId, many: number) => {
		await insertMany(Prisma.sql`
			INSERT INTO company (user_id, id, name, industry) SELECT ${userId}::uuid, gen_random_uuid(), 'Công ty ' || n, 'Ngành ' || n % 5
			FROM generate_series(1, ${many}::int) n`);
		await insertMany(
			Prisma.sql`
			INSERT INTO contact (user_id, id, company_id, name, is_decision_maker, rhythm)
			SELECT c.user_id, gen_random_uuid(), c.id, CASE WHEN n < 4 THEN 'Nguyễn Văn ' ELSE 'Trần Thị ' END || n, n = 1,
				CASE WHEN n = 2 THEN 'weekly'::contact_rhythm END
			FROM company c, generate_series(1, 4) n WHERE c.user_id = ${userId}::uuid`,
			Prisma.sql`ANALYZE company, contact, company_stats, contact_stats`,
		);
		await insertMany(Prisma.sql`
			INSERT INTO deal (user_id, id, company_id, name, value, currency, position, stage, closed_at)
			SELECT c.user_id, gen_random_uuid(), c.id, 'Đơn ' || c.name, 5, 'VND', c.id::text || n,
				CASE n WHEN 1 THEN 'proposal' ELSE 'closed_won' END::deal_stage, CASE n WHEN 2 THEN now() - interval '1 day' * 40 END
			FROM company c, generate_series(1, 2) n WHERE c.user_id = ${userId}::uuid`);
		await insertMany(Prisma.sql`
			INSERT INTO activity (user_id, id, company_id, contact_id, type, subject, at)
			SELECT p.user_id, gen_random_uuid(), p.company_id, p.id, 'call', 'Gọi ' || p.name, now() - interval '1 hour' * (random() * 2000)::int
			FROM contact p WHERE p.user_id = ${userId}::uuid`);
		await insertMany(Prisma.sql`
			INSERT INTO follow_up (user_id, id, title, due_on, company_id)
			SELECT c.user_id, gen_random_uuid(), 'Gọi lại', current_date + (random() * 20)::int - 10, c.id FROM company c WHERE c.user_id = ${userId}::uuid`);
	};

	/** Whatever pages read, of the account's first records. */
	const readAll = async (userId: UserId, q: string) => {
		const where = { userId };
		const [company, contact, deal, activity] = await Promise.all([
			db.company.findFirstOrThrow({ where }),
			db.contact.findFirstOrThrow({ where }),
			db.deal.findFirstOrThrow({ where: { userId, closedAt: null } }),
			db.activity.findFirstOrThrow({ where }),
		]);
		const days = { from: '2026-01-01', to: '2026-12-31' };
		return sentBy(async () => {
			await listCompanies(userId, companyList.parse({ q }), zone);
			await listContacts(userId, contactList.parse({ q }), zone);
			await listDeals(userId, dealList.parse({ q, view: 'list' }), zone);
			await listActivities(userId, activityList.parse({ q }), settings);
			await readBoard(userId, dealList.parse({ q }), settings);
			await sumDeals(userId, dealList.parse({ q }), zone);
			await sumForToday(userId, zone);
			await readComingDays(userId, settings);
			await listDecisions(userId, settings);
			await listLatestWins(userId, days.from, zone);
			await countActivities(userId, { weeks: [days], days }, zone);
			await readAgenda(userId, settings);
			await readOpenFollowUps(userId, '2026-11-29', undefined, followUpsAtOnce.first);
			await listTagOptions(userId);
			await listIndustries(userId);
			await getCompany(userId, company.id);
			await readCompanyPeople(userId, { companyId: company.id }, 4);
			await readDecisionMap(userId, company.id);
			await getContact(userId, contact.id);
			await getDeal(userId, deal.id);
			await readSignals(userId, deal.id, settings);
			await readRailDeals(userId, { companyId: company.id }, 5);
			await listDealPeople(userId, deal.id);
			await getActivity(userId, activity.id);
			await listRecordHistory(userId, { kind: 'company', id: company.id });
			await listChanges(userId, 10);
			if (q) await findRecords(userId, { q });
		});
	};

	test('never has what is searched for, rare or common, as what matches decides how it is best found', async () => {
		const userId = await makeAccount('Trần Quốc Bảo');
		await makeMany(userId, 3);
		for (const q of ['nguyen', 'zzzz', 'n', '0912345678']) {
			const sent = await readAll(userId, q);
			// the latest rows are looked through in one way whatever is searched for
			const isLookedThrough = (text: string) => /ORDER BY .* LIMIT 500\b/.test(text);
			const searching = sent.filter(
				({ text }) => /LIKE (holds|\$)|fold\(\$|<%|@@/.test(text) && !isLookedThrough(text),
			);
			expect(searching.length).toBeGreaterThan(3);
			expect(searching.filter(({ name }) => name)).toEqual([]);
			expect(sent.filter(({ name }) => name).length).toBeGreaterThan(10);
		}
	});

	test('reads no more by the plan that is kept than by one made for its values, in a small account and in a large one', async () => {
		const [small, large] = [await makeAccount('Lê Văn Ít'), await makeAccount('Nguyễn Thị Nhiều')];
		await makeMany(small, 3);
		await makeMany(large, 2_000);
		await db.$executeRaw`ANALYZE`;
		let compared = 0;
		for (const userId of [small, large]) {
			for (const { name, text, values } of await readAll(userId, '')) {
				if (!name) continue;
				const rowsBy = (plan: 'generic' | 'custom') =>
					db.$transaction(async (tx) => {
						await tx.$executeRawUnsafe(`SET LOCAL plan_cache_mode = force_${plan}_plan`);
						await tx.$executeRawUnsafe(`SET LOCAL random_page_cost = 1.1`);
						await tx.$executeRawUnsafe(`PREPARE asked AS ${text}`);
						const given = values.map((value) => literal(value)).join(', ');
						const [explained] = await tx.$queryRawUnsafe<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(
							`EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE asked${given && ` (${given})`}`,
						);
						await tx.$executeRawUnsafe('DEALLOCATE asked');
						return readBy(explained?.['QUERY PLAN'][0]?.Plan ?? expect.fail('There is no plan.'));
					});
				const [generic, custom] = [await rowsBy('generic'), await rowsBy('custom')];
				expect(generic, text).toBeLessThan(2 * custom + 100);
				compared += 1;
			}
		}
		expect(compared).toBeGreaterThan(40);
	}, 120_000);
});

// the last of all, as the process keeps no statements from then on
test('is prepared once per connection, and read all the same where a pooler lost the statement or its table changed', async () => {
	const ask = () => readPrepared<{ n: number }[]>`SELECT count(*)::int AS n FROM tag WHERE user_id = ${zero}::uuid`;
	const [first] = await sentBy(ask);
	const [again] = await sentBy(ask);
	expect(first?.name).toBeTruthy();
	expect(again?.name).toBe(first?.name);
	await db.$executeRaw`DEALLOCATE ALL`;
	// every connection of the pool is asked, also the one that has forgotten
	for (let n = 0; n < 12; n++) expect(await ask()).toEqual([{ n: 0 }]);
});

type PlanNode = {
	Plans?: PlanNode[];
	'Actual Loops': number;
	'Actual Rows': number;
	'Rows Removed by Filter'?: number;
	'Rows Removed by Index Recheck'?: number;
};

/** How many rows a plan reads from tables and indexes, whether or not they match. */
function readBy({ Plans, ...node }: PlanNode): number {
	if (Plans) return Plans.reduce((sum, plan) => sum + readBy(plan), 0);
	const { 'Rows Removed by Filter': filtered = 0, 'Rows Removed by Index Recheck': rechecked = 0 } = node;
	return node['Actual Loops'] * (node['Actual Rows'] + filtered + rechecked);
}

/** A value as SQL has it, of no type. */
function literal(value: unknown): string {
	if (value === null || value === undefined) return 'NULL';
	if (Array.isArray(value))
		return `'{${value.map((each) => `"${String(each instanceof Date ? each.toISOString() : each)}"`).join(',')}}'`;
	return `'${String(value instanceof Date ? value.toISOString() : value).replaceAll("'", "''")}'`;
}
