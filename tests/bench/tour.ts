import type { Page } from '@playwright/test';
import type { Expected, Shown, Start } from './watch-page.ts';
import { watchPage } from './watch-page.ts';

/** One step of the way through the app that is timed, from an input to the frame that shows all of the next page. */
export type Step = {
	name: string;
	/** Milliseconds that its median should keep to. */
	goal: number;
	take: (page: Page) => Promise<Shown>;
};

/** How long the button of the mouse is held, in milliseconds: a little less than people do. The click comes with its release. */
const press = { delay: 60 };

const list = 'main [data-list-count]';
const record = 'main .record [data-people] > div';

/** Clicks a link and waits for the page that its address names. */
async function follow(page: Page, selector: string, shows: string): Promise<Shown> {
	const link = page.locator(selector).first();
	await link.scrollIntoViewIfNeeded();
	const href = await link.getAttribute('href');
	if (!href) throw new Error(`${selector} leads nowhere.`);
	// a default view or an address that the server completes is known by its path alone
	const expected = href.includes('?') ? { href, shows } : { path: href, shows };
	return timed(page, expected, 'click', () => link.click(press));
}

async function timed(page: Page, expected: Expected, start: Start, act: () => Promise<unknown>): Promise<Shown> {
	await settled(page);
	await page.evaluate(watchPage, { expected, start });
	await act();
	return page.evaluate(() => window.benchShown as Promise<Shown>);
}

/** Waits until the page has nothing more to do, so that a step does not pay for the one before. */
async function settled(page: Page): Promise<void> {
	await page.evaluate(
		() => new Promise<void>((resolve) => requestIdleCallback(() => requestAnimationFrame(() => resolve()))),
	);
}

const byLink = (name: string, goal: number, selector: string, shows: string): Step => ({
	name,
	goal,
	take: (page) => follow(page, selector, shows),
});

const byMenu = (name: string, goal: number, path: string, shows: string) =>
	byLink(name, goal, `nav[aria-label=Main] a[href="${path}"]`, shows);

const back = (name: string, shows: string): Step => ({
	name,
	goal: 40,
	take: async (page) => {
		const href = await page.evaluate(() => {
			const { navigation } = window as unknown as {
				navigation: { currentEntry: { index: number }; entries(): { url: string }[] };
			};
			const { pathname, search } = new URL(navigation.entries()[navigation.currentEntry.index - 1]?.url ?? '');
			return pathname + search;
		});
		await settled(page);
		await page.evaluate(watchPage, { expected: { href, shows }, start: 'now' as const });
		return page.evaluate(() => {
			history.back();
			return window.benchShown as Promise<Shown>;
		});
	},
});

/** What stands in the menu of a record is not on the screen until it is opened. */
const byRecordMenu = (name: string, goal: number, selector: string, shows: string): Step => ({
	name,
	goal,
	take: async (page) => {
		await page.locator('main [data-title-row] [data-menu]').click();
		return follow(page, `.record-menu:popover-open ${selector}`, shows);
	},
});

/** Opens a record in the side panel, or steps on to the next one; it is there once it says so. */
const beside = (name: string, start: Start, row: number, act: (page: Page) => Promise<unknown>): Step => ({
	name,
	goal: 100,
	take: async (page) => {
		const text = await page.locator('main [data-row-link] a').nth(row).innerText();
		return timed(page, { shows: '[data-side-panel][aria-busy=false] h1', text }, start, () => act(page));
	},
});

const clickRow = (page: Page) => page.locator('main [data-row] td:nth-of-type(4)').first().click(press);

/** The panel as it is opened first in a browser that has loaded the list and nothing else. */
export const firstPanel = beside('Company, beside its list, for the first time', 'click', 0, clickRow);

const panelSteps = [
	beside('Company, beside its list', 'click', 0, clickRow),
	beside('The next company beside the list', 'keydown', 1, async (page) => {
		await page.keyboard.press('j');
	}),
];

/** A way through the app that passes every kind of navigation and ends where it began, on the dashboard. */
export const tour: Step[] = [
	byMenu('Companies, by the menu', 80, '/companies', list),
	byLink('Companies, sorted', 80, 'main thead a[href*="sort=size"]', `${list}`),
	byLink('Companies, next page', 80, 'main nav[aria-label=Pages] a:last-of-type', `${list}`),
	back('Back to the page before', list),
	...panelSteps,
	byLink('Company, from its list', 80, 'main [data-row-link] a', record),
	byRecordMenu('History, from its company', 80, 'a[href$="/history"]', 'main #history'),
	back('Back to a record', record),
	byLink('Contact, from its company', 80, 'main [data-people] a[href^="/contacts/0"]', record),
	back('Back to a company', record),
	byMenu('Contacts, by the menu', 80, '/contacts', list),
	byLink('Contact, from its list', 80, 'main [data-row-link] a', record),
	back('Back to a list', list),
	byMenu('Activities, by the menu', 80, '/activities', list),
	byMenu('Board, by the menu', 100, '/deals', 'main [data-column] [data-card]'),
	byLink('List of deals, from the board', 80, 'main a[href*="view=list"]', list),
	byLink('Deal, from its list', 80, 'main [data-row-link] a', record),
	byMenu('Reports, by the menu', 100, '/reports', 'main section:last-of-type svg, main table:last-of-type'),
	byMenu('Today, by the menu', 100, '/dashboard', 'main dl[aria-label="Key figures"] dd'),
	{
		name: 'Contacts, by keys',
		goal: 80,
		take: async (page) => {
			await page.locator('main').focus();
			return timed(page, { path: '/contacts', shows: list }, 'keydown', () => page.keyboard.type('gp'));
		},
	},
	{
		name: 'Search of a list, from a key to its letter',
		goal: 34,
		take: async (page) => {
			await page.locator('main input[type=search]').focus();
			return timed(page, { shows: 'main input[type=search][value=n]' }, 'keydown', () => page.keyboard.type('n'));
		},
	},
	{
		name: 'Search of a list, from the last key to the rows',
		goal: 150,
		take: async (page) => {
			return timed(page, { href: '/contacts?q=nguoi54321', shows: list }, 'input', () =>
				page.keyboard.type('guoi54321', { delay: 60 }),
			);
		},
	},
	back('Back from a search', list),
	{
		name: 'Command box, from the last key to the hits',
		goal: 80,
		take: async (page) => {
			await page.keyboard.press('Control+k');
			await page.getByRole('combobox').first().waitFor();
			const shown = await timed(
				page,
				{ shows: '[role=listbox] a[href^="/contacts/"]', text: 'nguoi54321' },
				'input',
				() => page.keyboard.type('nguoi54321', { delay: 60 }),
			);
			await page.keyboard.press('Escape');
			await page.keyboard.press('Escape');
			return shown;
		},
	},
	byMenu('Today, once more', 100, '/dashboard', 'main dl[aria-label="Key figures"] dd'),
];

/** The floor's step: another order of twenty fixed rows, from the server and without a database. */
export const floorStep: Step = {
	name: 'Floor',
	goal: 0,
	take: async (page) => {
		const sorts = page.locator('main thead a[href*="sort="]');
		const link = sorts.nth(page.url().includes('sort=industry') ? 2 : 1);
		const query = (await link.getAttribute('href'))?.split('?')[1];
		return timed(page, { href: `/bench/floor?${query}`, shows: list }, 'click', () => link.click(press));
	},
};
