'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useRef } from 'react';
import { isTypedIn } from '@/components/form/typed';
import { isOverlaid } from '@/lib/browser/keyboard';
import { watchSteps } from '@/lib/browser/page-history';
import { readJson, whyNoAnswer } from '@/lib/browser/read-json';
import { keptPages, onLookForChanges, onSignedOut } from '@/lib/browser/stale-pages';

/** How often it is asked for the end of what the server is at work on. */
const pollMilliseconds = 2_000;
/** After any of these, what kept the page from being read again may have ended. */
const releases = ['focusin', 'pointerup', 'keyup'] as const;

type State = { mark: string; working: boolean };

/**
 * Keeps what is on the screen, and what Back and Forward show, as the database has it. The state is that of the layout: a
 * tab that comes into view asks whether it is another one by now, and only then reads everything again.
 */
export function FreshPages({ mark, working }: State) {
	const router = useRouter();
	const known = useRef(mark);
	/** Whether the page on the screen is out of date, and waits to be reloaded until the user has finished what they are doing. */
	const due = useRef(false);

	useEffect(() => {
		// the layout is only read again where all that was kept has been forgotten
		known.current = mark;
		due.current = false;
		keptPages.areStale = false;
	}, [mark]);

	useEffect(() => {
		let asking = false;
		let timer: ReturnType<typeof setTimeout>;
		const readAgain = () => {
			due.current = false;
			keptPages.areStale = false;
			startTransition(() => router.refresh());
		};
		const readWhenFree = () => {
			if (due.current && !isBusy()) readAgain();
		};
		/** Asked by itself, while the server is at work, it takes nothing away: what shows that work says that the session is over. */
		async function look(byItself = false) {
			if (asking || document.visibilityState !== 'visible') return;
			asking = true;
			const found = await readJson<State>('/api/mark').catch(whyNoAnswer);
			asking = false;
			clearTimeout(timer);
			if (found === 'signedOut' && !byItself) return onEnd();
			if (typeof found === 'string' ? byItself : found.working) lookLater();
			if (typeof found === 'string') return;
			if (found.mark === known.current) return;
			known.current = found.mark;
			due.current = true;
			readWhenFree();
		}
		function lookLater() {
			timer = setTimeout(look, pollMilliseconds, true);
		}
		// nothing of the account stays in sight, unless something typed would go with it
		function onEnd() {
			keptPages.areStale = true;
			due.current = true;
			readWhenFree();
		}
		// before Next's own listener, so that it finds nothing old to show
		const onPop = () => {
			if (due.current || keptPages.areStale) readAgain();
			else void look();
		};
		const onRelease = () => void (due.current && setTimeout(readWhenFree));
		const onView = () => void look();
		const onShow = ({ persisted }: PageTransitionEvent) => void (persisted && look());

		const ended = new AbortController();
		const { signal } = ended;
		watchSteps(signal);
		document.addEventListener('visibilitychange', onView, { signal });
		window.addEventListener('focus', onView, { signal });
		window.addEventListener('online', onView, { signal });
		window.addEventListener('pageshow', onShow, { signal });
		window.addEventListener('popstate', onPop, { signal, capture: true });
		for (const event of releases) document.addEventListener(event, onRelease, { signal });
		const stopListening = onLookForChanges(onView);
		const stopHearing = onSignedOut(onEnd);
		if (working) lookLater();
		return () => {
			clearTimeout(timer);
			ended.abort();
			stopListening();
			stopHearing();
		};
	}, [router, working]);
	return null;
}

/** Whether somebody is in the middle of something that other data on the page could take away. */
function isBusy(): boolean {
	return (
		isOverlaid() ||
		document.querySelector('input[name=selected]:checked, [data-unsaved]') !== null ||
		[...document.querySelectorAll<HTMLFormElement>('main form')].some(isTypedIn) ||
		// a table that is pasted for an import belongs to no form
		[...document.querySelectorAll('textarea')].some(({ form, value }) => !form && value !== '')
	);
}
