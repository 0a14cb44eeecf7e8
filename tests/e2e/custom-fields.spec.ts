import type { Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { customName } from '../../src/domain/custom-fields/custom-field-types';
import { expectAccessible, expectFits } from './support/accessible';
import { holdActions } from './support/hold';
import { ready, toast } from './support/page';
import { showPart } from './support/record';
import { call, saveCompany } from './support/records';
import { expect, test } from './support/test';

// Custom fields on the page of a record: defined there, and edited where they stand by their types.

const own = (page: Page) => page.getByRole('region', { name: 'Custom fields' });
const add = (page: Page) => own(page).getByRole('button', { name: 'Add a custom field' });
const value = (page: Page, name: string) => own(page).getByRole('button', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

const names = ['Hội chợ thương mại quốc tế Thành phố Hồ Chí Minh', 'Referral', 'Website'];
const options = names.map((name) => ({ id: uuidv7(), name, colour: 'teal' }));

async function defineField(
	page: Page,
	name: string,
	type: string,
	more: { options?: typeof options; help?: string } = {},
) {
	const id = uuidv7();
	const listed = (more.options ?? []).map((option) => ({ ...option, id: uuidv7() }));
	const input = {
		id,
		kind: 'company',
		type,
		name,
		help: more.help ?? '',
		inList: true,
		options: JSON.stringify(listed),
	};
	await call(page, 'fields', 'createField', input);
	return id;
}

test('“Tax code” is defined on a company’s page and filled in, by keyboard alone', async ({ page }) => {
	const id = await saveCompany(page, 'Thủy sản Bình Minh');
	const other = await saveCompany(page, 'An Phát');
	await page.goto(`/companies/${id}`);
	await ready(page);
	// typed at once: the dialog's code may still be loading
	await add(page).press('Enter');
	await page.keyboard.type('Tax code');
	await expect(field(page, 'Field name')).toHaveValue('Tax code');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await expect(field(page, 'Value')).toBeFocused();
	await page.keyboard.type('0312 847 596');
	await page.keyboard.press('Enter');
	await expect(toast(page, 'Created Tax code')).toBeVisible();
	await expect(add(page)).toBeFocused();

	// a value is corrected twice, the second time while the first is being saved
	const release = await holdActions(page);
	await value(page, 'Edit Tax code, 0312 847 596').press('F2');
	await field(page, 'Tax code').fill('0312');
	await page.keyboard.press('Enter');
	await expect(value(page, 'Edit Tax code, 0312')).toBeFocused();
	await page.keyboard.press('F2');
	await field(page, 'Tax code').fill('3702 145 678');
	await page.keyboard.press('Enter');
	release();
	await expect(toast(page, 'Saved Tax code')).toHaveCount(2);
	await page.reload();
	await ready(page);
	await expect(value(page, 'Edit Tax code, 3702 145 678')).toBeVisible();

	// every company has the field now
	await page.goto(`/companies/${other}`);
	await ready(page);
	await value(page, 'Add Tax code').press('Enter');
	await page.keyboard.type('0101 243 150');
	await page.keyboard.press('Enter');
	await expect(value(page, 'Edit Tax code, 0101 243 150')).toBeFocused();
	await expectAccessible(page);
});

test('each type has its editor; what does not fit stays with the reason, and what another window saved is asked about', async ({
	page,
}) => {
	const id = await saveCompany(page, 'Thủy sản Bình Minh', { people: { 'Trần Thị Ánh': {} } });
	const number = await defineField(page, 'Số container', 'number', { help: 'Mỗi quý.' });
	await defineField(page, 'Nguồn', 'choice', { options });
	await defineField(page, 'Dòng sản phẩm', 'choices', { options });
	await defineField(page, 'Người quen', 'contact');
	await defineField(page, 'Hồ sơ', 'link');
	await page.goto(`/companies/${id}`);
	await ready(page);

	await value(page, 'Add Số container').click();
	await expect(page.getByText('Mỗi quý.')).toBeVisible();
	await page.keyboard.type('nhiều lắm');
	await page.keyboard.press('Enter');
	await expect(field(page, 'Số container')).toHaveAccessibleDescription(/Enter a number, such as 1500\..*Mỗi quý\./);
	await expect(field(page, 'Số container')).toHaveValue('nhiều lắm');
	await field(page, 'Số container').fill('1,250.5');
	await page.keyboard.press('Tab');

	// on to the next one, with keys: typing filters the options
	const source = page.getByRole('combobox', { name: 'Nguồn', exact: true });
	await expect(source).toBeFocused();
	await page.keyboard.type('refer');
	await page.keyboard.press('Enter');
	await expect(value(page, 'Edit Nguồn, Referral')).toBeFocused();

	await value(page, 'Add Dòng sản phẩm').click();
	const several = page.getByRole('combobox', { name: 'Dòng sản phẩm', exact: true });
	await several.press('Enter');
	await page.keyboard.type('web');
	await page.keyboard.press('Enter');
	await several.fill('');
	await expect(page.getByRole('list', { name: 'Selected' }).getByRole('listitem')).toHaveCount(2);
	await page.getByRole('option', { name: 'Referral' }).click();
	await several.press('Backspace');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(value(page, `Edit Dòng sản phẩm, ${names[0]}, Referral`)).toBeVisible();

	await value(page, 'Add Người quen').click();
	await page.keyboard.type('anh');
	await page.getByRole('option', { name: /Trần Thị Ánh/ }).click();
	await expect(own(page).getByRole('link', { name: 'Trần Thị Ánh' })).toBeVisible();
	await value(page, 'Add Hồ sơ').click();
	await page.keyboard.type('www.example.com/ho-so');
	await page.keyboard.press('Enter');
	await expect(own(page).getByRole('link', { name: 'example.com/ho-so' })).toHaveAttribute(
		'href',
		'https://www.example.com/ho-so',
	);

	// another window has changed it meanwhile
	const change = { id, field: customName(number), value: '7', was: '1250.5' };
	await call(page, 'companies', 'changeCompanyField', change);
	await value(page, 'Edit Số container, 1,250.5').click();
	await field(page, 'Số container').fill('8');
	await page.keyboard.press('Enter');
	await expect(own(page).getByText('Changed elsewhere: 7')).toBeVisible();
	await own(page).getByRole('button', { name: 'Keep mine' }).click();
	await expect(own(page).locator(`[data-property=${customName(number)}]`)).toContainText('Saved');

	// in a cell of the list as well
	await page.goto('/companies');
	await ready(page);
	await page
		.getByRole('row', { name: /Thủy sản/ })
		.getByText('8', { exact: true })
		.dblclick();
	await expect(field(page, 'Số container')).toBeFocused();
	await field(page, 'Số container').fill('9');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('row', { name: /Thủy sản/ }).getByText('9', { exact: true })).toBeVisible();
	await expect(toast(page, 'Saved Số container')).not.toHaveCount(0);
});

test('what is required is asked for in new forms and in the dialog, with its default value, and nowhere else', async ({
	page,
}) => {
	await defineField(page, 'Điều khoản', 'choice', { options });
	await page.goto('/settings/fields');
	await ready(page);
	await page.getByRole('button', { name: /^Điều khoản/ }).press('Enter');
	await page.getByLabel('Required').press('Space');
	await page.getByLabel('Default value').selectOption('Referral');
	await expectAccessible(page);
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('status').filter({ hasText: /^ ?Saved$/ })).toBeVisible();

	await page.goto('/companies/new');
	await ready(page);
	await page.getByLabel('Company name').fill('Thủy sản Bình Minh');
	const asked = page.getByLabel('Điều khoản');
	await expect(asked.locator('option:checked')).toHaveText('Referral');
	await asked.selectOption('–');
	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(asked).toHaveAccessibleDescription('Điều khoản is required.');
	await expect(asked).toBeFocused();
	await asked.selectOption('Website');
	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(value(page, 'Edit Điều khoản, Website')).toBeVisible();
	// where it stands it can be cleared
	await value(page, 'Edit Điều khoản, Website').click();
	await page.getByRole('option', { name: 'Not set' }).click();
	await expect(toast(page, 'Saved Điều khoản')).toBeVisible();
	await expect(own(page).locator('.property', { hasText: 'Điều khoản' })).toContainText('Required');

	await page.keyboard.press('c');
	await page.keyboard.press('c');
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Company name').fill('An Phát');
	await expect(dialog.getByLabel('Điều khoản').locator('option:checked')).toHaveText('Referral');
	await expectAccessible(page);
	await page.keyboard.press('Control+Enter');
	await expect(toast(page, 'Created An Phát')).toBeVisible();
	await page.goto('/companies');
	await expect(page.getByRole('row', { name: /An Phát/ })).toContainText('Referral');
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

	test('a field is defined with a thumb, and several options are picked and taken away', async ({ page }) => {
		await defineField(page, 'Các dòng sản phẩm quan tâm của chi nhánh Đồng bằng sông Cửu Long', 'choices', { options });
		await page.goto(`/companies/${await saveCompany(page, 'Thủy sản Bình Minh')}`);
		await showPart(page, 'details');
		await add(page).tap();
		await field(page, 'Field name').fill('Ngày ký');
		await page.getByLabel('Type').selectOption('Date');
		await page.getByLabel('Value', { exact: true }).fill('18 Dec 2026');
		await expectFits(page);
		await page.getByRole('button', { name: 'Save field' }).tap();
		await expect(value(page, 'Edit Ngày ký, Dec 18, 2026')).toBeVisible();
		await own(page)
			.getByRole('button', { name: /^Add Các dòng/ })
			.tap();
		for (const name of names) await page.getByRole('option', { name }).tap();
		await page.getByRole('button', { name: 'Remove Referral' }).tap();
		await expectFits(page);
		await expectAccessible(page);
		await page.getByRole('button', { name: 'Save', exact: true }).tap();
		await expect(own(page).getByRole('button', { name: /, Hội chợ .*, Website$/ })).toBeVisible();
		await expectFits(page);
	});
});
