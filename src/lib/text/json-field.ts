import { z } from 'zod';

/**
 * A value that a form sends as JSON in one field; null if the field is missing. What is wrong with it is said of the field itself,
 * where a form looks for it, not of a part of it; `problem` is said of what is no JSON.
 */
export function jsonField<Value>(schema: z.ZodType<Value>, problem: string) {
	return z
		.string(problem)
		.nullish()
		.transform((text, context): Value | null => {
			if (text == null) return null;
			const parsed = schema.safeParse(fromJson(text));
			if (parsed.success) return parsed.data;
			context.addIssue({ code: 'custom', message: parsed.error.issues[0]?.message ?? problem });
			return z.NEVER;
		});
}

function fromJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
