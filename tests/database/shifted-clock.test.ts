import { expect, inject, test } from 'vitest';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';

// What the runs at hard moments rest on: one clock for the app and its database, which goes on.

const moment = inject('moment');
const minute = 60_000;

test('the clocks of this process and of the database are those of the moment that the run is at', async () => {
	const userId = await makeAccount('Nguyễn Thị Lan');
	await db.$executeRaw`INSERT INTO company (user_id, id, name) VALUES (${userId}::uuid, gen_random_uuid(), 'Bình Minh')`;
	const [stored] = await db.$queryRaw<[{ now: Date; created: Date }]>`SELECT now(), created_at AS created FROM company`;
	for (const at of [stored.now, stored.created, new Date(Date())])
		expect(Math.abs(at.getTime() - Date.now())).toBeLessThan(minute);
	const late = moment === undefined ? 0 : Date.now() - Date.parse(moment);
	expect(late).toBeGreaterThanOrEqual(0);
	expect(late).toBeLessThan(10 * minute);
	const before = new Date();
	await expect.poll(() => Date.now()).toBeGreaterThan(before.getTime());
	expect(before).toBeInstanceOf(Date);
	expect(new Date(2027, 2, 31).getMonth()).toBe(2);
});

test('the zone of this process is the one that the run is in', () => {
	const at = new Date();
	expect(at.toLocaleString('en-GB')).toBe(at.toLocaleString('en-GB', { timeZone: process.env.TZ }));
	expect(moment === undefined).toBe(process.env.TZ === 'UTC');
});
