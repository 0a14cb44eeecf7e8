/** Messages by field name, as a form shows them. */
export type FieldErrors = Record<string, string>;

/** A form's message when each marked field shows its own problem. */
export function correctMarked(count: number): string {
	return count === 1 ? 'Please correct the marked field.' : `Please correct the ${count} marked fields.`;
}

/** A failure without the fields that were corrected since; null if none are left. */
export function withoutCorrected<Failure extends { message: string; fieldErrors?: FieldErrors }>(
	failure: Failure,
	corrected: ReadonlySet<string>,
): Failure | null {
	const all = Object.entries(failure.fieldErrors ?? {});
	const left = all.filter(([field]) => !corrected.has(field));
	if (left.length === all.length) return failure;
	const isGeneral = failure.message === correctMarked(all.length);
	if (isGeneral && left.length === 0) return null;
	const message = isGeneral ? correctMarked(left.length) : failure.message;
	return { ...failure, message, fieldErrors: Object.fromEntries(left) };
}

const none: ReadonlySet<string> = new Set();

/**
 * The text of a failure where only some of its fields are shown: it includes the errors of the others, which can't be marked.
 * Without `shown` no field is shown, as in a toast.
 */
export function failureText(
	{ message, fieldErrors = {} }: { message: string; fieldErrors?: FieldErrors },
	shown = none,
): string {
	const all = Object.entries(fieldErrors);
	const hidden = all.filter(([field]) => !shown.has(field));
	if (hidden.length === 0) return message;
	const marked = all.length - hidden.length;
	const isGeneral = message === correctMarked(all.length);
	const first = isGeneral ? (marked > 0 ? [correctMarked(marked)] : []) : [message];
	return [...new Set([...first, ...hidden.map(named)])].join(' ');
}

/** Fields that users don't fill in, whose errors need no label. */
const nameless = new Set(['id', 'version']);

/** A field's error after the field's name, unless the error contains the name. */
function named([field, error]: [string, string]): string {
	const last = field.split('.').findLast((part) => /\p{L}/u.test(part)) ?? '';
	const words = last.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').toLowerCase();
	const isSaid = words.split(' ').some((word) => word.length > 3 && error.toLowerCase().includes(word));
	return !words || isSaid || nameless.has(last) ? error : `${words[0]?.toUpperCase()}${words.slice(1)}: ${error}`;
}
