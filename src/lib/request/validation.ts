import type { z } from 'zod';
import { correctMarked, type FieldErrors } from '@/lib/errors/failure';
import { noteAction } from '@/lib/operations/log';

export type Parsed<Data> = { ok: true; data: Data } | { ok: false; message: string; fieldErrors: FieldErrors };

/** Parses an action's input. Each field gets its first problem; problems of no field go into the message. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): Parsed<z.output<Schema>> {
	noteAction();
	const result = schema.safeParse(input);
	if (result.success) return { ok: true, data: result.data };
	const fieldErrors: FieldErrors = {};
	let unknown: string | undefined;
	for (const issue of result.error.issues) {
		const field = issue.path.map(String).join('.');
		if (issue.code === 'unrecognized_keys') unknown ??= issue.keys.slice(0, 3).join(', ').slice(0, 100);
		else if (field) fieldErrors[field] ??= issue.message;
	}
	const fields = Object.keys(fieldErrors).length;
	const message = unknown
		? `This form has no field named ${unknown}. Reload the page and try again.`
		: fields === 0
			? 'This is not what the form sends. Reload the page and try again.'
			: correctMarked(fields);
	return { ok: false, message, fieldErrors };
}
