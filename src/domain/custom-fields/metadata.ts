import { z } from 'zod';
import { optionalText, requiredLine } from '@/lib/text/text';

/** What a custom field of a record holds; a list of ids where several are chosen. */
export type MetadataValue = string | number | boolean | null | string[];

/** A record's custom fields: values by the ids of the fields, no further nesting. */
export type Metadata = Record<string, MetadataValue>;

/** The most that a record can hold, and how long names and values may be. */
export const metadataLimits = { entries: 200, key: 80, value: 20_000, bytes: 64_000 };

const notPairs = 'These are not fields with a name and a value.';
const tooMuch = 'This is too much; keep long text in the notes.';
const pair = z.tuple(
	[requiredLine('A field’s name', metadataLimits.key), optionalText(metadataLimits.value)],
	notPairs,
);

/**
 * How a form sends custom fields: one field with a JSON array of [name, text] pairs. Gives the pairs; a value left empty is null.
 */
export const metadataPairs = z
	.string(notPairs)
	.max(metadataLimits.bytes * 2, tooMuch)
	.transform((text, context) => {
		try {
			return JSON.parse(text) as unknown;
		} catch {
			context.addIssue({ code: 'custom', message: notPairs });
			return z.NEVER;
		}
	})
	.pipe(z.array(pair, notPairs).max(metadataLimits.entries, `At most ${metadataLimits.entries} fields.`))
	.superRefine((pairs, context) => {
		const seen = new Set<string>();
		for (const [key] of pairs) {
			if (seen.has(key)) context.addIssue({ code: 'custom', message: `There are two fields named “${key}”.` });
			seen.add(key);
		}
		if (Buffer.byteLength(JSON.stringify(pairs)) > metadataLimits.bytes)
			context.addIssue({ code: 'custom', message: tooMuch });
	});

/** Custom fields by name as they are shown and edited: names and texts. */
export function metadataTexts(metadata: unknown): [key: string, text: string][] {
	return Object.entries(isMetadata(metadata) ? metadata : {}).map(([key, value]) => [key, rawText(value)]);
}

/** A value as text, as it is stored. */
export function rawText(value: MetadataValue): string {
	return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}

/** A record's metadata as its column holds it. */
export function isMetadata(value: unknown): value is Metadata {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
