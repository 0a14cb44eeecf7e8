import { text } from './support/composer';
import { onDatabase } from './support/database';
import { holdScripts } from './support/hold';
import { heading, toast } from './support/page';
import { askToDelete, editAll, menuButton } from './support/record';
import { createCompany, expect, test } from './support/test';

const company = 'Thủy sản Bình Minh';

test.beforeEach(async ({ page }) => {
	await createCompany(page, company);
});

test('Ctrl+Enter saves a form from each of its fields and from beside it, with what is half typed', async ({
	page,
}) => {
	const save = () => page.keyboard.press('Control+Enter');
	await page.goto('/contacts/new');
	const fill = async (name: string) => {
		await page.goto('/contacts/new');
		await page.getByLabel('Contact name').fill(name);
		await page.getByRole('combobox', { name: 'Company' }).fill(company);
		await expect(page.getByRole('option', { name: company })).toBeVisible();
	};
	// the list of the picker is open and nothing has been taken from it
	await fill('Trần Quốc Bảo');
	await save();
	await expect(heading(page, 'Trần Quốc Bảo')).toBeVisible();
	await expect(page.locator('main')).toContainText(company);

	await editAll(page);
	await page.getByLabel('Tags').fill('khách quý');
	await save();
	await expect(page.locator('main').getByRole('list', { name: 'Tags' })).toHaveText('khách quý');

	for (const [name, press] of [
		['Notes', 'Control+Enter'],
		['Stay in touch', 'Meta+Enter'],
		['Stay in touch', 'Enter'],
		['Decision maker', 'Control+Enter'],
		['Decision maker', 'Enter'],
		['Email', 'Control+Enter'],
	] as const) {
		await editAll(page);
		await expect(heading(page, 'Edit Trần Quốc Bảo').or(page.getByLabel('Contact name'))).toBeVisible();
		const title = `${name} ${press}`;
		await page.getByLabel('Job title').fill(title);
		await page.getByLabel(name, { exact: true }).focus();
		await page.keyboard.press(press);
		await expect(toast(page, 'Saved Trần Quốc Bảo').first()).toBeVisible();
		await expect(menuButton(page)).toBeVisible();
		// the toast can be that of the save before
		await expect(page.locator('main')).toContainText(title);
		const rows = await onDatabase('SELECT 1 FROM contact WHERE job_title = $1', [title]);
		expect(rows, title).toHaveLength(1);
	}

	// who decides is asked for how much
	await fill('Lê Thu Hà');
	await page.getByRole('option', { name: company }).click();
	await page.getByLabel('Decision maker').press('Space');
	await page.getByLabel('Authority level').focus();
	await page.keyboard.press('p');
	await page.keyboard.press('Enter');
	await expect(heading(page, 'Lê Thu Hà')).toBeVisible();
	await expect(page.locator('main')).toContainText('Primary');

	// the focus is beside the form
	await page.goto('/companies/new');
	await page.getByLabel('Company name').fill('Đại Phát');
	await page.locator('#main').focus();
	await save();
	await expect(heading(page, 'Đại Phát')).toBeVisible();
});

test('Ctrl+Enter that comes before the page’s code is kept until it does', async ({ page }) => {
	const come = await holdScripts(page);
	for (const place of ['#main', 'form [name=name]']) {
		await page.goto('/companies/new', { waitUntil: 'commit' });
		await page.getByLabel('Company name').fill(`Đại Phát ${place}`);
		await page.locator(place).focus();
		await page.keyboard.press('Control+Enter');
		if (place === '#main') come();
		await expect(heading(page, `Đại Phát ${place}`)).toBeVisible();
	}
});

test('Ctrl+Enter saves a dialog and answers a question, once', async ({ page, account }) => {
	await page.goto('/companies?q=thuy');
	await page.getByRole('button', { name: 'Save view' }).click();
	const dialog = page.getByRole('dialog', { name: 'Save view' });
	await dialog.getByLabel('View name').fill('Thủy sản');
	await dialog.getByRole('button', { name: 'Close' }).focus();
	await page.keyboard.press('Control+Enter');
	await expect(toast(page, 'Saved the view Thủy sản')).toBeVisible();
	await expect(dialog).toBeHidden();

	await page.goto('/companies');
	await page.getByRole('link', { name: company, exact: true }).click();
	await text(page).fill('Hỏi giá');
	await page.keyboard.press('Control+Enter');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('link', { name: 'Hỏi giá' })).toBeVisible();
	const logged = await onDatabase(
		`SELECT 1 FROM activity WHERE user_id = (SELECT id FROM public."user" WHERE email = $1)`,
		[account.email],
	);
	expect(logged).toHaveLength(1);

	await expect(await askToDelete(page)).toBeVisible();
	await page.keyboard.press('Control+Enter');
	await page.keyboard.press('Control+Enter');
	await expect(heading(page, 'Companies')).toBeVisible();
	await expect(page.locator('[data-sonner-toast]').filter({ hasText: company })).toHaveCount(1);
});
