import { beforeAll, describe, expect, test } from 'vitest';
import { dealList } from '@/features/deals/schema';
import { listCards, sumDeals } from '@/features/deals/server/deal-board-queries';
import { listDeals, readSignals } from '@/features/deals/server/deal-queries';
import {
	presentSignals,
	type SignalFacts,
	type SignalFilter,
	signalFilters,
	staleDays,
} from '@/features/deals/signals/signals';
import { type DealStage, dealStages } from '@/features/deals/stage/stages';
import type { UserId } from '@/lib/auth/session';
import { dayIn, daysBetween } from '@/lib/dates/dates';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { makeDeal, seeded } from '../support/deals';

const zones = [
	'Etc/GMT+12',
	'America/Los_Angeles',
	'America/Sao_Paulo',
	'UTC',
	'Africa/Cairo',
	'Asia/Kathmandu',
	'Asia/Ho_Chi_Minh',
	'Australia/Lord_Howe',
	'Pacific/Kiritimati',
];
/** Enough for what only filters: the first and the last to have a day, one that changes its clocks, and the users' own. */
const filterZones = ['Etc/GMT+12', 'America/Los_Angeles', 'Asia/Ho_Chi_Minh', 'Pacific/Kiritimati'];
const dayLength = 86_400_000;

/** What plain SQL says of a deal: sets that are joined and added up, where the product asks deal by deal. */
type Expected = {
	name: string;
	stage: DealStage;
	signals: SignalFilter[];
	due: string | null;
	quiet: number;
	deciders: number;
};

async function askPlainly(userId: UserId, today: string, timeZone: string): Promise<Expected[]> {
	const limits = JSON.stringify(staleDays);
	const rows = await db.$queryRaw<(Omit<Expected, 'signals'> & Record<SignalFilter, boolean>)[]>`
		WITH next AS (
			SELECT deal_id, min(coalesce(due_on, 'infinity')) AS first, max(coalesce(due_on, 'infinity')) AS last
			FROM follow_up WHERE user_id = ${userId}::uuid AND done_at IS NULL GROUP BY deal_id
		), spoken AS (
			SELECT * FROM activity WHERE user_id = ${userId}::uuid AND type IN ('call', 'email', 'meeting') AND at <= now()
		), touch AS (
			SELECT d.id, max((a.at AT TIME ZONE ${timeZone})::date) AS day
			FROM deal d JOIN spoken a ON a.deal_id = d.id OR (a.company_id = d.company_id AND a.deal_id IS NULL)
			GROUP BY d.id
		), part AS (
			SELECT t.contact_id, a.id, a.type, a.at FROM spoken a JOIN activity_person t ON t.user_id = a.user_id AND t.activity_id = a.id
		), people AS (
			SELECT p.company_id, count(DISTINCT p.id) AS known, count(DISTINCT p.id) FILTER (WHERE p.is_decision_maker) AS deciders,
				max((a.at AT TIME ZONE ${timeZone})::date) FILTER (WHERE p.is_decision_maker) AS decider_day
			FROM contact p LEFT JOIN part a ON a.contact_id = p.id
			WHERE p.user_id = ${userId}::uuid AND p.left_on IS NULL GROUP BY p.company_id
		), team AS (
			SELECT t.deal_id, count(DISTINCT t.contact_id) FILTER (WHERE t.role = 'decision_maker')::int AS named,
				max((a.at AT TIME ZONE ${timeZone})::date) FILTER (WHERE t.role = 'decision_maker') AS named_day,
				bool_or(t.role = 'blocker') AS is_blocked, count(a.id) FILTER (WHERE t.role = 'blocker' AND a.type = 'meeting') AS met,
				count(DISTINCT t.contact_id) FILTER (WHERE p.company_id <> d.company_id) AS outside
			FROM deal d JOIN deal_person t ON t.user_id = d.user_id AND t.deal_id = d.id
			JOIN contact p ON p.user_id = t.user_id AND p.id = t.contact_id AND p.left_on IS NULL LEFT JOIN part a ON a.contact_id = t.contact_id
			WHERE d.user_id = ${userId}::uuid GROUP BY t.deal_id
		), told AS (
			SELECT d.*, next.first, next.last, coalesce(people.known, 0) + coalesce(team.outside, 0) AS known,
				coalesce(nullif(team.named, 0), people.deciders, 0)::int AS deciders,
				CASE WHEN team.named > 0 THEN 21 ELSE 60 END AS patience, coalesce(team.is_blocked AND team.met < 2, false) AS is_blocked,
				${today}::date - CASE WHEN team.named > 0 THEN team.named_day ELSE people.decider_day END AS decider_days,
				${today}::date - greatest(touch.day, (d.created_at AT TIME ZONE ${timeZone})::date) AS quiet
			FROM deal d LEFT JOIN next ON next.deal_id = d.id LEFT JOIN touch ON touch.id = d.id
			LEFT JOIN people ON people.company_id = d.company_id LEFT JOIN team ON team.deal_id = d.id
			WHERE d.user_id = ${userId}::uuid AND d.stage NOT IN ('closed_won', 'closed_lost')
		)
		SELECT name, stage, first::text AS due, quiet, deciders,
			coalesce(first < ${today}::date, false) AS overdue, coalesce(first = ${today}::date, false) AS today,
			coalesce(first > ${today}::date, false) AS later, first IS NULL AS none,
			coalesce(expected_close_on < ${today}::date, false) AS close,
			coalesce(last < ${today}::date, true) AND quiet >= (${limits}::jsonb ->> stage::text)::int AS stale,
			known < 2 OR deciders = 0 OR coalesce(decider_days >= patience, true) OR is_blocked AS single
		FROM told ORDER BY name`;
	return rows.map((row) => ({ ...row, signals: signalFilters.filter((signal) => row[signal]) }));
}

/** The filters that a deal with these signals stands under. */
function filtersOf(deal: SignalFacts & { expectedCloseOn: string | null }): SignalFilter[] {
	const shown = presentSignals(deal, { locale: 'en-GB' }).map(({ kind }) =>
		signalFilters.includes(kind as SignalFilter) ? (kind as SignalFilter) : 'single',
	);
	return signalFilters.filter((signal) => shown.includes(signal));
}

async function makeRandomAccount(seed: number): Promise<UserId> {
	const userId = await makeAccount('Nguyễn Thị Lan');
	const next = seeded(seed);
	const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
	// roles and further people, of a chance of their own
	const chance = seeded(seed + 100);
	const more = <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)] as T;
	const ago = (...days: number[]) => new Date(Date.now() - (pick(days) + next()) * dayLength);
	const people: { id: string; companyId: string }[] = [];
	const companies: string[] = [];
	for (const name of ['Bình Minh', 'Hoa Sen', 'Đại Phát', 'An Khang', 'Sao Mai', 'Phú Quý']) {
		const { id: companyId } = await db.company.create({ data: { userId, name } });
		companies.push(companyId);
		for (let n = Math.floor(next() * 4); n > 0; n--) {
			const isDecisionMaker = next() < 0.5;
			const authorityLevel = isDecisionMaker ? pick(['primary', 'secondary', null] as const) : null;
			const data = { userId, companyId, name: `Người ${n}`, isDecisionMaker, authorityLevel };
			people.push(await db.contact.create({ data }));
		}
	}
	const deals: { id: string; companyId: string }[] = [];
	for (let n = 10; n < 50; n++) {
		const companyId = pick(companies);
		const expectedCloseOn = next() < 0.3 ? null : dayIn(ago(-20, -1, 0, 1, 30), 'UTC');
		const stage = pick<DealStage>([...dealStages, 'proposal', 'negotiation']);
		const id = await makeDeal(userId, companyId, { name: `Hợp đồng ${n}`, stage, expectedCloseOn });
		await db.deal.update({ where: { userId_id: { userId, id } }, data: { createdAt: ago(0, 6, 7, 9, 20, 70) } });
		deals.push({ id, companyId });
	}
	const leaves = seeded(seed + 200);
	const gone = people.flatMap(({ id }) => (leaves() < 0.2 ? [id] : []));
	await db.contact.updateMany({ where: { userId, id: { in: gone } }, data: { leftOn: ago(30) } });
	// often of the same company, sometimes of another one
	for (let n = 0; n < 30; n++) {
		const { id: dealId, companyId } = more(deals);
		const near = chance() < 0.8 ? people.filter((person) => person.companyId === companyId) : people;
		if (near.length === 0) continue;
		const role = more(['decision_maker', 'decision_maker', 'blocker', 'champion', null] as const);
		await db.dealPerson.createMany({
			data: [{ userId, dealId, contactId: more(near).id, role }],
			skipDuplicates: true,
		});
	}
	for (let n = 0; n < 120; n++) {
		const deal = next() < 0.5 ? pick(deals) : null;
		const companyId = deal?.companyId ?? pick(companies);
		const there = people.filter((person) => person.companyId === companyId);
		const { id: activityId } = await db.activity.create({
			data: {
				userId,
				companyId,
				dealId: deal?.id ?? null,
				contactId: there.length > 0 && next() < 0.7 ? pick(there).id : null,
				type: pick(['call', 'email', 'meeting', 'note']),
				subject: 'Trao đổi',
				at: ago(-3, -1, 0, 1, 5, 6, 7, 8, 9, 10, 13, 14, 20, 21, 58, 59, 60, 61, 90),
			},
		});
		for (const { id: contactId } of people.filter(() => chance() < 0.05))
			await db.activityPerson.createMany({ data: [{ userId, activityId, contactId }], skipDuplicates: true });
	}
	for (let n = 0; n < 40; n++) {
		const { id: dealId, companyId } = pick(deals);
		const dueOn = next() < 0.15 ? null : new Date(`${dayIn(ago(-9, -1, 0, 1, 2, 30), 'UTC')}T00:00:00Z`);
		const doneAt = next() < 0.25 ? new Date() : null;
		await db.followUp.create({ data: { userId, dealId, companyId, title: 'Gọi lại', dueOn, doneAt } });
	}
	return userId;
}

/** Asks until no midnight came between the question and the answer. */
async function onOneDay<T>(timeZone: string, ask: (today: string) => Promise<T>): Promise<T> {
	const today = dayIn(new Date(), timeZone);
	const answer = await ask(today);
	return dayIn(new Date(), timeZone) === today ? answer : onOneDay(timeZone, ask);
}

const cardsOf = async (userId: UserId, timeZone: string) =>
	(await listCards(userId, dealList.parse({}), timeZone)) ?? [];

describe('signals of random deals', () => {
	let accounts: UserId[];

	beforeAll(async () => {
		accounts = [await makeRandomAccount(1), await makeRandomAccount(2), await makeRandomAccount(3)];
		await makeRandomAccount(4);
	});

	test.each(zones)('equal plain SQL in %s, on cards, in the list and on the deal’s page', async (timeZone) => {
		const seen = new Set<SignalFilter>();
		for (const userId of accounts) {
			await onOneDay(timeZone, async (today) => {
				const expected = await askPlainly(userId, today, timeZone);
				const cards = await cardsOf(userId, timeZone);
				const open = cards.filter(({ closedAt }) => closedAt === null).sort((a, b) => (a.name < b.name ? -1 : 1));
				expect(open.map((card) => ({ name: card.name, signals: filtersOf(card) }))).toEqual(
					expected.map(({ name, signals }) => ({ name, signals })),
				);
				for (const [index, card] of open.entries()) {
					const { due, quiet, deciders } = expected[index] ?? expect.fail();
					expect(card.dueOn).toBe(due === 'infinity' ? null : due);
					expect(card.overdueDays).toBe(card.followUp === 'overdue' ? daysBetween(due ?? '', today) : null);
					expect(card.staleFor ?? quiet).toBe(quiet);
					expect(card.deciders).toBe(deciders);
				}
				const closed = cards.filter(({ closedAt }) => closedAt !== null);
				expect(closed.length).toBeGreaterThan(0);
				expect(closed.flatMap(filtersOf)).toEqual([]);
				const card = open[0] ?? expect.fail();
				const settings = { locale: 'en-GB', timeZone };
				expect((await readSignals(userId, card.id, settings))?.signals).toEqual(presentSignals(card, settings));
				for (const { signals } of expected) for (const signal of signals) seen.add(signal);
			});
		}
		expect([...seen].sort()).toEqual([...signalFilters].sort());
	});

	test.each(filterZones)('filter list, board and sums alike in %s', async (timeZone) => {
		for (const userId of accounts) {
			const chosen: { signal: string[]; stage: DealStage[] }[] = [
				...signalFilters.map((one) => ({ signal: [one], stage: [] })),
				{ signal: ['stale', 'single'], stage: [] },
				{ signal: ['overdue', 'close', 'none'], stage: [] },
				{ signal: ['stale', 'later'], stage: ['closed_won', 'proposal'] },
				{ signal: ['single'], stage: ['closed_won'] },
			];
			for (const { signal, stage } of chosen) {
				await onOneDay(timeZone, async (today) => {
					const expected = (await askPlainly(userId, today, timeZone))
						.filter((deal) => stage.length === 0 || stage.includes(deal.stage))
						.filter(({ signals }) => signals.some((one) => signal.includes(one)))
						.map(({ name }) => name);
					const state = dealList.parse({ signal, stage, sort: 'name.asc' });
					const { rows, count } = await listDeals(userId, state, timeZone);
					expect(rows.map(({ name }) => name)).toEqual(expected.slice(0, 20));
					expect(count).toBe(expected.length);
					const cards = (await listCards(userId, state, timeZone)) ?? [];
					expect(cards.map(({ name }) => name).sort()).toEqual(expected);
					const sums = await sumDeals(userId, state, timeZone);
					const counted = sums.filter(({ stage }) => stage === null).reduce((sum, part) => sum + part.count, 0);
					expect(counted).toBe(expected.length);
				});
			}
		}
	});
});
