/** Code that comes after the page: when the browser has nothing else to do, or as soon as it is needed. */
export type LaterCode<Code> = {
	/** The code, once it is there. */
	get: () => Code | undefined;
	/** Fetches it at once. Rejects where that fails; the next call tries again. */
	load: () => Promise<void>;
	/** Calls back once it is there. Returns the function that stops it. */
	subscribe: (listener: () => void) => () => void;
};

/** A fetch, and after how many milliseconds it is tried again where it fails. */
type Waiting = { load: () => Promise<void>; pause: number };

const queue: Waiting[] = [];
let isFetching = false;

/** The first such time, and the longest: each is twice the one before. */
const shortestPause = 3_000;
const longestPause = 60_000;

/** Has code fetched by and by: nothing is left to be fetched with the key or the click that needs it. */
export function fetchedWhenIdle<Code>(fetch: () => Promise<Code>): LaterCode<Code> {
	let code: Code | undefined;
	let loading: Promise<void> | undefined;
	const listeners = new Set<() => void>();
	const load = () => {
		loading ??= fetch().then(
			(fetched) => {
				code = fetched;
				for (const listener of listeners) listener();
			},
			(error) => {
				loading = undefined;
				throw error;
			},
		);
		return loading;
	};
	if (typeof window !== 'undefined') {
		fetchWhenIdle({ load, pause: shortestPause });
	}
	return {
		get: () => code,
		load,
		subscribe: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

function fetchWhenIdle(waiting: Waiting) {
	queue.push(waiting);
	void fetchQueued();
}

/** One after the other, so that little is on its way when somebody asks for another page. */
async function fetchQueued() {
	if (isFetching) return;
	isFetching = true;
	await pageLoaded();
	for (let next = queue.shift(); next; next = queue.shift()) {
		const { load, pause } = next;
		await idle();
		await load().catch(() => {
			setTimeout(() => fetchWhenIdle({ load, pause: Math.min(2 * pause, longestPause) }), pause);
		});
	}
	isFetching = false;
}

/** Waits until the page is there and the browser has nothing else to do. */
export async function untilIdle(): Promise<void> {
	await pageLoaded();
	await idle();
}

/** Ends at the latest after this time, on a page that is always busy; in milliseconds. */
const longestWait = 1_000;

function idle(): Promise<void> {
	return new Promise((resolve) => {
		// Safari has it from version 26 on
		if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: longestWait });
		else setTimeout(resolve, 100);
	});
}

/** Waits until the whole document is there, with the scripts that it names. */
function pageLoaded(): Promise<void> | undefined {
	if (document.readyState === 'complete') return;
	return new Promise((resolve) => window.addEventListener('load', () => resolve(), { once: true }));
}
