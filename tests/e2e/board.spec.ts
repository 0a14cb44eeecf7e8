import type { Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { onDatabase } from './support/database';
import { card, cards, column, createDeal, drag, settled } from './support/deals';
import { expect, test } from './support/test';

/** Fills the first column of an account past the forms: so many deals of a company, worth 1, 2, 3 and so on. */
const fillColumn = (email: string, count: number) =>
	onDatabase(
		`WITH made AS (
			INSERT INTO company (user_id, id, name) SELECT u.id, gen_random_uuid(), 'Hoa Sen' FROM "user" u WHERE u.email = $1
			RETURNING user_id, id
		 )
		 INSERT INTO deal (user_id, id, company_id, name, value, currency, position)
		 SELECT made.user_id, gen_random_uuid(), made.id, 'Đơn ' || n || CASE n WHEN $2 THEN ' cuối' ELSE '' END, n, 'USD',
			'd' || lpad(to_hex(n), 4, '0')
		 FROM made, generate_series(1, $2::int) n`,
		[email, count],
	);

/** A message in the corner; the board says it to screen readers as well. */
const notice = (page: Page, text: string) => page.getByRole('region', { name: /Notifications/ }).getByText(text);

test.beforeEach(async ({ account }) => {
	expect(account).toBeTruthy();
});

test('a card is dragged by mouse between columns and within one, and the database adds up', async ({ page }) => {
	await createDeal(page, 'Kho lạnh', { value: '1,500.50' });
	await createDeal(page, 'Bao bì', { value: '2k' });
	await createDeal(page, 'Nội thất', { value: '3k', stage: 'Proposal' });
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
	await expect(card(page, 'Bao bì')).toContainText('Closed ');
	await settled(page);
	await card(page, 'Nội thất').getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1, name: 'Nội thất' })).toBeVisible();
	await page.goBack();
	await expect(cards(page, 'Closed Won')).toHaveText(['Bao bì']);
	await expect(cards(page, 'Prospecting')).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).first().click();
	await expect(cards(page, 'Prospecting')).toHaveText(['Bao bì']);
});

test('a card is carried by keys alone, and every step is said', async ({ page }) => {
	await createDeal(page, 'Kho lạnh');
	await createDeal(page, 'Bao bì');
	await createDeal(page, 'Nội thất', { stage: 'Qualification' });
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

test('the menu moves a card without dragging', async ({ page }) => {
	await createDeal(page, 'Kho lạnh');
	await createDeal(page, 'Bao bì');
	await page.goto('/deals');
	await page.getByRole('button', { name: 'Move Bao bì to…' }).click();
	await page.getByRole('menuitem', { name: 'Down' }).click();
	await expect(cards(page, 'Prospecting')).toHaveText(['Kho lạnh', 'Bao bì']);
	await page.getByRole('button', { name: 'Move Bao bì to…' }).click();
	await page.getByRole('menuitem', { name: 'Negotiation' }).click();
	await expect(cards(page, 'Negotiation')).toHaveText(['Bao bì']);
	// the menu is closed, and the focus has gone with the card
	await expect(page.getByRole('menu')).toHaveCount(0);
	await expect(card(page, 'Bao bì').getByRole('link')).toBeFocused();
	await expect(page.getByText('Moved Bao bì. Place 1 of 1 in Negotiation.')).toBeAttached();
	await settled(page);
	await page.reload();
	await expect(cards(page, 'Negotiation')).toHaveText(['Bao bì']);

	// by keys: the first item is under Enter, and Escape leads back to the button
	const button = page.getByRole('button', { name: 'Move Bao bì to…' });
	await button.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('menuitem', { name: 'Prospecting' })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(button).toBeFocused();
});

test('a move beside a card that is gone meanwhile is refused, and the board shows how things stand', async ({
	page,
	context,
}) => {
	await createDeal(page, 'Kho lạnh');
	await createDeal(page, 'Nội thất', { stage: 'Proposal' });
	await page.goto('/deals');
	await expect(cards(page, 'Proposal')).toHaveText(['Nội thất']);
	const second = await context.newPage();
	await second.goto('/deals?view=list');
	await second.getByRole('link', { name: 'Nội thất' }).click();
	await expect(second.getByRole('heading', { level: 1, name: 'Nội thất' })).toBeVisible();
	await second.getByRole('button', { name: 'Delete' }).click();
	await second.getByRole('button', { name: 'Delete deal' }).click();
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
	await createDeal(page, 'Kho lạnh');
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
	await createDeal(page, 'Kho lạnh');
	await createDeal(page, 'Bao bì');
	await createDeal(page, 'Nội thất', { stage: 'Proposal' });
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
	await createDeal(page, 'Kho lạnh', { value: '100' });
	await createDeal(page, 'Bao bì', { value: '20' });
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

test('a long column loads as it is scrolled, and counts what is not loaded', async ({ page, account }) => {
	await fillColumn(account.email, 60);
	await page.goto('/deals');
	const prospecting = column(page, 'Prospecting');
	await expect(prospecting.getByRole('heading')).toHaveText('Prospecting');
	await expect(prospecting).toContainText('60 deals');
	await expect(prospecting).toContainText('$1,830');
	const last = card(page, 'Đơn 60 ');
	await expect(async () => {
		await page.locator('[data-column=prospecting]').evaluate((list) => list.scrollTo(0, list.scrollHeight));
		await expect(last).toBeInViewport({ timeout: 300 });
	}).toPass();
	await expect(cards(page, 'Prospecting')).toHaveCount(60);
	// below everything that was loaded when the page was made
	await page.getByRole('button', { name: 'Move Đơn 60 cuối to…' }).click();
	await page.getByRole('menuitem', { name: 'Up', exact: true }).click();
	await expect(cards(page, 'Prospecting').nth(58)).toHaveText('Đơn 60 cuối');
	await page.getByRole('button', { name: 'Move Đơn 60 cuối to…' }).click();
	await page.getByRole('menuitem', { name: 'Top of the column' }).click();
	await expect(cards(page, 'Prospecting').first()).toHaveText('Đơn 60 cuối');
	await settled(page);
	await page.reload();
	await expect(cards(page, 'Prospecting').first()).toHaveText('Đơn 60 cuối');
});

test('closed columns show the last 90 days and lead to the rest', async ({ page, account }) => {
	await createDeal(page, 'Mới đóng', { stage: 'Closed Won', value: '700' });
	await createDeal(page, 'Đóng đã lâu', { stage: 'Closed Won', value: '50' });
	await onDatabase(
		`UPDATE deal SET closed_at = now() - interval '100 days' FROM "user" u
		 WHERE u.id = deal.user_id AND u.email = $1 AND deal.name = 'Đóng đã lâu'`,
		[account.email],
	);
	await page.goto('/deals');
	await expect(cards(page, 'Closed Won')).toHaveText(['Mới đóng']);
	await expect(column(page, 'Closed Won')).toContainText('Last 90 days');
	await expect(column(page, 'Closed Won')).toContainText('$700');
	await expect(page.getByLabel('Totals')).toContainText('Won2 deals$750');
	await column(page, 'Closed Won').getByRole('link', { name: 'all of Closed Won' }).click();
	await expect(page.locator('[data-row-link] a')).toHaveText(['Đóng đã lâu', 'Mới đóng']);
});

test('filters and search hold on the board and in the list alike', async ({ page }) => {
	await createDeal(page, 'Kho lạnh', { value: '50000', company: 'Ánh Dương', close: '2027-01-15' });
	await createDeal(page, 'Bao bì', { value: '900', stage: 'Proposal', close: '2027-03-01' });
	await createDeal(page, 'Nội thất', { value: '70000', currency: 'VND' });
	await page.goto('/deals');
	await page.getByRole('button', { name: 'Value and dates' }).click();
	const values = page.getByRole('group', { name: 'Deal value' });
	await values.getByLabel('From').fill('mười');
	await page.getByRole('button', { name: 'Filter', exact: true }).click();
	await expect(page.getByText('This is not an amount')).toBeVisible();
	await values.getByLabel('From').fill('1k');
	await page.getByRole('button', { name: 'Filter', exact: true }).click();
	await expect(page).toHaveURL(/valueFrom=1000/);
	await expect(cards(page, 'Prospecting')).toHaveText(['Nội thất', 'Kho lạnh']);
	await expect(cards(page, 'Proposal')).toHaveCount(0);
	// each currency for itself
	await expect(page.getByLabel('Totals')).toContainText('$50,000');
	await expect(page.getByLabel('Totals')).toContainText('₫70,000');

	await page.getByRole('link', { name: 'List', exact: true }).click();
	await expect(page).toHaveURL(/view=list&valueFrom=1000/);
	await expect(page.locator('[data-row-link] a')).toHaveText(['Nội thất', 'Kho lạnh']);
	await page.getByRole('searchbox', { name: 'Search deals' }).fill('anh duong');
	await expect(page.locator('[data-row-link] a')).toHaveText(['Kho lạnh']);
	await page.getByRole('link', { name: 'Board', exact: true }).click();
	await expect(page).toHaveURL(/q=anh\+duong/);
	await expect(cards(page, 'Prospecting')).toHaveText(['Kho lạnh']);
	await page.getByRole('link', { name: 'Remove the filter Deal value from: 1,000' }).click();
	await expect(page).not.toHaveURL(/valueFrom/);
	await page.getByLabel('Stage').selectOption('Proposal');
	await expect(page.getByText('No deals match')).toBeVisible();
	await page.goBack();
	await page.goto('/deals?view=list&closeFrom=2027-02-01&sort=name.asc');
	await expect(page.locator('[data-row-link] a')).toHaveText(['Bao bì']);
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`the board and the list are accessible and fit a phone (${colorScheme})`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		const long =
			'Hợp đồng cung cấp thiết bị chế biến và bảo quản lạnh cho nhà máy thủy sản xuất khẩu Đồng Tháp Mười giai đoạn hai';
		await createDeal(page, long, {
			company: 'Công ty Trách nhiệm Hữu hạn Một thành viên Sản xuất Thương mại Dịch vụ Xuất nhập khẩu Bình Minh',
			value: '9,999,999,999,999.99',
			close: '2026-01-15',
		});
		await createDeal(page, 'Bao bì', { value: '1', stage: 'Closed Lost' });
		for (const path of ['/deals', '/deals?view=list']) {
			await page.goto(path);
			await expect(page.getByRole('link', { name: long })).toBeVisible();
			await expectAccessible(page);
			for (const width of [390, 1440]) {
				await page.setViewportSize({ width, height: 844 });
				await expectFits(page);
			}
		}
		await page.goto('/deals');
		await page.getByRole('button', { name: 'Move Bao bì to…' }).click();
		await expect(page.getByRole('menu')).toBeVisible();
		await expectAccessible(page);
	});
}
