import { v7 as uuidv7 } from 'uuid';
import { expectAccessible } from './support/accessible';
import { card, cards, column, drag, makeDeal, settled } from './support/deals';
import { call } from './support/records';
import { expect, test } from './support/test';

/** A day of this month or a later one, as YYYY-MM-DD. */
function dayOfMonth(months: number, date: number): string {
	const now = new Date();
	return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, date)).toISOString().slice(0, 10);
}

const monthName = (months: number) =>
	new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
		new Date(`${dayOfMonth(months, 15)}T00:00:00Z`),
	);

test('grouped by month, a card that is carried to another month closes then', async ({ page }) => {
	await makeDeal(page, 'Kho lạnh', { close: dayOfMonth(2, 20), value: '4000' });
	await makeDeal(page, 'Bao bì');
	await page.goto('/deals');
	await page.getByRole('navigation', { name: 'Group by' }).getByRole('link', { name: 'Month' }).click();
	await expect(page).toHaveURL(/view=month/);
	await expect(cards(page, monthName(2))).toHaveText(['Kho lạnh']);
	await expect(cards(page, 'No date')).toHaveText(['Bao bì']);
	await drag(page, 'Kho lạnh', column(page, monthName(1)));
	await expect(page.getByText('Moved the close date of Kho lạnh')).toBeVisible();
	await expect(cards(page, monthName(1))).toHaveText(['Kho lạnh']);
	await expect(column(page, monthName(1))).toContainText('$4,000');
	await expectAccessible(page);

	// by keys, to the month before
	await card(page, 'Kho lạnh').getByRole('link').focus();
	await page.keyboard.press('Space');
	await page.keyboard.press('ArrowLeft');
	const status = page.getByRole('status').filter({ hasText: /\w/ });
	await expect(status).toHaveText(`Place 1 of 1 in ${monthName(0)}.`);
	await page.keyboard.press('Space');
	await expect(cards(page, monthName(0))).toHaveText(['Kho lạnh']);
	await card(page, 'Kho lạnh').getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1, name: 'Kho lạnh' })).toBeVisible();
	await expect(page.getByText(/\b20, \d{4}/).first()).toBeVisible();
});

test('grouped by company, each has a column, and the menu moves a deal from stage to stage', async ({ page }) => {
	await makeDeal(page, 'Kho lạnh', { company: 'Ánh Dương', value: '100' });
	await makeDeal(page, 'Bao bì', { company: 'Thủy sản Bình Minh', value: '900' });
	await page.goto('/deals?view=company');
	await expect(page.locator('h2')).toHaveText(['Thủy sản Bình Minh', 'Ánh Dương']);
	await card(page, 'Kho lạnh').getByRole('link').focus();
	await page.keyboard.press('m');
	await page.getByRole('menuitem', { name: 'Negotiation' }).click();
	await expect(page.getByText('Moved Kho lạnh to Negotiation')).toBeVisible();
	await expect(card(page, 'Kho lạnh').locator('[data-dot]')).toHaveText('Negotiation');
	await expect(card(page, 'Kho lạnh')).not.toContainText('Ánh Dương');
	// one that is won goes from here, and the focus to what is left
	await card(page, 'Kho lạnh').getByRole('link').focus();
	await page.keyboard.press('m');
	await page.getByRole('menuitem', { name: 'Closed Won' }).click();
	await expect(page.getByRole('dialog', { name: 'Value and close date of Kho lạnh' })).toBeVisible();
	await expect(card(page, 'Kho lạnh')).toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(card(page, 'Bao bì').getByRole('link')).toBeFocused();
});

test('what cards show and which columns are folded is kept', async ({ page }) => {
	const id = await makeDeal(page, 'Kho lạnh', { company: 'Ánh Dương', close: '2027-03-05' });
	const field = uuidv7();
	const terms = { id: field, kind: 'deal', type: 'text', name: 'Điều khoản', help: '', options: '[]' };
	await call(page, 'fields', 'createField', terms);
	await call(page, 'fields', 'setField', { kind: 'deal', field, ids: [id], how: 'set', value: 'CIF Hải Phòng' });
	await makeDeal(page, 'Bao bì', { stage: 'Closed Won' });
	await page.goto('/deals');
	await expect(card(page, 'Kho lạnh')).toContainText('Ánh Dương');
	await page.getByRole('button', { name: 'Cards show' }).click();
	await page.getByRole('checkbox', { name: 'Company' }).uncheck();
	await page.getByRole('checkbox', { name: 'Probability' }).check();
	await page.getByRole('checkbox', { name: 'Điều khoản' }).check();
	await page.keyboard.press('Escape');
	await expect(card(page, 'Kho lạnh')).not.toContainText('Ánh Dương');
	await expect(card(page, 'Kho lạnh')).toContainText('Điều khoản: CIF Hải Phòng');
	await expect(card(page, 'Bao bì')).toBeHidden();
	await column(page, 'Closed Won').getByRole('button', { name: 'Closed Won 1 deal' }).click();
	await expect(card(page, 'Bao bì')).toBeVisible();
	await page.reload();
	await expect(card(page, 'Bao bì')).toBeVisible();
	await expect(card(page, 'Kho lạnh')).toContainText('10%');
	await expect(card(page, 'Kho lạnh')).toContainText('Điều khoản: CIF Hải Phòng');
	await expect(card(page, 'Kho lạnh')).not.toContainText('Ánh Dương');
	await column(page, 'Closed Won').getByRole('button', { name: 'Fold Closed Won' }).click();
	await expect(card(page, 'Bao bì')).toBeHidden();

	// where there is room, and nothing else was chosen, they stand open
	await page.context().clearCookies({ name: 'board' });
	await page.setViewportSize({ width: 1920, height: 1080 });
	await page.reload();
	await expect(card(page, 'Bao bì')).toBeVisible();
});

test('deals are added to a column one after another', async ({ page }) => {
	await makeDeal(page, 'Kho lạnh', { company: 'Ánh Dương' });
	await page.goto('/deals');
	await column(page, 'Proposal').getByRole('button', { name: 'Add a deal to Proposal' }).click();
	const form = column(page, 'Proposal');
	await expect(form.getByRole('textbox', { name: /^Deal name/ })).toBeFocused();
	await page.keyboard.type('Bao bì carton');
	await page.keyboard.press('Tab');
	await page.keyboard.type('anh du');
	await page.getByRole('option', { name: 'Ánh Dương' }).click();
	await form.getByRole('textbox', { name: /^Deal value/ }).fill('3k');
	await page.keyboard.press('Enter');
	await expect(page.getByText('Created Bao bì carton')).toBeVisible();
	await expect(cards(page, 'Proposal')).toHaveText(['Bao bì carton']);
	await expect(form).toContainText('$3,000');

	// the next one, with a company that is made with it
	await expect(form.getByRole('textbox', { name: /^Deal name/ })).toBeFocused();
	await expect(form.getByRole('textbox', { name: /^Deal name/ })).toHaveValue('');
	await page.keyboard.type('Máy ép');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Gỗ Đồng Kỵ');
	await page.getByRole('option', { name: 'Create company “Gỗ Đồng Kỵ”' }).click();
	await page.keyboard.press('Enter');
	await expect(form.getByText('Deal value is required.')).toBeVisible();
	await form.getByRole('textbox', { name: /^Deal value/ }).fill('5m');
	await expectAccessible(page);
	await form.getByRole('button', { name: 'Add deal' }).click();
	await expect(cards(page, 'Proposal')).toHaveText(['Máy ép', 'Bao bì carton']);
	await settled(page);
	await page.keyboard.press('Escape');
	await expect(form.getByRole('textbox')).toHaveCount(0);
	await expect(form.getByRole('button', { name: 'Add a deal to Proposal' })).toBeFocused();
});
