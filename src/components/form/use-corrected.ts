'use client';

import { type RefObject, useEffect, useState } from 'react';

type Errors = Record<string, string> | undefined;

const none: ReadonlySet<string> = new Set();
/** What may have changed a field: it is typed in, chosen from a list or a calendar, or cleared. */
const changes = ['input', 'change', 'click', 'keyup', 'focusout'] as const;

/** The fields with an error that hold something else by now than what was refused: what is said of them is over. */
export function useCorrected(form: RefObject<HTMLFormElement | null>, errors: Errors): ReadonlySet<string> {
	const [corrected, setCorrected] = useState<{ of: Errors; fields: ReadonlySet<string> }>({
		of: undefined,
		fields: none,
	});

	useEffect(() => {
		const element = form.current;
		if (!element || !errors) return;
		const fields = Object.keys(errors);
		const refused = fields.map((field) => contentOf(element, field));
		let timer: ReturnType<typeof setTimeout>;
		const compare = () => {
			const changed = fields.filter((field, at) => contentOf(element, field) !== refused[at]);
			// one that is put back as it was is judged again when it is sent
			setCorrected((before) => {
				const known = before.of === errors ? before.fields : none;
				return changed.every((field) => known.has(field))
					? before
					: { of: errors, fields: new Set([...known, ...changed]) };
			});
		};
		// what is chosen from a list stands in its field once that is shown
		const onChange = () => {
			clearTimeout(timer);
			timer = setTimeout(compare);
		};
		for (const event of changes) element.addEventListener(event, onChange);
		return () => {
			clearTimeout(timer);
			for (const event of changes) element.removeEventListener(event, onChange);
		};
	}, [form, errors]);

	return corrected.of === errors ? corrected.fields : none;
}

/** What a field sends; of one that sends nothing by its name, what stands in it. */
function contentOf(form: HTMLFormElement, name: string): string {
	const sent = new FormData(form).getAll(name);
	const field = form.elements.namedItem(name);
	return JSON.stringify(sent.length > 0 || !field || !('value' in field) ? sent : field.value);
}
