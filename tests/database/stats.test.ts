import fc from 'fast-check';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DealStage, dealStages, openStages } from '@/features/deals/stage/stages';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';

/** What of a company or a contact is counted: a contact by everything that they take part in. */
const counted = {
	company: {
		deals: 'deal d WHERE d.user_id = p.user_id AND d.company_id = p.id',
		activities: 'activity a WHERE a.user_id = p.user_id AND a.company_id = p.id',
	},
	contact: {
		deals:
			'deal d JOIN deal_person t ON t.user_id = d.user_id AND t.deal_id = d.id WHERE d.user_id = p.user_id AND t.contact_id = p.id',
		activities:
			'activity a JOIN activity_person t ON t.user_id = a.user_id AND t.activity_id = a.id WHERE a.user_id = p.user_id AND t.contact_id = p.id',
	},
};

const actual = (userId: UserId, parent: 'company' | 'contact') => {
	const { deals, activities } = counted[parent];
	const spoken = `${activities} AND a.type IN ('call', 'email', 'meeting')`;
	return db.$queryRawUnsafe(
		`SELECT p.id,
			${parent === 'company' ? '(SELECT count(*)::int FROM contact c WHERE c.user_id = p.user_id AND c.company_id = p.id AND c.left_on IS NULL) AS contacts, (SELECT count(*)::int FROM contact c WHERE c.user_id = p.user_id AND c.company_id = p.id AND c.left_on IS NOT NULL) AS former_contacts,' : ''}
			(SELECT count(*)::int FROM ${deals}) AS deals,
			(SELECT count(*)::int FROM ${deals} AND d.stage NOT IN ('closed_won', 'closed_lost')) AS open_deals,
			(SELECT count(*)::int FROM ${activities}) AS activities,
			(SELECT max(a.at) FROM ${spoken} AND a.at <= now()) AS last_contact_at,
			(SELECT min(a.at) FROM ${spoken} AND a.at > now()) AS next_contact_at
			${parent === 'contact' ? ', company_id, authority_rank, CASE WHEN left_on IS NULL THEN rhythm END AS rhythm, created_at AS added_at' : ''}
		FROM ${parent} p WHERE p.user_id = $1::uuid ORDER BY p.id`,
		userId,
	);
};

/** The main contacts that are not among the people of their activity or deal. */
const mainOutside = (userId: UserId) =>
	db.$queryRaw`
		SELECT d.id FROM deal d WHERE d.user_id = ${userId}::uuid AND d.contact_id IS NOT NULL AND NOT EXISTS (
			SELECT FROM deal_person t WHERE t.user_id = d.user_id AND t.deal_id = d.id AND t.contact_id = d.contact_id)
		UNION ALL
		SELECT a.id FROM activity a WHERE a.user_id = ${userId}::uuid AND a.contact_id IS NOT NULL AND NOT EXISTS (
			SELECT FROM activity_person t WHERE t.user_id = a.user_id AND t.activity_id = a.id AND t.contact_id = a.contact_id)`;

const kept = (userId: UserId, parent: 'company' | 'contact') =>
	db.$queryRawUnsafe(
		`SELECT ${parent}_id AS id, ${parent === 'company' ? 'contacts, former_contacts,' : ''} deals, open_deals, activities, last_contact_at, next_contact_at
			${parent === 'contact' ? ', company_id, authority_rank, rhythm, added_at' : ''}
		FROM ${parent}_stats WHERE user_id = $1::uuid ORDER BY 1`,
		userId,
	);

const byHour = (userId: UserId, source: 'kept' | 'actual') =>
	db.$queryRawUnsafe(
		source === 'kept'
			? `SELECT hour, sum(calls)::int AS calls, sum(emails)::int AS emails, sum(meetings)::int AS meetings, sum(notes)::int AS notes
				FROM activity_hour WHERE user_id = $1::uuid GROUP BY 1
				HAVING (sum(calls), sum(emails), sum(meetings), sum(notes)) <> (0, 0, 0, 0) ORDER BY 1`
			: `SELECT date_trunc('hour', at, 'UTC') AS hour, count(*) FILTER (WHERE type = 'call')::int AS calls,
					count(*) FILTER (WHERE type = 'email')::int AS emails, count(*) FILTER (WHERE type = 'meeting')::int AS meetings,
					count(*) FILTER (WHERE type = 'note')::int AS notes
				FROM activity WHERE user_id = $1::uuid GROUP BY 1 ORDER BY 1`,
		userId,
	);

type Passage = {
	dealId: string;
	stage: string;
	currency: string;
	leftAt: Date;
	wentOn: boolean | null;
	milliseconds: number | null;
};

const keptPassages = (userId: UserId) =>
	db.$queryRaw<Passage[]>`
		SELECT deal_id AS "dealId", stage::text, currency, left_at AS "leftAt", went_on AS "wentOn", milliseconds::float8
		FROM deal_passage p WHERE user_id = ${userId}::uuid ORDER BY deal_id, p.stage`;

/** Step by step: the open stages that each deal left, and how where it only ever went forward. */
async function actualPassages(userId: UserId): Promise<Passage[]> {
	const deals = await db.deal.findMany({
		where: { userId },
		select: { id: true, currency: true, stageChanges: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
		orderBy: { id: 'asc' },
	});
	const isOpen = (stage: DealStage | null) => stage !== null && openStages.includes(stage);
	return deals.flatMap(({ id: dealId, currency, stageChanges: steps }) => {
		const isStraight = steps.every(({ from, to, at }, n) => {
			const before = steps[n - 1];
			if (!before) return from === null;
			const isForward = from === before.to && isOpen(from) && dealStages.indexOf(to) > dealStages.indexOf(from);
			return isForward && at > before.at;
		});
		return openStages.flatMap((stage): Passage[] => {
			const leavings = steps.flatMap((step, n) => (step.from === stage ? [{ ...step, since: steps[n - 1]?.at }] : []));
			const last = leavings.at(-1);
			if (!last) return [];
			const how = isStraight
				? { wentOn: last.to !== 'closed_lost', milliseconds: last.at.getTime() - (last.since?.getTime() ?? 0) }
				: { wentOn: null, milliseconds: null };
			return [{ dealId, stage, currency, leftAt: last.at, ...how }];
		});
	});
}

/** Whoever reports to somebody of another company, or to themselves through others. */
const wrongReports = (userId: UserId) =>
	db.$queryRaw`
		WITH RECURSIVE above AS (
			SELECT c.id AS first, c.reports_to_id AS id, 1 AS depth FROM contact c WHERE c.user_id = ${userId}::uuid
			UNION ALL
			SELECT a.first, c.reports_to_id, a.depth + 1 FROM above a
			JOIN contact c ON c.user_id = ${userId}::uuid AND c.id = a.id WHERE a.depth < 200
		)
		SELECT first AS id FROM above WHERE first = id
		UNION ALL
		SELECT c.id FROM contact c JOIN contact m ON m.user_id = c.user_id AND m.id = c.reports_to_id
		WHERE c.user_id = ${userId}::uuid AND m.company_id <> c.company_id`;

async function expectTrueStats(userId: UserId) {
	expect(await wrongReports(userId)).toEqual([]);
	expect(await kept(userId, 'company')).toEqual(await actual(userId, 'company'));
	expect(await kept(userId, 'contact')).toEqual(await actual(userId, 'contact'));
	expect(await mainOutside(userId)).toEqual([]);
	expect(await byHour(userId, 'kept')).toEqual(await byHour(userId, 'actual'));
	expect(await keptPassages(userId)).toEqual(await actualPassages(userId));
}

test('the side tables hold what a count over all rows gives, whatever is done', async () => {
	const statement = fc.record({
		kind: fc.nat({ max: 25 }),
		pick: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(statement, { minLength: 5, maxLength: 30 }), async (statements) => {
			const userId = await makeAccount('Trần Quốc Bảo');
			const some = (table: string, pick: number) =>
				`(SELECT id FROM ${table} WHERE user_id = '${userId}' ORDER BY id OFFSET floor(${pick} * (SELECT count(*) FROM ${table} WHERE user_id = '${userId}')) LIMIT 1)`;
			const mine = `user_id = '${userId}'`;
			for (const { kind, pick } of statements) {
				const id = uuidv7();
				const company = some('company', pick);
				const contact = some('contact', pick);
				// around the present, so that some are still to come
				const at = `now() + interval '1 day' * ${Math.floor(pick * 300) - 200}`;
				const sql = [
					`INSERT INTO company (user_id, id, name) VALUES ('${userId}', '${id}', 'Công ty ${pick}')`,
					`INSERT INTO contact (user_id, id, company_id, name) SELECT '${userId}', gen_random_uuid(), ${company}, 'Người ' || n FROM generate_series(1, 3) n WHERE ${company} IS NOT NULL`,
					`INSERT INTO deal (user_id, id, company_id, contact_id, name, value, currency, position) SELECT '${userId}', '${id}', ${company}, ${contact}, 'Đơn hàng', 1, 'VND', '${id}' WHERE ${company} IS NOT NULL`,
					`INSERT INTO activity (user_id, id, company_id, contact_id, type, subject, at) SELECT '${userId}', gen_random_uuid(), ${company}, ${contact}, (enum_range(NULL::activity_type))[n], 'Gọi', ${at} + interval '1 hour' * n FROM generate_series(1, 4) n WHERE ${company} IS NOT NULL`,
					`UPDATE contact SET company_id = ${company} WHERE ${mine} AND id >= ${contact}`,
					`UPDATE contact SET is_decision_maker = n.number > 1, authority_level = CASE WHEN n.number > 2 THEN 'secondary'::authority_level END,
						rhythm = CASE WHEN n.number > 1 THEN 'weekly'::contact_rhythm END, created_at = created_at - interval '1 hour'
						FROM (SELECT id, row_number() OVER (ORDER BY id) AS number FROM contact WHERE ${mine}) n
						WHERE contact.${mine} AND contact.id = n.id AND n.number <= ${1 + Math.floor(pick * 6)}`,
					`UPDATE deal SET stage = 'closed_won', closed_at = now() WHERE ${mine} AND id = ${some('deal', pick)}`,
					`UPDATE activity SET at = ${at}, type = 'meeting', contact_id = NULL WHERE ${mine} AND id = ${some('activity', pick)}`,
					`DELETE FROM company WHERE ${mine} AND id = ${company} AND ${pick} > 0.7`,
					`DELETE FROM contact WHERE ${mine} AND id = ${contact}`,
					`DELETE FROM activity WHERE ${mine} AND id IN (SELECT id FROM activity WHERE ${mine} ORDER BY at DESC LIMIT 2)`,
					`DO $$ BEGIN
						SET CONSTRAINTS ALL DEFERRED;
						INSERT INTO contact (user_id, id, company_id, name, rhythm) VALUES ('${userId}', gen_random_uuid(), '${id}', 'Người đến trước', 'weekly');
						INSERT INTO company (user_id, id, name) VALUES ('${userId}', '${id}', 'Công ty đến sau');
					END $$`,
					// to any stage, forward more often than not
					`UPDATE deal SET stage = s.stage, closed_at = CASE WHEN s.stage >= 'closed_won' THEN now() END
						FROM (SELECT (enum_range(NULL::deal_stage))[1 + ${Math.floor(pick * 6)}] AS stage) s
						WHERE ${mine} AND id IN (SELECT id FROM deal WHERE ${mine} ORDER BY id LIMIT ${1 + Math.floor(pick * 3)})`,
					`UPDATE deal SET stage = (enum_range(NULL::deal_stage))[array_position(enum_range(NULL::deal_stage), stage) + 1]
						WHERE ${mine} AND stage < 'negotiation'`,
					`UPDATE deal SET currency = CASE currency WHEN 'VND' THEN 'USD' ELSE 'VND' END WHERE ${mine} AND id = ${some('deal', pick)}`,
					`${pick > 0.5 ? 'DELETE FROM deal_stage_change' : "UPDATE deal_stage_change SET at = at - interval '1 day'"}
						WHERE ${mine} AND id = ${some('deal_stage_change', pick)}`,
					// several people, of any company, and those who come along later
					`INSERT INTO activity_person (user_id, activity_id, contact_id) SELECT '${userId}', a.id, p.id FROM activity a, contact p
						WHERE a.${mine} AND p.${mine} AND a.id >= ${some('activity', pick)} AND p.id >= ${contact} ON CONFLICT DO NOTHING`,
					`INSERT INTO deal_person (user_id, deal_id, contact_id, role) SELECT '${userId}', d.id, p.id, 'blocker' FROM deal d, contact p
						WHERE d.${mine} AND p.${mine} AND d.id >= ${some('deal', pick)} AND p.id >= ${contact}
						ON CONFLICT (user_id, deal_id, contact_id) DO UPDATE SET role = 'champion'`,
					`DELETE FROM activity_person WHERE ${mine} AND contact_id = ${contact}`,
					`DELETE FROM deal_person WHERE ${mine} AND contact_id = ${contact}`,
					`UPDATE activity SET at = ${at}, contact_id = ${contact} WHERE ${mine} AND id >= ${some('activity', pick)}`,
					`UPDATE deal SET contact_id = ${contact} WHERE ${mine} AND id >= ${some('deal', pick)}`,
					// one of the last changes, where nothing has touched its rows since
					`DO $$ DECLARE undone uuid := (SELECT id FROM change_set WHERE ${mine} ORDER BY at DESC, id OFFSET ${Math.floor(pick * 3)} LIMIT 1);
					BEGIN
						PERFORM set_config('app.change_undoes', undone::text, true);
						IF EXISTS (SELECT FROM undo_change_sets('${userId}', ARRAY[undone], false)) THEN RAISE 'something stands in the way'; END IF;
					EXCEPTION WHEN raise_exception OR foreign_key_violation OR unique_violation OR check_violation THEN NULL;
					END $$`,
					`UPDATE contact SET left_on = CASE WHEN left_on IS NULL THEN '2026-03-31'::date END WHERE ${mine} AND id >= ${contact}`,
					`UPDATE contact SET introduced_by_id = ${contact} WHERE ${mine} AND id > ${contact};`,
					// whoever works there, in either direction: a cycle is refused
					`DO $$ DECLARE each record; BEGIN
						FOR each IN SELECT p.id, m.id AS manager FROM contact p, contact m WHERE p.${mine} AND m.${mine} AND p.company_id = ${company} ORDER BY md5(p.id || m.id::text || ${pick}) LIMIT 4 LOOP
							BEGIN
								UPDATE contact SET reports_to_id = each.manager WHERE ${mine} AND id = each.id;
							EXCEPTION WHEN check_violation THEN NULL;
							END;
						END LOOP;
					END $$`,
				][kind];
				if (sql) await db.$executeRawUnsafe(sql);
			}
			await expectTrueStats(userId);
		}),
		{ numRuns: 40 },
	);
}, 120_000);

describe('the stats of contacts', () => {
	let userId: UserId;
	const client = new pg.Client({ connectionString: process.env.DATABASE_URL });

	beforeAll(async () => {
		userId = await makeAccount('Trần Quốc Bảo');
		const { id: companyId } = await db.company.create({ data: { userId, name: 'Thủy sản Bình Minh' } });
		await db.contact.createMany({
			data: Array.from({ length: 3_000 }, (_, n) => ({ userId, companyId, name: `Người ${n}` })),
		});
		await db.$executeRaw`ANALYZE contact, contact_stats`;
		await client.connect();
	});
	afterAll(() => client.end());

	/** How many rows of theirs this connection has read from end to end. */
	async function readScanned(): Promise<number> {
		const { rows } = await client.query<{ scanned: number }>(
			"SELECT seq_tup_read::int AS scanned FROM pg_stat_xact_user_tables WHERE relname = 'contact_stats'",
		);
		return rows[0]?.scanned ?? expect.fail();
	}

	/** Changes so many contacts; returns how many stats were read from end to end. */
	async function change(what: string, many: number) {
		// the numbers are passed on and forgotten between two transactions
		await client.query('BEGIN');
		const before = await readScanned();
		const { rowCount } = await client.query(
			`UPDATE contact SET ${what} WHERE user_id = $1 AND id IN (SELECT id FROM contact WHERE user_id = $1 ORDER BY id LIMIT $2)`,
			[userId, many],
		);
		const scanned = (await readScanned()) - before;
		await client.query('COMMIT');
		expect(rowCount).toBe(many);
		return scanned;
	}

	test('are kept in the way that fits how many change, whatever the connection did before', async () => {
		// the first plan of a connection is the one that would be kept
		await change(`rhythm = 'monthly'`, 3_000);
		expect(await change(`rhythm = 'quarterly'`, 1)).toBe(0);
		await expectTrueStats(userId);
	});
});

test('writers at the same time lose no count', async () => {
	const userId = await makeAccount('Trần Quốc Bảo');
	const companyId = uuidv7();
	await db.company.create({ data: { userId, id: companyId, name: 'Đông Á' } });
	await Promise.all(
		Array.from({ length: 40 }, (_, n) =>
			db.activity.create({
				data: {
					userId,
					companyId,
					type: 'call',
					subject: `Cuộc gọi ${n}`,
					at: new Date(Date.UTC(2026, 0, 1 + ((n * 7) % 40))),
				},
			}),
		),
	);
	await expectTrueStats(userId);
});

test('what was still to come is the last contact once it is past', async () => {
	const userId = await makeAccount('Lê Hoàng Phúc');
	const companyId = uuidv7();
	await db.company.create({ data: { userId, id: companyId, name: 'Hoa Sen' } });
	const past = new Date(Date.now() - 86_400_000);
	const soon = new Date(Date.now() + 400);
	for (const at of [past, soon])
		await db.activity.create({ data: { userId, companyId, type: 'meeting', subject: 'Họp', at } });
	const stats = () => db.companyStats.findFirstOrThrow({ where: { userId } });
	expect(await stats()).toMatchObject({ lastContactAt: past, nextContactAt: soon });
	await db.$executeRaw`SELECT settle_contacts(${userId}::uuid)`;
	expect(await stats()).toMatchObject({ lastContactAt: past });
	await expect
		.poll(async () => {
			await db.$executeRaw`SELECT settle_contacts(${userId}::uuid)`;
			return stats();
		})
		.toMatchObject({ lastContactAt: soon, nextContactAt: null });
});
