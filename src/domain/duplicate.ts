/** A record that a new one resembles, and what they have in common. */
export type Duplicate = {
	id: string;
	name: string;
	/** Distinguishes it from others of the same name. */
	detail: string | null;
	same: 'name' | 'website' | 'email' | 'phone';
};

/** How many duplicates are shown at most. */
export const maxDuplicates = 3;
