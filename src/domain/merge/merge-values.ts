type Weighed = { records: number; createdAt: Date };
type BothValues = readonly [one: string | null | undefined, other: string | null | undefined];

/**
 * The record that a merge proposes to keep: the one with more filled-in fields and more records that belong to it, or the
 * older one if they are equal.
 */
export function proposeKept([one, other]: readonly [Weighed, Weighed], fields: readonly BothValues[]): 0 | 1 {
	const filled = (side: 0 | 1) => fields.filter((values) => values[side]).length;
	const more = other.records + filled(1) - (one.records + filled(0));
	if (more === 0) return other.createdAt < one.createdAt ? 1 : 0;
	return more > 0 ? 1 : 0;
}

type Tag = { name: string; colour: string };

/** The tags of two records, each once. */
export function mergedTags(...records: { tags: { tag: Tag }[] }[]): Tag[] {
	const tags = new Map(records.flatMap((record) => record.tags.map(({ tag }) => [tag.name, tag])));
	return [...tags.values()];
}
