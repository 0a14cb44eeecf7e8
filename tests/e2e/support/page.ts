import type { Page } from '@playwright/test';

export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

/** What a list calls its rows. */
export const names = (page: Page) => page.locator('[data-row-link] a');

/** A message in the corner. */
export const toast = (page: Page, text: string) => page.locator('[data-sonner-toast]').filter({ hasText: text });

/**
 * Waits until React has taken over the whole page, and what its parts listen to is heard: what is hovered or clicked before is not
 * always noticed.
 */
export async function hydrated(page: Page) {
	await ready(page);
	await page.waitForFunction(() =>
		[...document.querySelectorAll('main :is(a, button, input, h1, h2, h3, p)')].every((element) =>
			Object.keys(element).some((key) => key.startsWith('__reactFiber')),
		),
	);
}

/** The page's own code has begun to listen, on a page that has been loaded or on one that was on its way. */
export async function ready(page: Page) {
	await page.waitForFunction(() => !document.earlyInput && !('going' in document.documentElement.dataset));
}

/** The contacts with whom something is logged, as the field “With” has them. */
export const chosenContacts = (page: Page) =>
	page.getByRole('list', { name: 'Selected contacts' }).getByRole('listitem');

/** Opens the whole form that a link leads to: by a click, it would open as a dialog over the page. */
export async function openForm(page: Page, link: string) {
	const href = await page.locator('#main').getByRole('link', { name: link }).first().getAttribute('href');
	await page.goto(href ?? '');
}
