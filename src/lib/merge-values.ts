import { metadataTexts } from '@/lib/metadata';

/** The own fields of two records by name, each with what either says; undefined where it has no such field. */
export function mergedOwnFields(one: unknown, other: unknown) {
	const [first, second] = [new Map(metadataTexts(one)), new Map(metadataTexts(other))];
	return [...new Set([...first.keys(), ...second.keys()])].map(
		(key): { key: string; values: [string | undefined, string | undefined] } => ({
			key,
			values: [first.get(key), second.get(key)],
		}),
	);
}

type Tag = { name: string; colour: string };

/** The tags of two records, each once. */
export function mergedTags(...records: { tags: { tag: Tag }[] }[]): Tag[] {
	const tags = new Map(records.flatMap((record) => record.tags.map(({ tag }) => [tag.name, tag])));
	return [...tags.values()];
}
