import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { hold } from './support/hold';
import { heading, hydrated, names, ready } from './support/page';
import { clickRow, inPanel, panel } from './support/panel';
import { saveCompany } from './support/records';
import { expect, test } from './support/test';

const pager = (page: Page) => page.getByRole('navigation', { name: 'Records of the list' });
const ids: Record<string, string> = {};

test.beforeEach(async ({ page }) => {
	for (const name of ['Acme Corp', 'Bình Minh', 'Cửu Long', 'Globex']) ids[name] = await saveCompany(page, name);
});

test('j and k lead from page to page through the list as it was filtered and sorted, and Back to the list', async ({
	page,
}) => {
	await page.goto('/companies?q=n&sort=name.desc');
	await hydrated(page);
	await expect(names(page)).toHaveText(['Cửu Long', 'Bình Minh']);
	await page.getByRole('link', { name: 'Cửu Long' }).click();
	await expect(heading(page, 'Cửu Long')).toBeVisible();
	await expect(pager(page)).toContainText('1 of 2');
	await page.keyboard.press('j');
	await expect(heading(page, 'Bình Minh')).toBeVisible();
	await expect(pager(page)).toContainText('2 of 2');
	await expect(pager(page).getByRole('button', { name: 'Next record' })).toBeDisabled();
	await page.reload();
	await expect(pager(page)).toContainText('2 of 2');
	await pager(page).getByRole('link', { name: 'Previous record' }).click();
	await expect(heading(page, 'Cửu Long')).toBeVisible();
	await expectAccessible(page);
	await page.goBack();
	await expect(page).toHaveURL('/companies?q=n&sort=name.desc');
});

test('a key that comes before the list has answered is not lost', async ({ page }) => {
	await page.goto('/companies');
	await hydrated(page);
	const goOn = await hold(page, '**/api/neighbours?*');
	await page.getByRole('link', { name: 'Bình Minh' }).click();
	await expect(heading(page, 'Bình Minh')).toBeVisible();
	await page.keyboard.press('j');
	goOn();
	await expect(heading(page, 'Cửu Long')).toBeVisible();
});

test('the page that the panel opens goes on in the list too', async ({ page }) => {
	await page.goto('/companies');
	await hydrated(page);
	await clickRow(page, 'Acme Corp');
	await expect(inPanel(page, 'Acme Corp')).toBeVisible();
	// the panel has its own way
	await expect(pager(page)).toHaveCount(0);
	await page.keyboard.press('j');
	await expect(inPanel(page, 'Bình Minh')).toBeVisible();
	await panel(page)
		.getByRole('link', { name: /as a page/ })
		.click();
	await expect(pager(page)).toContainText('2 of 4');
});

test('a record that was reached in another way has none', async ({ page }) => {
	await page.goto(`/companies/${ids['Cửu Long']}`);
	await ready(page);
	await expect(pager(page)).toHaveCount(0);
	await page.keyboard.press('j');
	await expect(heading(page, 'Cửu Long')).toBeVisible();
});

test('on a phone a row opens the page, which leads on', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/companies');
	await hydrated(page);
	await page
		.locator('[data-row]')
		.filter({ hasText: 'Bình Minh' })
		.click({ position: { x: 200, y: 4 } });
	await expect(heading(page, 'Bình Minh')).toBeVisible();
	await expect(pager(page)).toContainText('2 of 4');
	await pager(page).getByRole('link', { name: 'Next record' }).click();
	await expect(heading(page, 'Cửu Long')).toBeVisible();
	await expect(pager(page)).toContainText('3 of 4');
});
