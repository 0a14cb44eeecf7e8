import { type Days, daysBetween, daysLater, monthOf, monthsLater, quarterOf, weekOf } from '@/lib/dates/dates';
import type { ReportState } from './schema';

/** A period and the one before it, which ends the day before it begins. */
export type Span = { now: Days; before: Days };

/** The longest custom range, in years, as it is drawn week by week. A longer one is cut at its beginning. */
export const maxYears = 5;

/** Which days a state asks for. A calendar period is compared with the one before it, an own range with as many days. */
export function spanOf(state: ReportState, today: string): Span {
	const month = monthOf(today).from;
	const since = (first: string, length: number): Span => ({
		now: someMonths(first, length),
		before: someMonths(monthsLater(first, -length), length),
	});
	switch (state.period) {
		case 'month':
			return since(month, 1);
		case 'quarter':
			return since(quarterOf(today).from, 3);
		case 'year':
			return since(`${month.slice(0, 4)}-01-01`, 12);
		case '12-months':
			return since(monthsLater(month, -11), 12);
		case 'own': {
			const now = ownRange(state, today);
			const length = daysBetween(now.from, now.to) + 1;
			return { now, before: { from: daysLater(now.from, -length), to: daysLater(now.from, -1) } };
		}
	}
}

/** Whether an own range was asked for that is longer than is shown. */
export function isCut({ period, from, to }: ReportState, { now }: Span, today: string): boolean {
	return period === 'own' && [from, to ?? today].some((day) => day !== undefined && day < now.from);
}

/** Whether a period ends after today, so that its totals can still grow. */
export const endsAfterToday = ({ now, today }: Span & { today: string }) => now.to > today;

function someMonths(from: string, length: number): Days {
	return { from, to: daysLater(monthsLater(from, length), -1) };
}

/** From the earlier day to the later one; without an end until today, without a beginning the month of the end. */
function ownRange({ from, to }: ReportState, today: string): Days {
	const end = to ?? today;
	const [first = end, last = end] = [from ?? monthOf(end).from, end].sort();
	const earliest = daysLater(monthsLater(last, -12 * maxYears), 1);
	return { from: first < earliest ? earliest : first, to: last };
}

/** The calendar months of some days, the first and the last cut to these days. */
export function monthsIn(days: Days): Days[] {
	return cut(days, monthOf);
}

/** The weeks of some days, the first and the last cut to these days; weeks start on `weekStart`, 1 Monday to 7 Sunday. */
export function weeksIn(days: Days, weekStart: number): Days[] {
	return cut(days, (day) => weekOf(day, weekStart));
}

function cut({ from, to }: Days, around: (day: string) => Days): Days[] {
	const parts: Days[] = [];
	for (let first = from; first <= to; ) {
		const last = around(first).to < to ? around(first).to : to;
		parts.push({ from: first, to: last });
		first = daysLater(last, 1);
	}
	return parts;
}

/** This month from today on, and the months after it. */
export function comingMonths(today: string, count: number): Days[] {
	return monthsIn({ from: today, to: someMonths(monthOf(today).from, count).to });
}

/** The part of a period that is drawn week by week: until the end of the present week, unless all of it is in the future. */
export function untilThisWeek({ from, to }: Days, today: string, weekStart: number): Days {
	const end = weekOf(today, weekStart).to;
	return { from, to: end >= from && end < to ? end : to };
}
