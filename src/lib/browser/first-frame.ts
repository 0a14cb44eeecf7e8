/** After this time, in milliseconds, the page's code starts also where nothing has been painted: the stylesheet may be late. */
const longestWait = 300;

/**
 * Stands in the page itself: has the page's code, which is fetched meanwhile, start only once the page is on the screen.
 * Starting takes as long as painting, and what comes first delays the other. Turbopack's chunks come to an array until its
 * runtime puts itself in the place of that; here both wait. Where the runtime is there already, nothing does.
 */
export const firstFrameScript = `(() => {
const { hidden } = document;
const chunks = self.TURBOPACK ?? [];
if (hidden || !Array.isArray(chunks)) return;
const held = [...chunks];
const queue = [];
queue.push = (chunk) => held.push(chunk);
let runtime;
Object.defineProperty(self, 'TURBOPACK', { configurable: true, get: () => queue, set: (it) => { runtime = it } });
const start = () => {
	painted.disconnect();
	clearTimeout(timer);
	removeEventListener('visibilitychange', start, true);
	Object.defineProperty(self, 'TURBOPACK', { configurable: true, writable: true, enumerable: true, value: runtime ?? held });
	if (runtime) held.forEach((chunk) => runtime.push(chunk));
};
const painted = new PerformanceObserver((list) => {
	if (list.getEntriesByName('first-contentful-paint').length > 0) start();
});
const timer = setTimeout(start, ${longestWait});
painted.observe({ type: 'paint', buffered: true });
// what nobody sees is not painted
addEventListener('visibilitychange', start, true);
})()`;
