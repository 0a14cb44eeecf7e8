/** Which records belong to which: a child's column is named after its parent. A test compares them with the foreign keys. */
export const children: [parent: string, ...children: string[]][] = [
	['company', 'contact', 'deal', 'activity', 'follow_up', 'contact_point'],
	['contact', 'follow_up', 'contact_point'],
	['deal', 'activity', 'follow_up'],
	['activity', 'follow_up'],
	['field', 'field_option'],
];
/** Which tags belong to which records. */
export const marks: [parent: string, marked: string][] = [
	['company', 'company'],
	['contact', 'contact'],
	['tag', 'company'],
	['tag', 'contact'],
];

/** Who takes part in which records. */
export const people: [parent: string, joined: string][] = [
	['contact', 'activity'],
	['activity', 'activity'],
	['contact', 'deal'],
	['deal', 'deal'],
];

/** Which records name others by a column that isn't called after them. */
export const ties: [parent: string, tied: string, column: string][] = [
	['contact', 'contact', 'introduced_by_id'],
	['contact', 'contact', 'reports_to_id'],
	['contact', 'company', 'introduced_by_id'],
	['activity', 'company', 'pinned_note_id'],
	['activity', 'contact', 'pinned_note_id'],
	['activity', 'deal', 'pinned_note_id'],
];
