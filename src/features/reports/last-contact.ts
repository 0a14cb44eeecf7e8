import type { LastContacts } from './queries';

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
