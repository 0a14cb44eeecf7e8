import { setCacheBustingSearchParam } from 'next/dist/client/components/router-reducer/set-cache-busting-search-param';
import type { QuestionHeaders } from './router-questions';

type Early = {
	key: string;
	answer: Promise<Response>;
	outdated: AbortController;
	timer: ReturnType<typeof setTimeout>;
};

/** After this time, in milliseconds, a press is not going to be a click. */
const longestPress = 1_000;

let early: Early | null = null;
/** What the button was pressed on. */
let pressed: Element | null = null;
/** How many requests that change something are on their way. */
let writing = 0;

/**
 * Asks for a page as the router is about to: at the press of the button on `target`, a tenth of a second before the click that follows.
 * The answer is for that click alone. Nothing is asked while something is being saved, and what is saved meanwhile puts the answer
 * aside, so that a page never shows what was true before the user's own last action.
 */
export async function askEarly(target: EventTarget | null, url: URL, question: QuestionHeaders): Promise<void> {
	forgetEarly();
	if (writing > 0) return;
	pressed = linkOrRow(target);
	const headers = { rsc: '1' as const, ...question };
	const outdated = new AbortController();
	const key = keyOf(url, headers);
	const { promise, resolve, reject } = Promise.withResolvers<Response>();
	// a failure is the router's to handle
	promise.catch(() => {});
	early = { key, answer: promise, outdated, timer: setTimeout(forgetEarly, longestPress) };
	const asked = new URL(url);
	await setCacheBustingSearchParam(asked, headers);
	fetch(asked, { credentials: 'same-origin', headers, signal: outdated.signal }).then(resolve, reject);
}

const linkOrRow = (target: EventTarget | null) => (target instanceof Element ? target.closest('a,[data-row]') : null);

/** Calls off what was asked early: the click did not come, or something has changed. */
export function forgetEarly(): void {
	if (!early) return;
	clearTimeout(early.timer);
	early.outdated.abort();
	early = null;
}

/** Has the router's own questions answered by what was asked early, from now on until the returned function is called. */
export function answerEarly(): () => void {
	const usual = window.fetch;
	window.fetch = function answeredFetch(input, init) {
		const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
		if (method !== 'GET') return written(usual.call(window, input, init));
		return taken(input, init) ?? usual.call(window, input, init);
	};
	// pressed in one place and let go of in another, or dragged away: no click follows
	const onRelease = ({ target }: PointerEvent) => {
		if (pressed !== linkOrRow(target)) forgetEarly();
	};
	window.addEventListener('pointerup', onRelease, true);
	window.addEventListener('pointercancel', forgetEarly, true);
	return () => {
		window.fetch = usual;
		window.removeEventListener('pointerup', onRelease, true);
		window.removeEventListener('pointercancel', forgetEarly, true);
		forgetEarly();
	};
}

function written(answer: Promise<Response>): Promise<Response> {
	forgetEarly();
	writing++;
	const end = () => {
		writing--;
	};
	answer.then(end, end);
	return answer;
}

/** The answer to a question that was asked early, for the first who asks it. */
function taken(input: RequestInfo | URL, init: RequestInit | undefined): Promise<Response> | null {
	const headers = init?.headers as (QuestionHeaders & Record<string, string>) | undefined;
	if (!(input instanceof URL) || !headers?.['next-router-state-tree']) return null;
	if (!early || init?.signal === early.outdated.signal) return null;
	if (early.key !== keyOf(input, headers)) return null;
	const { answer, outdated, timer } = early;
	clearTimeout(timer);
	early = null;
	init?.signal?.addEventListener('abort', () => outdated.abort());
	return answer;
}

/** What has to be the same for one answer to serve both. */
function keyOf({ pathname, search }: URL, headers: QuestionHeaders): string {
	const asked = search
		.slice(1)
		.split('&')
		.filter((pair) => pair && !pair.startsWith('_rsc'));
	return [pathname, asked.join('&'), headers['next-router-state-tree'], headers['next-url'] ?? ''].join('\n');
}
