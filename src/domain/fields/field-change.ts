import { z } from 'zod';
import { recordId } from '@/lib/text/text';

/** A value as an editor in place shows and sends it: text, or JSON of what is several; empty for none. */
const sentText = z.string('Must be text.').max(100_000, 'At most 100,000 characters.');

type Shape = Record<string, z.ZodType>;

/**
 * The change of one field of a record: which field, its new value as it was typed, and the value that was shown until then.
 * `parts` are the fields' schemas, by whose names they are changed. What is wrong with a value is said of `value`. `more` is
 * what may be sent with some of them, such as the name of a company that is made with it.
 */
export function fieldChange<Parts extends Shape, More extends Shape = Record<never, never>>(
	parts: Parts,
	more = {} as More,
) {
	type Field = keyof Parts & string;
	type Change = { [F in Field]: { field: F; value: z.output<Parts[F]> } }[Field];
	return z
		.strictObject({
			id: recordId,
			field: z.enum(Object.keys(parts), 'Select one of the fields.'),
			value: sentText,
			was: sentText,
			...more,
		})
		.transform((sent, context) => {
			const { id, field, value, was, ...rest } = sent as { id: string; field: string; value: string; was: string };
			const parsed = parts[field]?.safeParse(value);
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
