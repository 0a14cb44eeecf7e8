import type { Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { hold } from './support/hold';
import { list } from './support/keys';
import { ready, toast } from './support/page';
import { saveCompany } from './support/records';
import { createCompany, expect, test } from './support/test';

const box = (page: Page) => page.getByRole('combobox', { name: 'Search' });
const found = (page: Page) => page.getByRole('listbox', { name: 'Found' });
const active = (page: Page) => page.locator('[role=option][aria-selected=true]');

/** Opens the search by its key, which a page that has just come may not know yet. */
async function open(page: Page, key = '/') {
	await expect(async () => {
		await page.keyboard.press(key);
		await expect(box(page)).toBeFocused({ timeout: 1000 });
	}).toPass();
}

test.beforeEach(async ({ page }) => {
	await saveCompany(page, 'Thủy sản Bình Minh', {
		people: { 'Văn Đặng': { authority: 'primary' }, 'Trần Minh Anh': {} },
	});
	await createCompany(page, 'Globex International', { website: 'globex.example.com', phone: '0901 234 567' });
});

test('anything is found by keyboard alone', async ({ page, context }) => {
	await open(page);
	await expect(found(page).getByRole('group', { name: 'Recently changed' })).toContainText('Trần Minh Anh');
	await page.keyboard.type('dang van');
	await expect(active(page)).toContainText('Văn Đặng');
	await expect(active(page)).toContainText('Thủy sản Bình Minh');
	await expect(active(page)).toContainText('Decision maker');
	await expect(active(page).locator('mark')).toHaveText(['Văn', 'Đặng']);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Văn Đặng' })).toBeVisible();
	await expect(box(page)).toBeHidden();

	await open(page, 'Control+k');
	await page.keyboard.type('minh');
	await expect(found(page).getByRole('group', { name: 'Best match' })).toContainText('Trần Minh Anh');
	await expect(found(page).getByRole('group', { name: 'Companies' })).toContainText('Thủy sản Bình Minh');
	await expect(found(page).getByRole('group', { name: 'Contacts' })).toContainText('Văn Đặng');
	await expect(active(page)).toContainText('Trần Minh Anh');
	await page.keyboard.press('ArrowDown');
	await expect(active(page)).toContainText('Thủy sản Bình Minh');
	await page.keyboard.press('ArrowUp');
	const [tab] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Control+Enter')]);
	await expect(tab.getByRole('heading', { level: 1, name: 'Trần Minh Anh' })).toBeVisible();
	await expect(box(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(box(page)).toBeHidden();
	// typing in a field is typing
	await page.goto('/companies/new');
	await page.getByLabel('Company name').fill('a');
	await page.keyboard.type('/b');
	await expect(page.getByLabel('Company name')).toHaveValue('a/b');
});

test('what notes and addresses say is found with the reason, and all of it on a page of its own', async ({ page }) => {
	await createCompany(page, 'Đại Phát Logistics', { address: '12 Lê Lợi, Cần Thơ', notes: 'Kho thứ hai gần Cát Lái' });
	await createCompany(page, 'Nội thất Hoa Sen', { notes: 'Giao hàng ở Cát Lái, không phải Cần Thơ' });
	await open(page);
	await page.keyboard.type('le loi');
	await expect(active(page)).toContainText('Đại Phát Logistics');
	await expect(active(page)).toContainText('Address: 12 Lê Lợi, Cần Thơ');
	await expect(active(page).locator('mark')).toHaveText(['Lê', 'Lợi']);
	await box(page).fill('"cat lai" -giao');
	await expect(found(page).getByRole('option')).toHaveCount(1);
	await expect(active(page)).toContainText('Notes: Kho thứ hai gần Cát Lái');
	await box(page).fill('tag:xyz');
	await expect(page.getByText('No tag is named “xyz”.')).toBeVisible();
	// what is not typed to its end opens nothing
	await box(page).fill('tag:');
	await expect(page.getByText('“tag:” takes the name of a tag')).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(box(page)).toHaveValue('tag:');
	await box(page).fill('cat lai');
	await found(page).getByRole('option', { name: 'Show all results' }).click();

	await expect(page.getByRole('heading', { level: 1, name: 'Search' })).toBeVisible();
	const companies = page.getByRole('region', { name: 'Companies' });
	await expect(companies.getByRole('link')).toContainText([/Nội thất Hoa Sen|Đại Phát/, /Nội thất Hoa Sen|Đại Phát/]);
	await expectAccessible(page);
	await page.getByRole('navigation', { name: 'Kind of result' }).getByRole('link', { name: 'Contacts' }).click();
	await expect(page.getByText('No results for “cat lai”')).toBeVisible();
	await page.getByRole('searchbox', { name: 'Search everything' }).fill('van dang');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/in=contacts/);
	await page.getByRole('region', { name: 'Contacts' }).getByRole('link', { name: 'Văn Đặng' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Văn Đặng' })).toBeVisible();
});

test('Escape leads back to where one was, whatever opened the search or the list of keys', async ({ page }) => {
	await page.goto('/companies');
	const row = page.getByRole('link', { name: 'Globex International' });
	const field = page.getByRole('searchbox', { name: 'Search companies' });
	await ready(page);
	for (const [place, key] of [
		[row, '/'],
		[row, 'Control+k'],
		[field, 'Control+k'],
		[page.getByRole('link', { name: 'Reports' }).first(), '/'],
	] as const) {
		await place.focus();
		await page.keyboard.press(key);
		await page.keyboard.type('minh');
		await expect(box(page)).toHaveValue('minh');
		await page.keyboard.press('Escape');
		await expect(box(page)).toBeHidden();
		await expect(place).toBeFocused();
	}
	await row.focus();
	await page.keyboard.press('?');
	await expect(list(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(row).toBeFocused();
	const button = page.getByRole('button', { name: 'Search' });
	await button.click();
	await page.keyboard.press('Escape');
	await expect(button).toBeFocused();
	// where one was nowhere, the keys go to the page
	await button.blur();
	await page.keyboard.press('/');
	await expect(box(page)).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(page.locator('#main')).toBeFocused();
});

test('letters are found however they are composed, and numbers and addresses however they are written', async ({
	page,
}) => {
	await open(page);
	for (const [typed, expected] of [
		['Đặng'.normalize('NFC'), 'Văn Đặng'],
		['Đặng'.normalize('NFD'), 'Văn Đặng'],
		['+84 901234567', 'Globex International'],
		['globex.example', 'Globex International'],
		['globax', 'Globex International'],
	] as const) {
		await box(page).fill(typed);
		await expect(found(page).getByRole('option')).toHaveCount(1);
		await expect(active(page)).toContainText(expected);
	}
});

test('an older, slower answer never replaces a newer one', async ({ page }) => {
	const release = await hold(page, /\/api\/search\?q=dang$/);
	await open(page);
	const asked = page.waitForRequest(/\/api\/search\?q=dang$/);
	await box(page).fill('dang');
	await asked;
	await box(page).fill('globex');
	await expect(active(page)).toContainText('Globex International');
	release();
	await page.waitForTimeout(500);
	await expect(found(page).getByRole('option')).toHaveCount(1);
	await expect(active(page)).toContainText('Globex International');
});

test('what is not there can be made', async ({ page }) => {
	await page.getByRole('banner').getByRole('button', { name: 'Search' }).click();
	await box(page).fill('Đại Phát');
	await expect(page.getByText('Nothing fits “Đại Phát”')).toBeVisible();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: 'New company' });
	await expect(dialog.getByLabel('Company name')).toHaveValue('Đại Phát');
	await dialog.getByRole('button', { name: 'Save', exact: true }).click();
	await toast(page, 'Created Đại Phát').getByRole('link', { name: 'Open' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Đại Phát' })).toBeVisible();
});

test(`the search is accessible and fits a phone`, async ({ page }) => {
	for (const width of [1440, 390]) {
		await page.setViewportSize({ width, height: 844 });
		await page.goto('/dashboard');
		await page.getByRole('button', { name: 'Search' }).click();
		for (const text of ['', 'minh', 'zzzz']) {
			await box(page).fill(text);
			await expect(found(page)).toHaveAttribute('aria-busy', 'false');
			if (text === 'zzzz') await expect(page.getByText('Nothing fits')).toBeVisible();
			await expectAccessible(page);
			await expectFits(page);
		}
	}
});
