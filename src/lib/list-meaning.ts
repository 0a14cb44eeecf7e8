/** What a list's address says of the page. */
export const placeParams = ['page', 'after', 'before'];

/** What it says besides how the list is searched, filtered and sorted. */
const aside = [...placeParams, 'saved'];

/**
 * What a list's address asks for, the same for all addresses that ask for the same: in whatever order they do, and whether
 * or not they write out what is `usual`, as `name=value`. Empty for the whole list.
 */
export function meaningOf(query: string, usual: readonly string[] = []): string {
	const said = [...new URLSearchParams(query)].filter(
		([name, value]) => value !== '' && !aside.includes(name) && !usual.includes(`${name}=${value}`),
	);
	const pairs = said.map((pair) => new URLSearchParams([pair]).toString());
	return [...new Set(pairs)].sort().join('&');
}
