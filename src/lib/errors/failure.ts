/** Messages by field name, as a form shows them. */
export type FieldErrors = Record<string, string>;

/** What a form says of fields each of which says by itself what is wrong with it. */
export function correctMarked(count: number): string {
	return count === 1 ? 'Please correct the marked field.' : `Please correct the ${count} marked fields.`;
}

/** What is left of a failure once some of its fields were corrected; null where that was all there was. */
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
 * What a failure says where only some of its fields are shown: the errors of all others are named, as there is nothing to
 * mark. Without `shown` nothing is, as in a toast.
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

/** Fields that nobody fills in, and whose errors say all by themselves. */
const nameless = new Set(['id', 'version']);

/** A field's error behind the field's name, unless it says the name. */
function named([field, error]: [string, string]): string {
	const last = field.split('.').findLast((part) => /\p{L}/u.test(part)) ?? '';
	const words = last.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').toLowerCase();
	const isSaid = words.split(' ').some((word) => word.length > 3 && error.toLowerCase().includes(word));
	return !words || isSaid || nameless.has(last) ? error : `${words[0]?.toUpperCase()}${words.slice(1)}: ${error}`;
}
