/** The records that a list is filtered by, as options; those that are not among the named ones are gone. */
export function chosenOptions(ids: string[], named: { id: string; name: string }[], noun: string) {
	return ids.map((id) => ({
		value: id,
		label: named.find((each) => each.id === id)?.name ?? `A ${noun} that is gone`,
	}));
}

/** All tags as options, and after them what a list is filtered by and is gone. */
export function tagOptions(ids: string[], tags: { id: string; name: string }[]) {
	const gone = ids.filter((id) => !tags.some((tag) => tag.id === id));
	return [...tags.map(({ id, name }) => ({ value: id, label: name })), ...chosenOptions(gone, [], 'tag')];
}
