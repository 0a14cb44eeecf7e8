import type { Page } from '@playwright/test';
import { onDatabase } from './support/database';
import { card, column, createDeal, drag } from './support/deals';
import { createCompany, expect, logIn, test } from './support/test';

const endSessions = (email: string) =>
	onDatabase('DELETE FROM session USING "user" u WHERE u.id = user_id AND u.email = $1', [email]);

/** Signs in again in the tab that a link opens, as somebody does who wants to go on. */
async function signInBeside(page: Page, email: string, follow: () => Promise<void>) {
	const [beside] = await Promise.all([page.waitForEvent('popup'), follow()]);
	await logIn(beside, email);
	await beside.waitForURL(({ pathname }) => pathname !== '/login');
	await beside.close();
	await page.evaluate(() => window.dispatchEvent(new Event('focus')));
}

test('whoever is signed out is told so wherever something is looked up, and goes on with what was typed', async ({
	page,
	account,
}) => {
	await createCompany(page, 'Thủy sản Bình Minh');

	// a picker and the tags of a form
	await page.goto('/contacts/new');
	await page.getByLabel('Contact name').fill('Trần Văn Đức');
	await endSessions(account.email);
	const picker = page.getByRole('combobox', { name: 'Company' });
	await picker.fill('Thủy');
	const said = page.getByRole('alert').filter({ hasText: 'You’ve been signed out.' });
	await expect(said).toContainText('Your entries are kept.');
	await expect(page.getByText(/Couldn’t load results|Type on/)).toHaveCount(0);
	await signInBeside(page, account.email, () => said.getByRole('link', { name: 'Sign in' }).click());
	await page.getByRole('option', { name: 'Thủy sản Bình Minh' }).click();
	await expect(said).toHaveCount(0);
	await expect(page.getByLabel('Contact name')).toHaveValue('Trần Văn Đức');

	// sending the form
	await endSessions(account.email);
	await page.getByRole('button', { name: 'Save contact' }).click();
	await expect(said).toContainText('Your entries are kept.');
	await signInBeside(page, account.email, () => said.getByRole('link', { name: 'Sign in' }).click());
	await page.getByRole('button', { name: 'Save contact' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Trần Văn Đức' })).toBeVisible();

	// the search box answers by itself when the session is there again
	await page
		.getByRole('button', { name: /^Search/ })
		.first()
		.click();
	await endSessions(account.email);
	const box = page.getByRole('combobox', { name: 'Search' });
	await box.fill('duc');
	await expect(said).toBeVisible();
	await signInBeside(page, account.email, () => said.getByRole('link', { name: 'Sign in' }).click());
	await expect(page.getByRole('option', { name: /Trần Văn Đức/ })).toBeVisible();
	await expect(box).toHaveValue('duc');
	await expect(said).toHaveCount(0);
});

test('a move on the board says nothing of what was typed, and leads to the sign-in', async ({ page, account }) => {
	await createDeal(page, 'Kho lạnh');
	await page.goto('/deals');
	await expect(card(page, 'Kho lạnh')).toBeVisible();
	await endSessions(account.email);
	await drag(page, 'Kho lạnh', column(page, 'Proposal'));
	const toast = page.locator('[data-sonner-toast]').filter({ hasText: 'You’ve been signed out.' });
	await expect(toast).not.toContainText(/typed|entries/);
	await signInBeside(page, account.email, () => toast.getByRole('button', { name: 'Sign in' }).click());
	await drag(page, 'Kho lạnh', column(page, 'Proposal'));
	await expect(page.getByText('Moved Kho lạnh to Proposal')).toBeVisible();
});
