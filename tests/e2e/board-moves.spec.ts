import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { card, cards, column, drag, makeDeal, settled } from './support/deals';
import { deleteRecord } from './support/record';
import { expect, test } from './support/test';

/** A message in the corner; the board says it to screen readers as well. */
const notice = (page: Page, text: string) => page.getByRole('region', { name: /Notifications/ }).getByText(text);

test('a card is dragged by mouse between columns and within one, and the database adds up', async ({ page }) => {
	await makeDeal(page, 'Kho lạnh', { value: '1,500.50' });
	await makeDeal(page, 'Bao bì', { value: '2k' });
	await makeDeal(page, 'Nội thất', { value: '3k', stage: 'Proposal' });
	await page.goto('/deals');
	await expect(cards(page, 'Prospecting')).toHaveText(['Bao bì', 'Kho lạnh']);
	await expect(column(page, 'Prospecting')).toContainText('$3,500.50');
	await expect(column(page, 'Prospecting')).toContainText('weighted $350.05');

	await drag(page, 'Kho lạnh', card(page, 'Nội thất'), 40);
	await expect(page.getByText('Moved Kho lạnh to Proposal')).toBeVisible();
	await expect(cards(page, 'Proposal')).toHaveText(['Nội thất', 'Kho lạnh']);
	await expect(column(page, 'Proposal')).toContainText('$4,500.50');
	await expect(column(page, 'Prospecting')).toContainText('$2,000');
	await expect(page.getByLabel('Totals')).toContainText('Open3 deals$6,500.50');

	await settled(page);
	await drag(page, 'Kho lạnh', card(page, 'Nội thất'), -40);
	await expect(cards(page, 'Proposal')).toHaveText(['Kho lạnh', 'Nội thất']);
	// a link that was let go of was not clicked
	await expect(page).toHaveURL(/\/deals$/);
	await settled(page);
	await page.reload();
	await expect(cards(page, 'Proposal')).toHaveText(['Kho lạnh', 'Nội thất']);
	await card(page, 'Kho lạnh').getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1, name: 'Kho lạnh' })).toBeVisible();

	// back on the board, it still stands where it was dropped
	await page.goBack();
	await drag(page, 'Bao bì', column(page, 'Closed Won'));
	await expect(page.getByText('Won Bao bì', { exact: true })).toBeVisible();
	const won = page.getByRole('dialog', { name: 'Value and close date of Bao bì' });
	await expect(won.getByRole('textbox', { name: 'Deal value' })).toBeFocused();
	// as proposed
	await page.keyboard.press('Enter');
	await expect(won).toHaveCount(0);
	// its column is folded: what had the focus is there, and opens it
	const strip = column(page, 'Closed Won').getByRole('button', { name: 'Closed Won 1 deal' });
	await expect(strip).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(card(page, 'Bao bì')).toContainText('Closed ');
	await expect(card(page, 'Bao bì')).toBeVisible();
	await settled(page);
	await card(page, 'Nội thất').getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1, name: 'Nội thất' })).toBeVisible();
	await page.goBack();
	await expect(cards(page, 'Closed Won')).toHaveText(['Bao bì']);
	await expect(cards(page, 'Prospecting')).toHaveCount(0);
	// by keyboard: the card goes back to where it was, and the focus with it
	await card(page, 'Bao bì').getByRole('link').focus();
	await page.getByRole('button', { name: 'Undo' }).first().press('Enter');
	await expect(cards(page, 'Prospecting')).toHaveText(['Bao bì']);
	await expect(card(page, 'Bao bì').getByRole('link')).toBeFocused();
});

test('a card is carried by keys alone, and every step is said', async ({ page }) => {
	await makeDeal(page, 'Kho lạnh');
	await makeDeal(page, 'Bao bì');
	await makeDeal(page, 'Nội thất', { stage: 'Qualification' });
	await page.goto('/deals');
	const status = page.getByRole('status').filter({ hasText: /\w/ });
	await card(page, 'Bao bì').getByRole('link').focus();
	await page.keyboard.press('Space');
	await expect(status).toHaveText('Picked up Bao bì. Place 1 of 2 in Prospecting.');
	await page.keyboard.press('ArrowDown');
	await expect(status).toHaveText('Place 2 of 2 in Prospecting.');
	await page.keyboard.press('ArrowRight');
	await expect(status).toHaveText('Place 2 of 2 in Qualification.');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Space');
	await expect(status).toHaveText('Dropped. Place 1 of 2 in Qualification.');
	await expect(cards(page, 'Qualification')).toHaveText(['Bao bì', 'Nội thất']);
	await expect(card(page, 'Bao bì').getByRole('link')).toBeFocused();

	await page.keyboard.press('Space');
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('Escape');
	await expect(status).toHaveText('Left where it was.');
	await expect(cards(page, 'Qualification')).toHaveText(['Bao bì', 'Nội thất']);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Bao bì' })).toBeVisible();
});

test('keys that follow one another faster than the page can answer carry a card all the same', async ({ page }) => {
	await makeDeal(page, 'Kho lạnh');
	await makeDeal(page, 'Nội thất', { stage: 'Qualification' });
	await page.goto('/deals');
	await settled(page);
	const link = card(page, 'Kho lạnh').getByRole('link');
	await link.focus();
	// in one go, as they come to a page that was busy
	const pressAll = (codes: string[]) =>
		link.evaluate((element, all) => {
			for (const code of all) {
				const key = code === 'Space' ? ' ' : code;
				element.dispatchEvent(new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true }));
			}
		}, codes);
	const status = page.getByRole('status').filter({ hasText: /\w/ });
	await pressAll(['Space', 'ArrowRight', 'ArrowDown', 'Space']);
	await expect(status).toHaveText('Dropped. Place 2 of 2 in Qualification.');
	await expect(cards(page, 'Qualification')).toHaveText(['Nội thất', 'Kho lạnh']);
	await settled(page);
	await pressAll(['Space', 'ArrowLeft', 'Escape']);
	await expect(status).toHaveText('Left where it was.');
	await expect(cards(page, 'Qualification')).toHaveText(['Nội thất', 'Kho lạnh']);
});

test('the menu moves a card without dragging', async ({ page }) => {
	await makeDeal(page, 'Kho lạnh');
	await makeDeal(page, 'Bao bì');
	await page.goto('/deals');
	await page.getByRole('button', { name: 'Actions for Bao bì' }).click();
	await page.getByRole('menuitem', { name: 'Down' }).click();
	await expect(cards(page, 'Prospecting')).toHaveText(['Kho lạnh', 'Bao bì']);
	await page.getByRole('button', { name: 'Actions for Bao bì' }).click();
	await page.getByRole('menuitem', { name: 'Negotiation' }).click();
	await expect(cards(page, 'Negotiation')).toHaveText(['Bao bì']);
	// the menu is closed, and the focus has gone with the card
	await expect(page.getByRole('menu')).toHaveCount(0);
	await expect(card(page, 'Bao bì').getByRole('link')).toBeFocused();
	await expect(page.getByText('Moved Bao bì. Place 1 of 1 in Negotiation.')).toBeAttached();
	await settled(page);
	await page.reload();
	await expect(cards(page, 'Negotiation')).toHaveText(['Bao bì']);

	// by keys: the first item is under Enter, `m` leads to the stages, and Escape leads back to the button
	const button = page.getByRole('button', { name: 'Actions for Bao bì' });
	await button.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('menuitem', { name: 'Open' })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(button).toBeFocused();
	await card(page, 'Bao bì').getByRole('link').focus();
	await page.keyboard.press('m');
	await expect(page.getByRole('menuitem', { name: 'Prospecting' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(cards(page, 'Prospecting')).toHaveText(['Bao bì', 'Kho lạnh']);
});

test('a win is corrected where it was made, and undone as one; an open deal gets another close date', async ({
	page,
}) => {
	await makeDeal(page, 'Kho lạnh', { value: '1,500.50', close: '2027-03-31' });
	await page.goto('/deals');
	await settled(page);
	await card(page, 'Kho lạnh').getByRole('link').focus();
	await page.keyboard.press('m');
	await page.getByRole('menuitem', { name: 'Closed Won' }).focus();
	await page.keyboard.press('Enter');
	const won = page.getByRole('dialog', { name: 'Value and close date of Kho lạnh' });
	const value = won.getByRole('textbox', { name: 'Deal value' });
	await expect(value).toHaveValue('1,500.50');
	await expect(value).toBeFocused();
	await expectAccessible(page, 'won');
	await value.fill('2k');
	await won.getByRole('textbox', { name: 'Close date' }).fill('tomorrow');
	await page.keyboard.press('Enter');
	await expect(won).toContainText('Enter today’s date or an earlier one.');
	await won.getByRole('textbox', { name: 'Close date' }).fill('yesterday');
	await page.keyboard.press('Enter');
	await expect(won).toHaveCount(0);
	await expect(page.getByText('Won Kho lạnh for $2,000')).toBeVisible();
	const strip = column(page, 'Closed Won').getByRole('button', { name: 'Closed Won 1 deal' });
	await expect(strip).toContainText('$2,000');
	await expect(strip).toBeFocused();
	await page.getByRole('button', { name: 'Undo' }).first().click();
	await expect(card(page, 'Kho lạnh')).toContainText('$1,500.50');
	await expect(cards(page, 'Prospecting')).toHaveText(['Kho lạnh']);

	await page.getByRole('button', { name: 'Actions for Kho lạnh' }).click();
	await page.getByRole('menuitem', { name: 'Change close date' }).click();
	const moved = page.getByRole('dialog', { name: 'Expected close date of Kho lạnh' });
	await moved.getByRole('textbox', { name: 'Expected close date' }).fill('15 April 2027');
	await page.keyboard.press('Enter');
	await expect(page.getByText('Moved the close date of Kho lạnh')).toBeVisible();
	await expect(card(page, 'Kho lạnh')).toContainText('Apr');
	await expect(card(page, 'Kho lạnh').getByRole('link')).toBeFocused();
});

test('single keys go from card to card, log, add a follow-up and edit', async ({ page }) => {
	await makeDeal(page, 'Kho lạnh');
	await makeDeal(page, 'Bao bì');
	await makeDeal(page, 'Nội thất', { stage: 'Proposal' });
	await page.goto('/deals');
	await settled(page);
	const focused = (name: string) => expect(card(page, name).getByRole('link')).toBeFocused();
	await page.keyboard.press('j');
	await focused('Bao bì');
	await page.keyboard.press('j');
	await focused('Kho lạnh');
	// past a column without cards
	await page.keyboard.press('ArrowRight');
	await focused('Nội thất');
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('ArrowDown');
	await focused('Kho lạnh');
	await page.keyboard.press('k');
	await focused('Bao bì');

	await page.keyboard.press('l');
	const log = page.getByRole('dialog', { name: 'Log activity' });
	await expect(log).toContainText('Bao bì');
	await page.keyboard.press('Escape');
	await expect(log).toHaveCount(0);
	await focused('Bao bì');
	await page.keyboard.press('n');
	await page
		.getByRole('dialog', { name: 'New follow-up' })
		.getByRole('textbox', { name: /^Follow-up/ })
		.fill('Gửi báo giá');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Added Gửi báo giá')).toBeVisible();
	await expect(card(page, 'Bao bì').getByRole('button', { name: /Follow-up without a date/ })).toBeAttached();
	await card(page, 'Bao bì').getByRole('link').focus();
	await page.keyboard.press('e');
	await expect(page.getByRole('region', { name: 'Deal: Bao bì' })).toBeVisible();
});

test('a move beside a card that is gone meanwhile is refused, and the board shows how things stand', async ({
	page,
	context,
}) => {
	await makeDeal(page, 'Kho lạnh');
	await makeDeal(page, 'Nội thất', { stage: 'Proposal' });
	await page.goto('/deals');
	await expect(cards(page, 'Proposal')).toHaveText(['Nội thất']);
	const second = await context.newPage();
	await second.goto('/deals?view=list');
	await second.getByRole('link', { name: 'Nội thất' }).click();
	await expect(second.getByRole('heading', { level: 1, name: 'Nội thất' })).toBeVisible();
	await deleteRecord(second);
	await expect(second.getByText('Deleted Nội thất')).toBeVisible();

	await drag(page, 'Kho lạnh', card(page, 'Nội thất'), 30);
	await expect(notice(page, 'Nothing was moved')).toBeVisible();
	await expect(page.getByRole('status').filter({ hasText: 'Nothing was moved' })).toBeAttached();
	await expect(cards(page, 'Prospecting')).toHaveText(['Kho lạnh']);
	await expect(cards(page, 'Proposal')).toHaveCount(0);
	await settled(page);
	await page.reload();
	await expect(cards(page, 'Prospecting')).toHaveText(['Kho lạnh']);
});

test('a move whose answer is lost is taken back and said', async ({ page, problems }) => {
	await makeDeal(page, 'Kho lạnh');
	await page.goto('/deals', { waitUntil: 'networkidle' });
	await page.context().setOffline(true);
	await drag(page, 'Kho lạnh', column(page, 'Proposal'));
	await expect(notice(page, 'The server gave no answer')).toBeVisible();
	await expect(cards(page, 'Prospecting')).toHaveText(['Kho lạnh']);
	// coming back to the window without a connection leaves the board as it is
	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await page.waitForTimeout(500);
	await expect(cards(page, 'Prospecting')).toHaveText(['Kho lạnh']);
	await page.context().setOffline(false);
	await drag(page, 'Kho lạnh', column(page, 'Proposal'));
	await expect(cards(page, 'Proposal')).toHaveText(['Kho lạnh']);
	// the requests that were broken off here are all that went wrong
	expect(problems.splice(0).filter((problem) => !problem.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});

test('what another window moved shows after the next move, and on return, however the board was left', async ({
	page,
	context,
}) => {
	await makeDeal(page, 'Kho lạnh');
	await makeDeal(page, 'Bao bì');
	await makeDeal(page, 'Nội thất', { stage: 'Proposal' });
	await page.goto('/deals');
	const second = await context.newPage();
	await second.goto('/deals');
	await drag(second, 'Bao bì', column(second, 'Negotiation'));
	await expect(second.getByText('Moved Bao bì to Negotiation')).toBeVisible();
	await drag(page, 'Nội thất', column(page, 'Qualification'));
	await expect(cards(page, 'Negotiation')).toHaveText(['Bao bì']);
	await expect(cards(page, 'Prospecting')).toHaveText(['Kho lạnh']);

	await card(page, 'Kho lạnh').getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1, name: 'Kho lạnh' })).toBeVisible();
	await settled(second);
	await second.reload();
	await drag(second, 'Bao bì', column(second, 'Proposal'));
	await expect(second.getByText('Moved Bao bì to Proposal')).toBeVisible();
	await page.goBack();
	await expect(cards(page, 'Proposal')).toHaveText(['Bao bì']);
	await expect(column(page, 'Negotiation')).toContainText('0 deals');
});

test('an answer that comes after the search has changed is not laid over what it found', async ({ page }) => {
	await makeDeal(page, 'Kho lạnh', { value: '100' });
	await makeDeal(page, 'Bao bì', { value: '20' });
	await page.goto('/deals');
	await page.route('**/deals', async (route) => {
		if (route.request().method() === 'POST') await new Promise((resolve) => setTimeout(resolve, 1500));
		await route.continue();
	});
	await drag(page, 'Kho lạnh', column(page, 'Proposal'));
	await page.getByRole('searchbox', { name: 'Search deals' }).fill('kho');
	await expect(cards(page, 'Proposal')).toHaveText(['Kho lạnh']);
	await expect(page.getByText('Moved Kho lạnh to Proposal')).toBeVisible();
	await expect(page.getByLabel('Totals')).toContainText('Open1 deal$100');
	await expect(column(page, 'Prospecting')).toContainText('0 deals');
	await expect(cards(page, 'Proposal')).toHaveText(['Kho lạnh']);
});
