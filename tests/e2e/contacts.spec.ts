import type { Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { addFilter, openFilter } from './support/filters';
import { names, ready, toast } from './support/page';
import { addField, deleteRecord, editAll, head } from './support/record';
import { saveCompany } from './support/records';
import { addContact, createCompany, expect, makeContact, test } from './support/test';

const longName =
	'Công ty Trách nhiệm Hữu hạn Một thành viên Sản xuất Thương mại Dịch vụ Xuất nhập khẩu Thủy hải sản Bình Minh Đồng Tháp Mười';
const longPerson = 'Nguyễn Hoàng Thị Phương Trinh Ánh Nguyệt Bảo Khánh Vũ Trường Giang Đặng Trần Lê Phạm Huỳnh';

async function fillList(page: Page) {
	await saveCompany(page, 'Thủy sản Bình Minh', {
		people: {
			'Trần Quốc Bảo': { jobTitle: 'Trưởng phòng mua hàng', authority: 'secondary' },
			'Nguyễn Thị Lan': { jobTitle: 'Giám đốc', email: 'lan@binhminh.example.com', authority: 'primary' },
			'Lê Hoàng Phúc': { jobTitle: 'Kế toán' },
		},
	});
	await saveCompany(page, 'Ánh Dương', {
		people: { 'Đặng Văn Hùng': { jobTitle: 'Chủ tịch', authority: 'influencer' } },
	});
}

test('what is said of a field is over once it is corrected, and nothing else moves', async ({ page }) => {
	await saveCompany(page, 'Ánh Dương');
	await page.goto('/contacts/new');
	await page.getByLabel('Email').fill('không phải địa chỉ');
	const save = page.getByRole('button', { name: 'Save contact' });
	await save.click();
	const said = page.locator('main [data-slot=alert]');
	const marked = page.locator('main form [aria-invalid=true]');
	await expect(said).toHaveText('Please correct the 3 marked fields.');
	await expect(marked).toHaveCount(3);
	const name = page.getByLabel('Contact name');
	await expect(name).toBeFocused();
	await name.press('L');
	await expect(said).toHaveText('Please correct the 2 marked fields.');
	await expect(name).toHaveAttribute('aria-invalid', 'false');
	await expect(name).toHaveAccessibleDescription('');
	await expect(name).toBeFocused();
	// typing alone chooses no company; one that is chosen from the list does
	const company = page.getByRole('combobox', { name: 'Company' });
	await company.fill('ánh');
	await expect(page.getByRole('option', { name: 'Ánh Dương' })).toBeVisible();
	await expect(company).toHaveAttribute('aria-invalid', 'true');
	await page.getByRole('option', { name: 'Ánh Dương' }).click();
	await expect(company).toHaveAttribute('aria-invalid', 'false');
	await expect(said).toHaveText('Please correct the marked field.');
	await page.getByLabel('Email').fill('lan@');
	await expect(marked).toHaveCount(0);
	await expect(said).toHaveCount(0);
	// it is judged again when it is sent
	await save.click();
	await expect(said).toHaveText('Please correct the marked field.');
	await expect(page.getByLabel('Email')).toBeFocused();
	await page.getByLabel('Email').fill('lan@example.com');
	await save.click();
	await expect(page.getByRole('heading', { level: 1, name: 'L' })).toBeVisible();
});

test('a contact’s whole life: made by its form, tagged, moved to another company, deleted and restored', async ({
	page,
}) => {
	await saveCompany(page, 'Ánh Dương');
	await page.goto('/contacts/new');
	await page.getByLabel('Contact name').fill('Đặng Thị Ánh Nguyệt');
	await page.getByRole('button', { name: 'Save contact' }).click();
	await expect(page.getByText('Choose a company.')).toBeVisible();
	await expect(page.getByLabel('Authority level')).toHaveCount(0);

	// a company that does not exist yet is made in passing
	await page.getByRole('combobox', { name: 'Company' }).fill('Thủy sản Bình Minh');
	await page.getByRole('option', { name: 'Create company “Thủy sản Bình Minh”' }).click();
	await page.getByLabel('Phone').fill('+84 (90) 123-45.67');
	await page.getByLabel('Email').fill('nguyet@binhminh.example.com');
	await page.getByLabel('Decision maker').click();
	await page.getByLabel('Authority level').selectOption('Primary');
	await page.getByRole('combobox', { name: 'Tags' }).fill('VIP');
	await page.getByRole('combobox', { name: 'Tags' }).press(',');
	await page.getByRole('button', { name: 'Save contact' }).click();

	const about = page.getByRole('region', { name: 'About the contact' });
	await expect(head(page)).toContainText('Decision maker · Primary');
	await expect(about).toContainText('VIP');
	await expect(head(page).getByRole('link', { name: 'Thủy sản Bình Minh' })).toBeVisible();
	await expect(about.getByRole('link', { name: '+84 (90) 123-45.67' })).toHaveAttribute('href', 'tel:+84901234567');

	await addField(page, 'Zalo', '0977 888 999');
	await expect(page.getByRole('button', { name: 'Edit Zalo, 0977 888 999' })).toBeVisible();

	await editAll(page);
	await page.getByRole('combobox', { name: 'Company' }).fill('ánh');
	await page.getByRole('option', { name: 'Ánh Dương', exact: true }).click();
	await page.getByLabel('Decision maker').click();
	await page.getByRole('button', { name: 'Save contact' }).click();
	await expect(head(page).getByRole('link', { name: 'Ánh Dương' })).toBeVisible();
	await expect(head(page)).not.toContainText('Decision maker');

	await deleteRecord(page);
	await expect(page.getByRole('heading', { level: 1, name: 'Ánh Dương' })).toBeVisible();
	await page.goto('/contacts?q=0977888999');
	await expect(page.getByText('No contacts match')).toBeVisible();
});

test('a deleted contact comes back as it was', async ({ page }) => {
	await createCompany(page, 'Ánh Dương', { people: { 'Đặng Văn Hùng': { authority: 'primary' } } });
	await page.getByRole('link', { name: 'Đặng Văn Hùng' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Đặng Văn Hùng' })).toBeVisible();
	await deleteRecord(page);
	await toast(page, 'Deleted Đặng Văn Hùng').getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('Undone.', { exact: true })).toBeVisible();
	await page.goto('/contacts');
	await expect(names(page)).toHaveText(['Đặng Văn Hùng']);
	await expect(page.getByText('Decision maker · Primary')).toBeVisible();
});

test('filters stand in the address, and survive reload and Back', async ({ page }) => {
	await fillList(page);
	await page.goto('/contacts');
	await expect(names(page)).toHaveCount(4);

	const popover = await openFilter(page, 'Company');
	await popover.getByRole('searchbox', { name: 'Find Company' }).fill('binh');
	await popover.getByLabel('Thủy sản Bình Minh').check();
	await expect(popover).toContainText('3 contacts match');
	await popover.getByRole('button', { name: 'Done' }).click();
	await expect(names(page)).toHaveText(['Lê Hoàng Phúc', 'Nguyễn Thị Lan', 'Trần Quốc Bảo']);
	await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Company: Thủy sản Bình Minh');
	await addFilter(page, 'Decision maker', 'Yes');
	await expect(names(page)).toHaveText(['Nguyễn Thị Lan', 'Trần Quốc Bảo']);
	await addFilter(page, 'Authority level', 'Secondary');
	await expect(names(page)).toHaveText(['Trần Quốc Bảo']);
	await page.reload();
	await expect(names(page)).toHaveText(['Trần Quốc Bảo']);
	await names(page).first().click();
	await expect(page.getByRole('heading', { level: 1, name: 'Trần Quốc Bảo' })).toBeVisible();
	await page.goBack();
	await expect(names(page)).toHaveText(['Trần Quốc Bảo']);
	await page.getByRole('link', { name: /^Remove the filter Company/ }).click();
	await expect(page.getByRole('list', { name: 'Filters' })).not.toContainText('Company');
	await page.getByRole('link', { name: /^Remove the filter Authority/ }).click();
	await expect(names(page)).toHaveText(['Đặng Văn Hùng', 'Nguyễn Thị Lan', 'Trần Quốc Bảo']);
	await page.getByRole('searchbox').fill('chu tich');
	await expect(names(page)).toHaveText(['Đặng Văn Hùng']);
});

test('many contacts are tagged and deleted at once, and restored', async ({ page }) => {
	await fillList(page);
	await page.goto('/contacts');
	await page.getByLabel('Select Lê Hoàng Phúc').check();
	await page.getByLabel('Select Nguyễn Thị Lan').check();
	await page.getByRole('toolbar', { name: 'Selected rows' }).getByRole('button', { name: 'Tag' }).click();
	await page.getByRole('combobox', { name: 'Tags to add' }).fill('Tết');
	await page.getByRole('combobox', { name: 'Tags to add' }).press(',');
	await page.getByRole('button', { name: 'Save tags' }).click();
	await expect(page.getByRole('row', { name: /Nguyễn Thị Lan/ })).toContainText('Tết');
	await addFilter(page, 'Tags', 'Tết');
	await expect(names(page)).toHaveCount(2);

	await page.getByLabel('Select all rows on this page').check();
	await page.getByRole('toolbar', { name: 'Selected rows' }).getByRole('button', { name: 'Delete' }).click();
	await page.getByRole('button', { name: 'Delete 2 contacts' }).click();
	await expect(page.getByText('No contacts match')).toBeVisible();
	await page
		.getByRole('listitem')
		.filter({ hasText: 'Deleted 2 contacts' })
		.getByRole('button', { name: 'Undo' })
		.click();
	await expect(names(page)).toHaveText(['Lê Hoàng Phúc', 'Nguyễn Thị Lan']);
});

test('a company says who decides there, and what is missing', async ({ page }) => {
	await createCompany(page, 'Hoa Sen');
	const overview = page.getByRole('main');
	await expect(overview).toContainText('No contacts yet.');
	await addContact(page, 'Lê Hoàng Phúc');
	await expect(overview).toContainText('No decision maker yet.');
	await makeContact(page, 'Trần Quốc Bảo', { authority: 'influencer' });
	await addContact(page, 'Võ Thị Yến', { authority: 'primary' });
	await expect(overview).toContainText('No decision maker has been contacted yet.');
	await expect(overview.getByRole('listitem').filter({ hasText: 'No contact yet' })).toHaveText([
		/^Võ Thị Yến.*Primary/,
		/^Trần Quốc Bảo.*Influencer/,
		/^Lê Hoàng Phúc/,
	]);
	await page.getByRole('link', { name: 'Võ Thị Yến' }).click();
	await expect(page.getByText('Same company')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Trần Quốc Bảo' })).toBeVisible();
});

test('one key copies the email, another the phone number', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await createCompany(page, 'Hoa Sen', { people: { 'Võ Thị Yến': { email: 'yen@hoasen.example.com' } } });
	await page.getByRole('link', { name: 'Võ Thị Yến', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Edit email, yen@hoasen.example.com' })).toBeVisible();
	await ready(page);
	await page.keyboard.press('m');
	await expect(page.getByText('Copied yen@hoasen.example.com')).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('yen@hoasen.example.com');
});

test('a second save of a contact opened before says so and keeps what was typed', async ({ page, context }) => {
	await createCompany(page, 'Hoa Sen', { people: { 'Võ Thị Yến': {} } });
	await page.getByRole('link', { name: 'Võ Thị Yến' }).click();
	// the company's page, still on the screen, has such a link too
	await expect(page.getByRole('heading', { level: 1, name: 'Võ Thị Yến' })).toBeVisible();
	await editAll(page);
	await expect(page.getByLabel('Contact name')).toHaveValue('Võ Thị Yến');
	const second = await context.newPage();
	await second.goto(page.url());
	await second.getByLabel('Job title').fill('Giám đốc');
	await second.getByRole('button', { name: 'Save contact' }).click();
	await expect(second.getByText('Saved Võ Thị Yến')).toBeVisible();
	await page.getByLabel('Job title').fill('Phó giám đốc');
	await page.getByRole('button', { name: 'Save contact' }).click();
	await expect(page.getByText('was changed somewhere else')).toBeVisible();
	await expect(page.getByLabel('Job title')).toHaveValue('Phó giám đốc');
});

test(`the pages of contacts have no accessibility violation, and very long names fit`, async ({ page }) => {
	await createCompany(page, longName, {
		people: {
			[longPerson]: { jobTitle: longName, authority: 'secondary' },
			'Lê Hoàng Phúc': { email: 'phuc@example.com' },
		},
	});
	const check = async () => {
		await expectAccessible(page);
		await expectFits(page);
		await page.setViewportSize({ width: 390, height: 844 });
		await expectFits(page);
		await page.setViewportSize({ width: 1440, height: 900 });
	};
	await check();
	await expect(page.getByText('Key contacts')).toBeVisible();
	await check();
	await page.getByRole('link', { name: longPerson }).click();
	await expect(page.getByText('Same company')).toBeVisible();
	await check();
	await editAll(page);
	await expect(page.getByLabel('Contact name')).toHaveValue(longPerson);
	await check();
	await page.goto('/contacts?decides=yes');
	await expect(names(page)).toHaveText([longPerson]);
	await check();
});
