import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { onDatabase } from './support/database';
import { hold, holdActions } from './support/hold';
import { heading, names, ready, toast } from './support/page';
import { part, showPart } from './support/record';
import { saveCompany, saveContact, saveDeal } from './support/records';
import { expect, logIn, test } from './support/test';

const about = (page: Page) => page.getByRole('region', { name: 'About the contact' });
const value = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
/** Beside the links of a row, where a click edits. */
const nextToLinks = { position: { x: 12, y: 12 } };
const isPost = (request: { method(): string }) => request.method() === 'POST';

let contact: string;

test.beforeEach(async ({ page }) => {
	const company = await saveCompany(page, 'Thủy sản Bình Minh', { phone: '+84 28 3822 0147' });
	contact = await saveContact(page, company, 'Trần Thị Ngọc Ánh', { phone: '0903 456 789', jobTitle: 'Giám đốc' });
	await page.goto(`/contacts/${contact}`);
});

const phone = async () =>
	(await onDatabase<{ phone: string | null }>('SELECT phone FROM contact WHERE id = $1', [contact]))[0]?.phone;

/** How many changes were saved since the contact was made. */
const changes = async () =>
	(
		await onDatabase<{ sets: number }>(
			'SELECT count(DISTINCT change_set_id)::int - 1 AS sets FROM change_log WHERE record_id = $1',
			[contact],
		)
	)[0]?.sets;

test('a phone number is corrected by the mouse where it stands, and taken back', async ({ page }) => {
	const row = value(page, 'Edit phone, 0903 456 789');
	// the number itself stays a link that calls
	await expect(about(page).getByRole('link', { name: '0903 456 789' })).toHaveAttribute('href', 'tel:0903456789');
	await row.click(nextToLinks);
	await expect(field(page, 'Phone')).toBeFocused();
	await field(page, 'Phone').fill('0903 456 780');
	await page.getByLabel('Label', { exact: true }).fill('Zalo');
	await part(page, 'activity').click({ position: { x: 4, y: 4 } });
	await expect(value(page, 'Edit phone, 0903 456 780')).toBeVisible();
	await expect(about(page)).toContainText('Saved');
	await expect.poll(phone).toBe('0903 456 780');
	await toast(page, 'Saved phone').getByRole('button', { name: 'Undo' }).click();
	await expect(row).toBeVisible();
	await expect.poll(phone).toBe('0903 456 789');
});

test('three values are filled in with the keyboard alone, Tab by Tab', async ({ page }) => {
	await ready(page);
	await page.keyboard.press('e');
	// the first one is the company; Escape takes back, and the focus stays there
	await expect(page.getByRole('combobox', { name: 'Company', exact: true })).toBeFocused();
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await expect(value(page, /^Edit company, /)).toBeFocused();
	await value(page, /^Edit job title, /).focus();
	await page.keyboard.press('F2');
	await expect(field(page, 'Job title')).toBeFocused();
	await page.keyboard.type('Phó giám đốc');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('combobox', { name: 'Decision maker' })).toBeFocused();
	await page.keyboard.type('prim');
	await page.keyboard.press('Tab');
	await expect(field(page, 'Phone')).toBeFocused();
	await page.keyboard.type('0903 456 781');
	await page.keyboard.press('Enter');
	await expect(value(page, 'Edit job title, Phó giám đốc')).toBeVisible();
	await expect(value(page, 'Edit decision maker, Decision maker · Primary')).toBeVisible();
	await expect(value(page, 'Edit phone, 0903 456 781')).toBeFocused();
	await expect.poll(phone).toBe('0903 456 781');
	const [saved] = await onDatabase<Record<string, unknown>>(
		'SELECT job_title, authority_level, phone FROM contact WHERE id = $1',
		[contact],
	);
	expect(saved).toEqual({ job_title: 'Phó giám đốc', authority_level: 'primary', phone: '0903 456 781' });
	// each is one entry of the history
	expect(await changes()).toBe(3);
});

test('what is no phone number stays in its field, with the reason', async ({ page }) => {
	await value(page, /^Edit phone/).click(nextToLinks);
	await field(page, 'Phone').fill('gọi tôi');
	await page.keyboard.press('Enter');
	await expect(field(page, 'Phone')).toBeFocused();
	await expect(field(page, 'Phone')).toHaveValue('gọi tôi');
	await expect(field(page, 'Phone')).toHaveAccessibleDescription(/not a phone number/);
	await expectAccessible(page, 'refused');
	// whoever turns to something else loses nothing either
	await value(page, /^Edit job title/).click(nextToLinks);
	await expect(about(page).getByRole('alert')).toContainText('Not saved');
	await page.keyboard.press('Escape');
	await expectAccessible(page, 'not saved');
	await value(page, 'Edit phone, gọi tôi').click(nextToLinks);
	await expect(field(page, 'Phone')).toHaveValue('gọi tôi');
	await page.keyboard.press('Escape');
	await expect(value(page, 'Edit phone, 0903 456 789')).toBeFocused();
});

test('an answer that is lost loses nothing: the value stays, and is saved once by another try', async ({
	page,
	problems,
}) => {
	await value(page, /^Edit job title/).click(nextToLinks);
	await page.route('**/*', (route) => (isPost(route.request()) ? route.abort() : route.continue()));
	await field(page, 'Job title').fill('Phó giám đốc');
	await page.keyboard.press('Enter');
	await expect(about(page).getByRole('alert')).toContainText('Not saved, no connection');
	await expect(value(page, 'Edit job title, Phó giám đốc')).toBeVisible();
	await page.unroute('**/*');
	// this one arrives, and only its answer is lost
	await page.route('**/*', async (route) => {
		if (!isPost(route.request())) return route.continue();
		await route.fetch();
		return route.abort();
	});
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(about(page).getByRole('alert')).toContainText('Not saved, no connection');
	await page.unroute('**/*');
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(about(page).getByRole('alert')).toHaveCount(0);
	await expect(value(page, 'Edit job title, Phó giám đốc')).toBeVisible();
	expect(await changes()).toBe(1);
	// what was held back is what the browser logs
	problems.length = 0;
});

test('a session that is over keeps the value, and it is saved after the sign-in', async ({ page, account }) => {
	await value(page, /^Edit job title/).click(nextToLinks);
	await field(page, 'Job title').fill('Phó giám đốc');
	await onDatabase('DELETE FROM session USING "user" u WHERE u.id = user_id AND u.email = $1', [account.email]);
	await page.keyboard.press('Enter');
	const said = about(page).getByRole('alert');
	await expect(said).toContainText('You’ve been signed out.');
	await expect(value(page, 'Edit job title, Phó giám đốc')).toBeVisible();
	const [beside] = await Promise.all([page.waitForEvent('popup'), said.getByRole('link', { name: 'Sign in' }).click()]);
	await logIn(beside, account.email);
	await beside.waitForURL(({ pathname }) => pathname !== '/login');
	await beside.close();
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(toast(page, 'Saved job title')).toBeVisible();
	await expect(said).toHaveCount(0);
	await page.reload();
	await expect(value(page, 'Edit job title, Phó giám đốc')).toBeVisible();
});

test('a value that was changed in another tab is said, and either one can be had', async ({ page, context }) => {
	const other = await context.newPage();
	await other.goto(`/contacts/${contact}`);
	for (const [mine, theirs, choice, left] of [
		['Của tôi', 'Của tab kia', 'Use that', 'Của tab kia'],
		['Của tôi', 'Của tab kia lần nữa', 'Keep mine', 'Của tôi'],
	] as const) {
		await value(page, /^Edit job title/).click(nextToLinks);
		await field(page, 'Job title').fill(mine);
		await value(other, /^Edit job title/).click(nextToLinks);
		await field(other, 'Job title').fill(theirs);
		await other.keyboard.press('Enter');
		await expect(toast(other, 'Saved job title').first()).toBeVisible();
		// another field of the same contact is no conflict
		await value(other, /^Edit phone/).click(nextToLinks);
		await field(other, 'Phone').fill(choice === 'Use that' ? '0911 111 111' : '0922 222 222');
		await other.keyboard.press('Enter');
		await field(page, 'Job title').press('Enter');
		const said = about(page).getByRole('alert');
		await expect(said).toContainText(`Changed elsewhere: ${theirs}`);
		await expect(value(page, `Edit job title, ${mine}`)).toBeVisible();
		if (choice === 'Use that') await expectAccessible(page, 'conflict');
		await said.getByRole('button', { name: choice }).click();
		await expect(value(page, `Edit job title, ${left}`)).toBeVisible();
		if (choice === 'Keep mine') await expect(toast(page, 'Saved job title')).toBeVisible();
		await expect(said).toHaveCount(0);
		await page.reload();
		await expect(value(page, `Edit job title, ${left}`)).toBeVisible();
		await other.reload();
	}
});

test('a value is shown at once, however long the server takes, and says so when it is late', async ({ page }) => {
	await value(page, /^Edit job title/).click(nextToLinks);
	const release = await holdActions(page);
	await field(page, 'Job title').fill('Phó giám đốc');
	await page.keyboard.press('Enter');
	await expect(value(page, 'Edit job title, Phó giám đốc')).toBeVisible();
	await expect(about(page).getByText('Saving…')).toBeVisible();
	release();
	await expect(about(page).getByText('Saving…')).toHaveCount(0);
	await expect(about(page).getByText('Saved', { exact: false })).toBeVisible();
	await about(page).getByRole('button', { name: 'Undo' }).click();
	await expect(value(page, 'Edit job title, Giám đốc')).toBeVisible();
});

test('names, tags and custom fields are edited in place too', async ({ page }) => {
	await value(page, 'Edit contact name, Trần Thị Ngọc Ánh').click(nextToLinks);
	await field(page, 'Contact name').fill('Trần Ngọc Ánh');
	await page.keyboard.press('Enter');
	await expect(heading(page, 'Trần Ngọc Ánh')).toBeVisible();

	await value(page, 'Add tags').click(nextToLinks);
	await page.getByRole('combobox', { name: 'Tags' }).pressSequentially('Khách quý');
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: /^Save/ }).click();
	await expect(value(page, 'Edit tags, Khách quý')).toBeVisible();

	await page.getByRole('button', { name: 'Add a custom field' }).click();
	await field(page, 'Field name').fill('Sinh nhật');
	await field(page, 'Value').fill('14/8');
	await page.keyboard.press('Enter');
	await expect(toast(page, 'Created Sinh nhật')).toBeVisible();
	await value(page, 'Edit Sinh nhật, 14/8').click(nextToLinks);
	await field(page, 'Sinh nhật').fill('');
	await page.keyboard.press('Enter');
	await expect(value(page, 'Add Sinh nhật')).toBeVisible();
	await toast(page, 'Saved Sinh nhật').getByRole('button', { name: 'Undo' }).click();
	await expect(value(page, 'Edit Sinh nhật, 14/8')).toBeVisible();

	await saveCompany(page, 'Gỗ Trường Thành', { phone: '+84 28 3822 0199' });
	await page.getByRole('button', { name: 'Add another phone' }).click();
	await field(page, 'Phone').fill('+84 28 3822 0199');
	await page.keyboard.press('Enter');
	await expect(value(page, 'Edit phone, +84 28 3822 0199')).toBeVisible();
	await expect(about(page)).toContainText('Also used by Gỗ Trường Thành');
	await expectAccessible(page);
});

test('the numbers of a deal are edited in its head, as the account writes them', async ({ page }) => {
	const deal = await saveDeal(page, 'Kho lạnh', 'Thủy sản Bình Minh', { value: '1500' });
	await page.goto(`/deals/${deal}`);
	await value(page, /^Edit deal value, \$1,500/).click(nextToLinks);
	await field(page, 'Deal value').fill('soon');
	await page.keyboard.press('Enter');
	await expect(field(page, 'Deal value')).toHaveAccessibleDescription(/amount/);
	await field(page, 'Deal value').fill('1.5m');
	await page.keyboard.press('Enter');
	await expect(value(page, /^Edit deal value, \$1,500,000/)).toBeVisible();
	await value(page, 'Add expected close date').click(nextToLinks);
	await field(page, 'Expected close date').fill('2026-12-18');
	await page.keyboard.press('Enter');
	await expect(value(page, /^Edit expected close date, .*18/)).toBeVisible();
	await value(page, 'Edit probability, 10%').click(nextToLinks);
	await field(page, 'Probability').fill('60');
	await page.keyboard.press('Enter');
	await expect(value(page, 'Edit probability, 60%')).toBeVisible();
	await expect(page.getByText('$900,000 weighted')).toBeVisible();
	await expectAccessible(page);
});

test('a cell of a list is edited by a double click and by F2, and Tab goes on', async ({ page }) => {
	await page.goto('/companies');
	await page.locator('[data-row-link]').first().locator('xpath=following-sibling::td[1]').dblclick();
	await expect(page.getByRole('combobox', { name: 'Industry' })).toBeFocused();
	await page.keyboard.type('Thủy sản');
	await page.keyboard.press('Tab');
	await expect(page.locator('[data-in-place]').getByRole('combobox', { name: 'Size' })).toBeFocused();
	await page.keyboard.type('51');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('cell', { name: 'Thủy sản', exact: true })).toBeVisible();
	await expect(page.getByRole('row').filter({ hasText: 'Bình Minh' })).toContainText('51-200');
	await expect(names(page).first()).toBeFocused();
	// what is typed right behind the key is not lost, whatever has still to be fetched
	const release = await hold(page, '**/api/companies/field*');
	await page.keyboard.press('F2');
	await page.keyboard.type('Bình Minh Seafood');
	release();
	await expect(field(page, 'Company name')).toHaveValue('Bình Minh Seafood');
	await expectAccessible(page, 'cell');
	await page.keyboard.press('Enter');
	await expect(names(page).first()).toHaveText('Bình Minh Seafood');

	await page.goto('/contacts');
	await names(page).first().focus();
	await ready(page);
	await names(page).first().focus();
	await page.keyboard.press('F2');
	await expect(field(page, 'Contact name')).toBeFocused();
	const focused = () => page.evaluate(() => [document.activeElement?.id, document.activeElement?.tagName].join(' '));
	// cell by cell, each editor once the one before it has closed
	for (let cells = 0; cells < 8 && !(await field(page, 'Phone').isVisible()); cells++) {
		const before = await focused();
		await page.keyboard.press('Tab');
		await expect.poll(focused).not.toBe(before);
		await expect(page.locator('[data-in-place]')).toBeVisible();
	}
	await field(page, 'Phone').fill('gọi tôi');
	await page.keyboard.press('Enter');
	await expect(field(page, 'Phone')).toHaveAccessibleDescription(/not a phone number/);
	await field(page, 'Phone').fill('0903 456 782');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('link', { name: '0903 456 782' })).toBeVisible();
	await expect.poll(phone).toBe('0903 456 782');
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

	test('a value is edited with a finger, in a row and a field that are large enough', async ({ page }) => {
		await showPart(page, 'details');
		const row = value(page, 'Edit phone, 0903 456 789');
		expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(44);
		await row.tap(nextToLinks);
		const input = field(page, 'Phone');
		await expect(input).toBeFocused();
		expect((await input.boundingBox())?.height).toBeGreaterThanOrEqual(44);
		expect(await input.evaluate((element) => getComputedStyle(element).fontSize)).toBe('16px');
		await expectFits(page);
		await expectAccessible(page);
		await input.fill('0903 456 783');
		await page.getByRole('button', { name: /^Save/ }).tap();
		await expect(value(page, 'Edit phone, 0903 456 783')).toBeVisible();
		await expect.poll(phone).toBe('0903 456 783');
	});
});
