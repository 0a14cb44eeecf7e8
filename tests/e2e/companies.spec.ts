import type { Locator } from '@playwright/test';
import { fillIn, rows } from './support/companies';
import { toast } from './support/page';
import { addField, editAll } from './support/record';
import { saveCompany } from './support/records';
import { createCompany, expect, test } from './support/test';

// whose phone numbers are Vietnamese
test.use({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });

test('a company with all its fields is kept, shown and edited', async ({ page }) => {
	await fillIn(page, {
		name: 'Thủy sản Bình Minh',
		industry: 'Thủy sản',
		size: '51-200',
		website: 'www.binhminh.example.com',
		email: 'info@binhminh.example.com',
		tags: ['VIP', 'Xuất khẩu'],
	});
	const about = page.getByRole('region', { name: 'About the company' });
	await expect(about.getByRole('button', { name: 'Edit industry, Thủy sản' })).toBeVisible();
	await expect(about.getByRole('button', { name: 'Edit size, 51-200 people' })).toBeVisible();
	await expect(about.getByRole('link', { name: 'binhminh.example.com', exact: true })).toHaveAttribute(
		'href',
		'https://www.binhminh.example.com',
	);
	await expect(about.getByRole('link', { name: 'info@binhminh.example.com' })).toHaveAttribute(
		'href',
		'mailto:info@binhminh.example.com',
	);
	await expect(about.getByRole('list', { name: 'Tags' }).getByRole('listitem')).toHaveText(['VIP', 'Xuất khẩu']);
	await editAll(page);
	await page.getByRole('button', { name: /Remove.*VIP/ }).click();
	await page.getByLabel('Size').selectOption('');
	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(about.getByRole('list', { name: 'Tags' }).getByRole('listitem')).toHaveText(['Xuất khẩu']);
	await expect(about.getByRole('button', { name: 'Add size' })).toBeVisible();
});

test('custom fields are added and changed in place', async ({ page }) => {
	await createCompany(page, 'Hoa Sen');
	await addField(page, 'Mã số thuế', '0301234567');
	await expect(page.getByRole('button', { name: 'Edit Mã số thuế, 0301234567' })).toBeVisible();
	await addField(page, 'Mã số thuế', 'Chị Hoa');
	// a name that is taken is said where it stands, and what was entered stays
	await expect(page.getByText('There is a field “Mã số thuế” already.')).toBeVisible();
	await page.getByLabel('Field name').fill('Người giới thiệu');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'Edit Người giới thiệu, Chị Hoa' })).toBeVisible();
	await expect(toast(page, 'Created Người giới thiệu')).toBeVisible();
	await page.reload();
	await expect(page.getByRole('button', { name: 'Edit Mã số thuế, 0301234567' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Edit Người giới thiệu, Chị Hoa' })).toBeVisible();
});

test('addresses in notes, custom fields and what was said are links, and nothing else is', async ({ page }) => {
	const text =
		'Xem https://binhminh.example.com/gia, viết cho lan@binhminh.example.com hoặc gọi 0901 234 567. javascript:alert(1) data:text/html,x';
	const links = [
		['https://binhminh.example.com/gia', 'https://binhminh.example.com/gia'],
		['lan@binhminh.example.com', 'mailto:lan@binhminh.example.com'],
		['0901 234 567', 'tel:+84901234567'],
	] as const;
	const expectLinks = async (place: Locator) => {
		const found = place.locator('a[href]:not([href^="/"])');
		await expect(found).toHaveText(links.map(([shown]) => shown));
		for (const [index, [, href]] of links.entries()) await expect(found.nth(index)).toHaveAttribute('href', href);
	};
	await createCompany(page, 'Thủy sản Bình Minh', { notes: text });
	const company = page.url().split('?')[0] ?? '';
	await expectLinks(page.getByRole('paragraph').filter({ hasText: 'javascript' }));
	await addField(page, 'Liên hệ', text);
	await expectLinks(page.getByRole('definition').filter({ hasText: 'javascript' }));
	for (const label of ['Description', 'Next steps']) {
		await page.goto(`/activities/new?companyId=${company.split('/').at(-1)}`);
		await page.getByLabel('Subject').fill(`Gọi: ${label}`);
		await page.getByLabel(label, { exact: true }).fill(text);
		await page.getByRole('button', { name: 'Log activity' }).click();
		await expectLinks(page.getByRole('listitem').filter({ hasText: `Gọi: ${label}` }));
	}
});

test('a contact’s company is found by typing, or made in passing', async ({ page }) => {
	await saveCompany(page, 'Công ty Hoa Sen');
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

test('leaving a form with unsaved text asks first', async ({ page }) => {
	await page.goto('/companies/new');
	await page.getByLabel('Company name').fill('Chưa Lưu');
	page.once('dialog', (dialog) => dialog.dismiss());
	await page.getByRole('link', { name: 'Contacts' }).click();
	await expect(page.getByLabel('Company name')).toHaveValue('Chưa Lưu');
	page.once('dialog', (dialog) => dialog.accept());
	await page.getByRole('link', { name: 'Contacts' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
});

test('a second save of a company opened before says so and keeps what was typed', async ({ page, context }) => {
	await createCompany(page, 'Hoa Sen');
	await editAll(page);
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

test('an empty account can begin with the sample data', async ({ page }) => {
	await page.goto('/companies');
	await page.getByRole('button', { name: 'Load sample data' }).click();
	await expect(page.getByText('Loaded 12 sample companies with 40 contacts, 18 deals and 22 activities')).toBeVisible();
	await expect(rows(page)).toHaveCount(12);
	await expect(page.getByRole('button', { name: 'Load sample data' })).toHaveCount(0);
});
