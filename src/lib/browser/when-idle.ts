/** Code that comes after the page: when the browser has nothing else to do, or as soon as it is needed. */
export type LaterCode<Code> = {
	/** The code, once it is there. */
	get: () => Code | undefined;
	/** Fetches it at once. Rejects where that fails; the next call tries again. */
	load: () => Promise<void>;
	/** Calls back once it is there. Returns the function that stops it. */
	subscribe: (listener: () => void) => () => void;
};

type Load = () => Promise<void>;

const queue: Load[] = [];
let isFetching = false;

/** After this time, in milliseconds, what could not be fetched is tried again. */
const pause = 3_000;

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
		fetchWhenIdle(load);
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

function fetchWhenIdle(load: Load) {
	queue.push(load);
	void fetchQueued();
}

/** One after the other, so that little is on its way when somebody asks for another page. */
async function fetchQueued() {
	if (isFetching) return;
	isFetching = true;
	await pageLoaded();
	for (let load = queue.shift(); load; load = queue.shift()) {
		await idle();
		await load().catch(() => setTimeout(() => fetchWhenIdle(load), pause));
	}
	isFetching = false;
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
