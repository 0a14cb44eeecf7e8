'use client';

import { ParamSelect } from './param-select';

type SortSelectProps = {
	/** What can be sorted by: the address's name of it, and its heading. */
	orders: [sort: string, head: string][];
	value: string;
	/** The list's query string. */
	query: string;
};

/** The order, for where the rows are blocks and there are no heads to click. */
export function SortSelect({ orders, value, query }: SortSelectProps) {
	const options = orders.flatMap(([sort, head]) => [
		{ value: `${sort}.asc`, label: `↑ ${head}` },
		{ value: `${sort}.desc`, label: `↓ ${head}` },
	]);
	return (
		<ParamSelect
			label="Sort by"
			param="sort"
			options={options}
			value={value}
			query={query}
			className="sm:w-44 @min-[56rem]/list:hidden"
		/>
	);
}
