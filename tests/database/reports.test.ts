import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countByWeek } from '@/features/activities/queries';
import { activityTypes } from '@/features/activities/schema';
import { listCompanies } from '@/features/companies/queries';
import { companyList } from '@/features/companies/schema';
import { listDeals } from '@/features/deals/queries';
import { dealList } from '@/features/deals/schema';
import { type DealStage, dealStages, openStages, stageProbabilities } from '@/features/deals/stages';
import { partPath } from '@/features/reports/forecast';
import { comingMonths, monthsIn, spanOf, untilThisWeek, weeksIn } from '@/features/reports/periods';
import {
	countByLastContact,
	listDealCurrencies,
	type Results,
	readForecast,
	readLostReasons,
	readResults,
	readScope,
	readWonByMonth,
} from '@/features/reports/queries';
import { parseReports, periods } from '@/features/reports/schema';
import { readStages, type StagePassage } from '@/features/reports/stage-queries';
import { type Days, dayIn, daysBetween, daysLater, monthOf, monthsLater, startOfWeek } from '@/lib/dates';
import { db } from '@/lib/db';
import { searchParamsOf } from '@/lib/list-params';
import type { UserId } from '@/lib/session';
import { makeAccount } from '../support/accounts';
import { type MadeDeal, makeSales, moneyOf, someSales } from '../support/random-sales';

// The reports over random accounts, each against what plain TypeScript reckons of the same rows: deal by deal, by the
// user's days as text, money in whole cents. The accounts of all runs lie in one database, so that each is a stranger to
// the others.

const runs = { numRuns: 25, interruptAfterTimeLimit: 100_000 };
const long = 150_000;

const someState = fc.record({
	period: fc.constantFrom(...periods),
	from: fc.integer({ min: 0, max: 500 }),
	length: fc.integer({ min: 0, max: 200 }),
});

type Chosen = typeof someState extends fc.Arbitrary<infer Made> ? Made : never;

function spanFor({ period, from, length }: Chosen, today: string) {
	const first = daysLater(today, -from);
	return spanOf(parseReports({ period, from: first, to: daysLater(first, length) }), today);
}

const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
const isOn = (at: Date | null, { from, to }: Days, timeZone: string) => {
	const day = at && dayIn(at, timeZone);
	return day !== null && from <= day && day <= to;
};
const sameMoney = (shown: string, cents: bigint) => expect(Number(shown)).toBe(Number(moneyOf(cents)));
const countList = async (userId: UserId, href: string, timeZone: string) =>
	(await listDeals(userId, dealList.parse(searchParamsOf(href.split('?')[1] ?? '')), timeZone)).count;

test(
	'the forecast is what the open deals of a currency come to, and leads to their lists',
	async () => {
		await fc.assert(
			fc.asyncProperty(someSales, async (sales) => {
				const { userId, deals } = await makeSales(sales);
				const today = dayIn(new Date(), sales.timeZone);
				const currencies = [...new Set(deals.map(({ currency }) => currency))].sort();
				expect(await listDealCurrencies(userId)).toEqual(currencies);
				for (const currency of currencies) {
					const open = deals.filter((deal) => deal.currency === currency && openStages.includes(deal.stage));
					const parts = await readForecast(userId, currency, comingMonths(today, 6));
					expect(parts).toHaveLength(9);
					const lastMonth = monthsLater(`${today.slice(0, 7)}-01`, 5).slice(0, 7);
					const placeOf = ({ expectedCloseOn: day }: MadeDeal) => {
						if (day === null) return 'none';
						if (day < today) return 'overdue';
						return day.slice(0, 7) > lastMonth ? 'later' : day.slice(0, 7);
					};
					for (const part of parts) {
						const place = part.kind === 'month' ? part.from?.slice(0, 7) : part.kind;
						const those = open.filter((deal) => placeOf(deal) === place);
						expect(part.count).toBe(those.length);
						sameMoney(part.value, sum(those.map(({ cents }) => cents)));
						const weighted = those.map(
							(deal) => deal.cents * BigInt(deal.probability ?? stageProbabilities[deal.stage]),
						);
						expect(Number(part.weighted)).toBe(Number(sum(weighted)) / 10_000);
						expect(await countList(userId, partPath(part, currency), sales.timeZone)).toBe(those.length);
					}
					expect(parts.reduce((count, part) => count + part.count, 0)).toBe(open.length);
				}
			}),
			runs,
		);
	},
	long,
);

test(
	'the results of a period are what its deals come to, and so are its months',
	async () => {
		await fc.assert(
			fc.asyncProperty(someSales, someState, async (sales, chosen) => {
				const { timeZone } = sales;
				const { userId, deals } = await makeSales(sales);
				const span = spanFor(chosen, dayIn(new Date(), timeZone));
				for (const currency of ['VND', 'USD']) {
					const closed = (days: Days, stage: DealStage) =>
						deals.filter(
							(deal) => deal.currency === currency && deal.stage === stage && isOn(deal.closedAt, days, timeZone),
						);
					const found = await readResults(userId, currency, span, timeZone);
					for (const period of ['now', 'before'] as const) {
						const won = closed(span[period], 'closed_won');
						const lost = closed(span[period], 'closed_lost');
						const results: Results = found[period];
						expect([results.won, results.lost]).toEqual([won.length, lost.length]);
						sameMoney(results.wonValue, sum(won.map(({ cents }) => cents)));
						sameMoney(results.lostValue, sum(lost.map(({ cents }) => cents)));
						const [all, count] = [sum(won.map(({ cents }) => cents)), BigInt(won.length)];
						if (count === 0n) expect(results.averageValue).toBeNull();
						else sameMoney(results.averageValue ?? '', (2n * all + count) / (2n * count));
						const ways = won
							.filter(({ steps, closedAt, createdAt }) => steps.length > 1 && closedAt && closedAt >= createdAt)
							.map(({ createdAt, closedAt }) =>
								daysBetween(dayIn(createdAt, timeZone), dayIn(closedAt ?? createdAt, timeZone)),
							);
						if (ways.length === 0) expect(results.averageDays).toBeNull();
						else expect(results.averageDays).toBeCloseTo(ways.reduce((a, b) => a + b, 0) / ways.length, 8);
					}
					const months = await readWonByMonth(userId, currency, monthsIn(span.now), timeZone);
					for (const { from, to, count, value } of months) {
						const those = closed(span.now, 'closed_won').filter(
							({ closedAt }) => closedAt && dayIn(closedAt, timeZone).startsWith(from.slice(0, 7)),
						);
						expect(count).toBe(those.length);
						sameMoney(value, sum(those.map(({ cents }) => cents)));
						const list = { view: 'list', stage: 'closed_won', currency, closedFrom: from, closedTo: to };
						expect((await listDeals(userId, dealList.parse(list), timeZone)).count).toBe(count);
					}
					expect(months.reduce((total, { count }) => total + count, 0)).toBe(found.now.won);
				}
			}),
			runs,
		);
	},
	long,
);

/** Stay by stay: what became of the deals that left a stage for good in a period. */
function passageOf(deals: MadeDeal[], stage: DealStage, days: Days, timeZone: string): StagePassage {
	const order = (of: DealStage) => dealStages.indexOf(of);
	const left = deals.flatMap(({ steps }) => {
		const leavings = steps.flatMap(({ stage: to, at }, index) => {
			const isLeaving = steps[index - 1]?.stage === stage && order(to) > order(stage) && isOn(at, days, timeZone);
			return isLeaving ? [{ to, index }] : [];
		});
		const last = leavings.at(-1);
		const cameBack = steps.some(
			(step, index) => last && index > last.index && step.stage === stage && isOn(step.at, days, timeZone),
		);
		if (!last || cameBack) return [];
		let stayed = 0;
		for (let index = 0; index < last.index; index++) {
			const [came, went] = [steps[index], steps[index + 1]];
			if (came?.stage === stage && went) stayed += went.at.getTime() - came.at.getTime();
		}
		return [{ to: last.to, days: stayed / 86_400_000 }];
	});
	return {
		on: left.filter(({ to }) => to !== 'closed_lost').length,
		lost: left.filter(({ to }) => to === 'closed_lost').length,
		averageDays: left.length > 0 ? left.reduce((total, deal) => total + deal.days, 0) / left.length : null,
	};
}

test(
	'the way from stage to stage is what each deal went, however often it was taken up again',
	async () => {
		await fc.assert(
			fc.asyncProperty(someSales, someState, async (sales, chosen) => {
				const { userId, deals } = await makeSales(sales);
				const span = spanFor(chosen, dayIn(new Date(), sales.timeZone));
				const ours = deals.filter(({ currency }) => currency === 'VND');
				const stages = await readStages(userId, 'VND', span, sales.timeZone);
				expect(stages.map(({ stage }) => stage)).toEqual(openStages);
				for (const { stage, ...passages } of stages) {
					for (const period of ['now', 'before'] as const) {
						const { averageDays, ...counts } = passageOf(ours, stage, span[period], sales.timeZone);
						expect(passages[period]).toMatchObject(counts);
						if (averageDays === null) expect(passages[period].averageDays).toBeNull();
						else expect(passages[period].averageDays).toBeCloseTo(averageDays, 6);
					}
				}
			}),
			runs,
		);
	},
	long,
);

test(
	'lost reasons are counted once each, however they are written',
	async () => {
		const plain = (reason: string | null) =>
			reason?.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').toLowerCase() ?? null;
		await fc.assert(
			fc.asyncProperty(someSales, someState, async (sales, chosen) => {
				const { userId, deals } = await makeSales(sales);
				const span = spanFor(chosen, dayIn(new Date(), sales.timeZone));
				const lost = deals.filter(({ stage, currency }) => stage === 'closed_lost' && currency === 'VND');
				const on = (days: Days) => lost.filter(({ closedAt }) => isOn(closedAt, days, sales.timeZone));
				const reasons = await readLostReasons(userId, 'VND', span, sales.timeZone);
				const asked = new Set([...on(span.now), ...on(span.before)].map(({ lostReason }) => plain(lostReason)));
				expect(new Set(reasons.map(({ reason }) => plain(reason)))).toEqual(asked);
				expect(reasons).toHaveLength(asked.size);
				expect(reasons.map(({ count }) => count)).toEqual(reasons.map(({ count }) => count).sort((a, b) => b - a));
				for (const { reason, count, value, before } of reasons) {
					const those = (days: Days) => on(days).filter(({ lostReason }) => plain(lostReason) === plain(reason));
					expect([count, before]).toEqual([those(span.now).length, those(span.before).length]);
					sameMoney(value, sum(those(span.now).map(({ cents }) => cents)));
					expect([...those(span.now), ...those(span.before)].map(({ lostReason }) => lostReason)).toContain(reason);
				}
			}),
			runs,
		);
	},
	long,
);

test(
	'activities lie in the weeks of the user, and companies where their last contact was',
	async () => {
		await fc.assert(
			fc.asyncProperty(someSales, someState, async (sales, chosen) => {
				const { timeZone, weekStart } = sales;
				const { userId, activities, companies } = await makeSales(sales);
				const today = dayIn(new Date(), timeZone);
				const shown = untilThisWeek(spanFor(chosen, today).now, today, weekStart);
				const weeks = await countByWeek(userId, weeksIn(shown, weekStart), timeZone);
				const expected: Record<string, number> = {};
				for (const { type, at } of activities.filter((activity) => isOn(activity.at, shown, timeZone))) {
					const week = [startOfWeek(dayIn(at, timeZone), weekStart), shown.from].sort()[1];
					expected[`${week} ${type}`] = (expected[`${week} ${type}`] ?? 0) + 1;
				}
				const found = weeks.flatMap(({ from, counts }) =>
					activityTypes.map((type) => [`${from} ${type}`, counts[type]]),
				);
				expect(Object.fromEntries(found.filter(([, count]) => count !== 0))).toEqual(expected);

				const counts = await countByLastContact(userId, today, timeZone);
				const ago = Array.from({ length: companies }, (_, company) => {
					const contacts = activities
						.filter((activity) => activity.company === company && activity.type !== 'note' && activity.at <= new Date())
						.map(({ at }) => at.getTime());
					return contacts.length > 0
						? daysBetween(dayIn(new Date(Math.max(...contacts)), timeZone), today)
						: Number.POSITIVE_INFINITY;
				});
				const between = (least: number, most: number) => ago.filter((days) => days >= least && days <= most).length;
				expect(counts).toEqual({
					within30: between(0, 30),
					within60: between(31, 60),
					within90: between(61, 90),
					longer: between(91, 1e9),
					never: ago.filter((days) => days === Number.POSITIVE_INFINITY).length,
				});
				// what the links beside them say
				const silent = async (days: string) =>
					(await listCompanies(userId, companyList.parse({ silent: days }), timeZone)).count;
				expect(await silent('30')).toBe(companies - counts.within30);
				expect(await silent('90')).toBe(counts.longer + counts.never);
				expect(await silent('never')).toBe(counts.never);
			}),
			runs,
		);
	},
	long,
);

test('an account without deals is counted no one else’s', async () => {
	const [deal] = await db.deal.findMany({ take: 1 });
	expect(deal).toBeDefined();
	const userId = await makeAccount('Lê Văn Lạ');
	const scope = await readScope(userId, {});
	expect(scope).toMatchObject({ currency: 'USD', currencies: [] });
	const timeZone = 'Asia/Ho_Chi_Minh';
	for (const currency of ['VND', 'USD']) {
		const results = await readResults(userId, currency, scope, timeZone);
		expect(results.now).toMatchObject({ won: 0, lost: 0, wonValue: '0', averageValue: null, averageDays: null });
		expect(await readLostReasons(userId, currency, scope, timeZone)).toEqual([]);
		const parts = await readForecast(userId, currency, comingMonths(scope.today, 6));
		expect(parts.map(({ count }) => count)).toEqual(Array(9).fill(0));
		const stages = await readStages(userId, currency, scope, timeZone);
		expect(stages.map(({ now }) => now.on + now.lost)).toEqual([0, 0, 0, 0]);
	}
	expect(Object.values(await countByLastContact(userId, scope.today, timeZone))).toEqual([0, 0, 0, 0, 0]);
});

test('the currency is the chosen one if there are deals in it, else the settings’, else one there is', async () => {
	const sales = { timeZone: 'Asia/Ho_Chi_Minh' as const, weekStart: 1 as const, activities: [] };
	const step = { stage: 'proposal' as const, at: { minutes: 5 } };
	const rest = { cents: 100, ownProbability: null, closeIn: 3, lostReason: null, closedBeforeEntered: false };
	const deal = (currency: 'EUR' | 'USD' | 'VND') => ({ ...rest, currency, steps: [step] });
	const { userId } = await makeSales({ ...sales, deals: [deal('EUR'), deal('VND'), deal('USD')] });
	expect(await readScope(userId, {})).toMatchObject({ currency: 'VND', currencies: ['EUR', 'USD', 'VND'] });
	expect(await readScope(userId, { currency: 'USD' })).toMatchObject({ currency: 'USD' });
	expect(await readScope(userId, { currency: 'GBP' })).toMatchObject({ currency: 'VND' });
	const other = await makeSales({ ...sales, deals: [deal('EUR')] });
	expect(await readScope(other.userId, {})).toMatchObject({ currency: 'EUR', currencies: ['EUR'] });
	const month = monthOf(dayIn(new Date(), 'Asia/Ho_Chi_Minh'));
	expect(await readScope(userId, { period: 'month' })).toMatchObject({ now: month });
});
