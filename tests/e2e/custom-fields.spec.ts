import type { Page } from '@playwright/test';
import { holdActions } from './support/hold';
import { toast } from './support/page';
import { showPart } from './support/record';
import { saveCompany } from './support/records';
import { expect, test } from './support/test';

// Custom fields that are edited while others, or they themselves, are still being saved.

const add = (page: Page) => page.getByRole('button', { name: 'Add a custom field' });
const name = (page: Page) => page.getByRole('textbox', { name: 'Field name', exact: true });
const text = (page: Page) => page.getByRole('textbox', { name: 'Value', exact: true });
const value = (page: Page, shown: string) => page.getByRole('button', { name: `Edit ${shown}`, exact: true });

async function fill(page: Page, called: string, content: string) {
	await name(page).fill(called);
	await text(page).fill(content);
}

test.beforeEach(async ({ page }) => {
	await page.goto(`/companies/${await saveCompany(page, 'Thủy sản Bình Minh')}`);
});

test('a second field is typed by the mouse while the first is being saved', async ({ page }) => {
	const release = await holdActions(page);
	await add(page).click();
	await fill(page, 'MST', '0312 847 596');
	await page.keyboard.press('Enter');
	await expect(value(page, 'MST, 0312 847 596')).toBeVisible();
	await add(page).click();
	await fill(page, 'Kho', 'Cần');
	release();
	await expect(toast(page, 'Saved MST')).toBeVisible();
	await expect(value(page, 'MST, 0312 847 596')).toBeVisible();
	await expect(name(page)).toHaveValue('Kho');
	await expect(text(page)).toBeFocused();
	await page.keyboard.type(' Thơ');
	await page.keyboard.press('Enter');
	await expect(value(page, 'Kho, Cần Thơ')).toBeVisible();
	await expect(toast(page, 'Saved Kho')).toBeVisible();
	await page.reload();
	await expect(value(page, 'MST, 0312 847 596')).toBeVisible();
	await expect(value(page, 'Kho, Cần Thơ')).toBeVisible();
});

test('the field that was just added is corrected with keys while it is being saved', async ({ page }) => {
	const release = await holdActions(page);
	await add(page).click();
	await fill(page, 'MST', '0312');
	await page.keyboard.press('Enter');
	await value(page, 'MST, 0312').focus();
	await page.keyboard.press('F2');
	await expect(text(page)).toHaveValue('0312');
	await text(page).fill('0312 847');
	release();
	await expect(toast(page, 'Saved MST')).toBeVisible();
	await expect(text(page)).toBeFocused();
	await page.keyboard.type(' 596');
	await page.keyboard.press('Enter');
	await expect(value(page, 'MST, 0312 847 596')).toBeVisible();
	await expect(value(page, 'MST, 0312')).toHaveCount(0);
	await expect(toast(page, 'Saved MST')).toHaveCount(2);
	await page.reload();
	await expect(value(page, 'MST, 0312 847 596')).toBeVisible();
});

test('a field that is being renamed is corrected once more meanwhile', async ({ page }) => {
	await add(page).click();
	await fill(page, 'MST', '0312');
	await page.keyboard.press('Enter');
	await expect(toast(page, 'Saved MST')).toBeVisible();
	const release = await holdActions(page);
	await value(page, 'MST, 0312').click();
	await name(page).fill('Mã số thuế');
	await page.keyboard.press('Enter');
	await value(page, 'Mã số thuế, 0312').click();
	await expect(name(page)).toHaveValue('Mã số thuế');
	await text(page).fill('0312 847');
	release();
	await expect(toast(page, 'Saved Mã số thuế')).toBeVisible();
	await expect(text(page)).toHaveValue('0312 847');
	await expect(text(page)).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(value(page, 'Mã số thuế, 0312 847')).toBeVisible();
	await expect(toast(page, 'Saved Mã số thuế')).toHaveCount(2);
	await page.reload();
	await expect(value(page, 'Mã số thuế, 0312 847')).toBeVisible();
	await expect(value(page, 'MST, 0312')).toHaveCount(0);
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

	test('a second field is typed with a finger while the first is being saved', async ({ page }) => {
		await showPart(page, 'details');
		const release = await holdActions(page);
		await add(page).tap();
		await fill(page, 'MST', '0312');
		await page.getByRole('button', { name: /^Save/ }).tap();
		await add(page).tap();
		await fill(page, 'Kho', 'Cần Thơ');
		release();
		await expect(value(page, 'MST, 0312')).toBeVisible();
		await expect(text(page)).toHaveValue('Cần Thơ');
		await page.getByRole('button', { name: /^Save/ }).tap();
		await expect(value(page, 'Kho, Cần Thơ')).toBeVisible();
	});
});
