import { column } from './support/deals';
import { hold, holdScripts } from './support/hold';
import { heading, hydrated, ready } from './support/page';
import { clickRow, inPanel, panel, row } from './support/panel';
import { saveCompany, saveDeal } from './support/records';
import { expect, test } from './support/test';

test('on the board a click beside a card’s name and v open the deal, Space picks it up, and Enter opens its page', async ({
	page,
}) => {
	await saveDeal(page, 'Kho lạnh', 'Bình Minh', { stage: 'Proposal' });
	await saveDeal(page, 'Giá kệ', 'Bình Minh', { stage: 'Proposal' });
	await page.goto('/deals');
	await ready(page);
	const card = column(page, 'Proposal').locator('[data-card]').filter({ hasText: 'Kho lạnh' });
	const { height = 0 } = (await card.boundingBox()) ?? {};
	await card.click({ position: { x: 20, y: height - 30 } });
	await expect(inPanel(page, 'Kho lạnh')).toBeVisible();
	await expect(panel(page)).toContainText(/[12] of 2 in Proposal/);
	await expect(card).toHaveAttribute('aria-current', 'true');
	await page.keyboard.press('Escape');
	await expect(panel(page)).toHaveCount(0);
	const name = page.getByRole('link', { name: 'Kho lạnh' });
	await expect(name).toBeFocused();
	await page.keyboard.press('v');
	await expect(inPanel(page, 'Kho lạnh')).toBeVisible();
	await page.keyboard.press('j');
	await page.keyboard.press('k');
	await page.keyboard.press('k');
	await page.keyboard.press('j');
	await expect(panel(page)).toContainText('2 of 2 in Proposal');
	await page.keyboard.press('Escape');
	await name.focus();
	await page.keyboard.press('Space');
	await expect(page.locator('[data-carrying]')).toHaveCount(1);
	await page.keyboard.press('Escape');
	await expect(page.locator('[data-carrying]')).toHaveCount(0);
	await expect(panel(page)).toHaveCount(0);
	await name.focus();
	await page.keyboard.press('Enter');
	await expect(heading(page, 'Kho lạnh')).toBeVisible();
	// and from there on to the next card of the column
	await expect(page.getByRole('navigation', { name: 'Records of the list' })).toContainText('of 2 in Proposal');
});

test('a line of Today opens its record', async ({ page }) => {
	await saveDeal(page, 'Kho lạnh', 'Bình Minh', { stage: 'Proposal', close: '2026-01-05' });
	await page.goto('/dashboard');
	await hydrated(page);
	await page.getByRole('region', { name: 'Needs a decision' }).getByText('Close date passed').click();
	await expect(inPanel(page, 'Kho lạnh')).toBeVisible();
	await expect(page).toHaveURL(/\/dashboard\?panel=deal:/);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('link', { name: 'Kho lạnh' })).toBeFocused();
	await page.keyboard.press('Space');
	await expect(inPanel(page, 'Kho lạnh')).toBeVisible();
});

test('Shift Enter in the search opens a record beside the page, as soon as what is typed is found', async ({
	page,
}) => {
	await saveCompany(page, 'Bình Minh');
	await page.goto('/reports');
	await ready(page);
	await page.keyboard.press('/');
	await page.keyboard.type('bình minh');
	await page.keyboard.press('Shift+Enter');
	await expect(inPanel(page, 'Bình Minh')).toBeVisible();
	await expect(panel(page)).toBeFocused();
	await expect(page).toHaveURL(/\/reports\?panel=company:/);
});

test('a row that is clicked, or opened by Space, before the page’s code has come is opened by it', async ({ page }) => {
	for (const name of ['Acme Corp', 'Bình Minh']) await saveCompany(page, name);
	const come = await holdScripts(page);
	await page.goto('/companies', { waitUntil: 'commit' });
	await clickRow(page, 'Bình Minh');
	come();
	await expect(inPanel(page, 'Bình Minh')).toBeVisible();
	const comeAgain = await holdScripts(page);
	await page.goto('/companies', { waitUntil: 'commit' });
	await page.getByRole('link', { name: 'Acme Corp' }).focus();
	await page.keyboard.press('Space');
	comeAgain();
	await expect(inPanel(page, 'Acme Corp')).toBeVisible();
});

test('a row that is clicked before the panel’s own code has come is shown once it has', async ({ page }) => {
	await saveCompany(page, 'Bình Minh');
	await page.goto('/companies');
	await hydrated(page);
	const goOn = await hold(page, /\/_next\/static\/.*\.js/);
	await page.reload({ waitUntil: 'commit' });
	await clickRow(page, 'Bình Minh');
	goOn();
	await expect(inPanel(page, 'Bình Minh')).toBeVisible();
});

test('in a narrow window a row opens the page itself', async ({ page }) => {
	await saveCompany(page, 'Bình Minh');
	await page.setViewportSize({ width: 760, height: 900 });
	await page.goto('/companies');
	await hydrated(page);
	await row(page, 'Bình Minh').click({ position: { x: 300, y: 6 } });
	await expect(heading(page, 'Bình Minh')).toBeVisible();
	await expect(panel(page)).toHaveCount(0);
});
