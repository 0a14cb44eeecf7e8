import { z } from 'zod';
import { optionalText, requiredLine } from '@/lib/text/text';

/** A record's custom fields: scalar values by key, no nesting. */
export type Metadata = Record<string, string | number | boolean | null>;

export const metadataLimits = { entries: 50, key: 64, value: 2_000, bytes: 32_000 };

const notPairs = 'These are not fields with a name and a value.';
const pair = z.tuple(
	[requiredLine('A field’s name', metadataLimits.key), optionalText(metadataLimits.value)],
	notPairs,
);

/**
 * How a form sends metadata: one field with a JSON array of [key, text] pairs. Gives the pairs; a value left empty is null.
 */
export const metadataPairs = z
	.string(notPairs)
	.max(metadataLimits.bytes * 2, 'This is too much; keep long text in the notes.')
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
		if (Buffer.byteLength(JSON.stringify(pairs)) > metadataLimits.bytes) {
			context.addIssue({ code: 'custom', message: 'This is too much; keep long text in the notes.' });
		}
	});

/** The metadata to store. Numbers, booleans and nulls from an import keep their type while their text is unchanged. */
export function mergeMetadata(present: unknown, pairs: [string, string | null][]): Metadata {
	const before = isMetadata(present) ? present : {};
	return Object.fromEntries(
		pairs.map(([key, text]) => {
			const old = Object.hasOwn(before, key) ? before[key] : undefined;
			return [key, old !== undefined && shownValue(old) === (text ?? '') ? old : text];
		}),
	);
}

/** A value as text, to show and edit. */
export function shownValue(value: Metadata[string]): string {
	return value === null ? '' : String(value);
}

/** A record's metadata as it is shown and edited: names and texts. */
export function metadataTexts(metadata: unknown): [key: string, text: string][] {
	return Object.entries(isMetadata(metadata) ? metadata : {}).map(([key, value]) => [key, shownValue(value)]);
}

/** A record's metadata as its column holds it. */
export function isMetadata(value: unknown): value is Metadata {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
