import type { Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { expectAccessible, expectFits } from './support/accessible';
import { accountOf } from './support/accounts';
import { onDatabase } from './support/database';
import { ready, toast } from './support/page';
import { call, saveCompany, saveContact } from './support/records';
import { expect, test } from './support/test';

const longName = 'Mã số thuế của chi nhánh phụ trách xuất hóa đơn và công nợ ở Đồng bằng sông';
const dialog = (page: Page) => page.getByRole('dialog');
const line = (page: Page, name: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: name });

test('fields are defined, and one of them is set for many companies, filtered by, saved as a view, and undone', async ({
	page,
}) => {
	const names = ['Thủy sản Bình Minh', 'Bao bì Đại Phát', 'Nội thất Hoa Sen'];
	for (const name of names) await saveCompany(page, name);
	await page.goto('/settings/fields');
	await ready(page);
	await expectAccessible(page);

	// by keys alone
	await page.getByRole('button', { name: 'New field', exact: true }).press('Enter');
	await expect(dialog(page).getByLabel('Field name')).toBeFocused();
	await page.keyboard.type('Tax code');
	await dialog(page).getByLabel('Show as a column of the list').press('Space');
	await page.keyboard.press('Control+Enter');
	await expect(line(page, 'Tax code')).toContainText('0 of 3');

	await page.getByRole('button', { name: 'New field', exact: true }).click();
	await dialog(page).getByLabel('Field name').fill('Lead source');
	await dialog(page).getByLabel('Type').selectOption('One from a list');
	// without a pause: each letter goes into the option that Enter has led to
	await dialog(page).getByLabel('Option 1', { exact: true }).focus();
	await page.keyboard.type('Trade fair');
	await page.keyboard.press('Enter');
	await page.keyboard.type('Referral');
	await expect(dialog(page).getByLabel('Option 1', { exact: true })).toHaveValue('Trade fair');
	await expect(dialog(page).getByLabel('Option 2', { exact: true })).toHaveValue('Referral');
	await expectAccessible(page);
	// lines that are pasted are options, but for those that are there
	await dialog(page)
		.getByLabel('Option 2', { exact: true })
		.evaluate((input) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData('text/plain', 'Website\r\nreferral\nWebsite\n\nHội chợ\n');
			input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
		});
	await expect(dialog(page).getByLabel(/^Option \d$/)).toHaveCount(4);
	await expect(dialog(page).getByLabel('Option 4', { exact: true })).toHaveValue('Hội chợ');
	await expect(dialog(page).getByLabel('Option 4', { exact: true })).toBeFocused();
	await dialog(page).getByRole('button', { name: 'Save field' }).click();
	await expect(line(page, 'Lead source')).toContainText('One from a list · 4 options');
	await line(page, 'Lead source').getByRole('button', { expanded: false }).press('Alt+ArrowUp');
	await expect(page.getByRole('list', { name: 'Fields of companies' }).getByRole('listitem').first()).toContainText(
		'Lead source',
	);

	// a name that is taken is refused where it stands
	await page.getByRole('button', { name: 'New field', exact: true }).click();
	await dialog(page).getByLabel('Field name').fill('tax code');
	await dialog(page).getByRole('button', { name: 'Save field' }).click();
	await expect(dialog(page).getByText('There is a field “Tax code” already.')).toBeVisible();
	await dialog(page).getByLabel('Field name').fill(longName);
	await dialog(page).getByRole('button', { name: 'Save field' }).click();
	await expect(line(page, longName)).toBeVisible();
	await page.setViewportSize({ width: 360, height: 740 });
	await expectFits(page);
	await page.setViewportSize({ width: 1280, height: 800 });

	await page.goto('/companies');
	await ready(page);
	await page.getByRole('checkbox', { name: 'Select all rows on this page' }).check();
	await page.getByRole('toolbar', { name: 'Selected rows' }).getByRole('button', { name: 'Set field' }).click();
	await dialog(page).getByLabel('Field', { exact: true }).selectOption('Tax code');
	await dialog(page).getByLabel('Tax code').fill('3702145678');
	await expectAccessible(page);
	await dialog(page).getByRole('button', { name: 'Set for 3 companies' }).click();
	await expect(toast(page, 'Set Tax code of 3 companies')).toBeVisible();
	await expect(page.getByRole('row', { name: /Bao bì Đại Phát/ })).toContainText('3702145678');

	await page.keyboard.press('f');
	await page.keyboard.type('tax code');
	await page.keyboard.press('Enter');
	await page.keyboard.type('2145');
	await expect(page.getByRole('button', { name: /^Tax code ?: contains “2145”/ })).toBeVisible();
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Save view' }).click();
	await dialog(page).getByLabel('View name').fill('Có mã số thuế');
	await dialog(page).getByRole('button', { name: 'Save view' }).click();
	await expect(page.getByRole('link', { name: 'Có mã số thuế' }).first()).toBeVisible();

	// the newer toast lies above it
	await page.locator('[data-sonner-toast][data-front=true]').hover();
	await toast(page, 'Set Tax code of 3 companies').getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('No companies match')).toBeVisible();

	// a view whose field is gone has nothing, rather than everything
	await page.goto('/settings/fields');
	await line(page, 'Tax code').getByRole('button', { expanded: false }).click();
	await line(page, 'Tax code').getByRole('button', { name: 'Delete' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'Delete field' }).click();
	await expect(toast(page, 'Deleted Tax code')).toBeVisible();
	await page.getByRole('link', { name: 'Có mã số thuế' }).first().click();
	await expect(page.getByRole('button', { name: /^A field that is gone ?: matches nothing/ })).toBeVisible();
	await expect(page.getByText('No companies match')).toBeVisible();
});

test('what is changed in an opened field saves itself, and is kept while it is refused', async ({ page }) => {
	const names = ['Hội chợ', 'Giới thiệu', 'Website'];
	const options = names.map((name) => ({ id: uuidv7(), name, colour: 'teal' }));
	const field = {
		id: uuidv7(),
		kind: 'company',
		type: 'choice',
		name: 'Nguồn',
		help: '',
		options: JSON.stringify(options),
	};
	await call(page, 'fields', 'createField', field);
	await call(page, 'fields', 'createField', { ...field, id: uuidv7(), type: 'text', name: 'Zalo', options: '[]' });
	const ids = [await saveCompany(page, 'Thủy sản Bình Minh')];
	await call(page, 'fields', 'setField', { kind: 'company', field: field.id, ids, how: 'set', value: 'Website' });
	await page.goto('/settings/fields');
	await ready(page);
	const panel = page
		.getByRole('list', { name: 'Fields of companies' })
		.getByRole('listitem')
		.filter({ has: page.locator('form') })
		.first();
	const saved = panel.getByRole('status').filter({ hasText: /^ ?Saved$/ });
	const listed = () =>
		panel.getByLabel(/^Option \d$/).evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));
	await line(page, 'Nguồn').first().getByRole('button', { expanded: false }).press('Enter');
	await panel.getByLabel('Field name').fill('Nguồn khách');
	await page.keyboard.press('Tab');
	await expect(line(page, 'Nguồn khách').first()).toBeVisible();
	await expect(saved).toBeVisible();
	await expectAccessible(page);
	await panel.getByRole('button', { name: 'Undo' }).click();
	await expect(panel.getByLabel('Field name')).toHaveValue('Nguồn');

	// in another order, by keys and by hand
	await panel.getByLabel('Option 3', { exact: true }).press('Alt+ArrowUp');
	await expect(panel.getByLabel('Option 2', { exact: true })).toBeFocused();
	expect(await listed()).toEqual(['Hội chợ', 'Website', 'Giới thiệu']);
	await panel.getByTitle('Drag to move').nth(3).hover();
	await page.mouse.down();
	await panel
		.getByTitle('Drag to move')
		.nth(1)
		.hover({ force: true, position: { x: 10, y: 2 } });
	await page.mouse.up();
	await expect.poll(listed).toEqual(['Giới thiệu', 'Hội chợ', 'Website']);

	// one that records have asks first
	await expect(panel.getByTitle('Records that have it')).toHaveText('1');
	await panel.getByRole('button', { name: 'Remove option 3' }).click();
	await expect(page.getByRole('alertdialog')).toContainText('1 record has it, and loses it.');
	await expectAccessible(page);
	await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
	await panel.getByRole('button', { name: 'Remove option 1' }).click();
	await expect.poll(listed).toEqual(['Hội chợ', 'Website']);

	// a name that is taken stays as it was typed, with the reason, until it is given up
	await panel.getByLabel('Field name').fill('zalo');
	await page.keyboard.press('Tab');
	await expect(panel.getByText('There is a field “Zalo” already.')).toBeVisible();
	await expect(panel.getByLabel('Field name')).toHaveValue('zalo');
	let asked = '';
	page.once('dialog', (question) => {
		asked = question.message();
		void question.dismiss();
	});
	await page.getByRole('link', { name: 'Deals' }).first().click();
	expect(asked).toContain('has not been saved');
	await panel.getByRole('button', { name: 'Discard' }).click();
	await expect(panel.getByLabel('Field name')).toHaveValue('Nguồn');

	// closing its row saves what was typed last
	await panel.getByLabel('Help text').fill('Họ biết chúng ta từ đâu');
	await panel.getByRole('button', { name: /^Nguồn/ }).click();
	await expect(page.getByLabel('Help text')).toHaveCount(0);
	await page.reload();
	await line(page, 'Nguồn').first().getByRole('button', { expanded: false }).click();
	await expect(panel.getByLabel('Help text')).toHaveValue('Họ biết chúng ta từ đâu');
	expect(await listed()).toEqual(['Hội chợ', 'Website']);
});

test('a field gets another type, which says first what would be lost, and undo brings all of it back', async ({
	page,
}) => {
	const name = 'Số năm quen biết';
	const field = uuidv7();
	const input = { id: field, kind: 'company', type: 'text', name, help: '', options: '[]' };
	await call(page, 'fields', 'createField', input);
	const values = { 'Bình Minh': '12', 'Đại Phát': '1,5', 'Hoa Sen': 'lâu rồi' };
	for (const [company, value] of Object.entries(values)) {
		const ids = [await saveCompany(page, company)];
		await call(page, 'fields', 'setField', { kind: 'company', field, ids, how: 'set', value });
	}
	await page.goto('/settings/fields');
	await ready(page);
	await expect(line(page, name)).toContainText('3 of 3');
	await line(page, name).getByRole('button', { expanded: false }).press('Enter');
	await expect(line(page, name).getByLabel('Field name')).toBeFocused();
	await expectAccessible(page);
	await line(page, name).getByRole('button', { name: 'Change type' }).press('Enter');
	await dialog(page).getByLabel('New type').selectOption('Number');
	await expect(dialog(page)).toContainText('2 of 3 values stay.1 doesn’t fit and is cleared.');
	await expect(dialog(page).getByRole('list', { name: 'Examples of what is lost' })).toHaveText('lâu rồi');
	await expectAccessible(page);
	await dialog(page).getByRole('button', { name: 'Change type' }).click();
	await expect(line(page, name)).toContainText('2 of 3');
	await expect(line(page, name)).toContainText('Number');
	await expect(line(page, name).getByRole('group').first()).toContainText('Number');
	await toast(page, `Changed type of ${name}`).getByRole('button', { name: 'Undo' }).click();
	await expect(line(page, name)).toContainText('3 of 3');
	await expect(line(page, name)).toContainText('Text');
});

test('ready-made fields are added with one click, put in order by dragging, and a birthday that is near is on Today', async ({
	page,
}) => {
	const contact = await saveContact(page, await saveCompany(page, 'Bình Minh'), 'Trần Quốc Bảo');
	await page.goto('/settings/fields?kind=contact');
	await ready(page);
	for (const name of ['Birthday', 'Lead source']) {
		await page.getByRole('button', { name: `Add ${name}` }).click();
		await expect(line(page, name)).toBeVisible();
	}
	await expect(line(page, 'Birthday')).toContainText('Date · On Today 7 days before, every year');
	const lines = page.getByRole('list', { name: 'Fields of contacts' }).getByRole('listitem');
	await lines.nth(1).getByTitle('Drag to move').hover();
	await page.mouse.down();
	await lines.nth(0).hover({ force: true, position: { x: 20, y: 4 } });
	const saved = page.waitForResponse((response) => response.request().method() === 'POST');
	await page.mouse.up();
	await expect(lines.first()).toContainText('Lead source');
	await saved;
	await page.reload();
	await expect(lines.first()).toContainText('Lead source');

	const [birthday] = await onDatabase<{ id: string }>(
		`SELECT id FROM field WHERE user_id = $1 AND preset = 'birthday'`,
		[await accountOf(page)],
	);
	const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(5, 10);
	const value = { kind: 'contact', field: birthday?.id, ids: [contact], how: 'set', value: `1990-${soon}` };
	await call(page, 'fields', 'setField', value);
	await page.goto('/dashboard');
	const dates = page.getByRole('region', { name: /^Dates/ });
	await expect(dates.getByRole('listitem')).toContainText(/Trần Quốc BảoBirthday · in \d days/);
	await expectAccessible(page);
	await dates.getByRole('link', { name: 'Trần Quốc Bảo' }).focus();
	await page.keyboard.press('n');
	await expect(dialog(page)).toContainText('Trần Quốc Bảo');
});
