import type { Filters } from '@/lib/list/list-filters';
import type { List, ListState } from '@/lib/list/list-params';
import type { CardPlace, Cell, ColumnHead } from './cells';
import type { ColumnWidth } from './column-widths';

export type Column<Row, Sort extends string> = ColumnWidth & {
	/** Where the heading is not the field's label. */
	head?: string;
	cell: (row: Row) => Cell;
	sort?: Sort;
	align?: 'right';
	/** Whether its values are dates: a missing one is said to be so. */
	isDate?: true;
	/** Where its cells stand on a row's card. */
	at?: CardPlace;
	/** The field of the record that its cells are edited by. */
	field?: string;
	/** How a sum or an average of its values is written; `per` is what they are in, such as a currency. */
	sum?: (value: string, per: string | null) => string;
};

/** All columns that a list can show, by their names; the first of `list.columns` says what a row is called, and opens it. */
export type ListColumns<Row, Sort extends string> = Record<string, Column<Row, Sort>>;

/** A column that is shown, with its name, its heading, and the width that it was given. */
export type ShownListColumn<Row, Sort extends string> = Column<Row, Sort> & {
	id: string;
	head: string;
	sized: number | undefined;
};

/** The columns of a list as the browser needs them. */
export function columnHeads<Row, F extends Filters, Sort extends string>(
	list: List<F, Sort>,
	state: ListState<F, Sort>,
	columns: ShownListColumn<Row, Sort>[],
	href: (change: Partial<ListState<F, Sort>>) => string,
): ColumnHead[] {
	const order = [{ sort: state.sort, direction: state.direction }, ...state.further];
	return columns.map(({ id, head, sort, align, isDate, field, at, width, grow, sized }) => {
		const place = order.findIndex((each) => each.sort === sort);
		return {
			...{ id, head, width },
			...(grow && { grow }),
			...(sized && { sized }),
			...(at && { at }),
			...(align === 'right' && { right: true }),
			...(isDate && { isDate }),
			...(field && { field }),
			...(sort && {
				href: href({ sort, direction: list.toggled(state, sort), further: [] } as Partial<ListState<F, Sort>>),
				adds: `${sort}.${list.sorts[sort]}`,
			}),
			...(place >= 0 && {
				sorted: order[place]?.direction === 'asc' ? ('ascending' as const) : ('descending' as const),
			}),
			...(place >= 0 && order.length > 1 && { place: place + 1 }),
		};
	});
}
