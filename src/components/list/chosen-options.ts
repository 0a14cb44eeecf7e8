/** The records that a list is filtered by, as options; those that are not among the named ones are gone. */
export function chosenOptions(ids: string[], named: { id: string; name: string }[], noun: string) {
	return ids.map((id) => ({
		value: id,
		label: named.find((each) => each.id === id)?.name ?? `A ${noun} that is gone`,
	}));
}
