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
	/** Of a custom field, its name. */
	same: 'name' | 'website' | 'email' | 'phone' | `field:${string}`;
};

/** How many duplicates are shown at most. */
export const maxDuplicates = 3;

/** Whether two records have the value of a custom field in common, which `same` names. */
export const isOfField = (same: Duplicate['same']): same is `field:${string}` => same.startsWith('field:');
