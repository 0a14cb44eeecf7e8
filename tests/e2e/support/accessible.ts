import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Nothing on the page breaks WCAG 2.2 AA; `context` is named in front of what does. In the dark theme only the colors are
 * others, so that only their contrast is looked at there.
 */
export async function expectAccessible(page: Page, context = '') {
	// what happens to be half under the page's bar is no matter of the page
	await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
	await holdMessages(page);
	await comeToRest(page);
	const inLight = await violations(axe(page).withTags(rules));
	await page.emulateMedia({ colorScheme: 'dark' });
	await comeToRest(page);
	const inDark = await violations(axe(page).withRules('color-contrast'));
	await page.emulateMedia({ colorScheme: 'light' });
	expect([...inLight, ...inDark.map((each) => `dark: ${each}`)].map((each) => `${context} ${each}`.trim())).toEqual([]);
}

/** Without frames no separate page is needed to put their results together. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode();

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

async function violations(axe: AxeBuilder): Promise<string[]> {
	const found = await axe.analyze();
	return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** The page cannot be scrolled sideways. */
export async function expectFits(page: Page) {
	expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}

/** What fades and slides has arrived: half way, its colours are not those that people read. */
async function comeToRest(page: Page) {
	await page.waitForFunction(async () => {
		const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
		await frame();
		await frame();
		return !document
			.getAnimations()
			.some(
				({ effect, playState }) =>
					playState === 'running' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
			);
	});
}
