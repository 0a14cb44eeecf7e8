/** A value of a filter; `isName` where its label is a name or a text of the user's, which no browser translates. */
export type FilterOption = { value: string; label: string; isName?: true };

/** A record of the user's as an option. */
const asOption = ({ id, name }: { id: string; name: string }): FilterOption => ({
	value: id,
	label: name,
	isName: true,
});

/** The records that a list is filtered by, as options; those that are not among the named ones are gone. */
export function chosenOptions(ids: string[], named: { id: string; name: string }[], noun: string): FilterOption[] {
	return ids.map((id) => {
		const known = named.find((each) => each.id === id);
		return known ? asOption(known) : { value: id, label: `A ${noun} that is gone` };
	});
}

/** All tags as options, and after them what a list is filtered by and is gone. */
export function tagOptions(ids: string[], tags: { id: string; name: string }[]): FilterOption[] {
	const gone = ids.filter((id) => !tags.some((tag) => tag.id === id));
	return [...tags.map(asOption), ...chosenOptions(gone, [], 'tag')];
}

/** Texts of the user's as options. */
export const textOptions = (texts: readonly string[]): FilterOption[] =>
	texts.map((text) => ({ value: text, label: text, isName: true }));
