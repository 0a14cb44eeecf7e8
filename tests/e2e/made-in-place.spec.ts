import type { Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { onDatabase } from './support/database';
import { hydrated, toast } from './support/page';
import { showPart } from './support/record';
import { idOf, saveCompany, saveContact, saveDeal } from './support/records';
import { expect, test } from './support/test';

// What an editor in place chooses among may be made there: with the value, in one change.

const company = 'Thủy sản Bình Minh';
const value = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const picker = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const nextToLinks = { position: { x: 12, y: 12 } };

let contact: string;
let deal: string;

test.beforeEach(async ({ page }) => {
	contact = await saveContact(page, await saveCompany(page, company), 'Trần Thị Ánh');
	deal = await saveDeal(page, 'Kho lạnh', company);
});

const changes = async (id: string) =>
	(
		await onDatabase<{ sets: number }>(
			'SELECT count(DISTINCT change_set_id)::int - 1 AS sets FROM change_log WHERE record_id = $1',
			[id],
		)
	)[0]?.sets;

test('a contact’s company is named by the mouse, made with it, and gone with one undo', async ({ page }) => {
	await page.goto(`/contacts/${contact}`);
	await value(page, `Edit company, ${company}`).click(nextToLinks);
	await picker(page, 'Company').fill('Nội thất Hoa Sen');
	await expectAccessible(page, 'offered');
	await page.getByRole('option', { name: 'Create company “Nội thất Hoa Sen”' }).click();
	await expect(value(page, 'Edit company, Nội thất Hoa Sen')).toBeVisible();
	await expect(toast(page, 'Saved company of Trần Thị Ánh')).toBeVisible();
	// a link once it is there
	const link = page.getByRole('region', { name: 'About the contact' }).getByRole('link', { name: 'Nội thất Hoa Sen' });
	await expect(link).toHaveAttribute('href', `/companies/${await idOf(page, 'company', 'Nội thất Hoa Sen')}`);
	expect(await changes(contact)).toBe(1);
	await toast(page, 'Saved company').getByRole('button', { name: 'Undo' }).click();
	await expect(value(page, `Edit company, ${company}`)).toBeVisible();
	expect(await idOf(page, 'company', 'Nội thất Hoa Sen')).toBeUndefined();
});

test('a deal’s contact and company are named with keys; one that is there is found', async ({ page }) => {
	await page.goto(`/deals/${deal}`);
	await hydrated(page);
	await value(page, 'Add contact').and(page.locator('[data-edit-stop]')).focus();
	await page.keyboard.press('Enter');
	await expect(picker(page, 'Contact')).toBeFocused();
	await page.keyboard.type('Đặng Văn Hùng');
	await expect(page.getByRole('option', { name: /^Add “Đặng Văn Hùng”/ })).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(value(page, 'Edit contact, Đặng Văn Hùng')).toBeFocused();
	await expect(page.getByRole('region', { name: 'Contacts in this deal' })).toContainText('Đặng Văn Hùng');
	await page.keyboard.press('F2');
	await picker(page, 'Contact').fill('Trần Thị Ánh');
	await expect(page.locator('[data-in-place]').getByRole('option')).toHaveText([/Trần Thị Ánh/]);
	await page.keyboard.press('Enter');
	await expect(value(page, 'Edit contact, Trần Thị Ánh')).toBeFocused();
	await value(page, `Edit company, ${company}`).focus();
	await page.keyboard.press('F2');
	await picker(page, 'Company').fill('Nội thất Hoa Sen');
	await expect(page.getByRole('option', { name: /^Create company/ })).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(value(page, 'Edit company, Nội thất Hoa Sen')).toBeFocused();
	await expect.poll(() => changes(deal)).toBe(3);
});

test('a manager is named in place, and in the whole form', async ({ page }) => {
	await page.goto(`/contacts/${contact}`);
	await page.getByRole('button', { name: 'Show 2 more fields' }).click();
	await value(page, 'Add reports to').and(page.locator('[data-edit-stop]')).click();
	await picker(page, 'Reports to').fill('Đặng Văn Hùng');
	await page.getByRole('option', { name: 'Add “Đặng Văn Hùng” to the company’s contacts' }).click();
	await expect(value(page, 'Edit reports to, Đặng Văn Hùng')).toBeVisible();
	await expect.poll(() => changes(contact)).toBe(1);
	await page.goto(`/contacts/${contact}/edit`);
	await picker(page, 'Reports to').fill('Lý Thu Cúc');
	await page.getByRole('option', { name: 'Add “Lý Thu Cúc” to the company’s contacts' }).click();
	await page.keyboard.press('Control+Enter');
	await expect(toast(page, 'Saved Trần Thị Ánh')).toBeVisible();
	await expect(value(page, 'Edit reports to, Lý Thu Cúc')).toBeVisible();
	expect(await changes(contact)).toBe(2);
});

test('a company whose answer is lost keeps its name, and is made once by another try', async ({ page, problems }) => {
	await page.goto(`/contacts/${contact}`);
	await value(page, `Edit company, ${company}`).click(nextToLinks);
	await page.route('**/*', async (route) => {
		if (route.request().method() !== 'POST') return route.continue();
		await route.fetch();
		return route.abort();
	});
	await picker(page, 'Company').fill('Nội thất Hoa Sen');
	await expect(page.getByRole('option', { name: /^Create company/ })).toBeVisible();
	await page.keyboard.press('Enter');
	const said = page.getByRole('region', { name: 'About the contact' }).getByRole('alert');
	await expect(said).toContainText('Not saved, no connection');
	await page.unroute('**/*');
	problems.length = 0;
	// looked at again, it has the name that was typed
	await value(page, 'Edit company, Nội thất Hoa Sen').click(nextToLinks);
	await expect(picker(page, 'Company')).toHaveValue('Nội thất Hoa Sen');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Enter');
	await expect(value(page, 'Edit company, Nội thất Hoa Sen')).toBeVisible();
	await expect(said).toHaveCount(0);
	const made = await onDatabase(
		'SELECT FROM company WHERE name = $1 AND id = (SELECT company_id FROM contact WHERE id = $2)',
		['Nội thất Hoa Sen', contact],
	);
	expect(made).toHaveLength(1);
	expect(await changes(contact)).toBe(1);
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

	test('a company is named with a finger', async ({ page }) => {
		await page.goto(`/contacts/${contact}`);
		await showPart(page, 'details');
		await value(page, `Edit company, ${company}`).tap(nextToLinks);
		await picker(page, 'Company').fill('Nội thất Hoa Sen');
		const offer = page.getByRole('option', { name: 'Create company “Nội thất Hoa Sen”' });
		expect((await offer.boundingBox())?.height).toBeGreaterThanOrEqual(40);
		await expectFits(page);
		await offer.tap();
		await expect(value(page, 'Edit company, Nội thất Hoa Sen')).toBeVisible();
		await expect.poll(() => changes(contact)).toBe(1);
	});
});
