import { expect, test } from 'vitest';
import type { DealStage } from '@/features/deals/stage/stages';
import { resultsFile } from '@/features/reports/server/report-download-queries';
import { readResults } from '@/features/reports/server/report-queries';
import { readStages } from '@/features/reports/server/report-stage-queries';
import type { UserId } from '@/lib/auth/session';
import { dayIn, daysLater, instantOf } from '@/lib/dates/dates';
import { readCsv } from '../support/csv';
import { textOf } from '../support/exports';
import { makeSales } from '../support/random-sales';

// Deals that were dropped on the wrong one of the two closed columns, and moved to the right one without being taken up
// again in between.

const timeZone = 'Asia/Ho_Chi_Minh';
const today = dayIn(new Date(), timeZone);
const daysAgo = (days: number) => daysLater(today, -days);
const span = { now: { from: daysAgo(30), to: today }, before: { from: daysAgo(61), to: daysAgo(31) } };

type Step = [stage: DealStage, daysAgo: number];

/** An account with one deal, which came to each stage at noon so many days ago. */
async function makeDealThatWent(steps: Step[]) {
	const minutesSince = (days: number) =>
		Math.round((Date.now() - instantOf(`${daysAgo(days)}T12:00`, timeZone).getTime()) / 60_000);
	const { userId } = await makeSales({
		timeZone,
		weekStart: 1,
		activities: [],
		deals: [
			{
				currency: 'VND',
				cents: 100_000_000,
				ownProbability: null,
				closeIn: null,
				lostReason: null,
				closedBeforeEntered: false,
				steps: steps.map(([stage, days]) => ({ stage, at: { minutes: minutesSince(days) } })),
			},
		],
	});
	return userId;
}

/** What became of the deal when it left a stage, in the period and in the one before. */
async function outcomes(stage: DealStage, steps: Step[]) {
	const userId = await makeDealThatWent(steps);
	const stages = await readStages(userId, 'VND', span, timeZone);
	const { now, before } = stages.find((found) => found.stage === stage) ?? {};
	return { now: [now?.on, now?.lost], before: [before?.on, before?.lost] };
}

test('a deal that was dropped on won and belongs to lost did not go on', async () => {
	const moved: Step[] = [
		['proposal', 20],
		['closed_won', 10],
		['closed_lost', 9],
	];
	expect(await outcomes('proposal', moved)).toEqual({ now: [0, 1], before: [0, 0] });
});

test('a deal that was dropped on lost and belongs to won went on, however often it was moved', async () => {
	const moved: Step[] = [
		['proposal', 20],
		['closed_lost', 10],
		['closed_won', 9],
		['closed_lost', 8],
		['closed_won', 7],
	];
	expect(await outcomes('proposal', moved)).toEqual({ now: [1, 0], before: [0, 0] });
});

test('what was moved after the period counts in it as it was', async () => {
	const moved: Step[] = [
		['negotiation', 50],
		['closed_won', 40],
		['closed_lost', 20],
	];
	expect(await outcomes('negotiation', moved)).toEqual({ now: [0, 0], before: [1, 0] });
});

test('what a deal came to after it was taken up again says nothing of how it was closed before', async () => {
	const reopened: Step[] = [
		['proposal', 25],
		['closed_lost', 20],
		['negotiation', 15],
		['closed_lost', 10],
		['closed_won', 5],
	];
	expect(await outcomes('proposal', reopened)).toEqual({ now: [0, 1], before: [0, 0] });
	expect(await outcomes('negotiation', reopened)).toEqual({ now: [1, 0], before: [0, 0] });
});

test('a deal that was entered as lost and moved to won was never on its way', async () => {
	const entered = await makeDealThatWent([
		['closed_lost', 20],
		['closed_won', 10],
	]);
	const { now } = await readResults(entered, 'VND', span, timeZone);
	expect(now).toMatchObject({ won: 1, averageDays: null, timed: 0 });
	const sold = await makeDealThatWent([
		['proposal', 20],
		['closed_lost', 12],
		['closed_won', 10],
	]);
	const results = await readResults(sold, 'VND', span, timeZone);
	expect(results.now).toMatchObject({ won: 1, averageDays: 10, timed: 1 });
	// and the file says so as well: of how many deals each number is
	const [from, to] = [span.now.from, span.now.to];
	const fileOf = async (userId: UserId) =>
		readCsv(await textOf(await resultsFile(userId, { period: 'own', from, to }))).map((row) => [
			...[row['Deals won'], row['Deals closed'], row['Win rate %']],
			...[row['Average days to win'], row['Won deals with days to win']],
		]);
	expect(await fileOf(entered)).toEqual([
		['1', '1', '100', '', '0'],
		['0', '0', '', '', '0'],
	]);
	expect(await fileOf(sold)).toEqual([
		['1', '1', '100', '10', '1'],
		['0', '0', '', '', '0'],
	]);
});
