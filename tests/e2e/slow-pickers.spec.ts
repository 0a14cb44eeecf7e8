import type { Page } from '@playwright/test';
import { timeline } from './support/composer';
import { heading, hydrated, ready, toast } from './support/page';
import { createCompany, expect, makeContact, test } from './support/test';

const company = 'Thủy sản Bình Minh';
const picker = (page: Page, name: string) => page.getByRole('combobox', { name });

test.beforeEach(async ({ page }) => {
	await createCompany(page, company);
	for (const name of ['Trần Quốc Bảo', 'Đặng Thị Ánh']) await makeContact(page, name);
	for (const path of ['companies', 'contacts'])
		await page.route(`**/api/${path}*`, async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 500));
			await route.continue();
		});
});

test('names that are typed, and left or saved at once, are with what is saved, however slowly they are found', async ({
	page,
}) => {
	await page.goto('/deals/new');
	await hydrated(page);
	await page.getByLabel('Deal name').fill('Hệ thống kho lạnh');
	await page.getByLabel('Deal value').fill('1500000');
	// by Enter and on to the next field at once
	await picker(page, 'Company').fill('thuy san');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(picker(page, 'Company')).toHaveValue(company);
	// the whole name, and saved at once
	await picker(page, 'Contact').fill('trần quốc bảo');
	await page.keyboard.press('Control+Enter');
	await expect(heading(page, 'Hệ thống kho lạnh')).toBeVisible();
	await expect(page.locator('main').getByRole('link', { name: 'Trần Quốc Bảo' }).first()).toBeVisible();

	await page.goto('/activities/new');
	await hydrated(page);
	await page.getByLabel('Subject').fill('Họp dự án kho lạnh');
	await picker(page, 'With').click();
	for (const part of ['bao', 'anh']) {
		await page.keyboard.type(part);
		await page.keyboard.press('Enter');
	}
	await page.keyboard.press('Control+Enter');
	await expect(toast(page, 'Logged Họp dự án kho lạnh')).toBeVisible();
	await page.goto('/activities');
	await expect(page.getByRole('row', { name: /Họp dự án kho lạnh/ })).toContainText('Trần Quốc Bảo');
	await expect(page.getByRole('row', { name: /Họp dự án kho lạnh/ })).toContainText(/Đặng Thị Ánh|\+1/);
});

test('in the composer too; a name that nothing fits is said and kept', async ({ page }) => {
	await page.goto('/companies');
	await page.getByRole('link', { name: company }).click();
	await expect(heading(page, company)).toBeVisible();
	await ready(page);
	await page.keyboard.press('c');
	await page.keyboard.press('a');
	const dialog = page.getByRole('dialog', { name: 'Log activity' });
	await expect(dialog.getByLabel('Subject')).toBeFocused();
	await page.keyboard.type('Gọi xác nhận lịch giao hàng');
	await dialog.getByRole('button', { name: /^With/ }).click();
	await expect(page.getByPlaceholder('Find or add a contact')).toBeFocused();
	await page.keyboard.type('anh');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Control+Enter');
	await expect(toast(page, 'Logged Gọi xác nhận lịch giao hàng')).toBeVisible();
	await expect(timeline(page).getByRole('link', { name: 'Đặng Thị Ánh' }).first()).toBeVisible();

	await page.goto('/deals/new');
	await hydrated(page);
	await page.getByLabel('Deal name').fill('Bảo trì kho lạnh');
	await picker(page, 'Company').fill('Thuy san Binh');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('alert').first()).toContainText('Not found: “Thuy san Binh”');
	await expect(page.getByLabel('Deal name')).toHaveValue('Bảo trì kho lạnh');
});
