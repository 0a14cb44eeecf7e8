/** Code that comes after the page: when the browser has nothing else to do, or as soon as it is needed. */
export type LaterCode<Code> = {
	/** The code, once it is there. */
	get: () => Code | undefined;
	/** Fetches it at once. Rejects where that fails; the next call tries again. */
	load: () => Promise<void>;
	/** Calls back once it is there. Returns the function that stops it. */
	subscribe: (listener: () => void) => () => void;
};

const queue: (() => Promise<void>)[] = [];
let isFetching = false;

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
		queue.push(load);
		void fetchQueued();
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

/** One after the other, so that little is on its way when somebody asks for another page. */
async function fetchQueued() {
	if (isFetching) return;
	isFetching = true;
	await pageLoaded();
	for (let load = queue.shift(); load; load = queue.shift()) {
		await idle();
		// it is tried again when it is needed
		await load().catch(() => undefined);
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
