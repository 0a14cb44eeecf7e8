/** The texts of several lines, each by its record and field. */
export const shownTexts = [
	'company.notes',
	'contact.notes',
	'deal.notes',
	'activity.description',
	'activity.nextSteps',
] as const;

/** Which text of which record it is. */
export type TextOf = { text: (typeof shownTexts)[number]; id: string };
