'use client';

import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/**
 * What stands in an input that keeps its own text: typed before the page's code had come, typed since, put there by
 * `write`, or by a reset of the form. `problem` says what is wrong with a text, for the form that asks before it is sent.
 */
export function useTypedText(
	input: RefObject<HTMLInputElement | null>,
	shown: string,
	problem: (text: string) => string,
) {
	const [text, setText] = useState(shown);
	const [left, setLeft] = useState(false);
	const wrong = problem(text);

	// biome-ignore lint/correctness/useExhaustiveDependencies: an input that nobody has touched follows what it is to show.
	useLayoutEffect(() => {
		const element = input.current;
		if (!element) return;
		const read = () => setText(element.value);
		// a reset puts the text back once everyone has heard of it
		const onReset = () => queueMicrotask(read);
		read();
		const { form } = element;
		form?.addEventListener('reset', onReset);
		return () => form?.removeEventListener('reset', onReset);
	}, [input, shown]);

	useLayoutEffect(() => input.current?.setCustomValidity(wrong), [input, wrong]);

	function write(next: string) {
		if (!input.current || input.current.value === next) return;
		input.current.value = next;
		setText(next);
		input.current.dispatchEvent(new Event('input', { bubbles: true }));
	}

	return {
		text,
		write,
		/** What is wrong, once the field has been left. */
		problem: left ? wrong : '',
		onChange: () => {
			setText(input.current?.value ?? '');
			setLeft(false);
		},
		onLeave: () => setLeft(true),
	};
}

/** Makes every reading of the form's data hold what the field means instead of what was typed. */
export function useFormData(input: RefObject<HTMLInputElement | null>, fill: (data: FormData) => void) {
	const latest = useRef(fill);
	useLayoutEffect(() => {
		latest.current = fill;
	});
	useLayoutEffect(() => {
		const form = input.current?.form;
		const onData = (event: FormDataEvent) => latest.current(event.formData);
		form?.addEventListener('formdata', onData);
		return () => form?.removeEventListener('formdata', onData);
	}, [input]);
}
