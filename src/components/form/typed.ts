/** Whether a field of text in a form holds something else than it was made with. */
export function isTypedIn(form: HTMLFormElement): boolean {
	return [...form.elements].some(
		(field) =>
			(field instanceof HTMLTextAreaElement ||
				(field instanceof HTMLInputElement && !['checkbox', 'radio', 'file', 'hidden'].includes(field.type))) &&
			field.value !== field.defaultValue,
	);
}
