import type { Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { command, take } from './support/commands';
import { onDatabase } from './support/database';
import { card, column, drag } from './support/deals';
import { hydrated, names, toast } from './support/page';
import { showPart } from './support/record';
import { saveCompany, saveDeal } from './support/records';
import { expect, test } from './support/test';

// Wherever the stage of a deal is set to Closed Lost, one and the same question asks why.

const company = 'Thủy sản Bình Minh';
const question = (page: Page) => page.getByRole('dialog', { name: 'Kho lạnh is lost?' });
const why = (page: Page) => question(page).getByLabel('Why it was lost');
const stageCell = (page: Page) => page.locator('[data-row]').getByText('Prospecting', { exact: true });
const list = '/deals?view=list';

let companyId: string;
let deal: string;

test.beforeEach(async ({ page }) => {
	companyId = await saveCompany(page, company);
	deal = await saveDeal(page, 'Kho lạnh', company);
});

const saved = async () =>
	(
		await onDatabase<{ stage: string; lost_reason: string | null }>(
			'SELECT stage, lost_reason FROM deal WHERE id = $1',
			[deal],
		)
	)[0];

/** Picks Closed Lost in the cell that is open. */
async function pickLost(page: Page) {
	await page.locator('[data-in-place]').getByRole('combobox', { name: 'Stage' }).fill('lost');
	await page.keyboard.press('Enter');
}

const places: Record<string, (page: Page) => Promise<void>> = {
	'a cell of the list, by the mouse': async (page) => {
		await page.goto(list);
		await stageCell(page).dblclick();
		await page.locator('[data-in-place]').getByRole('option', { name: 'Closed Lost' }).click();
	},
	'a cell of the list, by keys': async (page) => {
		await page.goto(list);
		await hydrated(page);
		await names(page).focus();
		await page.keyboard.press('F2');
		await expect(page.getByRole('textbox', { name: 'Deal name' })).toBeFocused();
		await page.keyboard.press('Tab');
		await expect(page.locator('[data-in-place]').getByRole('combobox', { name: 'Stage' })).toBeFocused();
		await page.keyboard.type('closed l');
		await page.keyboard.press('Tab');
	},
	'the rail of a company': async (page) => {
		await page.goto(`/companies/${companyId}`);
		await page.getByRole('button', { name: 'Stage of Kho lạnh' }).click();
		await page.getByRole('menuitem', { name: 'Closed Lost' }).click();
	},
	'the stages of the deal': async (page) => {
		await page.goto(`/deals/${deal}`);
		await page.getByRole('list', { name: 'Change stage' }).getByRole('button', { name: 'Closed Lost' }).click();
	},
	'the stages of the deal in the side panel': async (page) => {
		await page.goto(`${list}&panel=deal:${deal}`);
		await page.getByRole('list', { name: 'Change stage' }).getByRole('button', { name: 'Closed Lost' }).click();
	},
	'the board, by the mouse': async (page) => {
		await page.goto('/deals');
		await hydrated(page);
		await drag(page, 'Kho lạnh', column(page, 'Closed Lost'));
	},
	'the board, by keys': async (page) => {
		await page.goto('/deals');
		await hydrated(page);
		await card(page, 'Kho lạnh').getByRole('link').focus();
		await page.keyboard.press('Space');
		for (let n = 0; n < 5; n++) await page.keyboard.press('ArrowRight');
		await page.keyboard.press('Space');
	},
	'the board’s menu': async (page) => {
		await page.goto('/deals');
		await page.getByRole('button', { name: 'Actions for Kho lạnh' }).click();
		await page.getByRole('menuitem', { name: 'Closed Lost' }).click();
	},
	'the command box': async (page) => {
		await page.goto(`/deals/${deal}`);
		await command(page, 'stage', 'Change stage of Kho lạnh');
		await take(page, 'lost', 'Closed Lost');
	},
};

for (const [place, lose] of Object.entries(places))
	test(`${place}, asks why a deal is lost, and keeps the answer`, async ({ page }) => {
		await lose(page);
		await expect(why(page)).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(question(page)).toBeHidden();
		expect(await saved()).toEqual({ stage: 'prospecting', lost_reason: null });
		await lose(page);
		await expect(why(page)).toBeFocused();
		await page.keyboard.type('Giá cao');
		await page.keyboard.press('Enter');
		await expect(toast(page, 'Lost Kho lạnh')).toBeVisible();
		await expect(question(page)).toBeHidden();
		await expect.poll(saved).toEqual({ stage: 'closed_lost', lost_reason: 'Giá cao' });
		await toast(page, 'Lost Kho lạnh').getByRole('button', { name: 'Undo' }).click();
		await expect.poll(saved).toEqual({ stage: 'prospecting', lost_reason: null });
	});

test('what is wrong with the answer is said in the question, and a stage changed elsewhere over its cell', async ({
	page,
}) => {
	await page.goto(list);
	await stageCell(page).dblclick();
	await pickLost(page);
	await why(page).fill('Giá cao');
	await question(page).getByLabel('Try again on').fill('2020-01-31');
	await page.keyboard.press('Enter');
	await expect(question(page)).toContainText('This day has passed. Choose today or a later day.');
	await expect(why(page)).toHaveValue('Giá cao');
	await expectAccessible(page, 'question');
	await question(page).getByLabel('Try again on').fill('');
	await onDatabase(`UPDATE deal SET stage = 'proposal' WHERE id = $1`, [deal]);
	await question(page).getByRole('button', { name: 'Mark as lost' }).click();
	await expect(question(page)).toBeHidden();
	const said = page.getByRole('alert').filter({ hasText: 'Changed elsewhere: ' });
	await expect(said).toContainText('Proposal');
	await expectAccessible(page, 'conflict');
	await page.keyboard.press('Shift+Tab');
	await expect(said.getByRole('button', { name: 'Keep mine' })).toBeFocused();
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Enter');
	await expect(said).toBeHidden();
	await expect(names(page)).toBeFocused();
	expect(await saved()).toEqual({ stage: 'proposal', lost_reason: null });

	await page.locator('[data-row]').getByText('Proposal', { exact: true }).dblclick();
	await pickLost(page);
	await why(page).fill('Giá cao');
	await onDatabase(`UPDATE deal SET stage = 'negotiation' WHERE id = $1`, [deal]);
	await page.keyboard.press('Enter');
	await expect(said).toContainText('Negotiation');
	// the answer is not asked for again
	await said.getByRole('button', { name: 'Keep mine' }).click();
	await expect.poll(saved).toEqual({ stage: 'closed_lost', lost_reason: 'Giá cao' });
	await expect(names(page)).toBeFocused();
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

	test('a deal’s rail asks as well, and its question fits', async ({ page }) => {
		await page.goto(`/companies/${companyId}`);
		await showPart(page, 'people');
		await page.getByRole('button', { name: 'Stage of Kho lạnh' }).tap();
		await page.getByRole('menuitem', { name: 'Closed Lost' }).tap();
		await expect(question(page)).toBeVisible();
		await expectFits(page);
		await why(page).fill('Giá cao');
		await question(page).getByRole('button', { name: 'Mark as lost' }).tap();
		await expect.poll(saved).toEqual({ stage: 'closed_lost', lost_reason: 'Giá cao' });
	});
});
