/** A record that something new resembles, and in what. */
export type Duplicate = {
	id: string;
	name: string;
	/** What tells it apart from others of its name. */
	detail: string | null;
	same: 'name' | 'website' | 'email' | 'phone';
};

/** So many are shown at most. */
export const maxDuplicates = 3;
