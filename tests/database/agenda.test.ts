import { beforeAll, describe, expect, test } from 'vitest';
import { activityTypes } from '@/features/activities/schema';
import { type Rhythm, rhythms } from '@/features/contacts/schema';
import { snoozeContact } from '@/features/contacts/server/contact-mutations';
import { dealStages } from '@/features/deals/stage/stages';
import { type EntryReason, reasonsOf } from '@/features/today/reasons';
import { type AgendaRow, readAgenda } from '@/features/today/server/agenda-queries';
import { agendaLimits, agendaStatement } from '@/features/today/server/agenda-sql';
import { readComingDays } from '@/features/today/server/coming-queries';
import { comingCountLimit } from '@/features/today/server/coming-sql';
import type { UserId } from '@/lib/auth/session';
import { dateColumn, dayIn, dayOfColumn, daysBetween, daysLater, monthsLater } from '@/lib/dates/dates';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { actAndUndo, acted } from '../support/act';
import { makeDeal, seeded } from '../support/deals';

// What the day's list has and why, against the account's rows looked at one by one.

const zones = ['Etc/GMT+12', 'America/Sao_Paulo', 'Asia/Ho_Chi_Minh', 'Pacific/Kiritimati'];
const dayLength = 86_400_000;

async function makeRandomAccount(seed: number): Promise<UserId> {
	const userId = await makeAccount('Nguyễn Thị Lan');
	const next = seeded(seed);
	const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
	const near = (days: number) => new Date(Date.now() + (next() * 2 - 1) * days * dayLength);
	const day = (days: number) => dateColumn(dayIn(near(days), 'UTC'));
	const { id: companyId } = await db.company.create({
		data: { userId, name: 'Thủy sản Bình Minh', phone: '028 3822 1234' },
	});
	const people: string[] = [];
	for (let n = 0; n < 30; n++) {
		const isDecisionMaker = next() < 0.5;
		const data = {
			...{ userId, companyId, name: `Người ${n}`, isDecisionMaker, rhythm: next() < 0.6 ? pick(rhythms) : null },
			authorityLevel: isDecisionMaker && next() < 0.5 ? pick(['primary', 'secondary', 'influencer'] as const) : null,
			...{ createdAt: new Date(Date.now() - next() * 200 * dayLength), leftOn: next() < 0.1 ? day(30) : null },
			quietUntil: next() < 0.2 ? day(2) : null,
		};
		people.push((await db.contact.create({ data })).id);
	}
	const deals: string[] = [];
	for (let n = 0; n < 10; n++) {
		const expectedCloseOn = next() < 0.2 ? null : dayOfColumn(day(25));
		const contactId = next() < 0.6 ? pick(people) : null;
		const fields = { name: `Hợp đồng ${n}`, stage: pick(dealStages), value: String(Math.floor(next() * 90_000)) };
		deals.push(await makeDeal(userId, companyId, { ...fields, expectedCloseOn, contactId }));
	}
	await db.activity.createMany({
		data: Array.from({ length: 120 }, (_, n) => {
			const at = near(n < 60 ? 1.5 : 120);
			return {
				...{ userId, companyId, type: pick(activityTypes), subject: `Việc ${n}`, at },
				contactId: next() < 0.7 ? pick(people) : null,
				outcome: next() < 0.3 ? `Kết quả ${n}` : null,
				createdAt: new Date(at.getTime() + pick([-dayLength, -1000, 0, 1000])),
			};
		}),
	});
	await db.followUp.createMany({
		data: Array.from({ length: 60 }, (_, n) => {
			const dueOn = next() < 0.1 ? null : day(3);
			return {
				...{ userId, title: `Nhắc ${n}`, dueOn, doneAt: next() < 0.2 ? new Date() : null },
				dueTime: dueOn && next() < 0.4 ? new Date(Date.UTC(1970, 0, 1, 8 + Math.floor(next() * 3), 30)) : null,
				isImportant: next() < 0.3 || null,
				isTheirs: next() < 0.3 || null,
				...pick([{ companyId }, { companyId, contactId: pick(people) }, { companyId, dealId: pick(deals) }, {}]),
			};
		}),
	});
	return userId;
}

/** The ids of each part in its order, by looking at all of the account's rows. */
async function plainly(userId: UserId, timeZone: string) {
	const now = new Date();
	const today = dayIn(now, timeZone);
	const where = { userId };
	const followUps = (await db.followUp.findMany({ where })).filter(({ doneAt }) => doneAt === null);
	const order = ({ dueOn, dueTime, isImportant, id }: (typeof followUps)[number]) =>
		`${dueOn?.toISOString()} ${dueTime?.toISOString() ?? '9'} ${isImportant ? 0 : 1} ${id}`;
	const due = (isDue: (day: string) => boolean) =>
		followUps
			.filter(({ dueOn }) => dueOn && isDue(dayOfColumn(dueOn)))
			.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
	const meetings = (await db.activity.findMany({ where, orderBy: [{ at: 'asc' }, { id: 'asc' }] })).filter(
		({ type, at, outcome, createdAt }) =>
			type !== 'note' && outcome === null && dayIn(at, timeZone) === today && (at > createdAt || at > now),
	);
	const contacts = await db.contact.findMany({ where: { ...where, leftOn: null }, include: { stats: true } });
	const touched = await db.$queryRaw<{ id: string; at: Date }[]>`
		SELECT contact_id AS id, max(at) AS at FROM activity_person
		WHERE user_id = ${userId}::uuid AND type <> 'note' AND at <= now() GROUP BY contact_id`;
	const lastOf = new Map(touched.map(({ id, at }) => [id, at]));
	const quiet = contacts
		.flatMap((contact) => {
			const { id, rhythm, createdAt, quietUntil, authorityRank } = contact;
			const last = lastOf.get(id) ?? createdAt;
			if (!rhythm || (quietUntil && dayOfColumn(quietUntil) > today)) return [];
			const dueOn = plainDue(dayIn(last, timeZone), rhythm);
			return dueOn < today ? [{ id, key: `${authorityRank ?? rankOf(contact)} ${dueOn}` }] : [];
		})
		.toSorted((a, b) => (a.key < b.key ? -1 : 1));
	return { overdue: due((day) => day < today), today: due((day) => day === today), meetings, quiet, lastOf };
}

const rankOf = ({ isDecisionMaker, authorityLevel }: { isDecisionMaker: boolean; authorityLevel: string | null }) =>
	isDecisionMaker ? ['primary', 'secondary', 'influencer', null].indexOf(authorityLevel) : 4;

function plainDue(last: string, rhythm: Rhythm): string {
	const days = { weekly: 7, biweekly: 14 }[rhythm as 'weekly'];
	return days
		? daysLater(last, days)
		: monthsLater(last, { monthly: 1, quarterly: 3, half_yearly: 6 }[rhythm as 'monthly']);
}

describe.each([1, 2, 3])('the day’s list (account %i)', (seed) => {
	let lan: UserId;
	beforeAll(async () => {
		lan = await makeRandomAccount(seed);
	});

	test.each(zones)('has what is there, in its order, in %s', async (timeZone) => {
		const { rows, counts } = await readAgenda(lan, { timeZone });
		const expected = await plainly(lan, timeZone);
		for (const group of ['overdue', 'meetings', 'today'] as const) {
			const found = rows.filter((row) => row.group === group).map(({ id }) => id);
			expect(found, group).toEqual(expected[group].map(({ id }) => id).slice(0, agendaLimits[group]));
			expect(counts[group], group).toBe(expected[group].length);
		}
		const quiet = rows.filter(({ group }) => group === 'quiet');
		const keyOf = new Map(expected.quiet.map(({ id, key }) => [id, key]));
		expect(quiet.map(({ id }) => keyOf.get(id))).toEqual(
			expected.quiet.map(({ key }) => key).slice(0, agendaLimits.quiet),
		);
		expect(counts.quiet).toBe(expected.quiet.length);
		expect(rows.map(({ group }) => group)).toEqual(
			rows.map(({ group }) => group).toSorted((a, b) => orderOf.indexOf(a) - orderOf.indexOf(b)),
		);
	});

	test.each(zones)('gives each entry its weightiest reasons, in %s', async (timeZone) => {
		const now = new Date();
		const { rows } = await readAgenda(lan, { timeZone });
		expect(rows.length).toBeGreaterThan(15);
		for (const row of rows) {
			const reasons = reasonsOf(row, now, { locale: 'en-US', timeZone });
			expect(reasons.length).toBeLessThanOrEqual(3);
			const expected = await plainReasons(lan, row, now, timeZone);
			expect(reasons.map(kindOf).toSorted(), row.title).toEqual(expected.slice(0, 3).toSorted());
		}
	});

	test.each(zones)('counts what the next seven days bring, in %s', async (timeZone) => {
		const today = dayIn(new Date(), timeZone);
		const days = await readComingDays(lan, { timeZone });
		expect(days.map(({ day }) => day)).toEqual(Array.from({ length: 7 }, (_, index) => daysLater(today, index + 1)));
		const [followUps, activities, deals] = await Promise.all([
			db.followUp.findMany({ where: { userId: lan, doneAt: null } }),
			db.activity.findMany({ where: { userId: lan, type: { not: 'note' } } }),
			db.deal.findMany({ where: { userId: lan, closedAt: null } }),
		]);
		for (const { day, planned, due, closing } of days) {
			const on = (date: Date | null) => date !== null && dayOfColumn(date) === day;
			expect(planned?.count ?? 0).toBe(
				Math.min(activities.filter(({ at }) => dayIn(at, timeZone) === day).length, comingCountLimit + 1),
			);
			expect(due?.count ?? 0).toBe(followUps.filter(({ dueOn }) => on(dueOn)).length);
			expect(closing?.count ?? 0).toBe(deals.filter(({ expectedCloseOn }) => on(expectedCloseOn)).length);
		}
	});
});

const orderOf = ['overdue', 'meetings', 'today', 'dates', 'quiet'];

/** Which kind a reason is, by its words. */
function kindOf({ text }: EntryReason): string {
	const found = Object.entries({
		late: /^\d+ days? overdue$/,
		soon: /^(In \d|Now$|\d.* ago$)/,
		rhythm: /^Stay in touch /,
		said: /^\w+ \d+: “/,
		important: /^Important$/,
		closing: /(closes |close date passed)/,
		decides: /^Decision maker$/,
		theirs: /^They promised this$/,
		silent: /^No contact (yet|for )/,
		worth: / (offer|deal)$/,
	}).find(([, words]) => words.test(text));
	return found?.[0] ?? text;
}

/** All reasons of an entry, the weightiest first, from the rows themselves. */
async function plainReasons(userId: UserId, row: AgendaRow, now: Date, timeZone: string): Promise<string[]> {
	const today = dayIn(now, timeZone);
	const of = (id: string) => ({ where: { userId_id: { userId, id } } });
	const followUp =
		row.group === 'overdue' || row.group === 'today' ? await db.followUp.findUniqueOrThrow(of(row.id)) : null;
	const deal = row.dealId ? await db.deal.findUniqueOrThrow(of(row.dealId)) : null;
	const contact = row.contactId ? await db.contact.findUniqueOrThrow(of(row.contactId)) : null;
	const last = row.contactId
		? await db.$queryRaw<{ at: Date }[]>`
			SELECT at FROM activity_person WHERE user_id = ${userId}::uuid AND contact_id = ${row.contactId}::uuid
				AND type <> 'note' AND at <= now() ORDER BY at DESC`
		: [];
	const said = row.at && last.some(({ at }) => at < (row.at ?? now));
	const isOpen = deal !== null && deal.closedAt === null;
	const closes = isOpen && deal.expectedCloseOn ? daysBetween(today, dayOfColumn(deal.expectedCloseOn)) : null;
	const quietFor = last[0] ? daysBetween(dayIn(last[0].at, timeZone), today) : null;
	const patience = contact?.isDecisionMaker ? 21 : 45;
	const all: [string, unknown][] = [
		['late', row.group === 'overdue'],
		['soon', row.group === 'meetings'],
		['rhythm', row.group === 'quiet'],
		['said', said],
		['important', followUp?.isImportant],
		['closing', closes !== null && closes <= 14],
		['decides', contact?.isDecisionMaker],
		['theirs', followUp?.isTheirs],
		['silent', contact && row.group !== 'quiet' && (quietFor === null || quietFor >= patience)],
		['worth', isOpen && Number(deal.value) > 0 && (closes === null || closes > 14)],
	];
	return all.flatMap(([kind, holds]) => (holds ? [kind] : []));
}

test('a contact who is snoozed is not going quiet before that day, and undoing that brings them back', async () => {
	const lan = await makeAccount('Nguyễn Thị Lan');
	const timeZone = 'Asia/Ho_Chi_Minh';
	const { id: companyId } = await db.company.create({ data: { userId: lan, name: 'Thủy sản Bình Minh' } });
	const createdAt = new Date(Date.now() - 100 * dayLength);
	const { id } = await db.contact.create({
		data: { userId: lan, companyId, name: 'Trần Quốc Bảo', rhythm: 'weekly', createdAt },
	});
	const quiet = async () => (await readAgenda(lan, { timeZone })).counts.quiet;
	expect(await quiet()).toBe(1);
	const today = dayIn(new Date(), timeZone);
	const until = (day: string) => (tx: Parameters<typeof snoozeContact>[0]) =>
		snoozeContact(tx, lan, { id, until: day });
	expect(await actAndUndo(lan, until(daysLater(today, 1)), quiet)).toBe(0);
	expect(await quiet()).toBe(1);
	// until today is over
	await acted(until(today));
	expect(await quiet()).toBe(1);
});

test('the day is read from an index for each part, and no part reads all of its table', async () => {
	const lan = await makeRandomAccount(9);
	await db.$executeRaw`
		INSERT INTO follow_up (user_id, id, title, due_on)
		SELECT ${lan}::uuid, gen_random_uuid(), 'Nhắc ' || n, current_date - 3000 + n / 10 FROM generate_series(1, 20000) n`;
	await db.$executeRaw`ANALYZE follow_up`;
	const statement = agendaStatement(lan, 'Asia/Ho_Chi_Minh');
	const [plan] = await db.$queryRawUnsafe<[{ 'QUERY PLAN': unknown }]>(
		`EXPLAIN (ANALYZE, FORMAT JSON) ${statement.text}`,
		...statement.values,
	);
	const read: { relation: string; rows: number }[] = [];
	const walk = (node: Record<string, unknown>) => {
		if (node['Relation Name'])
			read.push({
				relation: String(node['Relation Name']),
				rows:
					(Number(node['Actual Rows']) + Number(node['Rows Removed by Filter'] ?? 0)) * Number(node['Actual Loops']),
			});
		for (const child of (node.Plans as Record<string, unknown>[] | undefined) ?? []) walk(child);
	};
	walk((plan['QUERY PLAN'] as { Plan: Record<string, unknown> }[])[0]?.Plan ?? {});
	for (const { relation, rows } of read.filter((each) => each.relation === 'follow_up'))
		expect(rows, relation).toBeLessThanOrEqual(2_000);
});
