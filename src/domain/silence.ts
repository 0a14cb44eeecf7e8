/** The days without contact that lists filter by, or no contact ever. */
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
