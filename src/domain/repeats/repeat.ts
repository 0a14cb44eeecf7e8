/**
 * The rule by which a follow-up repeats. It keeps the day of the month that is meant, so that after February 28 it is January's 31
 * again, and the day from which weeks are counted. Days are YYYY-MM-DD; weekdays go from 1 Monday to 7 Sunday.
 */
export type Repeat = (
	| { every: 'day' }
	/** Monday to Friday. */
	| { every: 'weekday' }
	| { every: 'week'; weeks: number; from: string }
	| { every: 'month'; day: number }
	/** The first to the fourth such weekday of the month, or the last, which is -1. */
	| { every: 'monthWeekday'; nth: 1 | 2 | 3 | 4 | -1; weekday: number }
	| { every: 'year'; month: number; day: number }
) & {
	/** Counted from the day on which it is completed, not from the day on which it was due. */
	afterDone?: true;
	/** The last day on which one may be due. */
	until?: string;
};
