import { randomUUID } from 'node:crypto';
import { password } from '../support/password';
import { onDatabase } from './support/database';
import { holdScripts } from './support/hold';
import { alertOn, createCompany, expect, logIn, register, test, visitorTest } from './support/test';

const someEmail = () => `lan-${randomUUID()}@example.com`;

test('a private page leads to the login and back, query included', async ({ page, account }) => {
	await page.context().clearCookies();
	await page.goto('/contacts?q=nguy%E1%BB%85n&sort=company.desc');
	await expect(page).toHaveURL(/\/login\?next=/);
	await logIn(page, account.email);
	await expect(page).toHaveURL(/\/contacts\?q=nguy%E1%BB%85n&sort=company.desc/);
});

test('a session that ended elsewhere leads to the login as well, without a loop', async ({ page }) => {
	const [cookie] = (await page.context().cookies()).filter(({ name }) => name.includes('session'));
	expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
	await page
		.context()
		.addCookies([{ ...cookie, name: cookie?.name ?? '', value: 'ended.elsewhere', url: undefined } as never]);
	await page.goto('/companies');
	await expect(page).toHaveURL(/\/login\?next=%2Fcompanies/);
	await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
});

test('who logs in before the page’s code has come is logged in once it has', async ({ page, account }) => {
	await page.context().clearCookies();
	const come = await holdScripts(page);
	await page.goto('/login?next=%2Fcontacts', { waitUntil: 'commit' });
	await logIn(page, account.email);
	await expect(page.getByLabel('Email')).toHaveValue(account.email);
	come();
	await expect(page).toHaveURL(/\/contacts$/);
});

for (const next of [
	'https://example.org/',
	'//example.org',
	'/\\example.org',
	'/\t/example.org',
	'javascript:alert(1)',
	'/login',
	'/.//example.org',
]) {
	test(`the login never leads to ${next}`, async ({ page, account }) => {
		await page.context().clearCookies();
		await page.goto(`/login?next=${encodeURIComponent(next)}`);
		await logIn(page, account.email);
		await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
	});
}

test('whoever is signed in sees neither login nor registration', async ({ page }) => {
	for (const address of ['/', '/login', '/register']) {
		await page.goto(address);
		await expect(page).toHaveURL(/\/dashboard$/);
	}
});

test('an unknown address and a wrong password look the same', async ({ page, account }) => {
	await page.context().clearCookies();
	for (const email of [account.email, 'nobody@example.com']) {
		await page.goto('/login');
		await logIn(page, email, 'không phải mật khẩu này');
		await expect(alertOn(page)).toHaveText('The email address or the password is wrong.');
		await expect(page.getByLabel('Email')).toHaveValue(email);
	}
});

visitorTest('guessing is slowed down, and only for whoever guesses', async ({ page, browser }) => {
	const account = { name: 'Nguyễn Thị Lan', email: someEmail() };
	await register(page, account);
	const elsewhere = await browser.newContext({
		baseURL: process.env.E2E_URL,
		extraHTTPHeaders: { 'x-forwarded-for': '192.0.2.7' },
	});
	const guesser = await elsewhere.newPage();
	await guesser.goto('/login');
	await expect(async () => {
		await logIn(guesser, account.email, 'đoán mò một lần nữa');
		await expect(alertOn(guesser)).toContainText(/Too many attempts\. Try again in \d+ seconds?\./, { timeout: 1000 });
	}).toPass({ timeout: 40_000 });
	await elsewhere.close();
	// neither the session nor a browser that has signed in before has to wait
	await page.goto('/companies');
	await expect(page.getByRole('heading', { name: 'Companies', exact: true })).toBeVisible();
	await page.context().clearCookies({ name: /session_token$/ });
	await page.goto('/login');
	await logIn(page, account.email);
	await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
});

const weak: [typed: string, again: string, message: string][] = [
	['ngắn quá', 'ngắn quá', 'Use at least 12 characters'],
	['123456qwerty', '123456qwerty', 'one of the most common passwords'],
	[password, `${password}!`, 'The two passwords are not the same.'],
	['x'.repeat(129), 'x'.repeat(129), 'Use at most 128 characters'],
];
for (const [typed, again, message] of weak) {
	visitorTest(`a new password is refused: ${message}`, async ({ page }) => {
		await page.goto('/register');
		await page.getByLabel('Name').fill('Trần Quốc Bảo');
		await page.getByLabel('Email').fill('bao-weak@example.com');
		await page.getByLabel('Password').first().fill(typed);
		await page.getByLabel('Password again').fill(again);
		await page.getByRole('button', { name: 'Create account' }).click();
		await expect(page.getByText(message)).toBeVisible();
		await expect(page.getByLabel('Name')).toHaveValue('Trần Quốc Bảo');
	});
}

test('one account sees nothing of another', async ({ page, browser }) => {
	await createCompany(page, 'Chỉ của Lan');
	const address = new URL(page.url()).pathname;
	const context = await browser.newContext({
		baseURL: process.env.E2E_URL,
		extraHTTPHeaders: { 'x-forwarded-for': '192.0.2.8' },
	});
	const stranger = await context.newPage();
	await register(stranger, { name: 'Lê Văn Lạ', email: `la-${Date.now()}@example.com` });
	for (const path of [address, `${address}/edit`]) {
		const response = await stranger.goto(path);
		expect(response?.status()).toBe(404);
		await expect(stranger.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
	}
	await stranger.goto('/companies?q=lan');
	await expect(stranger.getByText('No companies match')).toBeVisible();
	await context.close();
});

visitorTest('a session is prolonged by use and its cookie with it', async ({ page }) => {
	await register(page, { name: 'Nguyễn Thị Lan', email: someEmail() });
	const sessionCookie = async () => (await page.context().cookies()).find(({ name }) => name.includes('session'));
	const days = ((await sessionCookie())?.expires ?? 0) - Date.now() / 1000;
	expect(days / 86_400).toBeGreaterThan(29.9);
	// as it is a week later: the browser's copy is younger than what the server will set
	const cookie = await sessionCookie();
	if (!cookie) throw new Error('There is no session cookie.');
	await page.context().addCookies([{ ...cookie, expires: Date.now() / 1000 + 3600 }]);
	await page.goto('/dashboard');
	expect(((await sessionCookie())?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(29 * 86_400);
});

test.describe('a browser in Vietnam', () => {
	visitorTest.use({ timezoneId: 'Asia/Ho_Chi_Minh', locale: 'vi-VN' });

	visitorTest('gives the account its time zone, language and currency', async ({ page }) => {
		const email = someEmail();
		await register(page, { name: 'Nguyễn Thị Lan', email });
		const rows = await onDatabase(
			'SELECT time_zone, locale, currency FROM settings s JOIN "user" u ON u.id = s.user_id WHERE u.email = $1',
			[email],
		);
		// the zone under either of its names
		expect(rows).toEqual([
			{ time_zone: expect.stringMatching(/^Asia\/(Ho_Chi_Minh|Saigon)$/), locale: 'vi-VN', currency: 'VND' },
		]);
	});
});
