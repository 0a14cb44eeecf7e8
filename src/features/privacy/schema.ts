import { z } from 'zod';
import { jsonField } from '@/lib/text/json-field';
import { plainText, recordId } from '@/lib/text/text';
import { type MentionKind, mentionColumns } from './mention';

/** So many texts can be ticked one by one; more are blanked all together. */
export const mostTicked = 500;

const ticked = z
	.string()
	.regex(/^[a-z_]+:[\da-f-]{36}:[a-z_]+$/)
	.transform((key) => key.split(':') as [MentionKind, string, string])
	.refine(([kind, id, column]) => {
		const columns: readonly string[] = Object.hasOwn(mentionColumns, kind) ? mentionColumns[kind] : [];
		return columns.includes(column) && recordId.safeParse(id).success;
	});

/** Who is erased, the password of the account, and the texts to blank: all, or some by their keys. */
export const erasure = z.strictObject({
	id: recordId,
	currentPassword: plainText(1_000).min(1, 'Enter your password.'),
	texts: jsonField(
		z.union([z.literal('all'), z.array(ticked).max(mostTicked)]),
		'Choose the texts again: reload the page.',
	),
});

export const personReference = z.strictObject({ id: recordId });
