import { readJson } from './read-json';

/**
 * Fetches the scripts of the usual pages once the browser has nothing else to do, one after another, so that the first click
 * on a link waits for its page alone. Not where the user saves data. Returns what stops it.
 */
export function fetchPageScripts(): () => void {
	const { connection } = navigator as { connection?: { saveData?: boolean } };
	if (connection?.saveData) return () => {};
	const stopped = new AbortController();
	const idle = window.requestIdleCallback ?? ((then: () => void) => setTimeout(then, 1_000));
	async function begin() {
		const paths = await readJson<string[]>('/api/page-scripts', stopped.signal).catch(() => []);
		const loaded = new Set([...document.scripts].map(({ src }) => src && new URL(src).pathname));
		fetchNext(paths.filter((path) => !loaded.has(path)));
	}
	function fetchNext([path, ...others]: string[]) {
		if (!path || stopped.signal.aborted) return;
		const link = document.createElement('link');
		link.onload = link.onerror = () => {
			link.remove();
			idle(() => fetchNext(others));
		};
		document.head.append(Object.assign(link, { rel: 'prefetch', as: 'script', href: path }));
	}
	const onLoad = () => idle(() => void begin());
	if (document.readyState === 'complete') onLoad();
	else window.addEventListener('load', onLoad, { once: true, signal: stopped.signal });
	return () => stopped.abort();
}
