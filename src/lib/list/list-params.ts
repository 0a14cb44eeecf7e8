import { isRecordId } from '@/lib/text/text';
import { type AddedName, isAddedName } from './added-names';
import { conditionParam, matchParam, readConditions, writeConditions } from './condition-text';
import type { Where } from './conditions';
import { type ListColumnNames, readColumns, type ShownColumn, usualColumns, writeColumns } from './list-columns';
import { countLimit } from './list-count';
import type { ListField, ListFields } from './list-fields';
import type { Filters } from './list-filters';
import type { Vocabulary } from './list-meaning';
import { type Direction, readOrder, type SortBy, writeOrder } from './list-order';
import { asGroups } from './narrowed-where';
import { conditionsOfFilters, writeWhere } from './written-conditions';

/** What a page receives as its query: each parameter once, several times or not at all. */
export type SearchParams = Record<string, string | string[] | undefined>;

type FilterValues<F extends Filters> = { [Name in keyof F]: ReturnType<F[Name]> };

/** The id of the row that a page far into a list begins after or ends before. */
export type Cursor = { side: 'after' | 'before'; id: string };

/** Which page of a list, and how many rows a page has. A cursor, if there is one, decides; the number is only shown then. */
export type PagePlace = { page: number; cursor?: Cursor | undefined; rows: PageRows };

/** How many rows a page can have, the usual number first. */
export const pageRows = [20, 50, 100] as const;
export type PageRows = (typeof pageRows)[number];

/** The singular and the plural of what a list's rows are called. */
export type NounForms = readonly [one: string, many: string];

/** A page of a list as it was found. */
export type FoundPage = {
	/** How many rows the list has; `countLimit + 1` stands for any larger number. */
	count: number;
	/** Which page it is, and whether another one follows. */
	page: number;
	more: boolean;
};

export type ListState<F extends Filters, Sort extends string> = PagePlace & {
	q: string;
	sort: Sort;
	direction: Direction;
	/** What rows with the same value are sorted by, one after the other. */
	further: SortBy<Sort>[];
	/** The field that the rows are grouped by; empty for none. */
	group: string;
	/** How the list is shown; empty if there is only one way. */
	view: string;
	/** The saved view that the list was opened as, by its id; `none` for the whole list in spite of a default view. */
	saved: string;
	filters: FilterValues<F>;
	/** What the filters cannot say. Where any part of it is enough, all conditions stand here and none among the filters. */
	where: Where;
	/** The columns that the address chooses; null where it chooses none. */
	columns: ShownColumn[] | null;
	/** The columns that were chosen in this browser for a list without a view; null where none were. */
	remembered: ShownColumn[] | null;
	/** What the account has added to the list. */
	added?: AddedToList;
};

/** The last page that can be opened by its number; a later page is found by the row before or after it. */
export const lastPage = (rows: PageRows) => countLimit / rows;
const lastCountedPage = 1_000_000;

export type ListDefinition<F extends Filters, Sort extends string> = {
	filters: F;
	/** What its records can be filtered by; some of it is written by the filters. */
	fields: ListFields;
	sorts: Record<Sort, Direction>;
	defaultSort: NoInfer<Sort>;
	columns: ListColumnNames;
	/** The fields that its rows can be grouped by. */
	groups?: readonly string[];
	/** The ways in which the list can be shown, the usual one first. */
	views?: readonly string[];
};

/** What an account has added to a list. */
export type AddedToList = {
	fields: Readonly<Record<AddedName, ListField>>;
	/** Those that can be sorted by, and those that rows can be grouped by. */
	sorts: Readonly<Record<AddedName, Direction>>;
	groups: readonly AddedName[];
	/** Those that are shown where no columns were chosen. */
	usual: readonly AddedName[];
};

/**
 * A list as `defineList` and its parts make it. Of fields that accounts have added, it knows those of its account, so that a condition
 * on another one is on a field that is gone, or of any account's no more than how they are named (`any`), or none.
 */
export function makeList<F extends Filters, Sort extends string>(
	definition: ListDefinition<F, Sort>,
	added?: AddedToList | 'any',
) {
	const isKnown = added === 'any' ? isAddedName : undefined;
	const keepsGone = added !== undefined;
	const { filters, fields, sorts, defaultSort, columns, groups = [], views = [''] } = definition;
	const [usualView = ''] = views;
	const usualSort = `${defaultSort}.${sorts[defaultSort]}`;

	function parse(params: SearchParams): ListState<F, Sort> {
		const [leading = { sort: defaultSort, direction: sorts[defaultSort] }, ...further] = readOrder(
			[params.sort ?? []].flat()[0] ?? '',
			sorts,
			isKnown,
		);
		const page = Number(first(params.page));
		const cursor = cursorOf(params);
		const rows = pageRows.find((each) => String(each) === first(params.rows)) ?? pageRows[0];
		return {
			q: first(params.q).toWellFormed().replaceAll('\0', '').slice(0, 200),
			...leading,
			further,
			group:
				groups.find((name) => name === first(params.group)) ??
				(isKnown?.(first(params.group)) ? first(params.group) : ''),
			page: Number.isInteger(page) && page > 0 ? Math.min(page, cursor ? lastCountedPage : lastPage(rows)) : 1,
			rows,
			...(cursor && { cursor }),
			view: views.find((view) => view === first(params.view)) ?? usualView,
			saved: savedOf(params),
			...narrowing(params),
			columns: readColumns(first(params.cols), columns, isKnown),
			remembered: readColumns(first(params[rememberedColumns]), columns, isKnown),
			...(added && added !== 'any' && { added }),
		};
	}

	const read = (params: SearchParams) =>
		Object.fromEntries(
			Object.entries(filters).map(([name, filter]) => [name, filter([params[name] ?? []].flat())]),
		) as FilterValues<F>;

	function narrowing(params: SearchParams): Pick<ListState<F, Sort>, 'filters' | 'where'> {
		const asked = read(params);
		const { conditions, groups } = readConditions(fields, [params[conditionParam] ?? []].flat(), keepsGone);
		const written = first(params[matchParam]) === 'any' ? conditionsOfFilters(fields, asked) : [];
		const isAny = first(params[matchParam]) === 'any' && written.length + conditions.length + 2 * groups.length > 1;
		return isAny
			? { filters: read({}), where: { match: 'any', conditions: [...written, ...conditions], groups } }
			: { filters: asked, where: { match: 'all', conditions, groups } };
	}

	/** All conditions of a list, whichever way its address writes them. */
	function whereOf({ filters: asked, where }: Pick<ListState<F, Sort>, 'filters' | 'where'>): Where {
		return { ...where, conditions: [...conditionsOfFilters(fields, asked), ...where.conditions] };
	}

	/** Whether filters can narrow a list: one of which any part is enough cannot if its groups would become too many. */
	const canNarrow = ({ where }: ListState<F, Sort>) =>
		where.match === 'all' || asGroups(fields, where, keepsGone) !== null;

	/** The state of a list of which any part is enough, narrowed by filters: what is asked for becomes groups, where it can. */
	function keptApart(state: ListState<F, Sort>): ListState<F, Sort> {
		const { where, filters: asked } = state;
		if (where.match === 'all' || Object.values<string[]>(asked).every((values) => values.length === 0)) return state;
		const groups = asGroups(fields, where, keepsGone);
		if (!groups) return { ...state, filters: read({}) };
		return { ...state, where: { match: 'all', conditions: [], groups } };
	}

	/** The query string (with `?`, or empty) of a list that differs from `state` by `change`; a change leads to page 1. */
	function query(state: ListState<F, Sort>, change: Partial<ListState<F, Sort>> = {}): string {
		const next = keptApart({ ...state, page: 1, cursor: undefined, ...change });
		const search = new URLSearchParams();
		if (next.view !== usualView) search.set('view', next.view);
		if (next.q) search.set('q', next.q);
		for (const [name, values] of Object.entries<string[]>(next.filters)) {
			for (const value of values) search.append(name, value);
		}
		const { where } = next;
		if (where.match === 'any')
			for (const [name, value] of inOrder(writeWhere(fields, where))) search.append(name, value);
		else for (const text of writeConditions(where)) search.append(conditionParam, text);
		const order = writeOrder([next, ...next.further]);
		if (order !== usualSort) search.set('sort', order);
		if (next.group) search.set('group', next.group);
		if (next.columns) search.set('cols', writeColumns(next.columns));
		if (next.rows !== pageRows[0]) search.set('rows', String(next.rows));
		if (next.page > 1) search.set('page', String(next.page));
		if (next.cursor) search.set(next.cursor.side, next.cursor.id);
		if (next.saved) search.set('saved', next.saved);
		const text = search.toString();
		return text && `?${text}`;
	}

	const order = [...Object.keys(filters), conditionParam, matchParam];
	const inOrder = (pairs: [string, string][]) =>
		pairs.toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other));

	/** The sort direction after a click on a column's heading. */
	function toggled(state: ListState<F, Sort>, column: Sort): Direction {
		if (state.sort !== column) return sorts[column];
		return state.direction === 'asc' ? 'desc' : 'asc';
	}

	const vocabulary: Vocabulary = {
		names: [
			...(views.length > 1 ? ['view'] : []),
			...['q', 'sort', 'group', 'cols', 'rows', ...Object.keys(filters), conditionParam, matchParam],
		],
		usual: [
			...[`view=${usualView}`, `sort=${defaultSort}`, `sort=${usualSort}`, `${matchParam}=all`],
			...[`cols=${writeColumns(usualColumns(columns))}`, `rows=${pageRows[0]}`],
		],
	};
	return { parse, query, canNarrow, toggled, vocabulary, fields, whereOf, columns, sorts, groups };
}

/**
 * Where the page of a list puts what this browser remembers of its columns. No address has a parameter of this name: the page sets
 * it in any case.
 */
export const rememberedColumns = 'remembered';

function savedOf({ saved }: SearchParams): string {
	const asked = first(saved);
	return asked === 'none' || isRecordId(asked) ? asked.toLowerCase() : '';
}

/** The parameters of a query string, as `parse` reads them. */
export function searchParamsOf(query: string): SearchParams {
	const params = new URLSearchParams(query);
	return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
}

function cursorOf(params: SearchParams): Cursor | undefined {
	const side = (['after', 'before'] as const).find((each) => isRecordId(first(params[each])));
	return side && { side, id: first(params[side]) };
}

/** A list as its account has it, for components that show any list. */
export type List<F extends Filters, Sort extends string> = ReturnType<typeof makeList<F, Sort>>;

function first(value: string | string[] | undefined): string {
	return (Array.isArray(value) ? value[0] : value) ?? '';
}
