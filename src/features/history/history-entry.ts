import type { Point } from '@/domain/contact-points/contact-point';

// A change set as its history shows it, before it is put into words.

/** Where two long texts differ, as changed_part() says it: whether the parts begin later than the texts, the parts, and whether they end earlier. */
export type ChangedPart = [beginsLater: boolean, before: string, after: string, endsEarlier: boolean];

/** A column that changed, or one of a record's own fields by its key: from what to what, as text and cut to a length; of long texts, where. */
export type ChangedField = [
	column: string,
	own: string | null,
	before: string | null,
	after: string | null,
	part?: ChangedPart | null,
];

/** How many characters of a text are shown. One more is sent if the text is longer. */
export const maxShownLength = 300;

/** Two texts, one of which is longer than this, are compared word by word. */
export const minComparedLength = 80;

/** The most rows of a change set that are read. A larger set shows only its first rows and that there are more. */
export const maxListedRows = 200;

export type Operation = 'created' | 'changed' | 'deleted';

/** What a set did to one row of a table. A row that tags a record includes its tag, and one of a contact point the point. */
export type ChangedRow = {
	entity: string;
	recordId: string;
	op: Operation;
	tagId: string | null;
	/** The contact of a row by which somebody takes part in a deal or an activity. */
	personId: string | null;
	name: string | null;
	/** Of an email, phone or link: what it is and whose. */
	point: (Point & { of: 'company' | 'contact' }) | null;
	/** The currency of a deal before and after. */
	currencies: [string | null, string | null];
	fields: ChangedField[];
};

/** The number of records of one kind that were changed in the same way. */
export type Count = { entity: string; op: Operation; count: number };

export type HistoryEntry = {
	/** The change set. */
	id: string;
	at: Date;
	/** The original action, and how often it was undone and redone up to this set. */
	label: string;
	undos: number;
	/** When it was undone, unless that undo was undone as well. */
	undoneAt: Date | null;
	/** Whether it erased somebody for good, or what it changed was erased. */
	isErased?: boolean;
	rows: ChangedRow[];
	/** The number of other changes in the set, or of all; empty if `rows` are complete. */
	counts: Count[];
	isLarge: boolean;
};

/** Records by table and id: what they are called, and whether they are there; of custom fields also their type. */
export type Names = Partial<Record<string, { name: string; exists: boolean; type?: string | null }>>;

/** The key of a record in `Names`. */
export const nameKey = (entity: string, id: string) => `${entity} ${id}`;

/** The label of a change that was made past the application; the trigger log_change gives it. */
export const outsideLabel = 'Changed outside the application';

/** The records that have pages with a history, as their tables are called. */
export type RecordKind = 'company' | 'contact' | 'deal' | 'activity';
