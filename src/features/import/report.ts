import type { Twin } from './settings';

/** What came, or would come, of an import's rows. */
export type ImportReport = {
	rows: number;
	created: number;
	merged: number;
	skipped: number;
	refused: number;
	/** Records of other kinds that are made for these. */
	companies: number;
	contacts: number;
	/** How many rows were taken for a record that is there, or of an earlier row, by what. */
	twins: Partial<Record<Twin, number>>;
	/** Why nothing could be done at all. */
	problem?: string;
};

/** The largest file, in bytes, and the most rows that are taken at once. */
export const largestFile = 50_000_000;
export const mostRows = 200_000;
