import { expectAccessible, expectFits } from './support/accessible';
import { makeDeal } from './support/deals';
import { addFilter } from './support/filters';
import { names } from './support/page';
import { deleteRecord } from './support/record';
import { createCompany, expect, makeContact, test } from './support/test';
import { fillList, present, saveAs, sidebar, viewsOf } from './support/views';

test('views of deals keep the board or the list, and every list has its own', async ({ page }) => {
	await makeDeal(page, 'Kho lạnh', { stage: 'Proposal' });
	await makeDeal(page, 'Bao bì');
	await page.goto('/deals?view=list&stage=proposal');
	await saveAs(page, 'Đang báo giá', { asDefault: 'Deals' });
	await page.goto('/deals?stage=prospecting');
	await saveAs(page, 'Mới');
	await page.goto('/deals');
	await expect(names(page)).toHaveText(['Kho lạnh']);
	await viewsOf(page, 'Deals').filter({ hasText: 'Mới' }).click();
	await expect(page.locator('[data-card]')).toHaveText(/Bao bì/);
	// from the list to the board is a change of the view, and from the board of everything back no way to the default
	await page.goto('/deals?saved=none');
	await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'List' }).click();
	await expect(names(page)).toHaveCount(2);
	await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Board' }).click();
	await expect(page.locator('[data-card]')).toHaveCount(2);

	await page.goto('/companies?q=thuy');
	await saveAs(page, 'Thủy sản');
	await page.goto('/activities?type=call');
	await saveAs(page, 'Cuộc gọi');
	await expect(viewsOf(page, 'Deals')).toHaveText(['All deals', 'Đang báo giá', 'Mới']);
	await expect(viewsOf(page, 'Companies')).toHaveText(['Thủy sản']);
	await expect(viewsOf(page, 'Activities')).toHaveText(['Cuộc gọi']);
	await expect(viewsOf(page, 'Contacts')).toHaveCount(0);

	// a collapsed sidebar has icons alone
	await page.getByRole('button', { name: 'Collapse sidebar' }).click();
	await expect(viewsOf(page, 'Deals')).toHaveCount(0);
	await expect(sidebar(page).getByRole('link', { name: 'Activities' })).toHaveAttribute('aria-current', 'page');
});

test('the sidebar marks the view that the page names, however the address says it', async ({ page }) => {
	await fillList(page);
	await page.goto('/contacts?decides=yes&authority=primary');
	await saveAs(page, 'Chính');
	const marked = page.getByRole('complementary').locator('[aria-current=page]');
	for (const [address, view] of [
		['/contacts?authority=primary&decides=yes', 'Chính'],
		['/contacts?decides=yes&sort=name.asc&authority=primary', 'Chính'],
		['/contacts?utm_source=zalo&decides=yes&authority=primary&owner=lan&view=list', 'Chính'],
		['/contacts?decides=yes&sort=name.desc&authority=primary', null],
		['/contacts?decides=yes', null],
	] as const) {
		await page.goto(address);
		await expect(page.getByRole('button', { name: view ? `View: ${view}` : 'Save view' })).toBeVisible();
		await expect(marked).toHaveText(view ?? /^Contacts/);
	}
	await page.goto('/activities?type=call&type=email');
	await saveAs(page, 'Gọi và viết');
	await page.goto('/activities?type=email&type=call');
	await expect(present(page, 'Gọi và viết')).toBeVisible();
	await expect(marked).toHaveText('Gọi và viết');
});

test('a view moves along with the calendar by a named range, and says where its days stay', async ({ page }) => {
	const today = new Date().toISOString().slice(0, 10);
	const inTenMonths = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10);
	await makeDeal(page, 'Kho lạnh', { close: today });
	await makeDeal(page, 'Bao bì', { close: inTenMonths });
	await makeDeal(page, 'Nội thất');
	await page.goto('/deals');
	await addFilter(page, 'Expected close date', 'This month');
	await expect(page.locator('[data-card]')).toHaveText([/Kho lạnh/]);
	await page.getByRole('link', { name: 'List', exact: true }).click();
	await expect(names(page)).toHaveText(['Kho lạnh']);
	await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Expected close date: This month');
	await page.getByRole('button', { name: 'Save view' }).click();
	await expect(page.getByRole('dialog')).toContainText('The search, the filters and the order');
	await expect(page.getByRole('dialog')).not.toContainText('stay as they are');
	await page.keyboard.press('Escape');
	await saveAs(page, 'Chốt tháng này');
	await page.goto('/dashboard');
	await viewsOf(page, 'Deals').click();
	await expect(page).toHaveURL(/close=month/);
	await expect(names(page)).toHaveText(['Kho lạnh']);

	await page.goto(`/deals?view=list&closeFrom=${today}`);
	await expect(names(page)).toHaveCount(2);
	await page.getByRole('button', { name: 'Save view' }).click();
	await expect(page.getByRole('dialog')).toContainText(
		'The days in this view stay as they are. Choose one of “Expected close date”',
	);
	await expectAccessible(page);
});

test('a view opens although what it filters by is gone', async ({ page }) => {
	await createCompany(page, 'Ánh Dương');
	const [, company] = /companies\/([\w-]+)/.exec(page.url()) ?? [];
	await makeContact(page, 'Đặng Văn Hùng');
	await page.goto(`/contacts?company=${company}&tag=00000000-0000-7000-8001-000000000001`);
	await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Tags: A tag that is gone');
	await saveAs(page, 'Người của Ánh Dương');
	await page.goto(`/companies/${company}`);
	await deleteRecord(page);
	await expect(page.getByRole('heading', { level: 1, name: 'Companies' })).toBeVisible();
	await viewsOf(page, 'Contacts').click();
	await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Company: A company that is gone');
	await expect(present(page, 'Người của Ánh Dương')).toBeVisible();
});

test(`views are accessible and fit`, async ({ page }) => {
	await fillList(page);
	await page.goto('/contacts?decides=yes');
	await saveAs(page, 'Những người có quyền quyết định ở các công ty thủy sản miền', { asDefault: 'Contacts' });
	const check = async () => {
		await expectAccessible(page);
		await expectFits(page);
	};
	await page.keyboard.press('Escape');
	await check();
	await page.getByRole('button', { name: /^View: Những người/ }).click();
	await expect(page.getByRole('menu')).toBeVisible();
	await check();
	await page.getByRole('menuitem', { name: 'Rename…' }).click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await check();
	await page.keyboard.press('Escape');
	await addFilter(page, 'Authority level', 'Primary');
	await expect(page.getByText('Changed', { exact: true })).toBeVisible();
	await check();
	await page.setViewportSize({ width: 360, height: 740 });
	await check();
	await page.getByRole('button', { name: 'Open menu' }).click();
	const drawer = page.getByRole('dialog', { name: 'Menu' });
	await expect(drawer.getByRole('link', { name: /^Những người/ })).toHaveAttribute('aria-current', 'page');
	await check();
	await drawer.getByRole('link', { name: 'All contacts' }).click();
	await expect(drawer).toBeHidden();
	await expect(names(page)).toHaveCount(3);
	await page.getByRole('searchbox', { name: 'Search contacts' }).fill('lan');
	await page.getByRole('button', { name: 'Save view' }).click();
	await expect(page.getByLabel('View name')).toBeFocused();
	await check();
});
