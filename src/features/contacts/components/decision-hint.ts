import { outOfTouchDays } from '../schema';

/**
 * What is missing for a deal at a company where somebody is known: nobody decides, or nobody who does was contacted lately.
 * `days` is how many days ago that was; null where it never was.
 */
export function decisionHint({ deciders, days }: { deciders: number; days: number | null }): string | null {
	if (deciders === 0) return 'No decision maker yet. Edit a contact to mark them as one.';
	if (days === null) return 'No decision maker has been contacted yet.';
	return days >= outOfTouchDays ? `No decision maker has been contacted in ${days} days.` : null;
}
