import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dealList } from '@/features/deals/schema';
import { listDealCurrencies, listDeals } from '@/features/deals/server/deal-queries';
import { type DealStage, dealStages, openStages, stageProbabilities } from '@/features/deals/stage/stages';
import { partPath } from '@/features/reports/forecast';
import { comingMonths, monthsIn } from '@/features/reports/report-periods';
import {
	type PeriodResults,
	readForecast,
	readLostReasons,
	readResults,
	readWonByMonth,
} from '@/features/reports/server/report-queries';
import { readStages, type StagePassage } from '@/features/reports/server/report-stage-queries';
import type { UserId } from '@/lib/auth/session';
import { type Days, dayIn, daysBetween, monthsLater } from '@/lib/dates/dates';
import { searchParamsOf } from '@/lib/list/list-params';
import { type MadeDeal, makeSales, someSales } from '../support/random-sales';
import { isOn, runs, sameMoney, someState, spanFor, sum, timeLimit } from '../support/report-periods';

// The reports over random accounts, each against what plain TypeScript reckons of the same rows: deal by deal, by the
// user's days as text, money in whole cents. The accounts of all runs lie in one database, so that each is a stranger to
// the others.

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
	timeLimit,
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
						const results: PeriodResults = found[period];
						expect([results.won, results.lost]).toEqual([won.length, lost.length]);
						sameMoney(results.wonValue, sum(won.map(({ cents }) => cents)));
						sameMoney(results.lostValue, sum(lost.map(({ cents }) => cents)));
						const [all, count] = [sum(won.map(({ cents }) => cents)), BigInt(won.length)];
						if (count === 0n) expect(results.averageValue).toBeNull();
						else sameMoney(results.averageValue ?? '', (2n * all + count) / (2n * count));
						const wasOpen = ({ steps }: MadeDeal) => steps.some(({ stage }) => openStages.includes(stage));
						const ways = won
							.filter((deal) => wasOpen(deal) && deal.closedAt && deal.closedAt >= deal.createdAt)
							.map(({ createdAt, closedAt }) =>
								daysBetween(dayIn(createdAt, timeZone), dayIn(closedAt ?? createdAt, timeZone)),
							);
						expect(results.timed).toBe(ways.length);
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
	timeLimit,
);

/** Where a leaving led to: a closed deal may have been moved from won to lost, or back, before the period ended. */
function outcomeOf([leaving, ...later]: MadeDeal['steps'], days: Days, timeZone: string): DealStage | undefined {
	let to = leaving?.stage;
	for (const { stage, at } of later) {
		if (to === undefined || openStages.includes(to) || openStages.includes(stage) || !isOn(at, days, timeZone)) break;
		to = stage;
	}
	return to;
}

/** Stay by stay: what became of the deals that left a stage for good in a period. */
function passageOf(deals: MadeDeal[], stage: DealStage, days: Days, timeZone: string): StagePassage {
	const order = (of: DealStage) => dealStages.indexOf(of);
	const left = deals.flatMap(({ steps }) => {
		const leavings = steps.flatMap(({ stage: to, at }, index) => {
			const isLeaving = steps[index - 1]?.stage === stage && order(to) > order(stage) && isOn(at, days, timeZone);
			return isLeaving ? [{ index }] : [];
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
		return [{ to: outcomeOf(steps.slice(last.index), days, timeZone), days: stayed / 86_400_000 }];
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
	timeLimit,
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
					const list = dealList.parse({
						view: 'list',
						currency: 'VND',
						closedFrom: span.now.from,
						closedTo: span.now.to,
						...(reason ? { lostReason: reason } : { noReason: 'yes' }),
					});
					expect((await listDeals(userId, list, sales.timeZone)).count).toBe(count);
				}
			}),
			runs,
		);
	},
	timeLimit,
);
