import { expectAccessible, expectFits } from './support/accessible';
import { active, box, command, open, options, take, type } from './support/commands';
import { createDeal, makeDeal } from './support/deals';
import { heading, toast } from './support/page';
import { deleteRecord } from './support/record';
import { saveCompany } from './support/records';
import { createCompany, expect, test } from './support/test';

test.beforeEach(async ({ page }) => {
	await createCompany(page, 'Thủy sản Bình Minh', { people: { 'Trần Quốc Bảo': {} } });
});

test('the steps of a command go back one by one', async ({ page }) => {
	await page.goto('/dashboard');
	await command(page, '>tag', 'Tag …');
	await take(page, 'bao', /^Trần Quốc Bảo/);
	await expect(box(page)).toHaveAccessibleName(/^Tag › Trần Quốc Bảo/);
	await box(page).fill('k');
	await page.keyboard.press('Backspace');
	await expect(box(page)).toHaveAccessibleName(/^Tag › Trần Quốc Bảo/);
	await page.keyboard.press('Backspace');
	await expect(box(page)).toHaveAccessibleName('Tag › Which company or contact? Type a name');
	await expect(box(page)).toBeFocused();
	await page.keyboard.press('Escape');
	// what was typed first stands there again
	await expect(box(page)).toHaveAccessibleName('Search');
	await expect(box(page)).toHaveValue('>tag');
	await expect(active(page)).toHaveText('Tag …');
	await page.keyboard.press('Escape');
	await expect(box(page)).toBeHidden();
});

test('records stay first, a sign asks for commands alone, and these need no server', async ({ page }) => {
	await saveCompany(page, 'Tagarno Việt Nam');
	await page.goto('/dashboard');
	await open(page);
	const groups = page.getByRole('dialog').getByRole('group');
	const titles = () => groups.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
	await expect(options(page).first()).toBeVisible();
	// below what was opened, if the page of a record was open long enough
	expect((await titles()).slice(-2)).toEqual(['Recently changed', 'Commands']);
	await type(page, 'tag');
	await expect(active(page)).toContainText('Tagarno Việt Nam');
	expect(await titles()).toEqual(['Best match', 'Commands']);
	await box(page).fill('> tag');
	await expect(options(page)).toHaveText(['Tag …']);
	await box(page).fill('>zzz');
	await expect(page.getByText('No command has this name.')).toBeVisible();
	await page.route('**/api/search*', (route) => route.fulfill({ status: 404 }));
	await take(page, 'dark', 'Change theme to dark');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('text and Enter at one go take what the text finds, however slowly it is found', async ({ page }) => {
	await saveCompany(page, 'Globex International');
	await page.goto('/dashboard');
	await page.route('**/api/*', async (route) => {
		await new Promise((resolve) => setTimeout(resolve, 700));
		await route.continue();
	});
	await open(page);
	await page.keyboard.type('>log call');
	await page.keyboard.press('Enter');
	await page.keyboard.type('quoc bao');
	await page.keyboard.press('Enter');
	const activity = page.getByRole('dialog', { name: 'Log activity' });
	await expect(activity.getByRole('combobox', { name: 'Company, contact, or deal' })).toHaveValue(/Trần Quốc Bảo/);
	await page.keyboard.press('Escape');
	await expect(activity).toHaveCount(0);
	await open(page);
	await page.keyboard.type('thuy san');
	await page.keyboard.press('Enter');
	await expect(heading(page, 'Thủy sản Bình Minh')).toBeVisible();
	// what is typed after Enter calls it off
	await open(page);
	await page.keyboard.type('glo');
	await page.keyboard.press('Enter');
	await page.keyboard.type('bex');
	await expect(active(page)).toContainText('Globex International');
	await expect(box(page)).toHaveValue('globex');
});

test('a verb and a name in one go do what they say first', async ({ page }) => {
	await makeDeal(page, 'Hệ thống kho lạnh');
	await page.goto('/dashboard');
	await open(page);
	await type(page, 'call bao');
	await expect(active(page)).toHaveText('Log a call with Trần Quốc Bảo · Thủy sản Bình Minh');
	await type(page, 'tag thuy san');
	await expect(active(page)).toHaveText('Tag Thủy sản Bình Minh');
	await type(page, '> email quoc');
	await expect(active(page)).toHaveText('Log an email with Trần Quốc Bảo · Thủy sản Bình Minh');
	await type(page, 'move kho');
	const moves = ['Qualification', 'Proposal', 'Negotiation', 'Closed Won', 'Closed Lost'];
	await expect(options(page)).toHaveText(
		moves.map((stage) => `Move Hệ thống kho lạnh to ${stage} · Thủy sản Bình Minh`),
	);
	// written and taken at one go
	await box(page).fill('');
	await page.keyboard.type('move kho lanh to nego');
	await page.keyboard.press('Enter');
	await expect(toast(page, 'Moved Hệ thống kho lạnh to Negotiation')).toBeVisible();
	await open(page);
	await page.keyboard.type('meeting with bao');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('radio', { name: 'Meeting' })).toBeChecked();
	await expect(page.getByRole('button', { name: 'Remove Trần Quốc Bảo' })).toBeVisible();
});

test('lines of the same name come and go with the text', async ({ page }) => {
	await makeDeal(page, 'Gia hạn', { company: 'Thủy sản Bình Minh' });
	await makeDeal(page, 'Gia hạn', { company: 'Ánh Dương' });
	await makeDeal(page, 'Kho lạnh', { company: 'Ánh Dương' });
	await page.goto('/dashboard');
	await command(page, '>stage', 'Change stage …');
	await expect(options(page)).toHaveCount(3);
	for (const [text, expected] of [
		['gia', ['Gia hạn · Thủy sản Bình Minh', 'Gia hạn · Ánh Dương']],
		['kho', ['Kho lạnh · Ánh Dương']],
		['', ['Gia hạn · Thủy sản Bình Minh', 'Gia hạn · Ánh Dương', 'Kho lạnh · Ánh Dương']],
		['kho', ['Kho lạnh · Ánh Dương']],
	] as const) {
		await type(page, text);
		await expect(options(page)).toHaveCount(expected.length);
		expect((await options(page).allTextContents()).toSorted()).toEqual([...expected].toSorted());
		const ids = await options(page).evaluateAll((all) => all.map(({ id }) => id));
		expect(new Set(ids).size).toBe(ids.length);
	}
});

test('commands name a record on its own page alone, and go with the page by Back', async ({ page }) => {
	await page.goto('/dashboard');
	await open(page);
	await type(page, 'bao');
	await page.keyboard.press('Enter');
	await expect(heading(page, 'Trần Quốc Bảo')).toBeVisible();
	const contact = page.url();
	await open(page);
	await type(page, '>log a call');
	await expect(options(page)).toHaveText(['Log a call with Trần Quốc Bảo', 'Log a call with …']);
	await page.goBack();
	await expect(heading(page, 'Today')).toBeVisible();
	await expect(box(page)).toBeHidden();
	// opened again it starts again, with the commands of this page
	await open(page);
	await expect(box(page)).toHaveValue('');
	await type(page, '>log a call');
	await expect(options(page)).toHaveText(['Log a call with …']);
	await page.keyboard.press('Escape');

	await page.goto(contact);
	await deleteRecord(page);
	await expect(heading(page, 'Thủy sản Bình Minh')).toBeVisible();
	await page.goto(contact);
	await expect(heading(page, 'There is nothing here')).toBeVisible();
	await open(page);
	await type(page, '>log a call');
	await expect(options(page)).toHaveText(['Log a call with …']);
});

test('an Enter that ends a composed syllable takes no line', async ({ page }) => {
	await page.goto('/dashboard');
	await open(page);
	await type(page, 'bao');
	await expect(active(page)).toContainText('Trần Quốc Bảo');
	const enter = (more: object = {}) => ({ key: 'Enter', keyCode: 229, bubbles: true, cancelable: true, ...more });
	await box(page).dispatchEvent('keydown', enter());
	await box(page).dispatchEvent('keydown', enter({ ctrlKey: true }));
	await page.waitForTimeout(400);
	await expect(box(page)).toHaveValue('bao');
	await expect(page).toHaveURL(/\/dashboard$/);
	expect(page.context().pages()).toHaveLength(1);

	await page.goto('/companies/new');
	const field = page.getByRole('combobox', { name: 'Tags' });
	await field.fill('khách quý');
	await field.dispatchEvent('keydown', enter());
	await expect(field).toHaveValue('khách quý');
	await field.press('Enter');
	await expect(field).toHaveValue('');
});

test('a form with unsaved changes asks before a command leaves it', async ({ page }) => {
	await page.goto('/companies/new');
	await page.getByLabel('Company name').fill('Đại Phát');
	const answers = [false, true];
	page.on('dialog', (dialog) => (answers.shift() ? dialog.accept() : dialog.dismiss()));
	await command(page, 'go deals', 'Go to dealsg l');
	await expect(box(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByLabel('Company name')).toHaveValue('Đại Phát');
	await command(page, 'go deals', 'Go to dealsg l');
	await expect(heading(page, 'Deals')).toBeVisible();
});

test(`the commands are accessible and fit a phone`, async ({ page }) => {
	await createDeal(page, 'Hợp đồng xuất khẩu quý tới cho Công ty Trách nhiệm Hữu hạn Thương mại Hưng Thịnh Vượng');
	const check = async (width: number) => {
		await expectAccessible(page);
		await expectFits(page);
		const input = await box(page).boundingBox();
		const last = await options(page).last();
		await last.scrollIntoViewIfNeeded();
		const line = await last.boundingBox();
		expect(input && input.x >= 0 && input.x + input.width <= width).toBe(true);
		expect(line && line.y + line.height <= 844).toBe(true);
	};
	for (const width of [1440, 360]) {
		await page.setViewportSize({ width, height: 844 });
		await open(page);
		await box(page).fill('>');
		await expect(options(page).first()).toBeVisible();
		await check(width);
		await take(page, '>stage of', /^Change stage of/);
		await expect(options(page)).toHaveCount(6);
		await check(width);
		await page.keyboard.press('Escape');
		await take(page, '>log call', 'Log a call with …');
		await expect(options(page).first()).toContainText('Trần Quốc Bảo');
		await check(width);
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
	}
});
