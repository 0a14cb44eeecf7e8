import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { toast } from './support/page';
import { addContact, createCompany, expect, test } from './support/test';

const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('cell') });
const names = (page: Page) => page.locator('[data-row-link]').allTextContents();

async function fillIn(
	page: Page,
	fields: { name: string; industry?: string; size?: string; website?: string; email?: string; tags?: string[] },
) {
	await page.goto('/companies/new');
	await page.getByLabel('Company name').fill(fields.name);
	if (fields.industry) await page.getByLabel('Industry').fill(fields.industry);
	if (fields.size) await page.getByLabel('Size').selectOption(fields.size);
	if (fields.website) await page.getByLabel('Website').fill(fields.website);
	if (fields.email) await page.getByLabel('Email').fill(fields.email);
	for (const tag of fields.tags ?? []) {
		await page.getByRole('combobox', { name: 'Tags' }).fill(tag);
		await page.getByRole('combobox', { name: 'Tags' }).press(',');
	}
	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(page.getByRole('heading', { level: 1, name: fields.name })).toBeVisible();
}

async function fillList(page: Page) {
	await fillIn(page, {
		name: 'Thủy sản Bình Minh',
		industry: 'Thủy sản',
		size: '51-200',
		website: 'binhminh.example.com',
		tags: ['VIP', 'Xuất khẩu'],
	});
	await fillIn(page, {
		name: 'Ánh Dương',
		industry: 'Dược phẩm',
		size: '500+',
		email: 'info@anhduong.example.com',
		tags: ['vip'],
	});
	await fillIn(page, { name: 'Đại Phát', industry: 'Bao bì', size: '1-10' });
	await page.goto('/companies');
	await expect(rows(page)).toHaveCount(3);
}

test('a company with all its fields is kept, shown and edited', async ({ page, account }) => {
	expect(account).toBeTruthy();
	await fillIn(page, {
		name: 'Thủy sản Bình Minh',
		industry: 'Thủy sản',
		size: '51-200',
		website: 'www.binhminh.example.com',
		email: 'info@binhminh.example.com',
		tags: ['VIP', 'Xuất khẩu'],
	});
	const about = page.getByRole('region', { name: 'About the company' });
	await expect(about).toContainText('Thủy sản · 51-200 people');
	await expect(about.getByRole('link', { name: 'binhminh.example.com', exact: true })).toHaveAttribute(
		'href',
		'https://www.binhminh.example.com',
	);
	await expect(about.getByRole('link', { name: 'info@binhminh.example.com' })).toHaveAttribute(
		'href',
		'mailto:info@binhminh.example.com',
	);
	await expect(about.getByRole('list', { name: 'Tags' }).getByRole('listitem')).toHaveText(['VIP', 'Xuất khẩu']);
	await page.getByRole('link', { name: 'Edit', exact: true }).click();
	await page.getByRole('button', { name: /Remove.*VIP/ }).click();
	await page.getByLabel('Size').selectOption('');
	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(about.getByRole('list', { name: 'Tags' }).getByRole('listitem')).toHaveText(['Xuất khẩu']);
	await expect(about).not.toContainText('people');
});

test('more fields are added and changed in place', async ({ page, account }) => {
	expect(account).toBeTruthy();
	await createCompany(page, 'Hoa Sen');
	await page.getByRole('button', { name: 'Add a field' }).click();
	await page.getByLabel('Field name').fill('Mã số thuế');
	await page.getByLabel(/^Value of/).fill('0301234567');
	await page.getByRole('button', { name: 'Save fields' }).click();
	await expect(page.getByText('0301234567')).toBeVisible();
	await page.getByRole('button', { name: 'Edit fields' }).click();
	await page.getByRole('button', { name: 'Add a field' }).click();
	await page.getByLabel('Field name').nth(1).fill('Mã số thuế');
	await page.getByRole('button', { name: 'Save fields' }).click();
	await expect(page.getByText('There are two fields named “Mã số thuế”.')).toBeVisible();
	await page.getByLabel('Field name').nth(1).fill('Người giới thiệu');
	await page.getByLabel('Value of Người giới thiệu').fill('Chị Hoa');
	await page.getByRole('button', { name: 'Save fields' }).click();
	await expect(page.getByText('Chị Hoa')).toBeVisible();
	await page.reload();
	await expect(page.getByText('0301234567')).toBeVisible();
});

test('the list sorts, filters and searches, all in the address', async ({ page, account }) => {
	expect(account).toBeTruthy();
	await fillList(page);
	expect(await names(page)).toEqual(['Ánh Dương', 'Đại Phát', 'Thủy sản Bình Minh']);
	await page.getByRole('link', { name: 'Company name' }).click();
	await expect(page).toHaveURL(/sort=name.desc/);
	await expect.poll(() => names(page)).toEqual(['Thủy sản Bình Minh', 'Đại Phát', 'Ánh Dương']);
	await page.getByRole('columnheader', { name: 'Size' }).getByRole('link').click();
	await expect.poll(() => names(page)).toEqual(['Đại Phát', 'Thủy sản Bình Minh', 'Ánh Dương']);
	await expect(page.getByRole('columnheader', { name: 'Size' })).toHaveAttribute('aria-sort', 'ascending');

	await page.getByRole('combobox', { name: 'Tag' }).selectOption({ label: 'VIP' });
	await expect(rows(page)).toHaveCount(2);
	await page.getByRole('combobox', { name: 'Industry' }).selectOption({ label: 'Dược phẩm' });
	await expect(rows(page)).toHaveCount(1);
	const chips = page.getByRole('list', { name: 'Filters' });
	await expect(chips).toContainText('Tag: VIP');
	await page.reload();
	await expect(rows(page)).toHaveCount(1);
	await chips.getByRole('link', { name: 'Remove the filter Tag: VIP' }).click();
	await expect(chips).not.toContainText('VIP');
	await page.getByRole('searchbox', { name: 'Search companies' }).fill('anhduong.example');
	await expect(page).toHaveURL(/q=anhduong/);
	await expect(rows(page)).toHaveCount(1);
	await page.goBack();
	await page.goto('/companies?size=1-10&size=500%2B');
	await expect(rows(page)).toHaveCount(2);
});

test('several companies are tagged and deleted at once, and the delete is taken back', async ({ page, account }) => {
	expect(account).toBeTruthy();
	await createCompany(page, 'Hoa Sen');
	await addContact(page, 'Phạm Văn Đức');
	await createCompany(page, 'Đông Á');
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

test('a whole day without a mouse: make, find, open, edit and delete a company by keys', async ({ page, account }) => {
	expect(account).toBeTruthy();
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
	await press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Bằng Phím' })).toBeVisible();
	await createCompany(page, 'Cũng Bằng Phím');
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
	await tabTo(/^Delete$/);
	await press('Enter');
	await expect(page.getByRole('alertdialog')).toBeVisible();
	await press('Escape');
	await expect(page.getByRole('alertdialog')).toBeHidden();
	await press('Enter');
	await tabTo(/^Delete company$/);
	await press('Enter');
	await expect(rows(page)).toHaveCount(1);
});

test('a contact’s company is found by typing, or made in passing', async ({ page, account }) => {
	expect(account).toBeTruthy();
	await createCompany(page, 'Công ty Hoa Sen');
	await page.goto('/contacts/new');
	await page.getByLabel('Contact name').fill('Phạm Văn Đức');
	const picker = page.getByRole('combobox', { name: 'Company' });
	await picker.fill('hoa s');
	await page.getByRole('option', { name: 'Công ty Hoa Sen' }).click();
	await expect(picker).toHaveValue('Công ty Hoa Sen');
	await picker.fill('Hoàn Toàn Mới');
	await page.getByRole('option', { name: 'Create company “Hoàn Toàn Mới”' }).click();
	await expect(picker).toHaveValue('Hoàn Toàn Mới');
	await page.getByRole('button', { name: 'Save contact' }).click();
	await page.getByRole('link', { name: 'Hoàn Toàn Mới' }).first().click();
	await expect(page.getByRole('heading', { level: 1, name: 'Hoàn Toàn Mới' })).toBeVisible();
});

test('leaving a form with unsaved text asks first', async ({ page, account }) => {
	expect(account).toBeTruthy();
	await page.goto('/companies/new');
	await page.getByLabel('Company name').fill('Chưa Lưu');
	page.once('dialog', (dialog) => dialog.dismiss());
	await page.getByRole('link', { name: 'Contacts' }).click();
	await expect(page.getByLabel('Company name')).toHaveValue('Chưa Lưu');
	page.once('dialog', (dialog) => dialog.accept());
	await page.getByRole('link', { name: 'Contacts' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
	test(`no accessibility violation on a full list and its dialogs in the ${theme} theme`, async ({
		page,
		account,
		context,
	}) => {
		expect(account).toBeTruthy();
		await fillList(page);
		await context.addCookies([{ name: 'theme', value: theme, url: process.env.E2E_URL ?? '' }]);
		await page.goto('/companies?size=1-10&size=51-200');
		await expect(rows(page)).toHaveCount(2);
		await page.getByLabel('Select all rows on this page').check();
		await expectAccessible(page);
		await page.getByRole('button', { name: 'Delete' }).click();
		await expect(page.getByRole('alertdialog')).toBeVisible();
		await expectAccessible(page);
	});
}

test('a second save of a company opened before says so and keeps what was typed', async ({
	page,
	account,
	context,
}) => {
	expect(account).toBeTruthy();
	await createCompany(page, 'Hoa Sen');
	await page.getByRole('link', { name: 'Edit', exact: true }).click();
	await expect(page.getByLabel('Company name')).toHaveValue('Hoa Sen');
	const second = await context.newPage();
	await second.goto(page.url());
	await second.getByLabel('Industry').fill('Bao bì');
	await second.getByRole('button', { name: 'Save company' }).click();
	await expect(second.getByText('Saved Hoa Sen')).toBeVisible();
	await page.getByLabel('Industry').fill('Dệt may');
	await page.getByLabel('Notes').fill('Gặp lại sau Tết');
	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(page.getByText('was changed somewhere else')).toBeVisible();
	await expect(page.getByLabel('Industry')).toHaveValue('Dệt may');
	await expect(page.getByLabel('Notes')).toHaveValue('Gặp lại sau Tết');
	await page.goto(second.url());
	await expect(page.getByRole('region', { name: 'About the company' })).toContainText('Bao bì');
});

test('an empty account can begin with the sample data', async ({ page, account }) => {
	expect(account).toBeTruthy();
	await page.goto('/companies');
	await page.getByRole('button', { name: 'Load sample data' }).click();
	await expect(page.getByText('Loaded 12 sample companies with 40 contacts, 18 deals and 22 activities')).toBeVisible();
	await expect(rows(page)).toHaveCount(12);
	await expect(page.getByRole('button', { name: 'Load sample data' })).toHaveCount(0);
});
