import type { Page } from '@playwright/test';
import { holdScripts } from './support/hold';
import { expect, test } from './support/test';

test.use({ savesData: false });

declare global {
	interface Window {
		/** When the page's own code began, on the page's clock. */
		codeBegan?: number;
		/** Whether the page was painted by then. */
		paintedBefore?: boolean;
	}
}

/** Notes when the framework gives its first sign of life. */
const noteBeginning = (page: Page) =>
	page.addInitScript(() => {
		let next: unknown;
		Object.defineProperty(window, 'next', {
			configurable: true,
			get: () => next,
			set: (value) => {
				window.codeBegan ??= performance.now();
				// asked at once: the two times can lie within what clocks are rounded to
				window.paintedBefore ??= performance.getEntriesByName('first-contentful-paint').length > 0;
				next = value;
			},
		});
	});

const began = async (page: Page) => {
	await page.waitForFunction(() => window.codeBegan !== undefined);
	return page.evaluate(() => window.codeBegan as number);
};

/** Takes away that the code waits no longer than some time, which is shorter than a busy machine may take to paint. */
const waitForEver = (page: Page) =>
	page.addInitScript(() => {
		const { setTimeout } = window;
		Object.assign(window, {
			setTimeout: (then: TimerHandler, after?: number) => setTimeout(then, after === 300 ? 1_000_000 : after),
		});
	});

/** Has nothing learn of frames any more. */
const hideFrames = (page: Page) =>
	page.addInitScript(() => {
		window.PerformanceObserver = class extends PerformanceObserver {
			override observe() {}
		};
	});

test('a page is on the screen before its code starts', async ({ page }) => {
	await noteBeginning(page);
	await waitForEver(page);
	for (const path of ['/companies', '/deals', '/dashboard']) {
		await page.goto(path);
		await began(page);
		expect(await page.evaluate(() => window.paintedBefore), path).toBe(true);
	}
});

test('what is painted is what the code waits for', async ({ page }) => {
	await noteBeginning(page);
	await waitForEver(page);
	await hideFrames(page);
	const come = await holdScripts(page);
	await page.goto('/companies', { waitUntil: 'commit' });
	await expect(page.locator('#main h1')).toBeVisible();
	const loaded = page.waitForLoadState('load');
	come();
	await loaded;
	expect(await page.evaluate(() => window.codeBegan)).toBeUndefined();

	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
	await began(page);
});

test('where nothing is painted, the code starts all the same', async ({ page }) => {
	await hideFrames(page);
	await page.goto('/companies');
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('combobox')).toBeFocused();
});

test('in a tab that nobody looks at, the code starts at once', async ({ page }) => {
	await noteBeginning(page);
	await waitForEver(page);
	await hideFrames(page);
	await page.addInitScript(() => {
		Object.defineProperty(Document.prototype, 'hidden', { get: () => true });
	});
	await page.goto('/companies');
	await began(page);
});
