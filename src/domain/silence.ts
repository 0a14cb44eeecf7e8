/** For how long nobody was in contact, as lists filter by it: more than so many days, or ever since. */
export const silences = ['30', '60', '90', 'never'] as const;
export type Silence = (typeof silences)[number];

/** The filter by them, as a list offers it; a list may have further choices. */
export const silenceChoices = {
	label: 'Last contact',
	options: silences.map((value) => ({
		value,
		label: value === 'never' ? 'Never' : `No contact for ${value} days`,
	})),
};
