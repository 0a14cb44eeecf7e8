import { daysLater, monthsLater } from '@/lib/dates/dates';

export const rhythms = ['weekly', 'biweekly', 'monthly', 'quarterly', 'half_yearly'] as const;
export type Rhythm = (typeof rhythms)[number];

/** How often somebody wants to be spoken to, in words. */
export const rhythmLabels: Record<Rhythm, string> = {
	weekly: 'Every week',
	biweekly: 'Every two weeks',
	monthly: 'Every month',
	quarterly: 'Every three months',
	half_yearly: 'Every six months',
};

/** The day by which somebody spoken to on a day wants to be spoken to again. `rhythm_interval()` says so in SQL. */
export function dueDay(last: string, rhythm: Rhythm): string {
	if (rhythm === 'weekly') return daysLater(last, 7);
	if (rhythm === 'biweekly') return daysLater(last, 14);
	return monthsLater(last, { monthly: 1, quarterly: 3, half_yearly: 6 }[rhythm]);
}
