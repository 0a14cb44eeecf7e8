import { expectAccessible, expectFits } from './support/accessible';
import { allKeys, expectNothing, list, press } from './support/keys';
import { heading, ready } from './support/page';
import { createCompany, expect, makeContact, test } from './support/test';

test.beforeEach(async ({ page }) => {
	await createCompany(page, 'Thủy sản Bình Minh');
});

test('the switch turns single keys off in this browser, the list says so, and they come back', async ({ page }) => {
	await makeContact(page, 'Trần Quốc Bảo', { email: 'bao@binhminh.example.com' });
	await page.goto('/settings#shortcuts');
	await ready(page);
	const control = page.getByRole('checkbox', { name: 'Use single keys as shortcuts' });
	const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Deals' });
	await expect(control).toBeChecked();
	await expect(link).toHaveAttribute('aria-keyshortcuts', 'g l');
	await control.click();
	await expect(control).not.toBeChecked();
	await expect(link).not.toHaveAttribute('aria-keyshortcuts');
	await expectNothing(page, [...allKeys, '/']);
	await page.reload();
	await expect(control).not.toBeChecked();
	await expectNothing(page, [...allKeys, '/']);
	// nor do the keys of lists and of records
	await page.goto('/companies');
	await expect(page.getByRole('link', { name: 'Thủy sản Bình Minh' })).toBeVisible();
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('combobox', { name: 'Search', exact: true })).toBeFocused();
	await page.keyboard.press('Escape');
	await page.locator('#main').focus();
	await page.keyboard.press('j');
	await expect(page.locator('#main')).toBeFocused();

	await page.getByRole('button', { name: 'Account menu' }).click();
	await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
	await expect(list(page)).toContainText('Single keys are switched off in this browser.');
	await list(page).getByRole('link', { name: 'Switch them on in the settings' }).click();
	await expect(list(page)).toBeHidden();
	await control.click();
	await page.locator('#main').focus();
	await press(page, 'g c');
	await expect(heading(page, 'Companies')).toBeVisible();
	await expect(async () => {
		await page.locator('#main').focus();
		await page.keyboard.press('j');
		await expect(page.getByRole('link', { name: 'Thủy sản Bình Minh' })).toBeFocused({ timeout: 1000 });
	}).toPass();
});

test('the list names every shortcut', async ({ page }) => {
	await ready(page);
	await page.keyboard.press('?');
	for (const [group, name, keys] of [
		['Go to', 'Deals', 'gthenl'],
		['Create', 'Follow-up', 'cthenf'],
		['On a record’s page', 'Edit the focused value or the first one', 'e'],
		['Anywhere', 'This list', '?'],
		['In a list', 'Next row', 'j'],
		['On the board, with a deal in focus', 'carry this one', '←↑↓→'],
	] as const) {
		const line = list(page).getByRole('region', { name: group }).locator('dl > div').filter({ hasText: name });
		await expect(line.locator('dd')).toHaveText(keys);
	}
	await expect(page.getByRole('button', { name: 'Add website', includeHidden: true })).toHaveAttribute(
		'aria-keyshortcuts',
		'e',
	);
});

test(`the list and the switch are accessible and fit a phone`, async ({ page }) => {
	const check = async () => {
		await expectAccessible(page);
		await expectFits(page);
	};
	for (const width of [1440, 360]) {
		await page.setViewportSize({ width, height: 844 });
		await page.goto('/settings#shortcuts');
		await expect(page.getByRole('checkbox', { name: 'Use single keys as shortcuts' })).toBeVisible();
		await ready(page);
		await check();
		await page.keyboard.press('?');
		await expect(list(page)).toBeVisible();
		await check();
		await page.keyboard.press('Escape');
	}
});
