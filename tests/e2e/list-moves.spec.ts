import type { Page } from '@playwright/test';
import { addFilter } from './support/filters';
import { hydrated, ready } from './support/page';
import { expect, test } from './support/test';
import { fillList } from './support/views';

test.use({ savesData: false });

const names = (page: Page) => page.locator('[data-row-link] a');
const filters = (page: Page) => page.getByRole('list', { name: 'Filters' });

test.beforeEach(async ({ page }) => {
	await fillList(page);
});

test('Back takes one step of a list at a time, and a search is one step', async ({ page }) => {
	await page.goto('/dashboard');
	await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Contacts', exact: true }).click();
	await expect(names(page)).toHaveCount(3);
	await addFilter(page, 'Decision maker', 'Yes');
	await expect(names(page)).toHaveCount(2);
	await page.getByRole('link', { name: 'Contact name' }).click();
	await expect(names(page)).toHaveText(['Trần Quốc Bảo', 'Nguyễn Thị Lan']);
	const search = page.getByRole('searchbox', { name: 'Search contacts' });
	await search.fill('n');
	await expect(page).toHaveURL(/q=n$/);
	await search.fill('lan');
	await expect(names(page)).toHaveText(['Nguyễn Thị Lan']);

	await page.goBack();
	await expect(names(page)).toHaveText(['Trần Quốc Bảo', 'Nguyễn Thị Lan']);
	await expect(search).toHaveValue('');
	await page.goBack();
	await expect(names(page)).toHaveText(['Nguyễn Thị Lan', 'Trần Quốc Bảo']);
	await page.goBack();
	await expect(names(page)).toHaveCount(3);
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
	await page.goForward();
	await page.goForward();
	await expect(names(page)).toHaveCount(2);
});

test('no letter of a search is lost, whenever rows come between two of them', async ({ page }) => {
	await page.goto('/companies');
	await hydrated(page);
	const search = page.getByRole('searchbox', { name: /Search/ });
	const text = 'Thủy sản Bình Minh 0123456789 Đồng Tháp';
	for (const delay of [35, 50, 65]) {
		await search.fill('');
		await page.waitForURL('**/companies');
		await search.pressSequentially(text, { delay });
		await expect(search).toHaveValue(text);
		await page.waitForURL(({ searchParams }) => searchParams.get('q') === text);
		await expect(search).toHaveValue(text);
	}
});

test('who takes a filter off by keyboard goes on from the list', async ({ page }) => {
	await page.goto('/contacts?decides=yes&authority=primary');
	await expect(page.getByText('1–1 of 1 contact', { exact: true })).toBeVisible();
	await ready(page);
	await page.getByRole('link', { name: 'Remove the filter Authority level: Primary' }).focus();
	await page.keyboard.press('Enter');
	await expect(filters(page)).not.toContainText('Authority');
	await expect(names(page)).toHaveCount(2);
	await expect(page.getByText('1–2 of 2 contacts', { exact: true })).toBeFocused();
	await page.keyboard.press('Shift+Tab');
	await expect(page.locator('[data-row]').last().locator(':focus')).toBeVisible();
});

test('a page beyond the end leads back to the first', async ({ page }) => {
	await page.goto('/contacts?page=7');
	await page.getByRole('link', { name: 'Go back to the first page' }).click();
	await expect(names(page)).toHaveCount(3);
});
