import { password } from '../support/password';
import { expectAccessible, expectFits } from './support/accessible';
import { editAll } from './support/record';
import { saveCompany } from './support/records';
import { elsewhere, newPassword, safari, section } from './support/settings';
import { expect, test } from './support/test';

test('the region is saved in one go and taken back', async ({ page }) => {
	await page.goto('/settings#region');
	const region = section(page, 'Region');
	await region.getByLabel('Currency').selectOption('VND');
	await region.getByLabel('Numbers and dates').selectOption('vi-VN');
	await expect(region.getByText('1.234.567,89 · 31/3/2026', { exact: true })).toBeVisible();
	await region.getByLabel('Time zone').selectOption({ label: 'Ho Chi Minh' });
	await region.getByLabel('First day of the week').selectOption('Sunday');
	await region.getByRole('button', { name: 'Save region' }).click();
	await expect(page.getByText('Saved the region')).toBeVisible();
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expect(region.getByLabel('First day of the week')).toHaveValue('1');
	await region.getByLabel('Time zone').selectOption('Asia/Ho_Chi_Minh');
	// the toast of the first time may still stand there
	const saved = page.waitForResponse((response) => response.request().method() === 'POST');
	await region.getByRole('button', { name: 'Save region' }).click();
	await saved;
	await page.reload();
	await expect(region.getByLabel('Time zone')).toHaveValue('Asia/Ho_Chi_Minh');
	await expect(region.getByLabel('Numbers and dates')).toHaveValue('en-US');
});

test('sample data is loaded, removed, restored, and what has become one’s own stays', async ({ page }) => {
	await page.goto('/settings');
	const sample = section(page, 'Sample data');
	await sample.getByRole('button', { name: 'Load sample data' }).click();
	await expect(page.getByText('Loaded 12 sample companies with 40 contacts, 18 deals and 22 activities')).toBeVisible();
	await expect(sample.getByRole('button', { name: 'Load sample data' })).toHaveCount(0);
	await sample.getByRole('button', { name: 'Remove sample data' }).click();
	await expect(
		page.getByText(/^Removed 12 companies, 40 contacts, 18 deals, 22 activities, 9 follow-ups/),
	).toBeVisible();
	await expect(sample.getByText('No sample data is loaded.')).toBeVisible();
	await page
		.getByRole('listitem')
		.filter({ hasText: 'Removed 12 companies' })
		.getByRole('button', { name: 'Undo' })
		.click();
	await expect(sample.getByText('from the sample data: 12 companies, 40 contacts and 18 deals')).toBeVisible();

	await page.goto('/companies?q=acme');
	await page.getByRole('link', { name: 'Acme Corp' }).first().click();
	await expect(page.getByRole('heading', { level: 1, name: 'Acme Corp' })).toBeVisible();
	await editAll(page);
	await page.getByRole('textbox', { name: 'Notes' }).fill('Khách thật');
	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(page.getByText('Khách thật')).toBeVisible();
	await page.goto('/settings');
	await sample.getByRole('button', { name: 'Remove sample data' }).click();
	await expect(sample.getByText('Kept, because it has become yours')).toBeVisible();
	await expect(sample.getByRole('listitem').filter({ hasText: 'Acme Corp' })).toContainText(
		'(company): you changed it',
	);
	await sample.getByRole('link', { name: 'Acme Corp' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Acme Corp' })).toBeVisible();
});

test('sample data asks before it stands among one’s own', async ({ page }) => {
	await saveCompany(page, 'Của tôi');
	await page.goto('/settings');
	const sample = section(page, 'Sample data');
	await sample.getByRole('button', { name: 'Load sample data' }).click();
	const dialog = page.getByRole('alertdialog');
	await expect(dialog).toContainText('You have 1 company.');
	await dialog.getByRole('button', { name: 'Cancel' }).click();
	await sample.getByRole('button', { name: 'Load sample data' }).click();
	await dialog.getByRole('button', { name: 'Load sample data' }).click();
	await expect(sample.getByText('from the sample data: 12 companies, 40 contacts and 18 deals')).toBeVisible();
	await expect(dialog).toBeHidden();
	// the button that asked is gone
	await expect(sample.getByText('Among your records')).toBeFocused();
});

test('what is sent after the session ended is refused in words', async ({ page, context }) => {
	await page.goto('/settings');
	await expect(section(page, 'Region').getByLabel('Currency')).toBeVisible();
	await section(page, 'Profile').getByLabel('Name').fill('Còn Nguyên');
	await context.clearCookies({ name: /session/ });
	for (const [name, button] of [
		['Profile', 'Save name'],
		['Region', 'Save region'],
		['Sample data', 'Load sample data'],
	] as const) {
		await section(page, name).getByRole('button', { name: button }).click();
		const refused = section(page, name).locator('[data-slot=alert]');
		await expect(refused).toContainText('You’ve been signed out');
		await expect(refused).toBeFocused();
	}
	await section(page, 'Password').getByLabel('Current password').fill(password);
	await section(page, 'Password').getByLabel('New password').first().fill(newPassword);
	await section(page, 'Password').getByLabel('New password again').fill(newPassword);
	await section(page, 'Password').getByRole('button', { name: 'Change password' }).click();
	await expect(section(page, 'Password').locator('[data-slot=alert]')).toContainText('You’ve been signed out');
	await expect(section(page, 'Profile').getByLabel('Name')).toHaveValue('Còn Nguyên');
});

test('the settings are accessible and fit a phone and a screen', async ({ page, account, browser }) => {
	test.slow();
	const other = await elsewhere(browser, account.email, safari);
	await page.goto('/settings');
	const button = section(page, 'Delete account').getByRole('button');
	await expect(button).toBeVisible();
	const check = async () => {
		for (const width of [390, 1440]) {
			await page.setViewportSize({ width, height: 844 });
			await expectFits(page);
			await expectAccessible(page, `${width}`);
		}
	};
	await check();
	for (const width of [390, 1440]) {
		await page.setViewportSize({ width, height: 844 });
		await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
		await page.getByRole('link', { name: 'Delete account' }).click();
		await expect(button).toBeInViewport();
	}
	await button.click();
	await page.getByRole('button', { name: 'Delete account for good' }).click();
	await expect(page.getByText('Enter your password.')).toBeVisible();
	await check();
	await other.context().close();
});
