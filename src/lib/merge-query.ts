const single = ['q', 'sort', 'page'];

/**
 * The query string that a second change of a list leads to while a first is still on its way: what the second changes of
 * the query on the screen (`shown` to `asked`) is changed of where the first leads (`pending`). A change leads to page 1,
 * unless it is to another page.
 */
export function mergeQuery(shown: string, pending: string, asked: string): string {
	const entries = (query: string) => [...new URLSearchParams(query)];
	const holds = (query: string, [name, value]: [string, string]) => new URLSearchParams(query).has(name, value);
	const removed = entries(shown).filter((entry) => !holds(asked, entry));
	const added = entries(asked).filter((entry) => !holds(shown, entry));
	const merged = new URLSearchParams(pending);
	for (const [name, value] of removed) {
		if (single.includes(name)) merged.delete(name);
		else merged.delete(name, value);
	}
	for (const [name, value] of added) {
		if (single.includes(name)) merged.set(name, value);
		else if (!merged.has(name, value)) merged.append(name, value);
	}
	if (!added.some(([name]) => name === 'page')) merged.delete('page');
	return merged.toString();
}
