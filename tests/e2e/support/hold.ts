import type { Page, Request } from '@playwright/test';
import { hydrated } from './page';
import { expect } from './test';

/** Holds back what is asked for at an address, and `only` allows, until the returned function is called. */
export async function hold(page: Page, address: string | RegExp, only = (_: Request) => true): Promise<() => void> {
	const held = Promise.withResolvers<void>();
	await page.route(address, async (route) => {
		if (only(route.request())) await held.promise;
		// the page may have been left, or the question called off, meanwhile
		await route.continue().catch(() => undefined);
	});
	return held.resolve;
}

/** Holds back the page's own code. */
export const holdScripts = (page: Page) => hold(page, /\/_next\/static\/.*\.js/);

/** The same for all records of a kind. */
const known = new Map<string, Set<string>>();

/** The addresses of the scripts that a page loads until it answers, without what comes later, when the browser is idle. */
export async function loadedAtFirst(page: Page, path: string): Promise<Set<string>> {
	const kind = path.replace(/[\da-f-]{36}/g, '');
	const before = known.get(kind);
	if (before) return before;
	const tab = await page.context().newPage();
	await tab.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
	const loaded = new Set<string>();
	tab.on('request', (request) => loaded.add(request.url()));
	await tab.goto(path);
	await hydrated(tab);
	await tab.close();
	known.set(kind, loaded);
	return loaded;
}

/** Opens a page with its own code, where what is fetched when the browser is idle comes when the function is called. */
export async function openWithoutTheRest(page: Page, path: string) {
	const first = await loadedAtFirst(page, path);
	const come = await hold(page, /\/_next\/static\/.*\.js/, (request) => !first.has(request.url()));
	await page.goto(path);
	await expect(page.locator('#main h1')).toBeVisible();
	return come;
}

/** Holds back actions, such as the saving of a form. */
export const holdActions = (page: Page) => hold(page, '**/*', (request) => request.method() === 'POST');
