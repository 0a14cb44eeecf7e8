import type { Condition, Operator, Where } from '@/lib/list/conditions';
import type { ListField, ListFields } from '@/lib/list/list-fields';
import type { NounForms } from '@/lib/list/list-params';
import type { ShownFilters } from './filter-chips';
import type { Place } from './filter-edits';
import type { FilteredList, FilterSetup } from './filter-setup';

/** What the editor knows of the account. */
export type EditorSetup = FilterSetup & { currencies: string[] };

export type FilterEditorProps = {
	list: FilteredList;
	/** The list's query string. */
	query: string;
	fields: ListFields;
	where: Where;
	setup: EditorSetup;
	/** The condition that is edited at first; null for a new one, perhaps on a field that is known already. */
	start: Place | null;
	startField?: string | undefined;
	/** What the popover hangs on. */
	anchor: HTMLElement | null;
	count: string;
	noun: NounForms;
	onChange: (where: Where, names?: Record<string, string>) => void;
	onClose: (byKey: boolean) => void;
};

/** Other conditions of a list: its query with them, the parameters that say filters, and how they are shown. */
export type FilterChange = {
	where: Where;
	query: string;
	sets: string[];
	shown: ShownFilters;
	/** What records that were chosen just now are called. */
	names: Record<string, string>;
};

/** What the editor of one field needs: the condition as it is, and how it is changed. */
export type Editing = {
	/** The field that is edited, and where its condition stands. */
	field: string | null;
	place: Place;
	condition: Condition | undefined;
	/** How often a change was refused. */
	refusals: number;
	/** Edits the first condition on a field in a group, by default the present one, or a new one. */
	edit: (field: string, group?: number) => void;
	/** Edits the condition that stands at a place. */
	open: (place: Place) => void;
	setGroup: (group: number) => void;
	set: (condition: Condition | null, names?: Record<string, string>) => void;
	/** Does the same for the condition on any field, whichever is edited. */
	setFor: (field: string, condition: Condition | null) => void;
	clear: () => void;
};

export type FilterFieldProps = {
	name: string;
	field: ListField;
	condition: Condition | undefined;
	setup: EditorSetup;
	/** How many rows each of its options has, once that is known. */
	counts: Record<string, number> | undefined;
	onChange: (condition: Condition | null, names?: Record<string, string>) => void;
	/** Enter in a field of one line. */
	onDone: () => void;
};

/** What the fields for the values of a condition get. */
export type ValuesProps = {
	field: ListField;
	is: Operator;
	values: string[];
	setup: FilterFieldProps['setup'];
	counts: FilterFieldProps['counts'];
	/** Later is for what is being typed. */
	onValues: (values: string[], how?: { later?: boolean; names?: Record<string, string> }) => void;
};
