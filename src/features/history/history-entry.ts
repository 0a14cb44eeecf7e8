// A change set as its history shows it, before it is put into words.

/** A column that changed, or one of a record's own fields by its key: from what to what, as text and cut to a length. */
export type ChangedField = [column: string, own: string | null, before: string | null, after: string | null];

/** So many characters of a text are shown; one more travels, where there are more. */
export const maxShownLength = 300;

/** So many rows of a change set are looked at; of a larger one, the first of them and that it is larger. */
export const maxListedRows = 200;

export type Operation = 'created' | 'changed' | 'deleted';

/** What a set did to one row of a table; a tag's mark carries its tag. */
export type ChangedRow = {
	entity: string;
	recordId: string;
	op: Operation;
	tagId: string | null;
	name: string | null;
	/** The currency of a deal before and after. */
	currencies: [string | null, string | null];
	fields: ChangedField[];
};

/** So many records of one kind to which the same happened. */
export type Count = { entity: string; op: Operation; count: number };

export type HistoryEntry = {
	/** The change set. */
	id: string;
	at: Date;
	/** What was done in the first place, and how often that was undone and redone up to this set. */
	label: string;
	undos: number;
	/** When it was undone, unless that undo was undone as well. */
	undoneAt: Date | null;
	canUndo: boolean;
	rows: ChangedRow[];
	/** What else the set did to how many, or in all; empty where `rows` say everything. */
	counts: Count[];
	isLarge: boolean;
};

/** Records by table and id: what they are called, and whether they are there. */
export type Names = Partial<Record<string, { name: string; exists: boolean }>>;

/** The key of a record in `Names`. */
export const nameKey = (entity: string, id: string) => `${entity} ${id}`;

/** The label of a change that was made past the application; the trigger log_change gives it. */
export const outsideLabel = 'Changed outside the application';

/** The records that have pages with a history, as their tables are called. */
export type RecordKind = 'company' | 'contact' | 'deal' | 'activity';
