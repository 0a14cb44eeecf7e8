import { z } from 'zod';
import type { CustomName } from '@/domain/custom-fields/custom-field-types';
import { isAddedName } from '@/lib/list/added-names';
import { recordId } from '@/lib/text/text';

/** A value as an editor in place shows and sends it: text, or JSON of what is several; empty for none. */
const sentText = z.string('Must be text.').max(100_000, 'At most 100,000 characters.');

/** The change of a custom field, whose text its own definition reads. */
export type CustomChange = { field: CustomName; value: string };

export const isCustomChange = (change: { field: string }): change is CustomChange => isAddedName(change.field);

type Shape = Record<string, z.ZodType>;

/**
 * The change of one field of a record: which field, its new value as it was typed, and the value that was shown until then.
 * `parts` are the fields' schemas, by whose names they are changed; custom fields are by theirs. What is wrong with a value is said of `value`. `more` is
 * what may be sent with some of them, such as the name of a company that is made with it.
 */
export function fieldChange<Parts extends Shape, More extends Shape = Record<never, never>>(
	parts: Parts,
	more = {} as More,
) {
	type Field = keyof Parts & string;
	type Change = { [F in Field]: { field: F; value: z.output<Parts[F]> } }[Field] | CustomChange;
	return z
		.strictObject({
			id: recordId,
			field: z.union([z.enum(Object.keys(parts)), z.string().refine(isAddedName, 'Select one of the fields.')]),
			value: sentText,
			was: sentText,
			...more,
		})
		.transform((sent, context) => {
			const { id, field, value, was, ...rest } = sent as { id: string; field: string; value: string; was: string };
			const parsed = isAddedName(field) ? { success: true as const, data: value } : parts[field]?.safeParse(value);
			if (parsed?.success)
				return {
					...{ id, was, change: { field, value: parsed.data } as Change },
					more: rest as z.output<z.ZodObject<More>>,
				};
			context.addIssue({
				code: 'custom',
				path: ['value'],
				message: parsed?.error.issues[0]?.message ?? 'Must be text.',
			});
			return z.NEVER;
		});
}

/** A field of a record that an editor in place asks for. */
export const fieldReference = z.strictObject({ id: recordId, field: z.string().max(100) });
