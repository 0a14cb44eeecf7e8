import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activityTypes } from '@/features/activities/schema';
import { countActivities } from '@/features/activities/server/activity-count-queries';
import { companyList } from '@/features/companies/schema';
import { listCompanies } from '@/features/companies/server/company-queries';
import { lastContactParts, listOf } from '@/features/reports/last-contact';
import { comingMonths, untilThisWeek, weeksIn } from '@/features/reports/report-periods';
import {
	countByLastContact,
	readForecast,
	readLostReasons,
	readResults,
	readScope,
} from '@/features/reports/server/report-queries';
import { readStages } from '@/features/reports/server/report-stage-queries';
import { dayIn, daysBetween, monthOf, startOfWeek } from '@/lib/dates/dates';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { makeSales, someSales } from '../support/random-sales';
import { isOn, runs, someState, spanFor, timeLimit } from '../support/report-periods';

test(
	'activities lie in the weeks of the user, and companies where their last contact was',
	async () => {
		await fc.assert(
			fc.asyncProperty(someSales, someState, async (sales, chosen) => {
				const { timeZone, weekStart } = sales;
				const { userId, activities, companies } = await makeSales(sales);
				const today = dayIn(new Date(), timeZone);
				const shown = untilThisWeek(spanFor(chosen, today).now, today, weekStart);
				const { weeks } = await countActivities(userId, { weeks: weeksIn(shown, weekStart), days: shown }, timeZone);
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
				for (const part of lastContactParts) {
					const list = companyList.parse(listOf(part, today));
					expect((await listCompanies(userId, list, timeZone)).count).toBe(counts[part]);
				}
			}),
			runs,
		);
	},
	timeLimit,
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
