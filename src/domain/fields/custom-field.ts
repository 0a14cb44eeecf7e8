import { z } from 'zod';
import { type Metadata, mergeMetadata, metadataLimits, metadataPairs, metadataTexts } from '@/domain/metadata';
import { jsonField } from '@/lib/text/json-field';
import { optionalText, requiredLine } from '@/lib/text/text';

// Custom fields, one by one. An editor shows and sends one as JSON of its name and its text; a missing one is empty.

const notPair = 'This is not a field with a name and a value.';

const pair = z.tuple(
	[
		requiredLine('A field’s name', metadataLimits.key),
		optionalText(metadataLimits.value).transform((text) => text ?? ''),
	],
	notPair,
);

/** A custom field's name and text; null where it is removed. */
export type CustomField = [name: string, text: string] | null;

/** A custom field as an editor sends it. */
export const customField = z
	.string(notPair)
	.transform((text): string | null | undefined => text || null)
	.pipe(jsonField<CustomField>(pair, notPair));

/**
 * The field that was shown, as the record has it now; one that is not there is null. Of a field that is there already as it is to
 * become, that one: it was saved before, though the answer did not arrive.
 */
export function presentField(metadata: unknown, was: string, value: CustomField): CustomField {
	const texts = metadataTexts(metadata);
	const former = customField.safeParse(was).data ?? null;
	const found = texts.find(([name]) => name === former?.[0]);
	const isSaved = !found && value && texts.some(([name, text]) => name === value[0] && text === value[1]);
	return isSaved ? value : (found ?? null);
}

/** A record's custom fields with one that is added, renamed, changed or removed, or the reason why they can't be. */
export function withField(
	metadata: unknown,
	was: string,
	field: CustomField,
): { metadata: Metadata } | { problem: string } {
	const before = metadataTexts(metadata);
	const [former] = customField.safeParse(was).data ?? [];
	const place = before.findIndex(([name]) => name === former);
	const others = before.filter((_, at) => at !== place);
	if (field && others.some(([name]) => name === field[0]))
		return { problem: `There is already a field named “${field[0]}”. Use another name.` };
	const texts = field ? others.toSpliced(place < 0 ? others.length : place, 0, field) : others;
	const pairs = metadataPairs.safeParse(JSON.stringify(texts));
	if (!pairs.success) return { problem: pairs.error.issues[0]?.message ?? notPair };
	return { metadata: mergeMetadata(metadata, pairs.data) };
}
