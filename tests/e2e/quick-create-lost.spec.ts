import type { Page } from '@playwright/test';
import { accountOf } from './support/accounts';
import { onDatabase } from './support/database';
import { press } from './support/keys';
import { ready, toast } from './support/page';
import { dialog, field, made } from './support/quick';
import { saveCompany, saveContact } from './support/records';
import { expect, logIn, test } from './support/test';

// Nothing that is typed into a dialog is lost, and nothing is made twice.

test.use({ savesData: false });

async function fillInAll(page: Page) {
	await page.goto('/reports');
	await ready(page);
	await press(page, 'c c');
	await field(page, 'Company name').fill('An Phát');
	await field(page, 'Contact name').fill('Lê Văn An');
	await field(page, 'Deal name').fill('Kho lạnh');
	await field(page, 'Deal value').fill('1000');
}

const all = { companies: 1, contacts: 1, deals: 1 };

for (const [name, isSaved] of [
	['the question did not arrive', false],
	['it was done and only the answer was lost', true],
] as const)
	test(`the dialog stays and makes everything once where ${name}`, async ({ page, problems }) => {
		await fillInAll(page);
		let isLost = false;
		await page.route(/\/reports/, async (route) => {
			// pages are asked for by the same address
			if (isLost || route.request().method() !== 'POST') return route.fallback();
			isLost = true;
			if (isSaved) await route.fetch();
			await route.abort();
		});
		await page.keyboard.press('Control+Enter');
		await expect(dialog(page)).toContainText('The server gave no answer');
		// what the browser itself says of the request that was cut off
		await expect.poll(() => problems.splice(0).every((each) => each.includes('ERR_FAILED'))).toBe(true);
		await expect(field(page, 'Contact name')).toHaveValue('Lê Văn An');
		expect(await made(page)).toMatchObject(isSaved ? all : { companies: 0, contacts: 0, deals: 0 });
		await page.keyboard.press('Control+Enter');
		await expect(dialog(page)).toHaveCount(0);
		await expect(toast(page, 'Created An Phát')).toBeVisible();
		expect(await made(page)).toMatchObject(all);
	});

test('who is signed out meanwhile signs in beside it and saves what was typed', async ({ page, account }) => {
	await fillInAll(page);
	await onDatabase('DELETE FROM session USING "user" u WHERE u.id = user_id AND u.email = $1', [account.email]);
	await page.keyboard.press('Control+Enter');
	await expect(dialog(page)).toContainText('You’ve been signed out.');
	const [beside] = await Promise.all([
		page.waitForEvent('popup'),
		dialog(page).getByRole('alert').getByRole('link', { name: 'Sign in' }).click(),
	]);
	await logIn(beside, account.email);
	await beside.waitForURL(({ pathname }) => pathname !== '/login');
	await beside.close();
	await expect(field(page, 'Deal name')).toHaveValue('Kho lạnh');
	await field(page, 'Deal name').press('Control+Enter');
	await expect(toast(page, 'Created An Phát')).toBeVisible();
	expect(await made(page)).toMatchObject(all);
});

test('pressed twice it is saved once, and a slow answer leaves the dialog open until it is there', async ({ page }) => {
	await fillInAll(page);
	await page.route(/\/reports/, async (route) => {
		if (route.request().method() === 'POST') await new Promise((resolve) => setTimeout(resolve, 1_200));
		await route.continue();
	});
	await page.keyboard.press('Control+Enter');
	await page.keyboard.press('Control+Enter');
	await expect(dialog(page).getByRole('button', { name: 'Saving…' })).toBeVisible();
	await expect(field(page, 'Company name')).toHaveValue('An Phát');
	await expect(toast(page, 'Created An Phát')).toHaveCount(1);
	expect(await made(page)).toEqual({ ...all, sets: 1 });
});

test('reloading the page asks while something is typed', async ({ page }) => {
	await fillInAll(page);
	const asked: string[] = [];
	page.on('dialog', (question) => {
		asked.push(question.type());
		return question.dismiss();
	});
	await page.evaluate(() => setTimeout(() => location.reload()));
	await expect.poll(() => asked).toEqual(['beforeunload']);
	await expect(field(page, 'Company name')).toHaveValue('An Phát');
});

test('a follow-up is added from anywhere, by its chips, and about whom it is chosen', async ({ page }) => {
	const company = await saveCompany(page, 'Thủy sản Bình Minh');
	await saveContact(page, company, 'Trần Quốc Bảo');
	await page.goto('/reports');
	await ready(page);
	await press(page, 'c f');
	const followUp = dialog(page, 'New follow-up');
	await expect(field(page, 'Follow-up')).toBeFocused();
	await page.keyboard.type('Gửi báo giá');
	await followUp.getByRole('button', { name: 'Tomorrow' }).click();
	await expect(followUp.getByRole('button', { name: 'Tomorrow' })).toHaveAttribute('aria-pressed', 'true');
	await expect(field(page, 'Due')).not.toHaveValue('');
	await followUp.getByRole('button', { name: 'Pick…' }).click();
	await expect(page.getByRole('dialog', { name: 'Choose a date' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(followUp).toBeVisible();
	await followUp.getByRole('combobox', { name: 'For' }).fill('bao');
	await followUp.getByRole('option', { name: /Trần Quốc Bảo/ }).click();
	await page.keyboard.press('Control+Enter');
	await expect(toast(page, 'Added Gửi báo giá')).toBeVisible();
	await expect(followUp).toHaveCount(0);
	const [row] = await onDatabase<{ days: number; name: string }>(
		`SELECT f.due_on - (now() AT TIME ZONE 'UTC')::date AS days, p.name FROM follow_up f
		JOIN contact p ON p.user_id = f.user_id AND p.id = f.contact_id WHERE f.title = 'Gửi báo giá' AND p.company_id = $1`,
		[company],
	);
	expect(row).toEqual({ days: 1, name: 'Trần Quốc Bảo' });
	await toast(page, 'Added Gửi báo giá').getByRole('button', { name: 'Undo' }).click();
	await expect(toast(page, 'Undone.')).toBeVisible();
});

test('an activity is logged from anywhere, and what was typed for it is kept until then', async ({ page }) => {
	await saveCompany(page, 'Thủy sản Bình Minh');
	await page.goto('/reports');
	await ready(page);
	await press(page, 'c a');
	const activity = dialog(page, 'Log activity');
	const text = activity.getByLabel('Subject and description');
	await expect(text).toBeFocused();
	await page.keyboard.type('Gọi hỏi giá');
	await page.keyboard.press('Escape');
	await expect(activity).toHaveCount(0);
	await press(page, 'c a');
	await expect(text).toHaveValue('Gọi hỏi giá');
	// without a record it is refused
	await page.keyboard.press('Control+Enter');
	await expect(activity.getByRole('alert').first()).toBeVisible();
	await activity.getByRole('combobox', { name: 'Company, contact, or deal' }).fill('binh minh');
	await activity.getByRole('option', { name: /Thủy sản Bình Minh/ }).click();
	await expect(text).toHaveValue('Gọi hỏi giá');
	await text.press('Control+Enter');
	await expect(toast(page, 'Logged Gọi hỏi giá')).toBeVisible();
	await expect(activity).toHaveCount(0);
	await press(page, 'c a');
	await expect(text).toHaveValue('');
});

test('an activity that is saved right after its company was chosen belongs to that company', async ({ page }) => {
	await saveCompany(page, 'Thủy sản Bình Minh');
	const chosen = await saveCompany(page, 'An Phát');
	await page.goto('/reports');
	await ready(page);
	await press(page, 'c a');
	const activity = dialog(page, 'Log activity');
	await page.keyboard.type('Gọi hỏi giá');
	const company = activity.getByRole('combobox', { name: 'Company, contact, or deal' });
	await company.fill('binh minh');
	await activity.getByRole('option', { name: /Thủy sản Bình Minh/ }).click();
	await company.fill('an phat');
	// what is known of the company is still on its way when it is saved
	await page.route('**/api/activities/links*', async (route) => {
		await new Promise((resolve) => setTimeout(resolve, 500));
		await route.continue();
	});
	await activity.getByRole('option', { name: /An Phát/ }).click();
	await page.keyboard.press('Control+Enter');
	await expect(toast(page, 'Logged Gọi hỏi giá')).toBeVisible();
	await expect(activity).toHaveCount(0);
	const logged = await onDatabase('SELECT company_id AS "of" FROM activity WHERE user_id = $1', [
		await accountOf(page),
	]);
	expect(logged).toEqual([{ of: chosen }]);
});
