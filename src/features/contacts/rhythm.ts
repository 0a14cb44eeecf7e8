import { daysLater, monthsLater } from '@/lib/dates/dates';

export const rhythms = ['weekly', 'biweekly', 'monthly', 'quarterly', 'half_yearly'] as const;
export type Rhythm = (typeof rhythms)[number];

/** The names of the rhythms in which to stay in touch. */
export const rhythmLabels: Record<Rhythm, string> = {
	weekly: 'Every week',
	biweekly: 'Every two weeks',
	monthly: 'Every month',
	quarterly: 'Every three months',
	half_yearly: 'Every six months',
};

/** The day by which to be in touch again after a contact on `day`. In SQL, `rhythm_interval()` does the same. */
export function dueDay(last: string, rhythm: Rhythm): string {
	if (rhythm === 'weekly') return daysLater(last, 7);
	if (rhythm === 'biweekly') return daysLater(last, 14);
	return monthsLater(last, { monthly: 1, quarterly: 3, half_yearly: 6 }[rhythm]);
}
