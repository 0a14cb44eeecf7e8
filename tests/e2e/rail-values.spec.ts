import type { Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { onDatabase } from './support/database';
import { hold } from './support/hold';
import { hydrated, ready, toast } from './support/page';
import { panel } from './support/panel';
import { showPart } from './support/record';
import { saveCompany, saveContact, saveDeal } from './support/records';
import { expect, test } from './support/test';

const company = 'Thủy sản Bình Minh';
const deals = (page: Page, name = 'Deals') => page.getByRole('region', { name, exact: true });
const value = (page: Page, shown: string) =>
	page.getByRole('button', { name: `Edit value of Kho lạnh, ${shown}`, exact: true });
const field = (page: Page) => page.getByRole('textbox', { name: 'Value', exact: true });

let companyId: string;
let deal: string;

test.beforeEach(async ({ page }) => {
	companyId = await saveCompany(page, company);
	deal = await saveDeal(page, 'Kho lạnh', company, { value: '1500' });
});

const saved = async () =>
	(await onDatabase<{ value: string }>('SELECT value::text FROM deal WHERE id = $1', [deal]))[0]?.value;

test('a deal’s value is corrected in the rail by the mouse, and taken back', async ({ page }) => {
	await page.goto(`/companies/${companyId}`);
	await value(page, '$1,500').click();
	await expect(field(page)).toBeFocused();
	await expectAccessible(page, 'editor');
	await field(page).fill('1.2m');
	await deals(page).getByRole('button', { name: /^Save/ }).click();
	await expect(value(page, '$1,200,000')).toBeVisible();
	await expect(deals(page)).toContainText('Saved');
	await expect.poll(saved).toBe('1200000.00');
	await expectAccessible(page, 'saved');
	await toast(page, 'Saved value of Kho lạnh').getByRole('button', { name: 'Undo' }).click();
	await expect(value(page, '$1,500')).toBeVisible();
	await expect.poll(saved).toBe('1500.00');
});

test('values are gone through with keys; what is no amount stays with the reason', async ({ page }) => {
	await page.goto(`/companies/${companyId}`);
	await hydrated(page);
	await ready(page);
	await value(page, '$1,500').focus();
	await page.keyboard.press('e');
	await expect(field(page)).toBeFocused();
	await page.keyboard.type('2000');
	await page.keyboard.press('Escape');
	await expect(value(page, '$1,500')).toBeFocused();
	await page.keyboard.press('F2');
	await page.keyboard.type('nhiều');
	await page.keyboard.press('Enter');
	await expect(field(page)).toBeFocused();
	await expect(field(page)).toHaveValue('nhiều');
	await expect(field(page)).toHaveAccessibleDescription(/amount/);
	await field(page).fill('2000');
	// the currency is the last field, and Tab saves
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await expect(value(page, '$2,000')).toBeFocused();
	await expect.poll(saved).toBe('2000.00');
});

test('an answer that is lost and a value that was changed elsewhere are said beside the deal', async ({
	page,
	problems,
}) => {
	await page.goto(`/companies/${companyId}`);
	await value(page, '$1,500').click();
	await page.route('**/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
	await field(page).fill('1700');
	await page.keyboard.press('Enter');
	await expect(deals(page).getByRole('alert')).toContainText('Not saved, no connection');
	await expect(value(page, '$1,700')).toBeVisible();
	await page.unroute('**/*');
	problems.length = 0;
	await onDatabase('UPDATE deal SET value = 1600 WHERE id = $1', [deal]);
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(deals(page).getByRole('alert')).toContainText('Changed elsewhere: $1,600');
	await page.getByRole('button', { name: 'Keep mine' }).click();
	await expect.poll(saved).toBe('1700.00');
	await expect(deals(page).getByRole('alert')).toHaveCount(0);
});

test('in the side panel, the list’s totals follow', async ({ page }) => {
	const other = await saveDeal(page, 'Bao bì', company, { value: '500' });
	await page.goto(`/deals?view=list&panel=deal:${other}`);
	const totals = page.getByLabel('Totals');
	await expect(totals).toContainText('$2,000');
	await showPart(page, 'people');
	await expect(deals(page, 'Other deals here')).toBeVisible();
	await panel(page).getByRole('button', { name: 'Edit value of Kho lạnh, $1,500' }).click();
	await field(page).fill('9500');
	await page.keyboard.press('Enter');
	await expect(totals).toContainText('$10,000');
	// each at the 10 % of its stage
	await expect(totals).toContainText('$1,000');
	await expectFits(page);
});

test('of all deals, the last one’s new value stays while the list is read again', async ({ page }) => {
	for (let n = 0; n < 6; n++) await saveDeal(page, `Bao bì ${n}`, company, { close: `2027-01-0${n + 1}` });
	await page.goto(`/companies/${companyId}`);
	await deals(page).getByRole('button', { name: 'Show all 7 open deals' }).click();
	await value(page, '$1,500').click();
	const release = await hold(page, '**/api/deals/rail*');
	await field(page).fill('1800');
	await page.keyboard.press('Enter');
	await expect.poll(saved).toBe('1800.00');
	await expect(toast(page, 'Saved value of Kho lạnh')).toBeVisible();
	await page.waitForTimeout(300);
	await expect(value(page, '$1,800')).toBeVisible();
	release();
	await expect(deals(page).getByText('Saving…')).toHaveCount(0);
	await expect(value(page, '$1,800')).toBeVisible();
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

	test('a deal’s value is edited with a finger on its contact’s page', async ({ page }) => {
		const contact = await saveContact(page, companyId, 'Trần Thị Ánh');
		await onDatabase(
			'INSERT INTO deal_person (user_id, deal_id, contact_id) SELECT user_id, id, $2 FROM deal WHERE id = $1',
			[deal, contact],
		);
		await page.goto(`/contacts/${contact}`);
		await showPart(page, 'people');
		expect((await value(page, '$1,500').boundingBox())?.height).toBeGreaterThanOrEqual(44);
		await value(page, '$1,500').tap();
		await expect(field(page)).toBeFocused();
		await expectFits(page);
		await field(page).fill('1900');
		await page.getByRole('button', { name: /^Save/ }).tap();
		await expect(value(page, '$1,900')).toBeVisible();
		await expect.poll(saved).toBe('1900.00');
		await expectAccessible(page);
	});
});
