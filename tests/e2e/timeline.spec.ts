import type { Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { entry, log, timeline } from './support/composer';
import { onDatabase } from './support/database';
import { hold } from './support/hold';
import { heading, ready, toast } from './support/page';
import { createCompany, expect, test } from './support/test';

test.use({ locale: 'en-GB', timezoneId: 'Asia/Ho_Chi_Minh' });

const kind = (page: Page, name: string) =>
	timeline(page).getByRole('button', { name: new RegExp(`^${name} [\\d,]+\\+?$`) });
const entries = (page: Page) => timeline(page).locator('section ol > li');
const pinned = (page: Page) => page.getByRole('region', { name: 'Pinned note' });
const actions = (page: Page, subject: string) =>
	entry(page, subject).getByRole('button', { name: `Actions for ${subject}` });

/** A company with an activity every third day, of each type in turn, back into the years. */
async function openLong(page: Page, email: string, count = 160) {
	await createCompany(page, 'Thủy sản Bình Minh');
	await onDatabase(
		`INSERT INTO activity (user_id, id, company_id, type, subject, at)
			SELECT c.user_id, gen_random_uuid(), c.id, (array['call', 'email', 'meeting', 'note'])[n % 4 + 1]::activity_type,
				'Việc ' || n || CASE n WHEN 90 THEN ' giao container' ELSE '' END, now() - interval '3 days' * n
			FROM company c JOIN "user" u ON u.id = c.user_id, generate_series(1, ${count}) n WHERE u.email = $1`,
		[email],
	);
	await page.reload();
	await ready(page);
}

test('a timeline is filtered by what its entries are, with their number, and searched', async ({ page, account }) => {
	await openLong(page, account.email);
	await expect(kind(page, 'All')).toHaveAccessibleName('All 160');
	await expect(kind(page, 'Calls')).toHaveAccessibleName('Calls 40');
	await expect(entries(page)).toHaveCount(30);
	await kind(page, 'Calls').click();
	await expect(kind(page, 'Calls')).toHaveAttribute('aria-pressed', 'true');
	await expect(entries(page)).toHaveCount(40);
	await expect(entry(page, 'Việc 160')).toBeVisible();
	await expect(timeline(page).getByRole('button', { name: 'Show older' })).toHaveCount(0);
	await kind(page, 'Changes').click();
	await expect(timeline(page)).toContainText('No entries match.');
	await kind(page, 'All').click();
	await expect(entries(page)).toHaveCount(30);

	// by keys
	await timeline(page).getByRole('button', { name: 'Search the timeline' }).press('Enter');
	const search = timeline(page).getByRole('searchbox', { name: 'Search the timeline' });
	await expect(search).toBeFocused();
	await page.keyboard.type('giao cont');
	await expect(entries(page)).toHaveCount(1);
	await expect(entry(page, 'Việc 90 giao container')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(entries(page)).toHaveCount(30);
	await expect(timeline(page).getByRole('button', { name: 'Search the timeline' })).toBeFocused();
});

test('the whole year is reached without leaving the page, and an earlier one at once', async ({ page, account }) => {
	await openLong(page, account.email, 400);
	const address = page.url();
	for (let shown = 30; shown < 150; shown += 60) {
		await timeline(page).getByRole('button', { name: 'Show older' }).click();
		await expect(entries(page)).toHaveCount(shown + 60);
	}
	const now = new Date();
	const months = timeline(page).getByRole('heading', { level: 3 });
	await expect(months.first()).toContainText(String(new Date(now.getTime() - 3 * 86_400_000).getFullYear()));
	await expect(entry(page, 'Việc 121')).toBeVisible();
	await timeline(page).getByRole('button', { name: 'Search the timeline' }).click();
	const year = new Date(now.getTime() - 1_000 * 86_400_000).getFullYear();
	await timeline(page).getByRole('combobox', { name: 'Year' }).selectOption(String(year));
	await expect(months.first()).toHaveText(`December ${year}`);
	await timeline(page).getByRole('combobox', { name: 'Year' }).selectOption('Latest');
	await expect(entry(page, 'Việc 1')).not.toHaveCount(0);
	expect(page.url()).toBe(address);
});

test('the entries that are there stay until others have come, and two quick choices show the last one', async ({
	page,
	account,
	problems,
}) => {
	await openLong(page, account.email, 20);
	const come = await hold(page, /\/api\/timeline/);
	await kind(page, 'Emails').click();
	await kind(page, 'Meetings').click();
	await expect(timeline(page)).toHaveAttribute('aria-busy', 'true');
	await expect(entries(page)).toHaveCount(20);
	come();
	await expect(entries(page)).toHaveCount(5);
	await expect(entry(page, 'Việc 2')).toHaveCount(1);
	await page.unrouteAll();
	await page.route(/\/api\/timeline/, (route) => route.abort());
	await kind(page, 'Notes').click();
	await expect(timeline(page).getByRole('alert')).toContainText('Couldn’t load the entries.');
	await page.unrouteAll();
	await timeline(page).getByRole('button', { name: 'Try again' }).click();
	await expect(entry(page, 'Việc 3')).toBeVisible();
	await expect(timeline(page).getByRole('alert')).toHaveCount(0);
	expect(problems.splice(0).filter((problem) => !problem.includes('Failed to load resource'))).toEqual([]);
});

test('a note is pinned, replaced and unpinned by its menu, by mouse and by keys, and each is undone', async ({
	page,
}) => {
	await createCompany(page, 'Thủy sản Bình Minh');
	await ready(page);
	await log(page, 'Gọi trước 10 giờ', 'Note');
	await log(page, 'Hóa đơn cần mã số thuế', 'Note');
	await log(page, 'Gọi hỏi thăm', 'Call');
	await actions(page, 'Gọi hỏi thăm').click();
	await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeVisible();
	await expect(page.getByRole('menuitem', { name: 'Pin note' })).toHaveCount(0);
	await page.keyboard.press('Escape');
	await actions(page, 'Gọi trước 10 giờ').click();
	await page.getByRole('menuitem', { name: 'Pin note' }).click();
	await expect(pinned(page)).toContainText('Gọi trước 10 giờ');
	// outside of the filters
	await kind(page, 'Calls').click();
	await expect(entries(page)).toHaveCount(1);
	await expect(pinned(page)).toContainText('Gọi trước 10 giờ');
	await kind(page, 'All').click();

	await actions(page, 'Hóa đơn cần mã số thuế').focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('menuitem', { name: 'Pin note' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(pinned(page)).toContainText('Hóa đơn cần mã số thuế');
	await expect(actions(page, 'Hóa đơn cần mã số thuế')).toBeFocused();
	await toast(page, 'Pinned Hóa đơn cần mã số thuế').getByRole('button', { name: 'Undo' }).click();
	await expect(pinned(page)).toContainText('Gọi trước 10 giờ');
	await pinned(page).getByRole('button', { name: 'Actions for Gọi trước 10 giờ' }).click();
	await page.getByRole('menuitem', { name: 'Unpin note' }).click();
	await expect(pinned(page)).toHaveCount(0);
	await toast(page, 'Unpinned Gọi trước 10 giờ').getByRole('button', { name: 'Undo' }).click();
	await expect(pinned(page)).toContainText('Gọi trước 10 giờ');
	await page.goto(`${page.url()}/history`);
	await expect(page.getByRole('region', { name: 'History' })).toContainText('Pinned note: nothing → Gọi trước 10 giờ');
});

test('an entry is edited and deleted by its menu, and comes back', async ({ page }) => {
	await createCompany(page, 'Thủy sản Bình Minh');
	await ready(page);
	await log(page, 'Gọi hỏi thăm');
	await actions(page, 'Gọi hỏi thăm').click();
	await page.getByRole('menuitem', { name: 'Delete' }).click();
	await expect(entry(page, 'Gọi hỏi thăm')).toHaveCount(0);
	await toast(page, 'Deleted Gọi hỏi thăm').getByRole('button', { name: 'Undo' }).click();
	await expect(entry(page, 'Gọi hỏi thăm')).toBeVisible();
	await actions(page, 'Gọi hỏi thăm').click();
	await page.getByRole('menuitem', { name: 'Edit' }).click();
	await expect(page.getByLabel('Subject')).toHaveValue('Gọi hỏi thăm');
	await page.goBack();
	await expect(heading(page, 'Thủy sản Bình Minh')).toBeVisible();
});

test('a timeline is accessible and fits a phone', async ({ page, account }) => {
	await openLong(page, account.email, 40);
	await log(page, 'Gọi trước 10 giờ', 'Note');
	await actions(page, 'Gọi trước 10 giờ').click();
	await page.getByRole('menuitem', { name: 'Pin note' }).click();
	await expect(pinned(page)).toBeVisible();
	await timeline(page).getByRole('button', { name: 'Search the timeline' }).click();
	for (const width of [1440, 390]) {
		await page.setViewportSize({ width, height: 900 });
		await expectFits(page);
		await expectAccessible(page, `${width}`);
	}
});
