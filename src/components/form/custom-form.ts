/** The name of a form's field that holds a custom field. */
export const customInputName = (id: string, prefix = '') => `${prefix}custom.${id}`;

/** A form's fields with the custom ones as one, as its action takes them. */
export function withCustom(fields: Record<string, unknown>): Record<string, unknown> {
	const all = Object.entries(fields);
	const own = all.filter(([name]) => name.startsWith('custom.'));
	if (own.length === 0) return fields;
	const texts = Object.fromEntries(own.map(([name, text]) => [name.slice('custom.'.length), text]));
	const others = all.filter(([name]) => !name.startsWith('custom.'));
	return { ...Object.fromEntries(others), custom: JSON.stringify(texts) };
}
