import type { Page } from '@playwright/test';
import { hydrated, names, toast } from './support/page';
import { showPart } from './support/record';
import { saveCompany, saveContact, saveDeal } from './support/records';
import { expect, test } from './support/test';

// What has the focus goes away with what was done to it: the focus goes on to what stands in its place.

const company = 'Thủy sản Bình Minh';
const deals = (page: Page) => page.getByRole('region', { name: 'Deals', exact: true });
const stage = (page: Page, name: string) => page.getByRole('button', { name: `Stage of ${name}` });
const won = (page: Page) => page.getByRole('menuitem', { name: 'Closed Won' });

let companyId: string;

test.beforeEach(async ({ page }) => {
	companyId = await saveCompany(page, company);
	for (const [name, close] of [
		['Bao bì', '2027-01-01'],
		['Kho lạnh', '2027-01-02'],
		['Nội thất', '2027-01-03'],
	] as const)
		await saveDeal(page, name, company, { close });
});

test('a deal that is won in the rail by keys leaves the focus to the next, and the last one to the heading', async ({
	page,
}) => {
	await page.goto(`/companies/${companyId}`);
	await hydrated(page);
	await stage(page, 'Kho lạnh').focus();
	await page.keyboard.press('Enter');
	await won(page).focus();
	await page.keyboard.press('Enter');
	await expect(stage(page, 'Kho lạnh')).toHaveCount(0);
	await expect(stage(page, 'Nội thất')).toBeFocused();
	// there is none after this one
	await page.keyboard.press('Enter');
	await won(page).focus();
	await page.keyboard.press('Enter');
	await expect(stage(page, 'Nội thất')).toHaveCount(0);
	await expect(stage(page, 'Bao bì')).toBeFocused();
	await page.keyboard.press('Enter');
	await won(page).focus();
	await page.keyboard.press('Enter');
	await expect(deals(page)).toContainText('No open deals.');
	await expect(deals(page).getByRole('heading')).toBeFocused();
	await toast(page, 'Won Bao bì').getByRole('button', { name: 'Undo' }).click();
	await expect(stage(page, 'Bao bì')).toBeVisible();
});

test('one that is won or lost by the mouse does so too, and one that is not lost after all keeps the focus', async ({
	page,
}) => {
	await page.goto(`/companies/${companyId}`);
	await stage(page, 'Bao bì').click();
	await won(page).click();
	await expect(stage(page, 'Bao bì')).toHaveCount(0);
	await expect(stage(page, 'Kho lạnh')).toBeFocused();
	for (const answer of ['Cancel', 'Mark as lost']) {
		await stage(page, 'Kho lạnh').click();
		await page.getByRole('menuitem', { name: 'Closed Lost' }).click();
		await page.getByRole('dialog').getByRole('button', { name: answer }).click();
		await expect(page.getByRole('dialog')).toHaveCount(0);
		if (answer === 'Cancel') await expect(stage(page, 'Kho lạnh')).toBeFocused();
	}
	await expect(stage(page, 'Kho lạnh')).toHaveCount(0);
	await expect(stage(page, 'Nội thất')).toBeFocused();
});

test('a contact who is taken out of a deal leaves the focus to the next', async ({ page }) => {
	for (const name of ['Trần Thị Ánh', 'Lê Quốc Bảo']) await saveContact(page, companyId, name);
	const id = await saveDeal(page, 'Thùng xốp', company, { contact: 'Trần Thị Ánh' });
	await page.goto(`/deals/${id}`);
	await hydrated(page);
	const remove = page.getByRole('button', { name: 'Remove Trần Thị Ánh from this deal' });
	await remove.focus();
	await page.keyboard.press('Enter');
	await expect(remove).toHaveCount(0);
	// who was the only one is among the others at the company now
	const people = page.getByRole('region', { name: 'Contacts in this deal' });
	await expect(people.locator(':focus')).toHaveCount(1);
});

test('a row that a change takes out of its list leaves the focus to the next', async ({ page }) => {
	await page.goto('/deals?view=list&stage=prospecting&sort=name.asc');
	await expect(names(page)).toHaveText(['Bao bì', 'Kho lạnh', 'Nội thất']);
	await hydrated(page);
	const cell = page.locator('[data-row]').filter({ hasText: 'Kho lạnh' }).getByText('Prospecting', { exact: true });
	await cell.dblclick();
	await page.locator('[data-in-place]').getByRole('combobox', { name: 'Stage' }).fill('Closed Won');
	await page.keyboard.press('Enter');
	await expect(names(page)).toHaveText(['Bao bì', 'Nội thất']);
	await expect(names(page).last()).toBeFocused();
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

	test('a deal that is won with a finger leaves the focus to the next', async ({ page }) => {
		await page.goto(`/companies/${companyId}`);
		await showPart(page, 'people');
		await stage(page, 'Bao bì').tap();
		await won(page).tap();
		await expect(stage(page, 'Bao bì')).toHaveCount(0);
		await expect(stage(page, 'Kho lạnh')).toBeFocused();
	});
});
