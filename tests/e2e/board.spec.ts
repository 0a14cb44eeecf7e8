import { expectAccessible, expectFits } from './support/accessible';
import { onDatabase } from './support/database';
import { card, cards, column, createDeal, makeDeal, settled } from './support/deals';
import { addFilter, filterPopover, openFilter } from './support/filters';
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
	await page.getByRole('button', { name: 'Actions for Đơn 60 cuối' }).click();
	await page.getByRole('menuitem', { name: 'Up', exact: true }).click();
	await expect(cards(page, 'Prospecting').nth(58)).toHaveText('Đơn 60 cuối');
	await page.getByRole('button', { name: 'Actions for Đơn 60 cuối' }).click();
	await page.getByRole('menuitem', { name: 'Top of the column' }).click();
	await expect(cards(page, 'Prospecting').first()).toHaveText('Đơn 60 cuối');
	await settled(page);
	await page.reload();
	await expect(cards(page, 'Prospecting').first()).toHaveText('Đơn 60 cuối');
});

test('closed columns show the last 90 days and lead to the rest', async ({ page, account }) => {
	await makeDeal(page, 'Mới đóng', { stage: 'Closed Won', value: '700' });
	await createDeal(page, 'Đóng đã lâu', { stage: 'Closed Won', value: '50' });
	await onDatabase(
		`UPDATE deal SET closed_at = now() - interval '100 days' FROM "user" u
		 WHERE u.id = deal.user_id AND u.email = $1 AND deal.name = 'Đóng đã lâu'`,
		[account.email],
	);
	await page.goto('/deals');
	await column(page, 'Closed Won').getByRole('button', { name: 'Closed Won 1 deal' }).click();
	await expect(cards(page, 'Closed Won')).toHaveText(['Mới đóng']);
	await expect(column(page, 'Closed Won')).toContainText('Last 90 days');
	await expect(column(page, 'Closed Won')).toContainText('$700');
	await expect(page.getByLabel('Totals')).toContainText('Won2 deals$750');
	await column(page, 'Closed Won').getByRole('link', { name: 'all of Closed Won' }).click();
	await expect(page.locator('[data-row-link] a')).toHaveText(['Đóng đã lâu', 'Mới đóng']);
});

test('filters and search hold on the board and in the list alike', async ({ page }) => {
	await makeDeal(page, 'Kho lạnh', { value: '50000', company: 'Ánh Dương', close: '2027-01-15' });
	await makeDeal(page, 'Bao bì', { value: '900', stage: 'Proposal', close: '2027-03-01' });
	await makeDeal(page, 'Nội thất', { value: '70000', currency: 'VND' });
	await page.goto('/deals');
	const isWorth = async (amount: string) => {
		const popover = await openFilter(page, 'Deal value');
		await popover.getByLabel('Deal value: operator').selectOption('≥');
		await popover.getByRole('textbox', { name: 'Deal value', exact: true }).fill(amount);
		await page.keyboard.press('Enter');
		await expect(popover).toBeHidden();
	};
	await isWorth('1k');
	await expect(page).toHaveURL(/valueFrom=1000USD/);
	await expect(cards(page, 'Prospecting')).toHaveText(['Kho lạnh']);
	await expect(cards(page, 'Proposal')).toHaveCount(0);
	await expect(page.getByRole('link', { name: 'Remove the filter Deal value: at least $1,000' })).toBeVisible();

	await page.getByRole('link', { name: 'List', exact: true }).click();
	await expect(page).toHaveURL(/view=list&valueFrom=1000USD/);
	await expect(page.locator('[data-row-link] a')).toHaveText(['Kho lạnh']);
	// 70,000 dong are no more than 1,000 dollars: each currency for itself, by name
	await page.getByRole('button', { name: /^Deal value/ }).click();
	await filterPopover(page).getByLabel('Currency').selectOption('VND');
	await filterPopover(page).getByRole('button', { name: 'Done' }).click();
	await expect(page.getByRole('link', { name: 'Remove the filter Deal value: at least ₫1,000' })).toBeVisible();
	await expect(page.locator('[data-row-link] a')).toHaveText(['Nội thất']);
	await page.getByRole('link', { name: 'Remove the filter Deal value: at least ₫1,000' }).click();
	await expect(page.locator('[data-row-link] a')).toHaveCount(3);
	await page.getByRole('link', { name: 'Value', exact: true }).click();
	await expect(page).toHaveURL(/sort=value.desc/);
	await expect(page.locator('[data-row-link] a')).toHaveText(['Kho lạnh', 'Bao bì', 'Nội thất']);
	await isWorth('1k');
	await expect(page.locator('[data-row-link] a')).toHaveText(['Kho lạnh']);
	await page.getByRole('searchbox', { name: 'Search deals' }).fill('anh duong');
	await expect(page).toHaveURL(/q=anh\+duong/);
	await expect(page.locator('[data-row-link] a')).toHaveText(['Kho lạnh']);
	await page.getByRole('link', { name: 'Board', exact: true }).click();
	await expect(page).not.toHaveURL(/view=list/);
	await expect(cards(page, 'Prospecting')).toHaveText(['Kho lạnh']);
	await page.getByRole('link', { name: 'Remove the filter Deal value: at least $1,000' }).click();
	await expect(page).not.toHaveURL(/valueFrom/);
	await addFilter(page, 'Stage', 'Proposal');
	await expect(page.getByText('No deals match')).toBeVisible();
	await page.goBack();
	await page.goto('/deals?view=list&closeFrom=2027-02-01&sort=name.asc');
	await expect(page.locator('[data-row-link] a')).toHaveText(['Bao bì']);
});

test(`the board and the list are accessible and fit a phone`, async ({ page }) => {
	const long =
		'Hợp đồng cung cấp thiết bị chế biến và bảo quản lạnh cho nhà máy thủy sản xuất khẩu Đồng Tháp Mười giai đoạn hai';
	await makeDeal(page, long, {
		company: 'Công ty Trách nhiệm Hữu hạn Một thành viên Sản xuất Thương mại Dịch vụ Xuất nhập khẩu Bình Minh',
		value: '9,999,999,999,999.99',
		close: '2026-01-15',
	});
	await makeDeal(page, 'Bao bì', { value: '1', stage: 'Closed Lost' });
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
	// from 768 px on what is lost is folded
	await page.setViewportSize({ width: 390, height: 844 });
	await page.getByRole('button', { name: 'Actions for Bao bì' }).click();
	await expect(page.getByRole('menu')).toBeVisible();
	await expectAccessible(page);
});
