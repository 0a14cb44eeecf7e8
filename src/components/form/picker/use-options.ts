'use client';

import { useEffect, useRef, useState } from 'react';
import { type NoAnswer, readJson, whyNoAnswer } from '@/lib/browser/read-json';

/** While an answer is on its way, letters that follow each other faster than this are asked about together. */
const debounceMilliseconds = 40;

/** An answer that takes longer is not waited for in silence. */
const patienceMilliseconds = 8_000;

/** Where a GET that answers `q` answers a text. */
export const urlOf = (source: string, text: string) =>
	`${source}${source.includes('?') ? '&' : '?'}${new URLSearchParams({ q: text })}`;

/** The options that a GET answers to a text, as `useAnswer` has them. */
export function useOptions<Option>(source: string, text: string | null) {
	const { answer, current, failed } = useAnswer<Option[]>(source, text);
	return { options: answer, current, failed };
}

/**
 * What a GET answers to a text as `q`: the last known answer until a newer one arrives (null before the first) and the text
 * that it answers, whether it is the answer to this very text, and why the last question has none. Nothing is asked while
 * the text is null; an outdated question is called off. One that takes too long counts as failed until its answer comes after all.
 */
export function useAnswer<Answer>(source: string, text: string | null) {
	const [known, setKnown] = useState<{ source: string; to: string; answer: Answer } | null>(null);
	const [failed, setFailed] = useState<NoAnswer | null>(null);
	const isOnItsWay = useRef(false);

	useEffect(() => {
		if (text === null) {
			const forget = () => setFailed(null);
			window.addEventListener('focus', forget);
			return () => window.removeEventListener('focus', forget);
		}
		const outdated = new AbortController();
		let isUnanswered = false;
		let late: ReturnType<typeof setTimeout> | undefined;
		async function ask(q: string) {
			isOnItsWay.current = true;
			late = setTimeout(() => setFailed('failed'), patienceMilliseconds);
			const answer = await readJson<Answer>(urlOf(source, q), outdated.signal).finally(() => clearTimeout(late));
			isOnItsWay.current = false;
			setKnown({ source, to: q, answer });
			setFailed(null);
			isUnanswered = false;
		}
		const onFailure = (error: unknown) => {
			if (outdated.signal.aborted) return;
			isOnItsWay.current = false;
			setFailed(whyNoAnswer(error));
			isUnanswered = true;
		};
		// from the sign-in in another tab, or from where there was no network
		const onReturn = () => void (isUnanswered && ask(text).catch(onFailure));
		window.addEventListener('focus', onReturn);
		window.addEventListener('online', onReturn);
		const timer = setTimeout(() => ask(text).catch(onFailure), isOnItsWay.current ? debounceMilliseconds : 0);
		return () => {
			clearTimeout(timer);
			clearTimeout(late);
			window.removeEventListener('focus', onReturn);
			window.removeEventListener('online', onReturn);
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
