import { z } from 'zod';
import { metadataLimits } from '@/domain/custom-fields/metadata';
import { recordId, recordVersion } from '@/lib/text/text';

const side = z.enum(['kept', 'gone'], 'Choose one of the two.').default('kept');
const notKeys = 'These are not names of fields.';

/** Names of custom fields, as JSON in one field of a form. */
const metadataKeys = z
	.string(notKeys)
	.max(metadataLimits.bytes, notKeys)
	.default('[]')
	.transform((text, context): unknown => {
		try {
			return JSON.parse(text);
		} catch {
			context.addIssue({ code: 'custom', message: notKeys });
			return z.NEVER;
		}
	})
	.pipe(z.array(z.string(notKeys), notKeys).max(metadataLimits.entries, notKeys));

/**
 * Two records to merge, each at a version: `keep` stays, `gone` is deleted. The notes can be joined, and `metadata` names the
 * custom fields that take their value from `gone`.
 */
export const mergeShape = {
	keep: recordId,
	keepVersion: recordVersion,
	gone: recordId,
	goneVersion: recordVersion,
	notes: z.enum(['kept', 'gone', 'both'], 'Choose one of them, or both.').default('kept'),
	metadata: metadataKeys,
};

/** For each field, the record that it takes its value from. */
export function sidesOf<Field extends string>(fields: readonly Field[]): Record<Field, typeof side> {
	return Object.fromEntries(fields.map((field) => [field, side])) as Record<Field, typeof side>;
}

export const areDifferentRecords = ({ keep, gone }: { keep: string; gone: string }) => keep !== gone;
export const sameRecordProblem = {
	path: ['gone'],
	message: 'A record cannot be merged with itself. Choose another one.',
};
