import type { MaybeKey } from './import-choices';

// What a check shows of an import's rows.

/** A value of a record in words, as it is now and as it will be; null for none. */
export type RowValue = { label: string; before: string | null; after: string | null };

export type ShownState = 'new' | 'changed' | 'kept';

/** What a row may be the same as: a record, or an earlier line. */
export type MaybeSame = {
	by: MaybeKey;
	line: number | null;
	recordId: string | null;
	name: string;
	/** What else is known of it, such as its company. */
	detail: string;
	/** Where the row's company may be the same as another: the name that the row has for it. */
	company?: string;
};

export type ShownRow = {
	line: number;
	state: ShownState;
	name: string;
	values: RowValue[];
	/** The other lines that are combined in the record. */
	lines: number[];
	recordId: string | null;
	maybe: MaybeSame | null;
};

/** How many rows of each state are shown, and how many that may be the same. */
export const shownRows = 50;
export const shownMaybe = 500;
/** How many rejected rows can be corrected on the page. */
export const shownRejected = 200;

/** How many lines of a file can be edited. */
export const maxEditedLines = 1_000;
/** As many rows are checked at once after a change; a larger file is checked when the user wants it. */
export const checkedAtOnce = 5_000;
