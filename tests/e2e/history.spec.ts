import type { Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { log, timeline } from './support/composer';
import { createDeal, makeDeal } from './support/deals';
import { deleteRecord, editCompany, openHistory } from './support/record';
import { saveCompany } from './support/records';
import { createCompany, expect, test } from './support/test';

const history = (page: Page) => page.getByRole('region', { name: 'History' });
/** The entries of a history, the newest first. */
const entries = (page: Page) => history(page).locator('ol > li');
/** The way back to the record, which bears its name. */
const back = (page: Page, name: string) =>
	page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name, exact: true });
const undoOf = (page: Page, n: number) => entries(page).nth(n).getByRole('button', { name: 'Undo this change' });

test('an edit is told field by field and undone, and the undo as well', async ({ page }) => {
	await createCompany(page, 'Thủy sản Bình Minh');
	await editCompany(page, { 'Company name': 'Bình Minh Group', Industry: 'Thủy sản' });
	await openHistory(page);
	await expect(entries(page)).toHaveCount(2);
	await expect(entries(page).first()).toContainText('Edit company');
	await expect(entries(page).first()).toContainText('You · ');
	await expect(entries(page).first().getByRole('listitem')).toHaveText([
		'Company name: Thủy sản Bình Minh → Bình Minh Group',
		'Industry: nothing → Thủy sản',
	]);
	await expect(entries(page).last()).toContainText('Create company');
	// the edit stands on the creation, which says so
	await undoOf(page, 1).click();
	await expect(page.getByText(/^Can’t undo this: “.+” was edited later, on .+\. Nothing was changed\.$/)).toBeVisible();
	await undoOf(page, 0).click();
	await expect(back(page, 'Thủy sản Bình Minh')).toBeVisible();
	await expect(entries(page)).toHaveCount(3);
	await expect(entries(page).first()).toContainText('Undid: Edit company');
	await expect(entries(page).nth(1)).toContainText('Undone on');
	await expect(entries(page).nth(1).locator('[id^=change-]')).toBeFocused();
	// the toast offers to do it once more
	await page
		.getByRole('listitem')
		.filter({ hasText: 'Undone: Edit company' })
		.getByRole('button', { name: 'Redo', exact: true })
		.click();
	await expect(back(page, 'Bình Minh Group')).toBeVisible();
	await expect(entries(page).first()).toContainText('Redid: Edit company');
	await back(page, 'Bình Minh Group').click();
	await expect(page.getByRole('heading', { level: 1, name: 'Bình Minh Group' })).toBeVisible();
});

test('a creation that is undone leads to the list', async ({ page }) => {
	await createCompany(page, 'Nhầm');
	await openHistory(page);
	await undoOf(page, 0).click();
	await expect(page).toHaveURL(/\/companies$/);
	await expect(page.getByText('Undone: Create company')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Nhầm' })).toHaveCount(0);
});

test('a company that was deleted with all its people comes back from the settings', async ({ page }) => {
	test.slow();
	await saveCompany(page, 'Thủy sản Bình Minh', { people: { 'Phạm Văn Đức': {}, 'Đặng Thị Ánh': {} } });
	await makeDeal(page, 'Kho lạnh', { contact: 'Đặng Thị Ánh' });
	await page.goto('/companies');
	await page.getByRole('link', { name: 'Thủy sản Bình Minh' }).click();
	await deleteRecord(page);
	await expect(page).toHaveURL(/\/companies$/);
	await page.goto('/settings');
	await expect(entries(page).first()).toContainText('Delete company');
	for (const name of ['Thủy sản Bình Minh', 'Phạm Văn Đức', 'Đặng Thị Ánh', 'Kho lạnh']) {
		await expect(entries(page).first()).toContainText(name);
		await expect(entries(page).first().getByRole('link', { name })).toHaveCount(0);
	}
	await undoOf(page, 0).click();
	await expect(entries(page).first()).toContainText('Undid: Delete company');
	await entries(page).first().getByRole('link', { name: 'Kho lạnh' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Kho lạnh' })).toBeVisible();
	await openHistory(page);
	await expect(entries(page).first()).toContainText('Restored');
	await expect(entries(page).first()).toContainText('With it: 1 company and 2 contacts restored');
	await page.goto('/contacts');
	await expect(page.getByRole('link', { name: 'Phạm Văn Đức' })).toBeVisible();
});

test('tags that many records got at once are taken off again', async ({ page }) => {
	test.slow();
	for (const name of ['Ánh Dương', 'Hoa Sen', 'Đại Phát']) await saveCompany(page, name);
	await page.goto('/companies');
	await page.getByLabel('Select all rows on this page').check();
	await page.getByRole('toolbar', { name: 'Selected rows' }).getByRole('button', { name: 'Tag' }).click();
	await page.getByRole('combobox', { name: 'Tags to add' }).fill('Key account');
	await page.getByRole('combobox', { name: 'Tags to add' }).press(',');
	await page.getByRole('button', { name: 'Save tags' }).click();
	await expect(page.getByText('Changed the tags of')).toBeVisible();
	await page.getByRole('link', { name: 'Hoa Sen' }).click();
	await openHistory(page);
	await expect(entries(page).first()).toContainText('Tag added: Key account');
	await expect(entries(page).first()).toContainText('With it: 1 tag created; 2 companies tagged');
	await undoOf(page, 0).click();
	await expect(entries(page).first()).toContainText('Tag removed: Key account');
	await page.goto('/companies');
	await expect(page.getByRole('link', { name: 'Đại Phát' })).toBeVisible();
	await expect(page.getByRole('main')).not.toContainText('Key account');
});

test('a stage move is undone; what was changed since is named where it cannot be', async ({ page, context }) => {
	test.slow();
	await createDeal(page, 'Kho lạnh', { stage: 'Proposal' });
	const stages = page.getByRole('list', { name: 'Change stage' });
	await stages.getByRole('button', { name: 'Negotiation' }).click();
	await openHistory(page);
	await expect(entries(page).first().getByRole('listitem')).toHaveText(['Stage: Proposal → Negotiation']);
	await undoOf(page, 0).click();
	await expect(entries(page).first()).toContainText('Undid: Change stage');
	await back(page, 'Kho lạnh').click();
	await expect(stages.locator('[aria-current=step]')).toContainText('Proposal');
	const deal = page.url();
	await openHistory(page);
	await expect(entries(page).first()).toContainText('Undid: Change stage');
	// meanwhile, in another window
	const other = await context.newPage();
	await other.goto(deal);
	await other.getByRole('list', { name: 'Change stage' }).getByRole('button', { name: 'Closed Won' }).click();
	await expect(other.getByText('Won Kho lạnh', { exact: true })).toBeVisible();
	await openHistory(other);
	await expect(entries(other).first()).toContainText('Stage: Proposal → Closed Won');
	await undoOf(page, 0).click();
	await expect(page.getByText('“Kho lạnh” was edited later')).toBeVisible();
	await page.reload();
	await expect(entries(page).first()).toContainText('Stage: Proposal → Closed Won');
	await expect(entries(page).nth(1)).toContainText('Undid: Change stage');
	// what was undone is not offered once more
	await expect(entries(page).nth(2)).toContainText('Undone on');
});

test('an activity has its history at the foot of its page', async ({ page }) => {
	await createCompany(page, 'Hoa Sen');
	await log(page, 'Gọi lần đầu');
	await timeline(page).getByRole('link', { name: 'Gọi lần đầu' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Gọi lần đầu' })).toBeVisible();
	await page.getByRole('link', { name: 'Edit', exact: true }).click();
	await page.getByLabel('Outcome').fill('Đồng ý');
	await page.getByRole('button', { name: 'Save activity' }).click();
	await expect(page.getByRole('region', { name: 'About the activity' })).toBeVisible();
	await expect(entries(page).first()).toContainText('Outcome: nothing → Đồng ý');
	await undoOf(page, 0).click();
	await expect(entries(page).first()).toContainText('Outcome: Đồng ý → nothing');
});

test('what was deleted is undone and redone from one toast, as often as one likes', async ({ page }) => {
	await createCompany(page, 'Thủy sản Bình Minh');
	await deleteRecord(page);
	const toast = page.getByRole('listitem').filter({ hasText: 'Thủy sản Bình Minh' });
	for (const [way, words] of [
		['Undo', 'Undone.'],
		['Redo', 'Redone.'],
		['Undo', 'Undone.'],
	] as const) {
		await toast.getByRole('button', { name: way, exact: true }).click();
		await expect(toast.filter({ hasText: words })).toBeVisible();
	}
	await page.goto('/settings/history');
	const changes = page.locator('[aria-busy] > ol > li');
	await expect(changes.nth(0)).toContainText('Undid: Delete company');
	await expect(changes.nth(1)).toContainText('Redid: Delete company');
	await expect(changes.nth(2)).toContainText('Undid: Delete company');
});

test('a deal says how often its value changed, and one click tells from what to what', async ({ page }) => {
	await createDeal(page, 'Kho lạnh', { value: '1000' });
	const facts = page.getByRole('region', { name: 'About the deal' });
	await expect(facts.getByRole('link', { name: /Changed/ })).toHaveCount(0);
	for (const value of ['2000', '1500']) {
		await facts.getByRole('button', { name: /^Edit deal value/ }).click();
		await facts.getByRole('textbox', { name: 'Deal value' }).fill(value);
		await page.keyboard.press('Enter');
		await expect(
			facts.getByRole('button', { name: new RegExp(`^Edit deal value, .*${value.charAt(0)},${value.slice(1)}`) }),
		).toBeVisible();
	}
	await facts.getByRole('link', { name: /^Changed 2 times/ }).click();
	await expect(entries(page).getByRole('listitem')).toHaveText([
		'Deal value: $2,000 → $1,500',
		'Deal value: $1,000 → $2,000',
	]);
	await page.getByLabel('Field').selectOption({ label: 'Notes' });
	await expect(page.getByText('This field has not been changed.')).toBeVisible();
	await page.getByLabel('Field').selectOption({ label: 'All fields' });
	await expect(entries(page).last()).toContainText('Create deal');
});

test('of a long text the words that came and went are marked', async ({ page }) => {
	const long = 'Khách quan tâm đến kho lạnh mini. '.repeat(6);
	await createCompany(page, 'Thủy sản Bình Minh', { notes: `${long}Đã báo giá 950 triệu.` });
	await editCompany(page, { Notes: `${long}Đã báo giá 870 triệu.` });
	await openHistory(page);
	await expect(entries(page).first().locator('del')).toHaveText(' removed: 950');
	await expect(entries(page).first().locator('ins')).toHaveText(' added: 870');
	await expect(entries(page).first()).not.toContainText(long);
});

test(`histories are accessible and fit a phone`, async ({ page }) => {
	test.slow();
	const long = 'Công ty Trách nhiệm Hữu hạn Một thành viên Thương mại Dịch vụ Xuất nhập khẩu Bình Minh';
	await createCompany(page, long, { notes: 'Một dòng ghi chú dài\n'.repeat(30) });
	await editCompany(page, { 'Company name': `${long} và các con`, Address: 'x'.repeat(200), Notes: 'Ngắn hơn' });
	const check = async () => {
		await expect(entries(page).first()).toBeVisible();
		await expectAccessible(page);
		await page.setViewportSize({ width: 390, height: 844 });
		await expectFits(page);
		await page.setViewportSize({ width: 1440, height: 900 });
	};
	await openHistory(page);
	await check();
	await undoOf(page, 0).click();
	await expect(entries(page).nth(1)).toContainText('Undone on');
	await check();
	for (const path of ['/settings', '/settings/history']) {
		await page.goto(path);
		if (path === '/settings') await check();
		else
			await expect(page.getByRole('main').locator('ol > li').filter({ hasText: 'Undid: Edit company' })).toBeVisible();
	}
	await expectAccessible(page);
});
