import type { Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { ready } from './support/page';
import { saveCompany } from './support/records';
import { expect, test } from './support/test';

const longName = 'Công ty Trách nhiệm hữu hạn Sản xuất Thương mại Dịch vụ Xuất nhập khẩu Thủy sản Bình Minh Cửu Long';
const person = 'Công Tằng Tôn Nữ Nguyễn Thị Phương Thảo Quỳnh Hương';

const heads = (page: Page) =>
	page.locator('thead th[aria-label]').evaluateAll((all) => all.map((each) => each.ariaLabel));
const head = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true });
const width = async (page: Page, name: string) => Math.round((await head(page, name).boundingBox())?.width ?? 0);
const edge = (page: Page, name: string) => page.getByRole('separator', { name: `Width of ${name}` });

test('columns are chosen, ordered and sized by mouse and by keys, stay in this browser, and belong to a view', async ({
	page,
}) => {
	await saveCompany(page, longName, { people: { [person]: {}, 'Trần Quốc Bảo': {} } });
	await page.goto('/contacts');
	await ready(page);
	const button = page.getByRole('button', { name: 'Columns' });
	const panel = page.getByRole('dialog', { name: 'Columns' });
	const usual = ['Contact name', 'Company', 'Job title', 'Decision maker', 'Email', 'Phone', 'Tags', 'Last contact'];
	expect(await heads(page)).toEqual(usual);

	// by keys alone
	await button.press('Enter');
	await panel.getByRole('searchbox', { name: 'Find a column' }).fill('follow');
	await panel.getByRole('checkbox', { name: 'Next follow-up' }).press('Space');
	await expect.poll(() => heads(page)).toEqual([...usual, 'Next follow-up']);
	await expect(panel.getByRole('checkbox', { name: 'Next follow-up' })).toBeFocused();
	await page.keyboard.press('Alt+ArrowUp');
	await expect(panel.getByText('Next follow-up, column 8 of 9')).toBeAttached();
	await panel.getByRole('searchbox', { name: 'Find a column' }).fill('');
	// by mouse
	for (const name of ['Job title', 'Tags']) await panel.getByRole('checkbox', { name }).uncheck();
	await expectAccessible(page);
	const line = (name: string) => panel.getByRole('listitem').filter({ hasText: name });
	const handle = line('Last contact').locator('span').first();
	const [from, to] = [await handle.boundingBox(), await line('Company').boundingBox()];
	if (!from || !to) throw new Error('The lines of the columns are not on the screen.');
	await page.mouse.move(from.x + 8, from.y + 8);
	await page.mouse.down();
	await page.mouse.move(from.x + 8, from.y - 20, { steps: 4 });
	// the last step and the release in one go, as they come to a page that was busy
	await page.evaluate(
		([clientX, clientY]) => {
			for (const type of ['pointermove', 'pointerup'])
				document.dispatchEvent(new PointerEvent(type, { clientX, clientY, bubbles: true, isPrimary: true }));
		},
		[from.x + 8, to.y + 10] as const,
	);
	await page.mouse.up();
	const chosen = ['Contact name', 'Last contact', 'Company', 'Decision maker', 'Email', 'Phone', 'Next follow-up'];
	await expect.poll(() => heads(page)).toEqual(chosen);
	await page.keyboard.press('Escape');
	await expect(panel).toBeHidden();
	await expect(button).toBeFocused();

	// the edge of a heading, by keys and by mouse
	const before = await width(page, 'Phone');
	await edge(page, 'Phone').press('ArrowRight');
	await edge(page, 'Phone').press('ArrowRight');
	await expect.poll(() => width(page, 'Phone')).toBe(before + 24);
	const box = await edge(page, 'Email').boundingBox();
	if (!box) throw new Error('The heading has no edge.');
	await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
	await page.mouse.move(box.x + 4, box.y + 10);
	await page.mouse.down();
	await page.mouse.move(box.x + 64, box.y + 10, { steps: 5 });
	await page.mouse.up();
	const sized = await width(page, 'Email');
	await expect(async () => {
		await page.reload();
		expect(await heads(page)).toEqual(chosen);
		expect(await width(page, 'Phone')).toBe(before + 24);
		expect(await width(page, 'Email')).toBe(sized);
	}).toPass();
	expect(page.url()).toMatch(/\/contacts$/);

	// in a view they are its own
	await ready(page);
	await page.getByRole('button', { name: 'Save view' }).click();
	await page.getByLabel('View name').fill('Gọi tuần này');
	await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).click();
	await expect(page.getByRole('button', { name: 'View: Gọi tuần này' })).toBeVisible();
	await button.click();
	await panel.getByRole('button', { name: 'Reset' }).click();
	await expect.poll(() => heads(page)).toEqual(usual);
	await expect(page.getByText('Changed', { exact: true })).toBeVisible();
	await page.goto('/contacts');
	expect(await heads(page)).toEqual(chosen);
	await page.getByRole('navigation').getByRole('link', { name: 'Gọi tuần này' }).click();
	await expect(page.getByRole('button', { name: 'View: Gọi tuần này' })).toBeVisible();
	expect(await heads(page)).toEqual(chosen);
	expect(await width(page, 'Email')).toBe(sized);
});

test('the name and the heads stay in sight, and where there is no room for a table nothing is out of it', async ({
	page,
}) => {
	await saveCompany(page, longName, { people: { [person]: { phone: '+84 24 3936 0104' } } });
	const all =
		'company,jobTitle,decisionMaker,email,phone,tags,lastContact,nextFollowUp,openDeals,introducedBy,reportsTo';
	await page.goto(`/contacts?cols=${all},created`);
	const frame = page.locator('[data-slot=table-container]');
	const name = page.locator('[data-row-link]');
	const at = (await name.boundingBox())?.x;
	await frame.evaluate((element) => element.scrollTo({ left: 9_999 }));
	await expect(head(page, 'Created')).toBeInViewport({ ratio: 1 });
	expect((await name.boundingBox())?.x).toBe(at);
	await expect(name.getByRole('link')).toBeInViewport({ ratio: 1 });
	expect((await page.locator('[data-row]').boundingBox())?.height).toBe(36);
	await expectAccessible(page);

	// the whole name, for a mouse and for keys
	const link = name.getByRole('link');
	await link.hover();
	await expect(link).toHaveAttribute('title', person);
	await page.getByRole('searchbox', { name: 'Search contacts' }).focus();
	await page.keyboard.press('Escape');
	await link.focus();
	await page.keyboard.press('Shift');
	await expect.poll(() => link.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);

	for (const size of [768, 390, 360]) {
		await page.setViewportSize({ width: size, height: 844 });
		await page.goto(`/contacts?cols=${all}`);
		await expectFits(page);
		expect(await frame.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
		await expect(page.getByRole('link', { name: '+84 24 3936 0104' })).toBeInViewport({ ratio: 1 });
		await expect(page.locator('[data-row]').getByRole('link', { name: longName })).toBeInViewport();
		if (size < 768) expect((await page.locator('[data-row]').boundingBox())?.height).toBeLessThanOrEqual(60);
		await expectAccessible(page);
	}
});

test('Back and Forward find a table that is scrolled in its frame where it was left', async ({ page }) => {
	const people = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`Lan ${n}`, {}]));
	await saveCompany(page, 'Thủy sản Bình Minh', { people });
	await page.goto(
		'/contacts?rows=50&cols=company,jobTitle,decisionMaker,email,phone,tags,lastContact,openDeals,introducedBy,reportsTo,created',
	);
	await ready(page);
	const frame = page.locator('[data-slot=table-container]');
	const scrolled = () => frame.evaluate(({ scrollTop, scrollLeft }) => [scrollTop, scrollLeft]);
	await frame.evaluate((element) => element.scrollTo({ top: 400, left: 120 }));
	await expect.poll(scrolled).toEqual([400, 120]);
	// as the mouse does it: a click of the test would first scroll the link into sight
	await page.getByRole('link', { name: 'Lan 27' }).evaluate((link: HTMLElement) => link.click());
	await expect(page.getByRole('heading', { level: 1, name: 'Lan 27' })).toBeVisible();
	await page.goBack();
	await expect(page.getByRole('link', { name: 'Lan 27' })).toBeInViewport({ ratio: 1 });
	expect(await scrolled()).toEqual([400, 120]);
	// other rows in the same frame, and back to these
	const heading = page.getByRole('link', { name: 'Company', exact: true });
	await heading.evaluate((link: HTMLElement) => link.click());
	await expect(page).toHaveURL(/sort=company/);
	await expect.poll(scrolled).toEqual([0, 120]);
	await page.goBack();
	await expect.poll(scrolled).toEqual([400, 120]);
});

test('the menu of a heading sorts, groups, filters, moves and hides its column, by mouse and by keys', async ({
	page,
}) => {
	for (const [name, industry] of [
		['Hoa Sen', 'Bao bì'],
		['An Khang', 'Bao bì'],
		['Bình Minh', 'Thủy sản'],
	] as const)
		await saveCompany(page, name, { industry });
	await page.goto('/companies?cols=industry,size,created');
	await ready(page);
	const menuOf = (name: string) => page.getByRole('button', { name: `Column menu: ${name}` });
	const item = (name: string) => page.getByRole('menuitem', { name });
	await head(page, 'Created').click({ button: 'right' });
	await expect(item('Group by this column')).toHaveCount(0);
	await expectAccessible(page);
	// the menu that closes leaves the focus to what the next key opens
	await page.keyboard.press('Escape');
	await page.keyboard.type('fsize');
	const filterBy = page.getByRole('combobox', { name: 'Filter by' });
	await expect(filterBy).toHaveValue('size');
	await expect(filterBy).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(filterBy).toBeHidden();
	await head(page, 'Created').click({ button: 'right' });
	await item('Move left').click();
	await expect.poll(() => heads(page)).toEqual(['Company name', 'Industry', 'Created', 'Size']);
	await expect(menuOf('Created')).toBeFocused();

	await menuOf('Size').press('Enter');
	await expect(item('Sort ascending')).toBeFocused();
	await item('Hide column').press('Enter');
	await expect.poll(() => heads(page)).toEqual(['Company name', 'Industry', 'Created']);
	await expect(menuOf('Created')).toBeFocused();

	await menuOf('Company name').press('Enter');
	await item('Sort descending').press('Enter');
	await expect(page.locator('[data-row-link] a')).toHaveText(['Hoa Sen', 'Bình Minh', 'An Khang']);
	await menuOf('Industry').click();
	await item('Group by this column').click();
	await expect(page.getByRole('rowheader').filter({ hasText: /compan/ })).toHaveCount(2);
	await menuOf('Industry').click();
	await item('Filter by this column').click();
	const popover = page.getByRole('dialog', { name: 'Filter', exact: true });
	await popover.getByLabel('Bao bì', { exact: true }).check();
	await expect(page.locator('[data-row-link] a')).toHaveText(['Hoa Sen', 'An Khang']);
	await page.keyboard.press('Escape');
	await expect(popover).toBeHidden();
	await expect(menuOf('Industry')).toBeFocused();
});

test('Shift sorts by one more column, by mouse and by keys', async ({ page }) => {
	for (const [name, industry] of [
		['Hoa Sen', 'Bao bì'],
		['An Khang', 'Bao bì'],
		['Bình Minh', 'Thủy sản'],
	] as const)
		await saveCompany(page, name, { industry });
	await page.goto('/companies');
	await ready(page);
	const names = page.locator('[data-row-link] a');
	await page.getByRole('link', { name: 'Industry', exact: true }).click();
	await expect(page).toHaveURL(/sort=industry.asc$/);
	await page.getByRole('link', { name: 'Company name' }).click({ modifiers: ['Shift'] });
	await expect(page).toHaveURL(/sort=industry.asc%2Cname.asc$/);
	await expect(names).toHaveText(['An Khang', 'Hoa Sen', 'Bình Minh']);
	await page.getByRole('link', { name: /^Company name/ }).press('Shift+Enter');
	await expect(page).toHaveURL(/sort=industry.asc%2Cname.desc$/);
	await expect(names).toHaveText(['Hoa Sen', 'An Khang', 'Bình Minh']);
	await expect(head(page, 'Industry')).toHaveAttribute('aria-sort', 'ascending');
	await expect(head(page, 'Company name')).toHaveAttribute('aria-sort', 'descending');
	expect(page.context().pages()).toHaveLength(1);
});

test('rows are grouped by a field, with the count and the sums of each group, and numbers are added up below', async ({
	page,
}) => {
	for (const [name, industry, people] of [
		['Hoa Sen', 'Bao bì', 2],
		['An Khang', 'Bao bì', 1],
		['Bình Minh', 'Thủy sản', 1],
		['Đại Phát', undefined, 0],
	] as const)
		await saveCompany(page, name, {
			...(industry && { industry }),
			people: Object.fromEntries(Array.from({ length: people }, (_, n) => [`Lan ${n}`, {}])),
		});
	await page.goto('/companies');
	await ready(page);
	await page.getByRole('button', { name: 'Columns' }).click();
	await page.getByRole('combobox', { name: 'Group by' }).selectOption({ label: 'Group by Industry' });
	const groups = page.getByRole('rowheader').filter({ hasText: /compan/ });
	await expect(groups).toHaveText([
		'Bao bì 2 companies · 3 · 0',
		'Thủy sản 1 company · 1 · 0',
		'No industry 1 company · 0 · 0',
	]);
	await page.keyboard.press('Escape');
	await expect(page.locator('[data-row-link] a')).toHaveText(['An Khang', 'Hoa Sen', 'Bình Minh', 'Đại Phát']);
	await expect(page.getByRole('row', { name: /^Sum/ })).toHaveText(/Contacts4/);
	await expect(page.getByRole('row', { name: /^Average/ })).toHaveText(/Contacts1/);
	await expectAccessible(page);
	await page.setViewportSize({ width: 390, height: 844 });
	await expectFits(page);
	await expect(groups.first()).toBeVisible();
	await expectAccessible(page);
});
