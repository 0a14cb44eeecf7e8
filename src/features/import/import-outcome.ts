import type { MatchKey, MaybeKey } from './import-choices';

/** What came, or would come, of an import's rows. */
export type ImportReport = {
	/** The names of the columns. */
	header: string[];
	rows: number;
	created: number;
	merged: number;
	skipped: number;
	refused: number;
	/** Records of other kinds that are made for these. */
	companies: number;
	contacts: number;
	/** The first names of the companies and contacts among them, as a check finds them. */
	newCompanies?: string[];
	newContacts?: string[];
	/** How many records are made, changed, and left as they are, as a check finds them. */
	records?: { new: number; changed: number; kept: number };
	/** How many rows have a value for a field, by the names of the fields. */
	filled?: Record<string, number>;
	/** Whether rows were edited, or decided on, since the check. */
	isStale?: boolean;
	/** How many rows were taken for a record that is there, or of an earlier row, by what. */
	twins: Partial<Record<MatchKey, number>>;
	/** How many rows may be the same as a record or an earlier row, by what. */
	maybe?: Partial<Record<MaybeKey, number>>;
	/** The names of stages that are none of ours. */
	stages?: string[];
	/** How many values did not fit their field and were kept as custom fields, by the names of the fields. */
	aside?: Record<string, number>;
	/** How many values stand in columns that are not imported, by the names of these. */
	leftOut?: Record<string, number>;
	/** How many values have lost digits in a spreadsheet, by the names of their columns. */
	rounded?: Record<string, number>;
	/** How many closed deals have a day that is still to come. */
	closedAhead?: number;
	/** What undoing it has removed, and what it has left because it was changed since. */
	undone?: {
		removed: Record<string, number>;
		restored: number;
		kept: { name: string; why: 'changed' | 'linked' }[];
		keptCount: number;
	};
	/** Why nothing could be done at all. */
	problem?: string;
};

/** Of a file whose rows have not been looked at, or not to the end. */
export const emptyReport: ImportReport = {
	header: [],
	rows: 0,
	created: 0,
	merged: 0,
	skipped: 0,
	refused: 0,
	companies: 0,
	contacts: 0,
	twins: {},
};

/** The largest file, in bytes, and the most rows that are taken at once. */
export const largestFile = 50_000_000;
export const tooLarge = 'This file is larger than 50 MB. Split it into several.';
export const maxImportRows = 200_000;
