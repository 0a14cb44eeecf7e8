/** What the page itself measures: from an input to the frame that shows what it asked for. All times in milliseconds. */
export type Shown = {
	/** Until the frame in which all of it is on the screen. */
	complete: number;
	/** Until the first frame in which anything answers: a mark at the link, a line, other content. */
	feedback: number;
	/** Whether a skeleton was on the screen in between. */
	skeleton: boolean;
};

/** What must be on the screen. */
export type Expected = {
	/** The address, with its query; any where it is left out. */
	href?: string | undefined;
	/** The address without its query, where that is not known beforehand. */
	path?: string | undefined;
	/** A selector of something that only the finished page has. */
	shows: string;
	/** Text that it holds. */
	text?: string | undefined;
};

/** The event that the time begins with, by its own time stamp; `now` where the caller starts it itself. */
export type Start = 'click' | 'keydown' | 'input' | 'now';

declare global {
	interface Window {
		benchShown?: Promise<Shown>;
	}
}

/**
 * Begins to watch, within the page: `window.benchShown` is resolved once what is expected has been drawn. Runs in the browser
 * and may therefore use nothing from outside.
 */
export function watchPage({ expected, start }: { expected: Expected; start: Start }): void {
	let begun = start === 'now' ? performance.now() : Number.NaN;
	let skeleton = false;
	let feedback = Number.NaN;
	const drawn = (then: (at: number) => void) =>
		requestAnimationFrame(() => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => then(performance.now());
			port2.postMessage(null);
		});
	if (start !== 'now') {
		// of several keys the last one counts
		const onStart = (event: Event) => {
			begun = event.timeStamp;
		};
		addEventListener(start, onStart, { capture: true, once: start === 'click' });
	}
	const isThere = () => {
		if (Number.isNaN(begun)) return false;
		if (document.querySelector('main [data-slot=skeleton]')) {
			skeleton = true;
			return false;
		}
		if (expected.href !== undefined && location.pathname + location.search !== expected.href) return false;
		if (expected.path !== undefined && location.pathname !== expected.path) return false;
		const element = document.querySelector(expected.shows);
		return element !== null && (expected.text === undefined || element.textContent?.includes(expected.text) === true);
	};
	window.benchShown = new Promise((resolve, reject) => {
		setTimeout(() => reject(new Error(`Not shown after 15 seconds: ${JSON.stringify(expected)}`)), 15_000);
		const observer = new MutationObserver(() => {
			if (!Number.isNaN(begun) && Number.isNaN(feedback)) {
				feedback = 0;
				drawn((at) => {
					feedback = at - begun;
				});
			}
			if (!isThere()) return;
			observer.disconnect();
			drawn((at) => resolve({ complete: at - begun, feedback: feedback || at - begun, skeleton }));
		});
		observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
	});
}
