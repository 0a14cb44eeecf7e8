import type { Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { card, cards, column, createDeal, drag, makeDeal, settled } from './support/deals';
import { addFilter, filterPopover } from './support/filters';
import { toast } from './support/page';
import { editAll } from './support/record';
import { saveCompany } from './support/records';
import { expect, test } from './support/test';

// the account takes the browser's time zone, so that its today is known here
test.use({ locale: 'en-GB', timezoneId: 'Asia/Ho_Chi_Minh' });

/** The day (YYYY-MM-DD) in Vietnam so many days from now. */
const day = (days: number) =>
	new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(Date.now() + days * 86_400_000);

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Kho lạnh is lost?' });
const signalsOf = (page: Page) => page.getByRole('region', { name: 'Signals' });
const undo = (page: Page, done: string) => toast(page, done).getByRole('button', { name: 'Undo' }).click();

async function addFollowUp(page: Page, title: string, due: string) {
	const followUps = page.getByRole('region', { name: /^(Follow-ups|Next)$/ });
	await followUps.getByLabel('New follow-up').fill(title);
	await followUps.getByLabel('Due', { exact: true }).fill(due);
	await followUps.getByLabel('New follow-up').press('Enter');
	await expect(followUps.getByRole('checkbox', { name: `Done: ${title}` })).toBeVisible();
}

test('a deal says what is amiss, and what would clear it to mouse and keyboard', async ({ page }) => {
	await saveCompany(page, 'Thủy sản Bình Minh', { people: { 'Trần Quốc Bảo': {} } });
	await createDeal(page, 'Kho lạnh', { close: day(-3), contact: 'Trần Quốc Bảo' });
	const about = signalsOf(page);
	const notices = about.getByRole('listitem');
	// the three worst, each with what clears it
	await expect(notices).toContainText([
		/^The expected close date passed 3 days ago\.\s*Move close date$/,
		/^No follow-up is planned\.\s*Add follow-up$/,
		/^No decision maker in this deal or at the company\.\s*Add contact$/,
	]);
	await about.getByRole('button', { name: 'Add follow-up' }).click();
	await expect(page.getByLabel('New follow-up')).toBeFocused();

	const people = page.getByText('Contacts in this deal');
	await expect(people).toBeVisible();
	const bảo = page.getByRole('listitem').filter({ hasText: 'Trần Quốc Bảo' });
	await expect(bảo).toContainText('No contact yet');

	await addFollowUp(page, 'Gửi báo giá', day(-2));
	await expect(page.getByRole('region', { name: /^(Follow-ups|Next)$/ })).toContainText('2 days');
	await expect(about).not.toContainText('No follow-up');
	// there is room for the fourth
	await expect(notices.last()).toContainText('Trần Quốc Bảo is your only contact here.');
	await page.getByRole('checkbox', { name: 'Done: Gửi báo giá' }).click();
	await expect(about).toContainText('No follow-up');
	await addFollowUp(page, 'Gọi lại', day(0));
	await expect(about).not.toContainText('No follow-up');

	await page.goto('/deals');
	await expect(card(page, 'Kho lạnh')).toContainText('Follow-up today');
	const hint = page.getByRole('tooltip');
	// a board that has just come does not notice the mouse yet
	await expect(async () => {
		await page.mouse.move(0, 0);
		await card(page, 'Kho lạnh').getByText('Close date passed', { exact: true }).first().hover();
		await expect(hint).toContainText('Add a second person at the company', { timeout: 1000 });
	}).toPass();
	await expect(hint).toContainText('Find out who decides at the company');
	await expect(hint).toContainText('Move the expected close date, or close the deal.');
	// it can be pointed at itself, without a way in between on which it goes
	await hint.hover();
	await expect(hint).toBeVisible();
	await page.mouse.move(0, 0);
	await expect(hint).toBeHidden();
	const signals = card(page, 'Kho lạnh').getByRole('button', { name: /Follow-up today/ });
	await page.keyboard.press('Tab');
	await signals.focus();
	await expect(hint).toContainText('Mark the follow-up');
	await expect(signals).toHaveAccessibleDescription(/Mark the follow-up/);
	await page.keyboard.press('Escape');
	await expect(hint).toBeHidden();
	// pressed, it goes; the rest of the card opens the deal as before
	await card(page, 'Kho lạnh').getByText('Close date passed', { exact: true }).first().hover();
	await hint.click();
	await expect(hint).toBeHidden();
	await expect(page).toHaveURL(/\/deals$/);
	await card(page, 'Kho lạnh').getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1, name: 'Kho lạnh' })).toBeVisible();
});

test('deals are filtered by their signals, on the board and in the list', async ({ page }) => {
	await createDeal(page, 'Kho lạnh');
	await addFollowUp(page, 'Gọi lại', day(3));
	await makeDeal(page, 'Bao bì', { close: day(-1) });
	await makeDeal(page, 'Nội thất', { stage: 'Closed Won' });
	await page.goto('/deals?view=list');
	await addFilter(page, 'Signal', 'No follow-up');
	await expect(page.getByRole('link', { name: 'Bao bì' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Kho lạnh' })).toBeHidden();
	await expect(page.getByRole('link', { name: 'Nội thất' })).toBeHidden();
	await expect(page.getByLabel('Totals')).toContainText('1 deal');
	await addFilter(page, 'Signal', 'Follow-up later');
	await expect(page.getByRole('link', { name: 'Kho lạnh' })).toBeVisible();
	await expect(page).toHaveURL(/signal=later&signal=none/);
	await page.getByRole('button', { name: /^Signal/ }).click();
	await filterPopover(page).getByLabel('No follow-up').uncheck();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('link', { name: 'Bao bì' })).toBeHidden();
	await page.getByRole('link', { name: 'Board', exact: true }).click();
	await expect(cards(page, 'Prospecting')).toHaveText(['Kho lạnh']);
	await expect(column(page, 'Closed Won')).toContainText('No deals');
});

test('a card that is dropped on Closed Lost asks why; cancelled, it lies where it was', async ({ page }) => {
	await makeDeal(page, 'Bao bì');
	await makeDeal(page, 'Kho lạnh');
	await makeDeal(page, 'Nội thất');
	await page.goto('/deals');
	await expect(cards(page, 'Prospecting')).toHaveText(['Nội thất', 'Kho lạnh', 'Bao bì']);
	await drag(page, 'Kho lạnh', column(page, 'Closed Lost'));
	await expect(dialog(page)).toBeVisible();
	// seen to lie there meanwhile, though nothing behind the question can be reached
	await expect(page.locator('[data-column=closed_lost] [data-card] a')).toHaveText(['Kho lạnh']);
	await dialog(page).getByRole('button', { name: 'Cancel' }).click();
	await expect(cards(page, 'Prospecting')).toHaveText(['Nội thất', 'Kho lạnh', 'Bao bì']);
	await expect(card(page, 'Kho lạnh').getByRole('link')).toBeFocused();
	await page.reload();
	await expect(cards(page, 'Prospecting')).toHaveText(['Nội thất', 'Kho lạnh', 'Bao bì']);

	await drag(page, 'Kho lạnh', column(page, 'Closed Lost'));
	await dialog(page).getByLabel('Try again on').fill(day(-1));
	await dialog(page).getByLabel('Why it was lost').fill('Giá cao');
	await dialog(page).getByRole('button', { name: 'Mark as lost' }).click();
	await expect(dialog(page)).toContainText('This day has passed. Choose today or a later day.');
	await expect(dialog(page).getByLabel('Why it was lost')).toHaveValue('Giá cao');
	await dialog(page).getByRole('button', { name: 'Went with a competitor' }).click();
	await dialog(page).getByLabel('Try again on').fill(day(90));
	await dialog(page).getByLabel('Try again on').press('Enter');
	await expect(page.getByText('Lost Kho lạnh', { exact: true })).toBeVisible();
	const strip = column(page, 'Closed Lost').getByRole('button', { name: 'Closed Lost 1 deal' });
	await expect(strip).toBeFocused();
	await settled(page);
	await strip.click();
	await card(page, 'Kho lạnh').getByRole('link').click();
	await expect(page.getByText('Went with a competitor').first()).toBeVisible();
	await expect(page.getByRole('checkbox', { name: 'Done: Try again: Kho lạnh' })).toBeVisible();

	await undo(page, 'Lost Kho lạnh');
	await expect(page.getByText('Undone.', { exact: true })).toBeVisible();
	await expect(page.getByRole('checkbox', { name: 'Done: Try again: Kho lạnh' })).toBeHidden();
	await page.goto('/deals');
	await expect(cards(page, 'Prospecting')).toHaveText(['Nội thất', 'Kho lạnh', 'Bao bì']);
});

test('the menu, the keyboard and the deal’s page ask as well, and winning asks nothing', async ({ page }) => {
	await createDeal(page, 'Kho lạnh');
	const stages = page.getByRole('list', { name: 'Change stage' });
	await stages.getByRole('button', { name: 'Closed Lost' }).click();
	await expect(dialog(page).getByLabel('Why it was lost')).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(dialog(page)).toBeHidden();
	await expect(stages.getByRole('button', { name: 'Closed Lost' })).toBeFocused();
	await expect(stages.getByRole('button', { name: 'Prospecting' })).toHaveAttribute('aria-current', 'step');
	await stages.getByRole('button', { name: 'Closed Won' }).click();
	await expect(page.getByText('Won Kho lạnh', { exact: true })).toBeVisible();
	await undo(page, 'Won Kho lạnh');
	await expect(stages.getByRole('button', { name: 'Prospecting' })).toHaveAttribute('aria-current', 'step');

	await page.goto('/deals');
	await page.getByRole('button', { name: 'Actions for Kho lạnh' }).click();
	await page.getByRole('menuitem', { name: 'Closed Lost' }).click();
	await dialog(page).getByRole('button', { name: 'Cancel' }).click();
	await expect(cards(page, 'Prospecting')).toHaveText(['Kho lạnh']);
	await card(page, 'Kho lạnh').getByRole('link').focus();
	await page.keyboard.press('Space');
	for (let n = 0; n < 5; n++) await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Space');
	// neither has to be said
	await expect(dialog(page).getByLabel('Why it was lost')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByText('Lost Kho lạnh', { exact: true })).toBeVisible();
	await expect(cards(page, 'Closed Lost')).toHaveText(['Kho lạnh']);
});

test('a deal’s form asks where its stage is set to Closed Lost', async ({ page }) => {
	await createDeal(page, 'Kho lạnh');
	await editAll(page);
	await expect(page.getByLabel('Why it was lost')).toBeHidden();
	await page.getByRole('combobox', { name: 'Stage', exact: true }).selectOption('Closed Lost');
	await page.getByLabel('Why it was lost').fill('Chưa có ngân sách');
	await page.getByRole('button', { name: 'In 6 months' }).click();
	await page.getByRole('button', { name: 'Save deal' }).click();
	await expect(page.getByText('Chưa có ngân sách').first()).toBeVisible();
	await expect(page.getByRole('checkbox', { name: 'Done: Try again: Kho lạnh' })).toBeVisible();

	await editAll(page);
	await expect(page.getByLabel('Why it was lost')).toHaveValue('Chưa có ngân sách');
	await expect(page.getByLabel('Try again on')).toBeHidden();
	await page.getByRole('combobox', { name: 'Stage', exact: true }).selectOption('Negotiation');
	await page.getByRole('button', { name: 'Save deal' }).click();
	await expect(page.getByRole('list', { name: 'Change stage' })).toBeVisible();
	await editAll(page);
	await page.getByRole('combobox', { name: 'Stage', exact: true }).selectOption('Closed Lost');
	await expect(page.getByLabel('Why it was lost')).toHaveValue('');
});

test(`signals and the question are accessible and fit a phone`, async ({ page }) => {
	await createDeal(page, 'Kho lạnh', { close: day(-3) });
	for (const path of ['/deals', '/deals?view=list']) {
		for (const width of [1440, 390]) {
			await page.setViewportSize({ width, height: 900 });
			await page.goto(path);
			const signals = page.getByRole('button', { name: /No follow-up/ });
			await signals.click();
			const hint = page.getByRole('tooltip');
			await expect(hint).toBeVisible();
			const box = await hint.boundingBox();
			expect(box && box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= 900).toBe(true);
			await expectAccessible(page);
			await expectFits(page);
		}
	}
	await page.goto('/deals');
	await page.getByRole('button', { name: 'Actions for Kho lạnh' }).click();
	await page.getByRole('menuitem', { name: 'Closed Lost' }).click();
	await expect(dialog(page)).toBeVisible();
	await expectAccessible(page);
});
