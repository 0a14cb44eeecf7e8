/**
 * Its text stands in the page itself, so it uses nothing of this file: has the page's code, which is fetched meanwhile, start only
 * once the page is on the screen, at the latest after `longestWait` milliseconds, as the stylesheet may be late. Starting takes
 * as long as painting, and what comes first delays the other. Turbopack's chunks come to an array until its runtime puts itself
 * in the place of that; here both wait. Where the runtime is there already, nothing does.
 */
export function startAfterFirstFrame(longestWait: number): void {
	const global = self as unknown as { TURBOPACK?: { push: (chunk: unknown) => unknown } };
	const chunks = global.TURBOPACK ?? [];
	if (document.hidden || !Array.isArray(chunks)) return;
	const held: unknown[] = [...chunks];
	// the runtime looks for an array
	const queue = Object.assign([] as unknown[], { push: (chunk: unknown) => held.push(chunk) });
	let runtime: typeof global.TURBOPACK;
	const define = (property: PropertyDescriptor) =>
		Object.defineProperty(self, 'TURBOPACK', { configurable: true, ...property });
	define({
		get: () => queue,
		set: (it) => {
			runtime = it;
		},
	});
	const start = () => {
		painted.disconnect();
		clearTimeout(timer);
		removeEventListener('visibilitychange', start, true);
		define({ writable: true, enumerable: true, value: runtime ?? held });
		for (const chunk of runtime ? held : []) runtime?.push(chunk);
	};
	const painted = new PerformanceObserver((list) => {
		if (list.getEntriesByName('first-contentful-paint').length > 0) start();
	});
	const timer = setTimeout(start, longestWait);
	painted.observe({ type: 'paint', buffered: true });
	// what nobody sees is not painted
	addEventListener('visibilitychange', start, true);
}
