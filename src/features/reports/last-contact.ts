import { daysLater } from '@/lib/dates/dates';
import type { LastContacts } from './server/report-queries';

export type LastContactPart = keyof LastContacts;

/** How long ago a company was last spoken to, in the order in which it is shown. */
export const lastContactParts = [
	'within30',
	'within60',
	'within90',
	'longer',
	'never',
] as const satisfies LastContactPart[];

export const lastContactNames: Record<LastContactPart, string> = {
	within30: '0 to 30 days ago',
	within60: '31 to 60 days ago',
	within90: '61 to 90 days ago',
	longer: 'More than 90 days ago',
	never: 'Never',
};

/** The filters with which the list of companies shows a part; `today` is the user's. */
export function listOf(part: LastContactPart, today: string): Record<string, string> {
	const ago = (days: number) => daysLater(today, -days);
	return {
		within30: { lastFrom: ago(30) },
		within60: { lastFrom: ago(60), lastTo: ago(31) },
		within90: { lastFrom: ago(90), lastTo: ago(61) },
		longer: { lastTo: ago(91) },
		never: { silent: 'never' },
	}[part];
}
