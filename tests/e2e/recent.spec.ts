import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { onDatabase } from './support/database';
import { heading, hydrated, ready } from './support/page';
import { clickRow, inPanel } from './support/panel';
import { saveCompany } from './support/records';
import { expect, test } from './support/test';

const ids: Record<string, string> = {};

test.beforeEach(async ({ page }) => {
	for (const name of ['Acme Corp', 'Bình Minh', 'Cửu Long', 'Globex']) ids[name] = await saveCompany(page, name);
	// on a busy machine, a step to the next record may take longer than the look after which this one counts as opened
	await page.addInitScript(() => {
		const usual = window.setTimeout;
		const slower = (run: () => void, delay?: number) => usual(run, delay === 1_000 ? 2_500 : delay);
		Object.assign(window, { setTimeout: slower });
	});
});

/** What the server keeps as opened, the latest first. */
const opened = async (userId: string) =>
	(
		await onDatabase<{ name: string }>(
			`SELECT name FROM recently_opened r JOIN company c ON c.user_id = r.user_id AND c.id = r.record_id
			 WHERE r.user_id = $1 ORDER BY opened_at DESC`,
			[userId],
		)
	).map(({ name }) => name);

const changes = async (userId: string) =>
	onDatabase('SELECT count(*)::int FROM change_set WHERE user_id = $1', [userId]);

const link = (page: Page, name: string) => page.locator('#main').getByRole('link', { name, exact: true }).first();

test('what was on the screen for a moment is found first, on its page or beside a list, and what was passed by is not', async ({
	page,
	account,
}) => {
	const before = await changes(account.id);
	await page.goto('/companies');
	await hydrated(page);
	// asked for while the button is down, and thrown away, as it is let go of elsewhere
	const asked = page.waitForRequest((request) => request.url().includes(`/companies/${ids.Globex}`));
	await link(page, 'Globex').hover();
	await page.mouse.down();
	await asked;
	await page.mouse.move(2, 2);
	await page.mouse.up();

	await link(page, 'Acme Corp').click();
	await expect(heading(page, 'Acme Corp')).toBeVisible();
	await expect.poll(() => opened(account.id)).toEqual(['Acme Corp']);
	for (const name of ['Bình Minh', 'Cửu Long']) {
		await page.keyboard.press('j');
		await expect(heading(page, name)).toBeVisible();
	}
	await expect.poll(() => opened(account.id)).toEqual(['Cửu Long', 'Acme Corp']);

	await page.goBack();
	await expect(heading(page, 'Companies')).toBeVisible();
	await clickRow(page, 'Bình Minh');
	await expect(inPanel(page, 'Bình Minh')).toBeVisible();
	await expect.poll(() => opened(account.id)).toEqual(['Bình Minh', 'Cửu Long', 'Acme Corp']);
	expect(await changes(account.id)).toEqual(before);

	await page.keyboard.press('/');
	const found = page.getByRole('listbox', { name: 'Found' });
	const lines = (group: string) => found.getByRole('group', { name: group }).getByRole('option');
	// without the one that is open
	await expect(lines('Recently opened')).toHaveText([/Cửu Long/, /Acme Corp/]);
	await expect(lines('Recently changed')).toHaveText([/Globex/]);
	await expectAccessible(page);
	await page.keyboard.press('Enter');
	await expect(heading(page, 'Cửu Long')).toBeVisible();
	await expect.poll(() => opened(account.id)).toEqual(['Cửu Long', 'Bình Minh', 'Acme Corp']);
});

test('a tab in the background has opened nothing until it is looked at', async ({ page, account }) => {
	await page.addInitScript(() => {
		Object.defineProperty(document, 'hidden', { get: () => !('lookedAt' in window) });
	});
	await page.goto(`/companies/${ids.Globex}`);
	await hydrated(page);
	await page.waitForTimeout(3_000);
	expect(await opened(account.id)).toEqual([]);
	await page.evaluate(() => {
		Object.assign(window, { lookedAt: true });
		document.dispatchEvent(new Event('visibilitychange'));
	});
	await expect.poll(() => opened(account.id)).toEqual(['Globex']);
});

test('whoever is signed out goes on reading', async ({ page, account }) => {
	await page.goto(`/companies/${ids.Globex}`);
	const answer = page.waitForResponse('**/api/opened');
	await ready(page);
	await onDatabase('DELETE FROM session WHERE user_id = $1', [account.id]);
	expect((await answer).status()).toBe(401);
	await expect(heading(page, 'Globex')).toBeVisible();
	await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
});
