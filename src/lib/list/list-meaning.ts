/** What a list's address says of the page. */
export const placeParams = ['page', 'after', 'before'];

/** What it says besides how the list is searched, filtered and sorted. */
const aside = [...placeParams, 'saved'];

/** What a list's address can say. */
export type Vocabulary = {
	/** The parameters that the list reads; the page and the view are read besides. */
	names: readonly string[];
	/** What the list does anyhow, whether or not its address says so, each as `name=value`. */
	usual: readonly string[];
};

/**
 * What a list's address asks for, the same for all addresses that ask for the same: in whatever order they do, whether or
 * not they write out what is usual, and whatever else they say that the list does not read. Empty for the whole list.
 */
export function meaningOf(query: string, { names, usual }: Vocabulary): string {
	const said = [...new URLSearchParams(query)].filter(
		([name, value]) =>
			value !== '' && names.includes(name) && !aside.includes(name) && !usual.includes(`${name}=${value}`),
	);
	const pairs = said.map((pair) => new URLSearchParams([pair]).toString());
	return [...new Set(pairs)].sort().join('&');
}
