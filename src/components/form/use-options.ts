'use client';

import { useEffect, useRef, useState } from 'react';

const debounceMilliseconds = 150;

/**
 * What a GET answers to a text as `q`: the last known options until newer ones arrive (null before the first), whether they
 * are the answer to this very text, and whether the last question failed. Nothing is asked while the text is null; an outdated question is called off.
 */
export function useOptions<Option>(source: string, text: string | null) {
	const [answer, setAnswer] = useState<{ source: string; to: string; options: Option[] } | null>(null);
	const [failed, setFailed] = useState(false);
	const asked = useRef(false);

	useEffect(() => {
		if (text === null) return;
		const outdated = new AbortController();
		async function ask(q: string) {
			asked.current = true;
			const response = await fetch(`${source}${source.includes('?') ? '&' : '?'}${new URLSearchParams({ q })}`, {
				signal: outdated.signal,
			});
			if (!response.ok) throw new Error(response.statusText);
			const options: Option[] = await response.json();
			setAnswer({ source, to: q, options });
			setFailed(false);
		}
		const onFailure = () => outdated.signal.aborted || setFailed(true);
		const timer = setTimeout(() => ask(text).catch(onFailure), asked.current ? debounceMilliseconds : 0);
		return () => {
			clearTimeout(timer);
			outdated.abort();
		};
	}, [source, text]);

	return {
		options: answer?.options ?? null,
		current: answer !== null && answer.source === source && answer.to === text,
		failed,
	};
}
