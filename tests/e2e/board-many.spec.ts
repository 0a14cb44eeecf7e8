import { expectFits } from './support/accessible';
import { card, cards, column, drag, fillBoard, settled } from './support/deals';
import { expect, test } from './support/test';

test('300 deals are moved by the mouse and by keys, whatever the width', async ({ page, account }) => {
	await fillBoard(account.email);
	for (const [width, first] of [
		[768, 'prospecting 1'],
		[1440, 'prospecting 2'],
		[1920, 'prospecting 3'],
	] as const) {
		await page.setViewportSize({ width, height: 900 });
		await page.goto('/deals');
		await expect(cards(page, 'Prospecting').first()).toHaveText(first);
		await expectFits(page);
		// five or more are in sight
		await expect(cards(page, 'Prospecting').nth(5)).toBeInViewport();

		await page.keyboard.press('j');
		await expect(card(page, first).getByRole('link').first()).toBeFocused();
		await page.keyboard.press('Space');
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('Space');
		await expect(page.getByText(`Moved ${first} to Qualification`)).toBeVisible();
		await expect(cards(page, 'Qualification').first()).toHaveText(first);
		await settled(page);
		await drag(page, 'prospecting 7', column(page, 'Closed Won'));
		await expect(page.getByText(/^Won prospecting 7\d?$/)).toBeVisible();
		await settled(page);
		await page.getByRole('button', { name: 'Undo' }).first().click();
		await expect(column(page, 'Closed Won')).toContainText('0 deals');
	}
});

test('a column and its cards are heard as what they are', async ({ page, account }) => {
	await fillBoard(account.email);
	await page.goto('/deals?q=proposal+1');
	await expect(cards(page, 'Proposal')).toHaveCount(17);
	await expect(column(page, 'Proposal')).toMatchAriaSnapshot(`
		- region "Proposal":
		  - heading "Proposal" [level=2]
		  - text: 17 deals
		  - button "Add a deal to Proposal"
		  - term: Total value
		  - definition: $422,000
		  - term: weighted
		  - definition: $211,000
		  - list:
		    - listitem:
		      - link "proposal 1"
		      - button "Actions for proposal 1"
		      - paragraph: $1,000 Thủy sản Bình Minh
		      - button "No contacts here No follow-up"
		      - text: /Expected close date/
	`);
	await expect(column(page, 'Closed Won')).toMatchAriaSnapshot(`
		- region "Closed Won":
		  - button "Closed Won 0 deals"
	`);
});
