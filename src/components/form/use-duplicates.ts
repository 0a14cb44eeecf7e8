'use client';

import { type RefObject, useEffect, useState } from 'react';
import type { Duplicate } from '@/lib/duplicate';

/** Longer than between two letters, shorter than a look at the result. */
const pauseMilliseconds = 400;

/**
 * What the surrounding form's fields, as they are typed, resemble: asked of a GET after a pause, by the fields' names and
 * what else it takes. An outdated question is called off; one that fails says nothing, as nobody waits for the answer.
 */
export function useDuplicates(
	source: string,
	place: RefObject<HTMLElement | null>,
	fields: readonly string[],
	more: Record<string, string>,
): Duplicate[] {
	const [found, setFound] = useState<Duplicate[]>([]);
	const watched = fields.join(' ');
	const added = String(new URLSearchParams(more));

	useEffect(() => {
		const form = place.current?.closest('form');
		if (!form) return;
		let timer: ReturnType<typeof setTimeout>;
		let outdated = new AbortController();
		let asked = '';

		async function ask(query: string) {
			const response = await fetch(`${source}?${query}&${added}`, { signal: outdated.signal });
			setFound(response.ok ? await response.json() : []);
		}
		function look() {
			const data = new FormData(form ?? undefined);
			const typed = watched.split(' ').map((field) => [field, String(data.get(field) ?? '').trim()]);
			const query = String(new URLSearchParams(typed.filter(([, text]) => text)));
			if (query === asked) return;
			asked = query;
			clearTimeout(timer);
			outdated.abort();
			outdated = new AbortController();
			if (query === '') return setFound([]);
			timer = setTimeout(() => ask(query).catch(() => {}), pauseMilliseconds);
		}

		look();
		form.addEventListener('input', look);
		return () => {
			form.removeEventListener('input', look);
			clearTimeout(timer);
			outdated.abort();
		};
	}, [source, place, watched, added]);

	return found;
}
