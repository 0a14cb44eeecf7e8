/** A record that a new one resembles, and what they have in common. */
export type Duplicate = {
	id: string;
	name: string;
	/** Distinguishes it from others of the same name. */
	detail: string | null;
	/** Of a company, what tells it from others. */
	industry?: string | null;
	contacts?: number;
	/** Of a contact, where they work. */
	companyId?: string;
	same: 'name' | 'website' | 'email' | 'phone';
};

/** How many duplicates are shown at most. */
export const maxDuplicates = 3;
