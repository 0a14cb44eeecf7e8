import type { MatchKey } from './import-choices';

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
	/** How many rows were taken for a record that is there, or of an earlier row, by what. */
	twins: Partial<Record<MatchKey, number>>;
	/** What taking it back has removed, and what it has left because it was changed since. */
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
