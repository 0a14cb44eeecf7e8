/** The parameters that name the page. */
export const placeParams = ['page', 'after', 'before'];

/** The parameters that neither search, filter nor sort. */
const aside = [...placeParams, 'saved'];

/** The parameters of a list's address. */
export type Vocabulary = {
	/** The parameters that the list reads, apart from the page and the view. */
	names: readonly string[];
	/** The defaults that hold whether or not the address names them, each as `name=value`. */
	usual: readonly string[];
};

/**
 * A list's address in one canonical form, so that addresses of the same list are equal: the order of parameters, defaults that
 * are written out and unknown parameters don't matter. Empty for the whole list.
 */
export function meaningOf(query: string, { names, usual }: Vocabulary): string {
	const meant = [...new URLSearchParams(query)].filter(
		([name, value]) =>
			value !== '' && names.includes(name) && !aside.includes(name) && !usual.includes(`${name}=${value}`),
	);
	const pairs = meant.map((pair) => new URLSearchParams([pair]).toString());
	return [...new Set(pairs)].sort().join('&');
}
