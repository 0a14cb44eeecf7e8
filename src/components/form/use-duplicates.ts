'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Duplicate } from '@/domain/duplicate';
import { readJson, whyNoAnswer } from '@/lib/browser/read-json';
import { useOnReturn } from './use-on-return';

/** Longer than between two letters, shorter than a look at the result. */
const pauseMilliseconds = 400;

/**
 * What the surrounding form's fields, as they are typed, resemble: asked of a GET after a pause, by the fields' names and
 * what else it takes. An outdated question is called off; one that fails
 * says nothing, as nobody waits for the answer, unless it is because the session is over.
 */
export function useDuplicates(
	source: string,
	place: RefObject<HTMLElement | null>,
	fields: readonly string[],
	more: Record<string, string>,
	/** What the names of the fields begin with in the form. */
	prefix = '',
): { found: Duplicate[]; isSignedOut: boolean } {
	const [found, setFound] = useState<Duplicate[]>([]);
	const [isSignedOut, setSignedOut] = useState(false);
	const askAgain = useRef(() => {});
	useOnReturn(isSignedOut, () => askAgain.current());
	const watched = fields.join(' ');
	const added = String(new URLSearchParams(more));

	useEffect(() => {
		const form = place.current?.closest('form');
		if (!form) return;
		let timer: ReturnType<typeof setTimeout>;
		let outdated = new AbortController();
		let asked = '';

		async function ask(query: string) {
			setFound(await readJson<Duplicate[]>(`${source}?${query}&${added}`, outdated.signal));
			setSignedOut(false);
		}
		function onFailure(error: unknown) {
			if (outdated.signal.aborted) return;
			setFound([]);
			setSignedOut(whyNoAnswer(error) === 'signedOut');
		}
		function look() {
			const data = new FormData(form ?? undefined);
			const typed = watched.split(' ').map((field): [string, string] => [field, linesOf(data, prefix + field)]);
			const custom = customOf(data, prefix);
			const query = String(new URLSearchParams([...typed, ['custom', custom]].filter(([, text]) => text)));
			if (query === asked) return;
			asked = query;
			clearTimeout(timer);
			outdated.abort();
			outdated = new AbortController();
			const run = () => void (query && ask(query).catch(onFailure));
			askAgain.current = run;
			if (query === '') return setFound([]);
			timer = setTimeout(run, pauseMilliseconds);
		}

		look();
		form.addEventListener('input', look);
		return () => {
			form.removeEventListener('input', look);
			clearTimeout(timer);
			outdated.abort();
		};
	}, [source, place, watched, added, prefix]);

	return { found, isSignedOut };
}

/** What was typed into custom fields, as JSON by the ids of these; what is too long for an address says nothing. */
function customOf(data: FormData, prefix: string): string {
	const begin = `${prefix}custom.`;
	const texts = [...data].filter(([name, text]) => name.startsWith(begin) && typeof text === 'string' && text.trim());
	const short = texts.filter(([, text]) => String(text).length <= 200).slice(0, 20);
	return short.length === 0
		? ''
		: JSON.stringify(Object.fromEntries(short.map(([name, text]) => [name.slice(begin.length), text])));
}

/** What was typed into a field and those that follow it under its name, such as `phone` and `phone.1`, a line for each. */
function linesOf(data: FormData, field: string): string {
	const texts = [...data].flatMap(([name, text]) =>
		(name === field || name.startsWith(`${field}.`)) && typeof text === 'string' ? text.trim() || [] : [],
	);
	return texts.join('\n');
}
