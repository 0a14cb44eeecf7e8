import { readJson } from './read-json';

type PageScripts = { records: string[]; others: string[] };

const script = (src: string) => Object.assign(document.createElement('script'), { src, async: true });
const prefetch = (href: string) =>
	Object.assign(document.createElement('link'), { rel: 'prefetch', as: 'script', href });

/** Whether the page has a script, as its own or since another page was opened. */
function isLoaded(element: HTMLScriptElement | HTMLLinkElement): boolean {
	const address = element instanceof HTMLLinkElement ? element.href : element.src;
	return [...document.scripts].some(({ src }) => src === address);
}

/**
 * Fetches the scripts of the usual pages once the browser has nothing else to do, one after another, so that the first click
 * on a link waits for its page alone. Those of records are loaded as well, which does not run their modules: the side panel
 * opens from a click on any row. Not where the user saves data. Returns what stops it.
 */
export function fetchPageScripts(): () => void {
	const { connection } = navigator as { connection?: { saveData?: boolean } };
	if (connection?.saveData) return () => {};
	const stopped = new AbortController();
	const idle = window.requestIdleCallback ?? ((then: () => void) => setTimeout(then, 1_000));
	async function begin() {
		const none = { records: [], others: [] };
		const { records, others } = await readJson<PageScripts>('/api/page-scripts', stopped.signal).catch(() => none);
		takeNext([...records.map(script), ...others.map(prefetch)]);
	}
	function takeNext([element, ...others]: (HTMLScriptElement | HTMLLinkElement)[]) {
		if (!element || stopped.signal.aborted) return;
		if (isLoaded(element)) return takeNext(others);
		element.onload = element.onerror = () => {
			if (element instanceof HTMLLinkElement) element.remove();
			idle(() => takeNext(others));
		};
		document.head.append(element);
	}
	const onLoad = () => idle(() => void begin());
	if (document.readyState === 'complete') onLoad();
	else window.addEventListener('load', onLoad, { once: true, signal: stopped.signal });
	return () => stopped.abort();
}
