import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { expect } from './test';

/** What axe puts into a page; @axe-core/playwright would put it there anew for every analysis, several times over. */
const script = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Nothing on the page breaks WCAG 2.2 AA; `context` is named in front of what does. In the dark theme only the colors are
 * others, so that only their contrast is looked at there.
 */
export async function expectAccessible(page: Page, context = '') {
	// what happens to be half under the bars above and below the page is no matter of the page
	await page.evaluate(() => {
		window.scrollTo({ top: 0, behavior: 'instant' });
		for (const bar of document.querySelectorAll<HTMLElement>('.record-bar')) bar.style.position = 'static';
	});
	await holdMessages(page);
	await comeToRest(page, 'light');
	const inLight = await violations(page, { type: 'tag', values: rules });
	await changeTheme(page, 'dark');
	await comeToRest(page, 'dark');
	const inDark = await violations(page, { type: 'rule', values: ['color-contrast'] });
	await changeTheme(page, 'light');
	await page.evaluate(() => {
		for (const bar of document.querySelectorAll<HTMLElement>('.record-bar')) bar.style.removeProperty('position');
	});
	expect([...inLight, ...inDark.map((each) => `dark: ${each}`)].map((each) => `${context} ${each}`.trim())).toEqual([]);
}

/** Messages in the corner would come and fade meanwhile, half seen: those that stand there are pointed at, so that they stay. */
async function holdMessages(page: Page) {
	const messages = page.locator('[data-sonner-toast]');
	await expect(messages.and(page.locator('[data-mounted=false], [data-removed=true]'))).toHaveCount(0);
	const [front] = await messages.all();
	await front
		?.locator('[data-title]')
		.hover({ timeout: 2_000 })
		.catch(() => {});
}

/** Runs axe in the page, once more where a message has begun to fade meanwhile. Of what is right, nothing is looked up or sent. */
async function violations(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(script);
	return page.evaluate(async (only) => {
		const messages = () => {
			const all = [...document.querySelectorAll<HTMLElement>('[data-sonner-toast]')];
			return all.map(({ dataset }) => `${dataset.mounted} ${dataset.removed}`).join();
		};
		for (;;) {
			const before = messages();
			const found = await (window as unknown as { axe: typeof axe }).axe.run({
				runOnly: only,
				resultTypes: ['violations'],
			});
			if (messages() === before && !before.includes('true true'))
				return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
			// until it is gone
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}, runOnly);
}

/** The page cannot be scrolled sideways. */
export async function expectFits(page: Page) {
	expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}

/**
 * Shows the page in a theme at once: all that fades from color to color would be drawn a dozen times before it has the one
 * that people read.
 */
async function changeTheme(page: Page, theme: 'light' | 'dark') {
	// a sheet of this kind is taken whatever the page's Content-Security-Policy says
	await page.evaluate(() => {
		const still = new CSSStyleSheet();
		still.replaceSync('*, ::before, ::after { transition: none !important; }');
		document.adoptedStyleSheets.push(still);
	});
	await page.emulateMedia({ colorScheme: theme });
	await page.evaluate(async (scheme) => {
		while (!matchMedia(`(prefers-color-scheme: ${scheme})`).matches) await new Promise(requestAnimationFrame);
		// the colors are reckoned before things may fade again
		document.body.getBoundingClientRect();
		document.adoptedStyleSheets.pop();
	}, theme);
}

/** The theme is there, and what fades and slides has arrived: half way, its colours are not those that people read. */
async function comeToRest(page: Page, theme: 'light' | 'dark') {
	// not by waitForFunction, which takes the promise of an answer for the answer
	await page.evaluate(async (scheme) => {
		const moves = () =>
			document
				.getAnimations()
				.some(
					({ effect, playState }) =>
						playState === 'running' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
				);
		// one that follows on another begins a frame later
		for (let still = 0; still < 3; still++) {
			await new Promise((resolve) => requestAnimationFrame(resolve));
			if (!matchMedia(`(prefers-color-scheme: ${scheme})`).matches || moves()) still = -1;
		}
	}, theme);
}
