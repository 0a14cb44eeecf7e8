import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { activityTypes } from '@/features/activities/schema';
import { type DealStage, dealStages } from '@/features/deals/stage/stages';
import type { UserId } from '@/lib/auth/session';
import { dayIn, daysLater, instantOf, monthOf, monthsLater } from '@/lib/dates/dates';
import { db } from '@/lib/db/db';
import { makeAccount } from './accounts';

// Accounts for tests of the reports: deals that went any way through the stages, at any time but best around midnight at
// the turn of a month, and the activities of a few companies.

const dayLength = 86_400_000;

/** So many minutes ago, or a moment before or after a month or a day began in the user's zone. */
type Moment = { minutes: number } | { months: number; milliseconds: number } | { days: number; milliseconds: number };

const milliseconds = fc.constantFrom(-3_600_000, -1, 0, 1, 3_600_000);

const moment: fc.Arbitrary<Moment> = fc.oneof(
	fc.record({ minutes: fc.integer({ min: 1, max: 900 * 1440 }) }),
	fc.record({
		months: fc.integer({ min: 0, max: 27 }),
		milliseconds,
	}),
	fc.record({ days: fc.constantFrom(0, 29, 30, 31, 59, 60, 61, 89, 90, 91), milliseconds }),
);

const deal = fc.record({
	currency: fc.constantFrom('VND', 'VND', 'USD', 'EUR'),
	cents: fc.integer({ min: 0, max: 900_000_000 }),
	ownProbability: fc.option(fc.integer({ min: 0, max: 100 })),
	closeIn: fc.option(fc.integer({ min: -70, max: 320 })),
	lostReason: fc.constantFrom(null, 'Price', 'price', 'PRICE', 'Giá cao', 'gia cao', '=1+1', 'Đối thủ'),
	// one stage: it was entered like that; a stage may come again, and open ones after closed ones
	steps: fc.array(fc.record({ stage: fc.constantFrom(...dealStages, 'closed_won', 'closed_lost'), at: moment }), {
		minLength: 1,
		maxLength: 7,
	}),
	closedBeforeEntered: fc.boolean(),
});

const activity = fc.record({
	company: fc.nat(5),
	type: fc.constantFrom(...activityTypes),
	at: fc.oneof(moment, fc.record({ minutes: fc.integer({ min: -40_000, max: -10 }) })),
});

/** All that an account is made of, and the calendar of its owner. */
export const someSales = fc.record({
	timeZone: fc.constantFrom(
		'Asia/Ho_Chi_Minh',
		'America/New_York',
		'Europe/Berlin',
		'America/Sao_Paulo',
		'Pacific/Kiritimati',
	),
	weekStart: fc.constantFrom(1, 6, 7),
	deals: fc.array(deal, { maxLength: 30, size: 'max' }),
	activities: fc.array(activity, { maxLength: 40, size: 'max' }),
});

type Sales = typeof someSales extends fc.Arbitrary<infer Made> ? Made : never;

export type MadeDeal = {
	currency: string;
	cents: bigint;
	probability: number | null;
	stage: DealStage;
	expectedCloseOn: string | null;
	createdAt: Date;
	closedAt: Date | null;
	lostReason: string | null;
	steps: { stage: DealStage; at: Date }[];
};

const isOpen = (stage: DealStage) => !stage.startsWith('closed');

function instantAt(when: Moment, timeZone: string): Date {
	if ('minutes' in when) return new Date(Date.now() - when.minutes * 60_000);
	const today = dayIn(new Date(), timeZone);
	const day = 'days' in when ? daysLater(today, -when.days) : monthsLater(monthOf(today).from, -when.months);
	const at = instantOf(`${day}T00:00`, timeZone).getTime() + when.milliseconds;
	return new Date(Math.min(at, Date.now() - 60_000));
}

function makeDealOf(made: Sales['deals'][number], timeZone: string): MadeDeal {
	const times = [...new Set(made.steps.map(({ at }) => instantAt(at, timeZone).getTime()))].sort((a, b) => a - b);
	const steps = times
		.map((at, index) => ({ stage: made.steps[index]?.stage ?? 'prospecting', at: new Date(at) }))
		.filter(({ stage }, index, all) => index === 0 || stage !== all[index - 1]?.stage);
	const last = steps.at(-1) ?? { stage: 'prospecting' as const, at: new Date(0) };
	const createdAt = steps[0]?.at ?? last.at;
	// as an import makes them: it knows when the deal was closed, not when it began
	const early = made.closedBeforeEntered ? 20 * dayLength : 0;
	return {
		currency: made.currency,
		cents: BigInt(made.cents),
		probability: made.ownProbability,
		stage: last.stage,
		expectedCloseOn: made.closeIn === null ? null : daysLater(dayIn(new Date(), timeZone), made.closeIn),
		createdAt,
		closedAt: isOpen(last.stage) ? null : new Date(last.at.getTime() - early),
		lostReason: last.stage === 'closed_lost' ? made.lostReason : null,
		steps,
	};
}

export const moneyOf = (cents: bigint) => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;

/** Writes an account's sales into the database, and returns what was written. */
export async function makeSales(sales: Sales) {
	const userId = await makeAccount('Nguyễn Thị Lan');
	const { timeZone, weekStart } = sales;
	await db.settings.create({ data: { userId, timeZone, weekStart, currency: 'VND', locale: 'vi-VN' } });
	const companies = Array.from({ length: 6 }, (_, n) => ({ userId, id: uuidv7(), name: `Công ty ${n}` }));
	await db.company.createMany({ data: companies });
	const companyOf = (n: number) => companies[n]?.id ?? '';
	const deals = sales.deals.map((made) => makeDealOf(made, timeZone));
	await insertDeals(userId, companyOf(0), deals);
	const activities = sales.activities.map(({ company, type, at }) => ({ company, type, at: instantAt(at, timeZone) }));
	await db.activity.createMany({
		data: activities.map(({ company, type, at }) => ({
			userId,
			companyId: companyOf(company),
			type,
			subject: 'Gọi hỏi thăm',
			at,
		})),
	});
	return { userId, deals, activities, companies: companies.length };
}

async function insertDeals(userId: UserId, companyId: string, deals: MadeDeal[]): Promise<void> {
	const ids = deals.map(() => uuidv7());
	await db.deal.createMany({
		data: deals.map((made, index) => ({
			userId,
			id: ids[index] ?? '',
			companyId,
			name: `Hợp đồng ${index}`,
			value: moneyOf(made.cents),
			currency: made.currency,
			stage: made.stage,
			ownProbability: made.probability,
			expectedCloseOn: made.expectedCloseOn && new Date(made.expectedCloseOn),
			createdAt: made.createdAt,
			closedAt: made.closedAt,
			lostReason: made.lostReason,
			position: `a0${(ids[index] ?? '').replaceAll('-', '')}V`,
		})),
	});
	// the trigger has them all come to their last stage now
	await db.dealStageChange.deleteMany({ where: { userId } });
	await db.dealStageChange.createMany({
		data: deals.flatMap(({ steps }, index) =>
			steps.map(({ stage, at }, step) => ({
				userId,
				dealId: ids[index] ?? '',
				from: steps[step - 1]?.stage ?? null,
				to: stage,
				at,
			})),
		),
	});
}
