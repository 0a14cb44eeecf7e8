import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { accountOf } from './support/accounts';

import { onDatabase } from './support/database';
import { card, day, line, tick, undo } from './support/follow-ups';
import { press } from './support/keys';
import { ready, toast } from './support/page';
import { dialog, field } from './support/quick';
import { call } from './support/records';
import { expect, test } from './support/test';

// the account takes the browser's time zone, so that its today is known here
test.use({ locale: 'en-GB', timezoneId: 'Asia/Ho_Chi_Minh' });

/** The open follow-ups of this title, as "2026-12-04 09:30". */
async function openOnes(page: Page, title: string): Promise<string[]> {
	const rows = await onDatabase<{ due: string }>(
		`SELECT concat_ws(' ', due_on, left(due_time::text, 5)) AS due FROM follow_up
		 WHERE user_id = $1 AND title = $2 AND done_at IS NULL ORDER BY 1`,
		[await accountOf(page), title],
	);
	return rows.map(({ due }) => due);
}

/** The same day of the next month (YYYY-MM-DD), or the last one of a shorter month. */
function monthAfter(from: string): string {
	const [year = 0, month = 0, date = 0] = from.split('-').map(Number);
	const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
	return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10);
}

test('a follow-up with a time that repeats is made by keys, ticked off, followed by the next, and undone', async ({
	page,
}) => {
	const tomorrow = day(1);
	await page.goto('/follow-ups');
	await ready(page);
	await press(page, 'c f');
	await expect(field(page, 'Follow-up')).toBeFocused();
	// what is said of when in the title is offered as the date
	await page.keyboard.type('Gọi chị Lan ngày mai lúc 9h30');
	await expect(dialog(page).getByRole('button', { name: /^Due Tomorrow, .* 09:30\? Use it$/ })).toBeVisible();
	await page.keyboard.press('Alt+d');
	await expect(field(page, 'Follow-up')).toHaveValue('Gọi chị Lan');
	await expect(field(page, 'Due')).toHaveValue(/ 09:30$/);
	await expect(field(page, 'Due')).toHaveAccessibleDescription(/, 09:30$/);
	const repeat = dialog(page).getByLabel('Repeat', { exact: true });
	for (let n = 0; n < 9; n++) {
		if (await repeat.evaluate((element) => element === document.activeElement)) break;
		await page.keyboard.press('Tab');
	}
	await expect(repeat).toBeFocused();
	await page.keyboard.type('Every month on the');
	await expect(dialog(page).getByLabel('Until')).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.press('Control+Enter');
	await expect(toast(page, 'Added Gọi chị Lan')).toBeVisible();
	expect(await openOnes(page, 'Gọi chị Lan')).toEqual([`${tomorrow} 09:30`]);
	await expect(line(page, 'Gọi chị Lan')).toContainText('Tomorrow, 09:30');
	await expect(line(page, 'Gọi chị Lan')).toContainText('Repeats every month on the');

	await tick(page, 'Gọi chị Lan').focus();
	await page.keyboard.press('Space');
	await expect(line(page, 'Gọi chị Lan')).toHaveCount(2);
	expect(await openOnes(page, 'Gọi chị Lan')).toEqual([`${monthAfter(tomorrow)} 09:30`]);
	await undo(page, 'Done: Gọi chị Lan');
	await expect(line(page, 'Gọi chị Lan')).toHaveCount(1);
	expect(await openOnes(page, 'Gọi chị Lan')).toEqual([`${tomorrow} 09:30`]);
	// ticked off and opened again by its box, it is one again
	await tick(page, 'Gọi chị Lan').click();
	await expect(line(page, 'Gọi chị Lan')).toHaveCount(2);
	await tick(page, 'Gọi chị Lan').first().click();
	await expect(line(page, 'Gọi chị Lan')).toHaveCount(1);
	expect(await openOnes(page, 'Gọi chị Lan')).toEqual([`${tomorrow} 09:30`]);
});

test('several are selected by keys, moved to a day, ticked off and deleted, and come back', async ({ page }) => {
	for (const title of ['Gửi mẫu', 'Gửi báo giá', 'Gửi hợp đồng'])
		await call(page, 'follow-ups', 'createFollowUp', { id: crypto.randomUUID(), title, dueOn: day(2) });
	await page.goto('/follow-ups');
	await ready(page);
	for (const title of ['Gửi mẫu', 'Gửi báo giá']) {
		await tick(page, title).focus();
		await page.keyboard.press('x');
	}
	const bar = page.getByRole('toolbar', { name: 'Selected rows' });
	await expect(bar).toContainText('2 follow-ups selected');
	await bar.getByRole('button', { name: 'Move' }).click();
	await page.getByRole('dialog').getByLabel(/^Date/).fill('tomorrow 25:00');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toContainText('There’s no time 25:00.');
	await page.getByRole('dialog').getByLabel(/^Date/).fill('tomorrow 14h');
	await page.keyboard.press('Enter');
	await expect(toast(page, 'Moved 2 follow-ups')).toBeVisible();
	await expect(line(page, 'Gửi mẫu')).toContainText('Tomorrow, 14:00');
	expect(await openOnes(page, 'Gửi báo giá')).toEqual([`${day(1)} 14:00`]);

	await tick(page, 'Gửi hợp đồng').focus();
	await page.keyboard.press('x');
	await bar.getByRole('button', { name: 'Complete' }).click();
	await expect(toast(page, 'Done: 1 follow-up')).toBeVisible();
	await undo(page, 'Done: 1 follow-up');
	await expect(line(page, 'Gửi hợp đồng')).toBeVisible();
});

test('the second tab hears to what the first has moved a follow-up, and may replace that', async ({
	page,
	context,
}) => {
	await call(page, 'follow-ups', 'createFollowUp', { id: crypto.randomUUID(), title: 'Gửi mẫu', dueOn: '2027-03-31' });
	const other = await context.newPage();
	for (const tab of [page, other]) {
		await tab.goto('/follow-ups');
		await ready(tab);
		await card(tab).getByRole('button', { name: 'Edit Gửi mẫu' }).click();
	}
	const due = (tab: Page) => card(tab).getByRole('listitem').getByLabel('Due', { exact: true });
	const save = (tab: Page) => card(tab).getByRole('button', { name: 'Save', exact: true }).click();
	await due(page).fill('2027-04-02 14:00');
	await save(page);
	await expect(line(page, 'Gửi mẫu')).toContainText('2 Apr 2027, 14:00');
	await due(other).fill('2027-04-05');
	await save(other);
	await expect(card(other)).toContainText(
		'Changed to Fri, 2 Apr 2027, 14:00 in another tab or window. Save again to replace it.',
	);
	expect(await openOnes(page, 'Gửi mẫu')).toEqual(['2027-04-02 14:00']);
	await save(other);
	await expect(line(other, 'Gửi mẫu')).toContainText('5 Apr 2027');
	expect(await openOnes(page, 'Gửi mẫu')).toEqual(['2027-04-05']);
});
