import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { UserId } from '@/lib/auth/session';
import { db, type Tx } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';

const many = 3_000;

let lan: UserId;
let company: string;
let busy: string;

/** A contact with thousands of activities. */
beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	({ id: company } = await db.company.create({ data: { userId: lan, name: 'Thủy sản Bình Minh' } }));
	({ id: busy } = await db.contact.create({ data: { userId: lan, companyId: company, name: 'Trần Quốc Bảo' } }));
	const of = { userId: lan, companyId: company };
	const activities = Array.from({ length: many }, (_, n) => ({
		...{ ...of, id: uuidv7(), type: 'call' as const, subject: `Gọi ${n}` },
		at: new Date(Date.now() - n * 3_600_000),
	}));
	await db.activity.createMany({ data: activities });
	await db.activityPerson.createMany({
		data: activities.map(({ id }) => ({ userId: lan, activityId: id, contactId: busy })),
	});
	// as in any account, most contacts have few
	const others = Array.from({ length: 300 }, (_, n) => ({ ...of, id: uuidv7(), name: `Người ${n}` }));
	await db.contact.createMany({ data: others });
	await db.activityPerson.createMany({
		data: others.map(({ id: contactId }, n) => ({ userId: lan, activityId: activities[n]?.id ?? '', contactId })),
	});
	await db.$executeRaw`ANALYZE activity, activity_person, contact, contact_stats`;
});

/** How many rows of the people a transaction has read. */
async function rowsRead(tx: Tx): Promise<number> {
	const [found] = await tx.$queryRaw<[{ read: bigint }]>`
		SELECT coalesce(sum(pg_stat_get_xact_tuples_fetched(i) + pg_stat_get_xact_tuples_returned(i)), 0)::bigint AS read
		FROM (SELECT unnest(array_agg(indexrelid) || ARRAY['activity_person'::regclass::oid]) AS i
			FROM pg_index WHERE indrelid = 'activity_person'::regclass) parts`;
	return Number(found.read);
}

test('one more person in an activity of a contact with thousands of them reads a few rows, not all', async () => {
	const activity = await db.activity.findFirstOrThrow({ where: { userId: lan }, orderBy: { at: 'asc' } });
	const read = await db.$transaction(async (tx) => {
		const before = await rowsRead(tx);
		const { id: newcomer } = await tx.contact.create({
			data: { userId: lan, companyId: company, name: 'Đặng Thị Ánh' },
		});
		await tx.activityPerson.create({ data: { userId: lan, activityId: activity.id, contactId: newcomer } });
		await tx.activityPerson.delete({
			where: { userId_activityId_contactId: { userId: lan, activityId: activity.id, contactId: busy } },
		});
		await tx.activityPerson.create({ data: { userId: lan, activityId: activity.id, contactId: busy } });
		return (await rowsRead(tx)) - before;
	});
	expect(read).toBeGreaterThan(0);
	expect(read).toBeLessThan(100);
	const stats = await db.contactStats.findUniqueOrThrow({
		where: { userId_contactId: { userId: lan, contactId: busy } },
	});
	expect(stats.activities).toBe(many);
});
