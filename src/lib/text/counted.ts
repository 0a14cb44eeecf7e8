/** "3 contacts", "1 contact"; for anything that is counted in a sentence. */
export function counted(count: number, one: string, many: string): string {
	return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** "2 contacts, 1 deal and 5 activities"; what there is none of is left out. */
export function countedList(parts: [count: number, one: string, many: string][]): string {
	const present = parts.filter(([count]) => count > 0).map((part) => counted(...part));
	return new Intl.ListFormat('en-GB').format(present);
}
