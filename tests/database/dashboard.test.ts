import { beforeAll, describe, expect, test } from 'vitest';
import { activityTypes, type TypeCounts, totalOf } from '@/features/activities/activity-types';
import { activityList } from '@/features/activities/schema';
import { countActivities } from '@/features/activities/server/activity-count-queries';
import { listActivities } from '@/features/activities/server/activity-queries';
import { contactList } from '@/features/contacts/schema';
import { listContacts } from '@/features/contacts/server/contact-queries';
import { closingSoonParams, dealList, wonDealsParams } from '@/features/deals/schema';
import { sumDeals, sumForToday } from '@/features/deals/server/deal-board-queries';
import { listDeals } from '@/features/deals/server/deal-queries';
import { dealStages, openStages } from '@/features/deals/stage/stages';
import type { UserId } from '@/lib/auth/session';
import { dayIn, daysLater, monthOf, monthsLater, quarterOf, weekOf } from '@/lib/dates/dates';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { makeDeal, seeded } from '../support/deals';
import { goingQuiet } from '../support/going-quiet';

const zones = ['Etc/GMT+12', 'America/Sao_Paulo', 'UTC', 'Asia/Kathmandu', 'Asia/Ho_Chi_Minh', 'Pacific/Kiritimati'];
/** Enough for lists that only filter by the same days: the first and the last zone to have a day, and the users' own. */
const filterZones = ['Etc/GMT+12', 'America/Sao_Paulo', 'Asia/Ho_Chi_Minh', 'Pacific/Kiritimati'];
const dayLength = 86_400_000;

/** An account whose records lie around the edges of days, weeks and months, now and in the past. */
async function makeRandomAccount(seed: number): Promise<UserId> {
	const userId = await makeAccount('Nguyễn Thị Lan');
	const next = seeded(seed);
	const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
	const monthStart = new Date(`${monthOf(dayIn(new Date(), 'UTC')).from}T00:00:00Z`).getTime();
	const sometime = () => {
		const near = pick([Date.now(), Date.now(), monthStart, monthStart - 30 * dayLength]);
		return new Date(near - pick([0, 0, 1, 6, 7, 20, 60]) * dayLength + (next() * 4 - 2) * dayLength);
	};
	const past = () => new Date(Math.min(sometime().getTime(), Date.now() - 1000));
	const companies: string[] = [];
	const people: { id: string; companyId: string }[] = [];
	for (let n = 0; n < 30; n++) {
		const { id: companyId } = await db.company.create({ data: { userId, name: `Công ty ${n}`, createdAt: past() } });
		companies.push(companyId);
		for (let p = Math.floor(next() * 4); p > 0; p--) {
			const rhythm = pick(['weekly', 'monthly', null, null] as const);
			const data = { userId, companyId, name: `Người ${n}.${p}`, rhythm, createdAt: past() };
			people.push(await db.contact.create({ data }));
		}
	}
	for (let n = 0; n < 60; n++) {
		const stage = pick([...dealStages, 'closed_won', 'closed_won'] as const);
		const expectedCloseOn = next() < 0.2 ? null : dayIn(new Date(Date.now() + (next() * 80 - 20) * dayLength), 'UTC');
		const fields = { name: `Hợp đồng ${n}`, stage, expectedCloseOn, value: String(Math.floor(next() * 9000)) };
		const id = await makeDeal(userId, pick(companies), { ...fields, currency: pick(['USD', 'USD', 'VND']) });
		if (!openStages.includes(stage))
			await db.deal.update({ where: { userId_id: { userId, id } }, data: { closedAt: past() } });
	}
	const activities = Array.from({ length: 150 }, (_, n) => {
		const person = next() < 0.6 ? pick(people) : null;
		const links = { companyId: person?.companyId ?? pick(companies), contactId: person?.id ?? null };
		return { userId, type: pick(activityTypes), subject: `Việc ${n}`, at: sometime(), ...links };
	});
	await db.activity.createMany({ data: activities });
	return userId;
}

describe.each([1, 2, 3])('the numbers of Today (account %i)', (seed) => {
	let lan: UserId;
	beforeAll(async () => {
		lan = await makeRandomAccount(seed);
	});

	test.each(zones)('equal plain SQL and the lists that they lead to, in %s', async (timeZone) => {
		const today = dayIn(new Date(), timeZone);
		const now = monthOf(today);
		const before = monthOf(monthsLater(now.from, -1));
		const quiet = await listContacts(lan, contactList.parse({ silent: 'rhythm' }), timeZone);
		expect(quiet.count).toBe((await goingQuiet(lan, timeZone)).count);

		for (const [days, months] of [
			[now, 0],
			[before, 1],
		] as const) {
			const state = dealList.parse({ view: 'list', stage: 'closed_won', closedFrom: days.from, closedTo: days.to });
			const won = (await sumDeals(lan, state, timeZone)).filter(({ stage }) => stage === null);
			const expected = await db.$queryRaw<{ currency: string; count: number; value: string }[]>`
				SELECT currency, count(*)::int AS count, sum(value)::text AS value FROM deal
				WHERE user_id = ${lan}::uuid AND stage = 'closed_won' AND date_trunc('month', closed_at AT TIME ZONE ${timeZone})
					= date_trunc('month', now() AT TIME ZONE ${timeZone}) - ${months}::int * interval '1 month'
				GROUP BY currency`;
			expect(Object.fromEntries(won.map(({ currency, count, value }) => [currency, { count, value }]))).toEqual(
				Object.fromEntries(expected.map(({ currency, count, value }) => [currency, { count, value }])),
			);
			const all = expected.reduce((sum, { count }) => sum + count, 0);
			expect((await listDeals(lan, state, timeZone)).count).toBe(all);
		}

		const { all: sums, closing: soonSums, wonQuarter, wonMonth } = await sumForToday(lan, timeZone);
		expect(wonMonth).toEqual(await sumDeals(lan, dealList.parse(wonDealsParams(now)), timeZone));
		expect(wonQuarter).toEqual(await sumDeals(lan, dealList.parse(wonDealsParams(quarterOf(today))), timeZone));
		expect(soonSums).toEqual(await sumDeals(lan, dealList.parse(closingSoonParams(today)), timeZone));
		for (const stage of dealStages) {
			const isOpen = openStages.includes(stage);
			const closedFrom = isOpen ? {} : { closedFrom: daysLater(today, -90) };
			const { count } = await listDeals(lan, dealList.parse({ view: 'list', stage, ...closedFrom }), timeZone);
			const shown = sums.filter((sum) => sum.stage === stage).reduce((sum, part) => sum + part.count, 0);
			expect(shown).toBe(count);
		}
		const { count } = await listDeals(lan, dealList.parse(closingSoonParams(today)), timeZone);
		const [soon] = await db.$queryRaw<[{ count: number }]>`
			SELECT count(*)::int FROM deal
			WHERE user_id = ${lan}::uuid AND stage NOT IN ('closed_won', 'closed_lost')
				AND expected_close_on BETWEEN (now() AT TIME ZONE ${timeZone})::date AND (now() AT TIME ZONE ${timeZone})::date + 30`;
		expect(count).toBe(soon.count);
	});

	test.each(zones)('of activities equal plain SQL and the lists, whenever weeks start, in %s', async (timeZone) => {
		const today = dayIn(new Date(), timeZone);
		for (const weekStart of [1, 6, 7]) {
			const settings = { currency: 'USD', locale: 'en-GB', timeZone, weekStart };
			const weeks = Array.from({ length: 12 }, (_, index) => weekOf(daysLater(today, (index - 11) * 7), weekStart));
			const { weeks: byWeek, days: month } = await countActivities(lan, { weeks, days: monthOf(today) }, timeZone);
			for (const { from, to, counts } of byWeek) {
				expect(counts).toEqual(await plainly(lan, { from, to }, timeZone));
				if (!filterZones.includes(timeZone)) continue;
				expect((await listActivities(lan, activityList.parse({ from, to }), settings)).count).toBe(totalOf(counts));
			}
			for (const type of activityTypes) {
				const { count } = await listActivities(lan, activityList.parse({ type, when: 'week' }), settings);
				expect(byWeek.at(-1)?.counts[type]).toBe(count);
			}
			expect(month).toEqual(await plainly(lan, monthOf(today), timeZone));
			expect((await listActivities(lan, activityList.parse({ when: 'month' }), settings)).count).toBe(totalOf(month));
		}
	});
});

async function plainly(userId: UserId, { from, to }: { from: string; to: string }, timeZone: string) {
	const rows = await db.$queryRaw<{ type: keyof TypeCounts; count: number }[]>`
		SELECT type, count(*)::int AS count FROM activity
		WHERE user_id = ${userId}::uuid AND (at AT TIME ZONE ${timeZone})::date BETWEEN ${from}::date AND ${to}::date GROUP BY type`;
	return Object.fromEntries(activityTypes.map((type) => [type, rows.find((row) => row.type === type)?.count ?? 0]));
}
