import { password } from '../support/password';
import { saveCompany } from './support/records';
import { elsewhere, firefox, newPassword, safari, section } from './support/settings';
import { alertOn, expect, logIn, test } from './support/test';

test('the name changes everywhere, and the email address is only shown', async ({ page, account }) => {
	await page.goto('/dashboard');
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

test('guessing the password in the settings is slowed down', async ({ page }) => {
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
	await expect(others[1].getByRole('heading', { name: 'Today' })).toBeVisible();

	await sessions.getByRole('button', { name: 'End all other sessions' }).click();
	await expect(page.getByText('Ended all other sessions')).toBeVisible();
	await expect(rows).toHaveCount(1);
	await expect(sessions.getByRole('button')).toHaveCount(0);
	await others[1].goto('/dashboard');
	await expect(others[1].getByRole('heading', { name: 'Log in' })).toBeVisible();
	for (const other of others) await other.context().close();
});

test('an account is deleted with its password, and nobody can log in to it again', async ({
	page,
	account,
	context,
}) => {
	await saveCompany(page, 'Sẽ Mất');
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
