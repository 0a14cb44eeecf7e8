import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { onDatabase } from './support/database';
import { ready, toast } from './support/page';
import { saveCompany } from './support/records';
import { expect, logIn, test } from './support/test';

const notes = (page: Page) => page.getByRole('region', { name: 'Notes', exact: true });
const field = (page: Page) => notes(page).getByRole('textbox', { name: 'Notes' });
const editButton = (page: Page) => notes(page).getByRole('button', { name: /^(Edit|Add) notes$/ });
const offer = (page: Page) => notes(page).getByText(/^(Draft from|Unsaved draft)/);

async function openCompany(page: Page, text = '', name = 'Thủy sản Bình Minh') {
	const id = await saveCompany(page, name, { notes: text });
	await page.goto(`/companies/${id}`);
	await showDetails(page);
	return id;
}

/** On a narrow screen the notes are among the details, which one chooses. */
async function showDetails(page: Page) {
	const part = page.locator('[data-parts]').getByText('Details', { exact: true });
	if (await part.isVisible()) await part.click();
}

async function edit(page: Page) {
	await editButton(page).click();
	await expect(field(page)).toBeFocused();
	return field(page);
}

const savedNotes = async (id: string) =>
	(await onDatabase<{ notes: string | null }>('SELECT notes FROM company WHERE id = $1', [id]))[0]?.notes;
const draftTexts = async (id: string) =>
	(await onDatabase<{ text: string }>('SELECT text FROM note_draft WHERE record_id = $1 ORDER BY saved_at', [id])).map(
		({ text }) => text,
	);
const countSets = async (id: string) =>
	(await onDatabase('SELECT DISTINCT change_set_id FROM change_log WHERE record_id = $1', [id])).length;

const markdown =
	'# Thanh toán\nTrả **chậm**, 30 ngày\n\n- [ ] gửi báo giá\n- [x] hỏi kho\n\n1. một\n2. hai\n\n> lời họ nói\n\n`mã` và https://example.com';

test('notes are shown with what Markdown means in them, and are accessible in both themes', async ({ page }) => {
	await openCompany(
		page,
		`${markdown}\n<img src=x onerror=alert(1)> [x](javascript:alert(1)) ![ảnh](https://example.com/a.png)`,
	);
	const region = notes(page);
	await expect(region.getByRole('heading', { name: 'Thanh toán', level: 3 })).toBeVisible();
	await expect(region.locator('strong')).toHaveText('chậm');
	await expect(region.getByRole('checkbox', { name: 'gửi báo giá' })).not.toBeChecked();
	await expect(region.getByRole('checkbox', { name: 'hỏi kho' })).toBeChecked();
	await expect(region.getByRole('listitem').filter({ hasText: 'hai' })).toHaveAttribute('value', '2');
	await expect(region.getByRole('link', { name: 'https://example.com', exact: true })).toBeVisible();
	await expect(region.getByRole('link', { name: 'ảnh' })).toHaveAttribute('href', 'https://example.com/a.png');
	await expect(region.getByText('<img src=x onerror=alert(1)> [x](javascript:alert(1))')).toBeVisible();
	await expect(region.locator('img')).toHaveCount(0);
	await expectAccessible(page, 'shown');
	await edit(page);
	await field(page).pressSequentially('thêm');
	await expectAccessible(page, 'edited');
});

test('by mouse: a click edits, a click outside saves once, and Undo brings back what was there', async ({ page }) => {
	const id = await openCompany(page, 'cũ');
	await ready(page);
	const before = await countSets(id);
	await notes(page).getByText('cũ').click();
	await expect(field(page)).toBeFocused();
	await field(page).fill('mới');
	await field(page).pressSequentially(' hơn');
	await page.getByRole('heading', { level: 2, name: 'Key contacts' }).click();
	await expect(notes(page).getByText('mới hơn')).toBeVisible();
	await expect(field(page)).toBeHidden();
	expect(await savedNotes(id)).toBe('mới hơn');
	expect(await countSets(id)).toBe(before + 1);
	expect(await draftTexts(id)).toEqual([]);
	await toast(page, 'Saved the notes').getByRole('button', { name: 'Undo' }).click();
	await expect(notes(page).getByText('cũ', { exact: true })).toBeVisible();
});

test('by keyboard alone: lists go on, marks are set, the preview shows, and Ctrl+Enter saves', async ({ page }) => {
	const id = await openCompany(page);
	await ready(page);
	await editButton(page).focus();
	await page.keyboard.press('Enter');
	await expect(field(page)).toBeFocused();
	await page.keyboard.type('- [ ] một');
	await page.keyboard.press('Enter');
	await page.keyboard.type('hai');
	await page.keyboard.press('Shift+Home');
	await page.keyboard.press('Shift+Control+ArrowRight');
	await page.keyboard.press('End');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Control+b');
	await page.keyboard.type('đậm');
	expect(await field(page).inputValue()).toBe('- [ ] một\n- [ ] hai\n**đậm**');
	await notes(page).getByRole('button', { name: 'Preview' }).focus();
	await page.keyboard.press('Enter');
	await expect(notes(page).getByRole('region', { name: 'Preview' }).locator('strong')).toHaveText('đậm');
	await expect(notes(page).getByRole('checkbox', { name: 'một' })).toBeDisabled();
	await page.keyboard.press('Enter');
	await field(page).focus();
	await page.keyboard.press('Control+Enter');
	await expect(notes(page).getByRole('checkbox', { name: 'hai' })).toBeEnabled();
	await expect(editButton(page)).toBeFocused();
	expect(await savedNotes(id)).toBe('- [ ] một\n- [ ] hai\n**đậm**');
	// Escape closes, and offers what was typed
	await page.keyboard.press('Enter');
	await page.keyboard.type('\nnháp');
	await page.keyboard.press('Escape');
	await expect(offer(page)).toBeVisible();
	await expect(editButton(page)).toBeFocused();
	expect(await savedNotes(id)).not.toContain('nháp');
});

test('the tab is closed while typing: the draft is there again, also on another device, and is nobody else’s', async ({
	page,
	browser,
	account,
}) => {
	const id = await openCompany(page, 'cũ');
	const tab = await page.context().newPage();
	await tab.goto(`/companies/${id}`);
	await showDetails(tab);
	await edit(tab);
	await tab.keyboard.type(', và chữ cuối cùng');
	await tab.close({ runBeforeUnload: true });
	await expect.poll(() => draftTexts(id)).toEqual(['cũ, và chữ cuối cùng']);
	expect(await savedNotes(id)).toBe('cũ');

	const elsewhere = await browser.newContext({ baseURL: process.env.E2E_URL ?? '' });
	const phone = await elsewhere.newPage();
	await phone.goto('/login');
	await logIn(phone, account.email);
	await phone.waitForURL(({ pathname }) => pathname !== '/login');
	await phone.goto(`/companies/${id}`);
	await showDetails(phone);
	await expect(offer(phone)).toHaveText(/^Draft from \d/);
	await notes(phone).getByRole('button', { name: 'Continue' }).click();
	await expect(field(phone)).toHaveValue('cũ, và chữ cuối cùng');
	await field(phone).press('End');
	await phone.keyboard.type('!');
	await phone.keyboard.press('Control+Enter');
	await expect(notes(phone).getByText('cũ, và chữ cuối cùng!')).toBeVisible();
	await elsewhere.close();
	expect(await draftTexts(id)).toEqual([]);
	await page.reload();
	await showDetails(page);
	await expect(notes(page).getByText('cũ, và chữ cuối cùng!')).toBeVisible();
	await expect(offer(page)).toHaveCount(0);
});

test('a draft is discarded, and that can be taken back', async ({ page }) => {
	const id = await openCompany(page, 'cũ');
	await edit(page);
	await page.keyboard.type(' nháp');
	await page.keyboard.press('Escape');
	await notes(page).getByRole('button', { name: 'Discard' }).click();
	await expect(offer(page)).toHaveCount(0);
	await expect.poll(() => draftTexts(id)).toEqual([]);
	await toast(page, 'Draft discarded').getByRole('button', { name: 'Undo' }).click();
	await expect(field(page)).toHaveValue('cũ nháp');
});

test('without a connection what is typed is kept in the browser, and goes to the server once it is back', async ({
	page,
	problems,
}) => {
	const id = await openCompany(page, 'cũ');
	await edit(page);
	await page.context().setOffline(true);
	await page.keyboard.type(' rồi mất mạng');
	await expect(notes(page).getByText('Can’t reach MiniCRM.')).toBeVisible();
	expect(await draftTexts(id)).toEqual([]);
	await page.context().setOffline(false);
	await page.evaluate(() => window.dispatchEvent(new Event('online')));
	await expect.poll(() => draftTexts(id)).toEqual(['cũ rồi mất mạng']);
	await expect(notes(page).getByText('Can’t reach MiniCRM.')).toHaveCount(0);

	// closed without a connection, it is found again with the next look at the page
	await page.context().setOffline(true);
	await page.keyboard.type(', lần nữa');
	await expect(notes(page).getByText('Can’t reach MiniCRM.')).toBeVisible();
	await page.context().setOffline(false);
	await page.route('**/api/drafts', (route) => route.abort());
	await page.goto('/dashboard');
	await page.unroute('**/api/drafts');
	await page.goto(`/companies/${id}`);
	await showDetails(page);
	await expect.poll(() => draftTexts(id)).toContain('cũ rồi mất mạng, lần nữa');
	await notes(page).getByRole('button', { name: 'Continue' }).click();
	await expect(field(page)).toHaveValue('cũ rồi mất mạng, lần nữa');
	expect(problems.splice(0).filter((problem) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(problem))).toEqual([]);
});

test('of two tabs that save, the second is shown the other notes and decides', async ({ page }) => {
	const id = await openCompany(page, 'cũ');
	const second = await page.context().newPage();
	await second.goto(`/companies/${id}`);
	await showDetails(second);
	await edit(page);
	await edit(second);
	await field(page).fill('từ thẻ một');
	await field(page).press('Control+Enter');
	await expect(notes(page).getByText('từ thẻ một')).toBeVisible();
	await field(second).fill('từ thẻ hai');
	await field(second).press('Control+Enter');
	const changed = notes(second).getByRole('alert');
	await expect(changed).toContainText('These notes were changed in another tab or window');
	await expect(changed).toContainText('từ thẻ một');
	await expect(field(second)).toHaveValue('từ thẻ hai');
	expect(await savedNotes(id)).toBe('từ thẻ một');
	await expectAccessible(second, 'conflict');
	await changed.getByRole('button', { name: 'Edit both' }).click();
	await expect(field(second)).toHaveValue('từ thẻ một\n\ntừ thẻ hai');
	await field(second).press('Control+Enter');
	await expect(notes(second).getByText('từ thẻ hai')).toBeVisible();
	expect(await savedNotes(id)).toBe('từ thẻ một\n\ntừ thẻ hai');
	expect(await draftTexts(id)).toEqual([]);
});

test('a lost answer keeps the text, and saving again makes nothing twice', async ({ page, problems }) => {
	const id = await openCompany(page, 'cũ');
	await edit(page);
	await field(page).fill('mới');
	const before = await countSets(id);
	await page.route('**/companies/*', async (route) => {
		if (route.request().method() !== 'POST') return route.fallback();
		await route.fetch();
		await route.abort();
	});
	await field(page).press('Control+Enter');
	await expect(notes(page).getByRole('alert')).toContainText('The server gave no answer');
	await expect(field(page)).toHaveValue('mới');
	await page.unroute('**/companies/*');
	expect(problems.splice(0).filter((problem) => !problem.includes('ERR_FAILED'))).toEqual([]);
	await field(page).press('Control+Enter');
	await expect(field(page)).toHaveCount(0);
	await expect(notes(page).getByText('mới')).toBeVisible();
	expect(await countSets(id)).toBe(before + 1);
});

test('whoever is signed out keeps what was typed, and signing out leaves nothing of it in the browser', async ({
	page,
	account,
}) => {
	const id = await openCompany(page, 'cũ');
	await edit(page);
	await onDatabase('DELETE FROM session USING "user" u WHERE u.id = user_id AND u.email = $1', [account.email]);
	await page.keyboard.type(' và mới');
	await expect(notes(page).getByText('You’ve been signed out.')).toBeVisible();
	const [beside] = await Promise.all([
		page.waitForEvent('popup'),
		notes(page).getByRole('link', { name: 'Sign in' }).click(),
	]);
	await logIn(beside, account.email);
	await beside.waitForURL(({ pathname }) => pathname !== '/login');
	await beside.close();
	await page.evaluate(() => window.dispatchEvent(new Event('focus')));
	await expect.poll(() => draftTexts(id)).toEqual(['cũ và mới']);
	await field(page).press('Control+Enter');
	await expect(notes(page).getByText('cũ và mới')).toBeVisible();

	await page.evaluate(() => localStorage.setItem('unsent-notes x y z', '{}'));
	await page.getByRole('button', { name: 'Account menu' }).click();
	await page.getByRole('button', { name: 'Log out' }).click();
	await page.waitForURL(/\/login/);
	await expect
		.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('unsent-notes'))))
		.toEqual([]);
});

test.describe('checkboxes', () => {
	const box = (page: Page, name: string): Locator => notes(page).getByRole('checkbox', { name });

	test('are saved at once, and undone', async ({ page }) => {
		const id = await openCompany(page, markdown);
		const before = await countSets(id);
		await box(page, 'gửi báo giá').click();
		await expect(box(page, 'gửi báo giá')).toBeChecked();
		await expect(toast(page, 'Checked “gửi báo giá”')).toBeVisible();
		expect(await savedNotes(id)).toBe(markdown.replace('[ ] gửi', '[x] gửi'));
		expect(await countSets(id)).toBe(before + 1);
		await toast(page, 'Checked “gửi báo giá”').getByRole('button', { name: 'Undo' }).click();
		await expect(box(page, 'gửi báo giá')).not.toBeChecked();
		expect(await savedNotes(id)).toBe(markdown);
		await box(page, 'hỏi kho').focus();
		await page.keyboard.press('Space');
		await expect(toast(page, 'Unchecked “hỏi kho”')).toBeVisible();
		expect(await savedNotes(id)).toContain('- [ ] hỏi kho');
	});

	test('say so where the text was changed meanwhile, and show it', async ({ page }) => {
		const id = await openCompany(page, markdown);
		await ready(page);
		await onDatabase('UPDATE company SET notes = $2 WHERE id = $1', [id, `- [ ] trước\n${markdown}`]);
		await box(page, 'gửi báo giá').click();
		await expect(toast(page, 'changed in another tab or window')).toBeVisible();
		await expect(box(page, 'trước')).toBeVisible();
		await expect(box(page, 'gửi báo giá')).not.toBeChecked();
		await box(page, 'gửi báo giá').click();
		await expect(toast(page, 'Checked “gửi báo giá”')).toBeVisible();
		expect(await savedNotes(id)).toBe(`- [ ] trước\n${markdown.replace('[ ] gửi', '[x] gửi')}`);
	});

	test('clicked twice in a row end as they were clicked last', async ({ page }) => {
		const id = await openCompany(page, markdown);
		await ready(page);
		await box(page, 'gửi báo giá').dblclick();
		await expect(toast(page, 'Unchecked “gửi báo giá”')).toBeVisible();
		await expect(box(page, 'gửi báo giá')).not.toBeChecked();
		expect(await savedNotes(id)).toBe(markdown);
	});
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

	test('notes are typed, left as a draft, gone on with and saved, and a box is checked', async ({ page }) => {
		const id = await openCompany(page, `- [ ] gọi lại\n${'dài'.repeat(80)}\n\n\`\`\`\n${'x'.repeat(200)}\n\`\`\``);
		await expectFits(page);
		await editButton(page).tap();
		await expect(field(page)).toBeFocused();
		await expectFits(page);
		expect(await field(page).evaluate((element) => getComputedStyle(element).fontSize)).toBe('16px');
		await field(page).pressSequentially('\nthêm');
		await expect.poll(() => draftTexts(id)).toHaveLength(1);
		await page.reload();
		await showDetails(page);
		await expect(offer(page)).toBeVisible();
		await expectAccessible(page, 'phone');
		await notes(page).getByRole('button', { name: 'Continue' }).tap();
		await expect(field(page)).toHaveValue(/thêm$/);
		await notes(page).getByRole('button', { name: 'Save notes' }).tap();
		await expect(notes(page).getByText('thêm')).toBeVisible();
		const line = notes(page).locator('label', { hasText: 'gọi lại' });
		expect((await line.boundingBox())?.height).toBeGreaterThanOrEqual(44);
		await line.tap();
		await expect(toast(page, 'Checked “gọi lại”')).toBeVisible();
		expect(await savedNotes(id)).toMatch(/^- \[x\] gọi lại/);
	});
});
