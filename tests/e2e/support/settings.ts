import type { Browser, Page } from '@playwright/test';
import { expect, logIn } from './test';

/** A part of the settings, by its heading. */
export const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Another browser of the same person, signed in. */
export async function elsewhere(browser: Browser, email: string, userAgent: string) {
	const context = await browser.newContext({
		baseURL: process.env.E2E_URL,
		userAgent,
		extraHTTPHeaders: { 'x-forwarded-for': '192.0.2.44' },
	});
	const page = await context.newPage();
	await page.goto('/login');
	await logIn(page, email);
	await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
	return page;
}

export const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0';
export const safari =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1';

export const newPassword = 'một mật khẩu hoàn toàn mới';
