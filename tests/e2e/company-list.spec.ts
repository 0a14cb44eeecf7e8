import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { rows } from './support/companies';
import { addFilter } from './support/filters';
import { toast } from './support/page';
import { menuButton } from './support/record';
import { saveCompany } from './support/records';
import { expect, test } from './support/test';

const names = (page: Page) => page.locator('[data-row-link]').allTextContents();

async function fillList(page: Page) {
	await saveCompany(page, 'Thủy sản Bình Minh', {
		industry: 'Thủy sản',
		size: '51-200',
		website: 'binhminh.example.com',
		tags: ['VIP', 'Xuất khẩu'],
	});
	await saveCompany(page, 'Ánh Dương', {
		industry: 'Dược phẩm',
		size: '500+',
		email: 'info@anhduong.example.com',
		tags: ['vip'],
	});
	await saveCompany(page, 'Đại Phát', { industry: 'Bao bì', size: '1-10' });
	await page.goto('/companies');
	await expect(rows(page)).toHaveCount(3);
}

test('the list sorts, filters and searches, all in the address', async ({ page }) => {
	await fillList(page);
	expect(await names(page)).toEqual(['Ánh Dương', 'Đại Phát', 'Thủy sản Bình Minh']);
	await page.getByRole('link', { name: 'Company name' }).click();
	await expect(page).toHaveURL(/sort=name.desc/);
	await expect.poll(() => names(page)).toEqual(['Thủy sản Bình Minh', 'Đại Phát', 'Ánh Dương']);
	await page.getByRole('columnheader', { name: 'Size' }).getByRole('link').click();
	await expect.poll(() => names(page)).toEqual(['Đại Phát', 'Thủy sản Bình Minh', 'Ánh Dương']);
	await expect(page.getByRole('columnheader', { name: 'Size' })).toHaveAttribute('aria-sort', 'ascending');

	await addFilter(page, 'Tags', 'VIP');
	await expect(rows(page)).toHaveCount(2);
	await addFilter(page, 'Industry', 'Dược phẩm');
	await expect(rows(page)).toHaveCount(1);
	const chips = page.getByRole('list', { name: 'Filters' });
	await expect(chips).toContainText('Tags: VIP');
	await page.reload();
	await expect(rows(page)).toHaveCount(1);
	await chips.getByRole('link', { name: 'Remove the filter Tags: VIP' }).click();
	await expect(chips).not.toContainText('VIP');
	await page.getByRole('searchbox', { name: 'Search companies' }).fill('anhduong.example');
	await expect(page).toHaveURL(/q=anhduong/);
	await expect(rows(page)).toHaveCount(1);
	await page.goBack();
	await page.goto('/companies?size=1-10&size=500%2B');
	await expect(rows(page)).toHaveCount(2);
});

test('several companies are tagged and deleted at once, and the delete is taken back', async ({ page }) => {
	await saveCompany(page, 'Hoa Sen', { people: { 'Phạm Văn Đức': {} } });
	await saveCompany(page, 'Đông Á');
	await page.goto('/companies');
	await page.getByLabel('Select all rows on this page').check();
	const bar = page.getByRole('toolbar', { name: 'Selected rows' });
	await expect(bar).toContainText('2 companies selected');
	await bar.getByRole('button', { name: 'Tag' }).click();
	await page.getByRole('combobox', { name: 'Tags to add' }).fill('Hội chợ');
	await page.getByRole('combobox', { name: 'Tags to add' }).press(',');
	await page.getByRole('button', { name: 'Save tags' }).click();
	await expect(rows(page).getByText('Hội chợ')).toHaveCount(2);

	await page.getByLabel('Select Hoa Sen').check();
	await page.getByLabel('Select Đông Á').check();
	await bar.getByRole('button', { name: 'Delete' }).click();
	await expect(page.getByRole('alertdialog')).toContainText('This also deletes their 1 contact.');
	await page.getByRole('button', { name: 'Delete 2 companies' }).click();
	await expect(page.getByText('No companies yet')).toBeVisible();
	await toast(page, 'Deleted 2 companies').getByRole('button', { name: 'Undo' }).click();
	await expect(rows(page)).toHaveCount(2);
	await expect(rows(page).getByText('Hội chợ')).toHaveCount(2);
});

test('a whole day without a mouse: make, find, open, edit and delete a company by keys', async ({ page }) => {
	const press = (key: string) => page.keyboard.press(key);
	const tabTo = async (name: RegExp) => {
		for (let n = 0; n < 40; n++) {
			await press('Tab');
			const focused = page.locator(':focus');
			const label = (await focused.getAttribute('aria-label')) ?? (await focused.textContent()) ?? '';
			if (name.test(label.trim())) return;
		}
		throw new Error(`Forty tabs did not lead to ${name}.`);
	};
	await page.goto('/companies');
	await tabTo(/^New company$/);
	await press('Enter');
	await expect(page.getByLabel('Company name')).toBeFocused();
	await page.keyboard.type('Bằng Phím');
	await press('Control+Enter');
	await expect(toast(page, 'Created Bằng Phím')).toBeVisible();
	await saveCompany(page, 'Cũng Bằng Phím');
	await page.goto('/companies');
	await expect(rows(page)).toHaveCount(2);
	// the list listens from here on
	await expect(async () => {
		await press('k');
		await expect(page.getByRole('row').getByRole('link').and(page.locator(':focus'))).toBeVisible({ timeout: 1000 });
	}).toPass();
	await press('j');
	await press('k');
	await expect(page.getByRole('link', { name: 'Bằng Phím', exact: true })).toBeFocused();
	await press('x');
	await expect(page.getByLabel('Select Bằng Phím', { exact: true })).toBeChecked();
	await press('x');
	await press('j');
	await press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Cũng Bằng Phím' })).toBeVisible();
	await tabTo(/^More actions for/);
	await press('Enter');
	await tabTo(/^Delete…$/);
	await press('Enter');
	await expect(page.getByRole('alertdialog')).toBeVisible();
	await press('Escape');
	await expect(page.getByRole('alertdialog')).toBeHidden();
	await expect(menuButton(page)).toBeFocused();
	await press('Enter');
	await tabTo(/^Delete…$/);
	await press('Enter');
	await expect(page.getByRole('alertdialog')).toBeVisible();
	await tabTo(/^Delete company$/);
	await press('Enter');
	await expect(rows(page)).toHaveCount(1);
});

test('no accessibility violation on a full list and its dialogs', async ({ page }) => {
	await fillList(page);
	await page.goto('/companies?size=1-10&size=51-200');
	await expect(rows(page)).toHaveCount(2);
	await page.getByLabel('Select all rows on this page').check();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Delete' }).click();
	await expect(page.getByRole('alertdialog')).toBeVisible();
	await expectAccessible(page);
});
