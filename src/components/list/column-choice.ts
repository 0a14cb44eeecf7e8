import type { ShownColumn } from '@/lib/list/list-columns';

/** The columns of a list as its user has them, and where a change of them is kept. */
export type ColumnChoice = {
	/** The list, as its address calls it, such as `contacts`. */
	list: string;
	/** All columns that it can show, with their headings; the first is always shown. */
	all: { id: string; head: string }[];
	/** What rows can be grouped by, and what they are. */
	groups: { id: string; head: string }[];
	group: string;
	/** Which of the shown columns are nothing to filter by. */
	unfiltered: string[];
	shown: ShownColumn[];
	usual: ShownColumn[];
	/** Whether a view or the address has them; otherwise this browser remembers them. */
	isInAddress: boolean;
	/** The list's query string, with its page. */
	query: string;
	/** The order, such as `company.asc,name.desc`. */
	order: string;
};

/** The cookie that remembers the columns of a list in this browser. */
export const columnsCookie = (list: string) => `columns-${list}`;
