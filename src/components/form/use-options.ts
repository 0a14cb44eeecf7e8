'use client';

import { useEffect, useRef, useState } from 'react';

const debounceMilliseconds = 150;

/** The options that a GET answers to a text, as `useAnswer` has them. */
export function useOptions<Option>(source: string, text: string | null) {
	const { answer, current, failed } = useAnswer<Option[]>(source, text);
	return { options: answer, current, failed };
}

/**
 * What a GET answers to a text as `q`: the last known answer until a newer one arrives (null before the first) and the text
 * that it answers, whether it is the answer to this very text, and whether the last question failed. Nothing is asked while
 * the text is null; an outdated question is called off.
 */
export function useAnswer<Answer>(source: string, text: string | null) {
	const [known, setKnown] = useState<{ source: string; to: string; answer: Answer } | null>(null);
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
			const answer: Answer = await response.json();
			setKnown({ source, to: q, answer });
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
		answer: known?.answer ?? null,
		to: known?.to ?? null,
		current: known !== null && known.source === source && known.to === text,
		failed,
	};
}
