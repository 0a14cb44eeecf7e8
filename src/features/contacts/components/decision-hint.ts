import { outOfTouchDays } from '../schema';

/**
 * What is missing for a deal at a company where somebody is known: nobody decides, or nobody who does was contacted lately.
 * `days` is how many days ago that was; null where it never was.
 */
export function decisionHint({ deciders, days }: { deciders: number; days: number | null }): string | null {
	if (deciders === 0) return 'Nobody is marked as a decision maker yet. Edit the person who decides and mark them.';
	if (days === null) return 'Nobody who decides has been contacted yet.';
	return days >= outOfTouchDays ? `Nobody who decides has been contacted for ${days} days.` : null;
}
