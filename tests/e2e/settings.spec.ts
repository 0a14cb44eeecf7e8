import type { Browser, Page } from '@playwright/test';
import { password } from '../support/password';
import { expectAccessible, expectFits } from './support/accessible';
import { alertOn, createCompany, expect, logIn, test } from './support/test';

const newPassword = 'một mật khẩu hoàn toàn mới';

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Another browser of the same person, signed in. */
async function elsewhere(browser: Browser, email: string, userAgent: string) {
	const context = await browser.newContext({
		baseURL: process.env.E2E_URL,
		userAgent,
		extraHTTPHeaders: { 'x-forwarded-for': '192.0.2.44' },
	});
	const page = await context.newPage();
	await page.goto('/login');
	await logIn(page, email);
	await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
	return page;
}

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0';
const safari =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1';

test('the name changes everywhere, and the email address is only shown', async ({ page, account }) => {
	await page.getByRole('button', { name: 'Account menu' }).click();
	await page.getByRole('link', { name: 'Settings' }).click();
	await expect(page).toHaveTitle('Settings · MiniCRM');
	const profile = section(page, 'Profile');
	await expect(profile.getByText(account.email)).toBeVisible();
	await profile.getByLabel('Name').fill('   ');
	await profile.getByRole('button', { name: 'Save name' }).click();
	await expect(profile.getByText('Name is required.')).toBeVisible();
	await profile.getByLabel('Name').fill('Trần Thị Bưởi');
	await profile.getByRole('button', { name: 'Save name' }).click();
	await expect(page.getByText('Saved your name: Trần Thị Bưởi')).toBeVisible();
	await expect(page.getByRole('button', { name: /Trần Thị Bưởi/ })).toBeVisible();
});

test('a new password needs the present one and ends every other session', async ({ page, account, browser }) => {
	const other = await elsewhere(browser, account.email, firefox);
	await page.goto('/settings');
	const form = section(page, 'Password');
	const fill = async (current: string, first: string, again: string) => {
		await form.getByLabel('Current password').fill(current);
		await form.getByLabel('New password').first().fill(first);
		await form.getByLabel('New password again').fill(again);
		await form.getByRole('button', { name: 'Change password' }).click();
	};
	await fill('không phải mật khẩu', newPassword, newPassword);
	await expect(form.getByText('This is not your password.')).toBeVisible();
	await expect(form.getByLabel('Current password')).toBeFocused();
	await fill(password, 'ngắn', 'ngắn');
	await expect(form.getByText('Use at least 12 characters').first()).toBeVisible();
	await fill(password, newPassword, 'khác');
	await expect(form.getByText('The two passwords are not the same.')).toBeVisible();
	await other.goto('/companies');
	await expect(other.getByRole('heading', { level: 1, name: 'Companies' })).toBeVisible();

	await fill(password, newPassword, newPassword);
	await expect(form.getByText('Every other session has been ended')).toBeVisible();
	await expect(form.getByLabel('Current password')).toHaveValue('');
	await expect(section(page, 'Sessions').getByRole('listitem')).toHaveCount(1);
	await other.reload();
	await expect(other.getByRole('heading', { name: 'Log in' })).toBeVisible();
	await logIn(other, account.email);
	await expect(alertOn(other)).toHaveText('The email address or the password is wrong.');
	await logIn(other, account.email, newPassword);
	await expect(other.getByRole('heading', { level: 1, name: 'Companies' })).toBeVisible();
	// this session goes on, also after a reload
	await page.reload();
	await expect(section(page, 'Sessions').getByRole('listitem')).toHaveCount(2);
	await other.context().close();
});

test('guessing the password in the settings is slowed down', async ({ page, account }) => {
	expect(account).toBeTruthy();
	await page.goto('/settings');
	await page.getByRole('button', { name: 'Delete account' }).click();
	const dialog = page.getByRole('alertdialog');
	await expect(async () => {
		await dialog.getByLabel('Your password').fill('đoán mò một lần nữa');
		await dialog.getByRole('button', { name: 'Delete account for good' }).click();
		await expect(dialog.locator('[data-slot=alert]')).toContainText('Too many attempts', { timeout: 1000 });
	}).toPass({ timeout: 40_000 });
});

test('sessions are listed in words and ended, one or all', async ({ page, account, browser }) => {
	const others = [
		await elsewhere(browser, account.email, firefox),
		await elsewhere(browser, account.email, safari),
		await elsewhere(browser, account.email, '<b>một trình duyệt lạ</b>'),
	] as const;
	await page.goto('/settings#sessions');
	const sessions = section(page, 'Sessions');
	const rows = sessions.getByRole('listitem');
	await expect(rows).toHaveCount(4);
	await expect(rows.first()).toContainText('Chrome on');
	await expect(rows.first()).toContainText('This one');
	await expect(rows.filter({ hasText: 'Safari on iPhone' })).toContainText('192.0.2.44 · Signed in');
	await expect(rows.filter({ hasText: 'Unknown browser' })).toHaveCount(1);

	await sessions.getByRole('button', { name: 'End session: Firefox on Windows' }).click();
	await expect(page.getByText('Ended the session: Firefox on Windows')).toBeVisible();
	await expect(rows).toHaveCount(3);
	await expect(sessions.getByRole('list')).toBeFocused();
	await others[0].goto('/dashboard');
	await expect(others[0].getByRole('heading', { name: 'Log in' })).toBeVisible();
	await others[1].goto('/dashboard');
	await expect(others[1].getByRole('heading', { name: 'Dashboard' })).toBeVisible();

	await sessions.getByRole('button', { name: 'End all other sessions' }).click();
	await expect(page.getByText('Ended all other sessions')).toBeVisible();
	await expect(rows).toHaveCount(1);
	await expect(sessions.getByRole('button')).toHaveCount(0);
	await others[1].goto('/dashboard');
	await expect(others[1].getByRole('heading', { name: 'Log in' })).toBeVisible();
	for (const other of others) await other.context().close();
});

test('the region is saved in one go and taken back', async ({ page, account }) => {
	expect(account).toBeTruthy();
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
	await region.getByRole('button', { name: 'Save region' }).click();
	await expect(page.getByText('Saved the region').first()).toBeVisible();
	await page.reload();
	await expect(region.getByLabel('Time zone')).toHaveValue('Asia/Ho_Chi_Minh');
	await expect(region.getByLabel('Numbers and dates')).toHaveValue('en-US');
});

test('sample data is loaded, removed, brought back, and what has become one’s own stays', async ({ page, account }) => {
	expect(account).toBeTruthy();
	await page.goto('/settings');
	const sample = section(page, 'Sample data');
	await sample.getByRole('button', { name: 'Load sample data' }).click();
	await expect(page.getByText('Loaded 12 sample companies with 40 contacts, 18 deals and 22 activities')).toBeVisible();
	await expect(sample.getByRole('button', { name: 'Load sample data' })).toHaveCount(0);
	await sample.getByRole('button', { name: 'Remove sample data' }).click();
	await expect(
		page.getByText(/^Removed 12 companies, 40 contacts, 18 deals, 22 activities, 8 follow-ups/),
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
	await page.getByRole('link', { name: 'Edit' }).click();
	await page.getByLabel('Notes').fill('Khách thật');
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

test('sample data asks before it stands among one’s own', async ({ page, account }) => {
	expect(account).toBeTruthy();
	await createCompany(page, 'Của tôi');
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
});

test('an account is deleted with its password, and nobody can log in to it again', async ({
	page,
	account,
	context,
}) => {
	await createCompany(page, 'Sẽ Mất');
	await page.goto('/settings');
	await expect(section(page, 'Delete account')).toContainText('1 company, 0 contacts, 0 deals and 0 activities');
	const open = () => section(page, 'Delete account').getByRole('button', { name: 'Delete account' }).click();
	await open();
	const dialog = page.getByRole('alertdialog');
	const confirm = dialog.getByRole('button', { name: 'Delete account for good' });
	await confirm.click();
	await expect(dialog.getByText('Enter your password.')).toBeVisible();
	await dialog.getByLabel('Your password').fill('không phải mật khẩu');
	await confirm.click();
	await expect(dialog.getByText('This is not your password.')).toBeVisible();
	await dialog.getByLabel('Your password').fill(password);
	await confirm.click();
	await expect(page).toHaveURL(/\/(login|register)$/);
	expect((await context.cookies()).filter(({ name }) => name.includes('session'))).toEqual([]);
	await page.goto('/companies');
	await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
	await logIn(page, account.email);
	await expect(alertOn(page)).toHaveText('The email address or the password is wrong.');
});

test('what is sent after the session ended is refused in words', async ({ page, account, context }) => {
	expect(account).toBeTruthy();
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
		await expect(refused).toContainText('You have been signed out');
		await expect(refused).toBeFocused();
	}
	await section(page, 'Password').getByLabel('Current password').fill(password);
	await section(page, 'Password').getByLabel('New password').first().fill(newPassword);
	await section(page, 'Password').getByLabel('New password again').fill(newPassword);
	await section(page, 'Password').getByRole('button', { name: 'Change password' }).click();
	await expect(section(page, 'Password').locator('[data-slot=alert]')).toContainText('You have been signed out');
	await expect(section(page, 'Profile').getByLabel('Name')).toHaveValue('Còn Nguyên');
});

for (const theme of ['light', 'dark'] as const) {
	for (const width of [390, 1440]) {
		test(`the settings are accessible and fit, ${theme} at ${width} pixels`, async ({
			page,
			account,
			context,
			browser,
		}) => {
			test.slow();
			const other = await elsewhere(browser, account.email, safari);
			await context.addCookies([{ name: 'theme', value: theme, url: process.env.E2E_URL ?? '' }]);
			await page.setViewportSize({ width, height: 844 });
			await page.goto('/settings');
			await expect(section(page, 'Delete account').getByRole('button')).toBeVisible();
			const check = async () => {
				await expectFits(page);
				await expectAccessible(page);
			};
			await check();
			await page.getByRole('link', { name: 'Delete account' }).click();
			await expect(section(page, 'Delete account').getByRole('button')).toBeInViewport();
			await section(page, 'Delete account').getByRole('button').click();
			await page.getByRole('button', { name: 'Delete account for good' }).click();
			await expect(page.getByText('Enter your password.')).toBeVisible();
			await check();
			await other.context().close();
		});
	}
}
