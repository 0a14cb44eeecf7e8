import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { composer, logButton, text, timeline } from './support/composer';
import { createDeal } from './support/deals';
import { add, card, line, openDeal } from './support/follow-ups';
import { holdScripts } from './support/hold';
import { editAll } from './support/record';
import { expect, test } from './support/test';

const close = (page: Page) => page.getByLabel('Expected close date');
const calendar = (page: Page) => page.getByRole('dialog', { name: 'Choose a date' });
const month = (page: Page) => calendar(page).getByRole('grid');
const focusedDay = (page: Page) => month(page).locator('button:focus');

/** Puts the calendar on a day, by the keys, and the focus with it. */
async function openCalendar(page: Page, field: Locator) {
	await field.press('Alt+ArrowDown');
	await expect(focusedDay(page)).toBeVisible();
}

test.describe('an account in Vietnam', () => {
	test.use({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });

	test('types a date as it writes dates, sees it in words, and moves through the calendar by keys', async ({
		page,
	}) => {
		await createDeal(page, 'Kho lạnh');
		await editAll(page);
		const field = close(page);
		await expect(field).toHaveValue('');
		await expect(field).toHaveAttribute('placeholder', 'dd/mm/yyyy');
		await field.pressSequentially('05/12/2026');
		await expect(field).toHaveAccessibleDescription('Saturday, 5 December 2026');
		await field.fill('5-12-26');
		await expect(field).toHaveAccessibleDescription('Saturday, 5 December 2026');
		await field.press('Tab');
		await expect(field).toHaveValue('05/12/2026');
		for (const text of ['２０２６-12-05', '051226', '5 thg 12, 2026', 'Dec 5, 2026', 'thứ bảy, 5/12/2026']) {
			await field.fill(text);
			await expect(field).toHaveAccessibleDescription('Saturday, 5 December 2026');
		}
		await field.fill('31/4/2026');
		await field.press('Tab');
		await expect(field).toHaveAttribute('aria-invalid', 'true');
		await expect(field).toHaveAccessibleDescription(
			/^April 2026 has only 30 days\. Enter a date as dd\/mm\/yyyy, such as /,
		);
		await expect(field).toHaveValue('31/4/2026');

		await field.fill('2026-12-05');
		await openCalendar(page, field);
		await expect(focusedDay(page)).toHaveAccessibleName('Saturday, 5 December 2026');
		await expect(month(page).getByRole('gridcell', { selected: true })).toHaveText('5');
		// its weeks begin on a Monday
		await expect(month(page).getByRole('columnheader').first()).toHaveText('Mo');
		for (const [key, day] of [
			['ArrowRight', 'Sunday, 6 December 2026'],
			['ArrowDown', 'Sunday, 13 December 2026'],
			['Home', 'Monday, 7 December 2026'],
			['ArrowLeft', 'Sunday, 6 December 2026'],
			['PageDown', 'Wednesday, 6 January 2027'],
			['End', 'Sunday, 10 January 2027'],
			['Shift+PageUp', 'Saturday, 10 January 2026'],
			['PageUp', 'Wednesday, 10 December 2025'],
		] as const) {
			await page.keyboard.press(key);
			await expect(focusedDay(page)).toHaveAccessibleName(day);
		}
		await expect(month(page)).toHaveAccessibleName('December 2025');
		await page.keyboard.press('Escape');
		await expect(calendar(page)).toBeHidden();
		await expect(field).toBeFocused();
		await expect(field).toHaveValue('05/12/2026');

		// no key waits for anything: all of them at once, and the form is sent by the last one
		for (const key of ['Alt+ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
		await expect(field).toHaveValue('19/12/2026');
		await expect(field).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page.getByText('Saved Kho lạnh')).toBeVisible();
		await expect(page.getByRole('region', { name: 'About the deal' })).toContainText('19 thg 12, 2026');
	});

	test('is not misread where it is typed before the page’s code has come', async ({ page }) => {
		await page.goto('/dashboard');
		const release = await holdScripts(page);
		await page.goto('/deals/new', { waitUntil: 'commit' });
		await page.getByLabel('Deal name').fill('Kho lạnh');
		await close(page).fill('05/12/2026');
		release();
		await expect(close(page)).toHaveAccessibleDescription('Saturday, 5 December 2026');
		await page.getByLabel('Deal value').fill('1000');
		await page.getByRole('combobox', { name: 'Company' }).fill('Thủy sản Bình Minh');
		await page.getByRole('option', { name: 'Create company “Thủy sản Bình Minh”' }).click();
		await close(page).press('Enter');
		await expect(page.getByRole('heading', { level: 1, name: 'Kho lạnh' })).toBeVisible();
		await expect(page.getByRole('region', { name: 'About the deal' })).toContainText('5 thg 12, 2026');

		// what the form of the reports sends where it is pressed before its code has come
		await page.goto('/reports?period=own&from=05/12/2024&to=6.12.2024');
		await expect(page.getByRole('heading', { name: /5 thg 12, 2024 .* 6 thg 12, 2024/ })).toBeVisible();
		await expect(page.getByLabel('From', { exact: true })).toHaveValue('05/12/2024');
	});
});

test('the calendar is chosen from by mouse, in the lines and dialogs that it lies over', async ({ page }) => {
	await openDeal(page);
	await add(page, 'Gửi báo giá', '2027-03-31');
	await line(page, 'Gửi báo giá').getByRole('button', { name: 'Edit Gửi báo giá' }).click();
	const edited = card(page).getByRole('listitem');
	const due = edited.getByLabel('Due', { exact: true });
	await expect(due).toHaveValue('03/31/2027');
	const opener = edited.getByRole('button', { name: 'Open calendar' });
	await due.fill('04/05/2027');
	await opener.click();
	await expect(opener).toHaveAttribute('aria-expanded', 'true');
	// Escape closes the calendar and not the line around it, which the next one closes
	await page.keyboard.press('Escape');
	await expect(calendar(page)).toBeHidden();
	await expect(due).toBeFocused();
	await opener.click();
	await calendar(page).getByRole('button', { name: 'Next month' }).click();
	await expect(month(page)).toHaveAccessibleName('May 2027');
	await calendar(page).getByRole('button', { name: 'Previous year' }).click();
	await calendar(page).getByRole('button', { name: 'Wednesday, May 6, 2026', exact: true }).click();
	await expect(due).toHaveValue('05/06/2026');
	await expect(due).toHaveAccessibleDescription('Wednesday, May 6, 2026');
	await opener.click();
	await opener.click();
	await expect(calendar(page)).toBeHidden();
	await opener.click();
	await page.getByRole('heading', { level: 2 }).first().click();
	await expect(calendar(page)).toBeHidden();
	await opener.click();
	await calendar(page).getByRole('button', { name: 'Clear' }).click();
	await expect(due).toHaveValue('');
	await page.keyboard.press('Enter');
	await expect(line(page, 'Gửi báo giá')).toContainText('No date');

	await page.goto(`${/\/deals\/[\w-]+/.exec(page.url())}?lose=ask`);
	const dialog = page.getByRole('dialog', { name: 'Kho lạnh is lost?' });
	const again = dialog.getByLabel('Try again on');
	await dialog.getByRole('button', { name: 'In 6 months' }).click();
	await expect(again).not.toHaveValue('');
	await openCalendar(page, again);
	await expectAccessible(page);
	// the focus stays in the calendar, whichever way it goes round
	await page.keyboard.press('Shift+Tab');
	await expect(calendar(page).getByRole('button', { name: 'Next year' })).toBeFocused();
	for (let n = 0; n < 8; n++) {
		await page.keyboard.press('Tab');
		await expect(calendar(page).locator(':focus')).toHaveCount(1);
	}
	await calendar(page).getByRole('button', { name: 'Previous year' }).click();
	// days before today are none to try again on
	await expect(month(page).getByRole('button', { disabled: true }).first()).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(calendar(page)).toBeHidden();
	await expect(dialog).toBeVisible();
	await again.fill('12/31/2199');
	await again.press('Enter');
	await expect(page.getByText('Lost Kho lạnh', { exact: true })).toBeVisible();
	await expect(line(page, 'Try again: Kho lạnh')).toContainText('Dec 31, 2199');
});

test('a date and a time stand beside each other: half of them is asked for, a time alone is today’s', async ({
	page,
}) => {
	await createDeal(page, 'Kho lạnh');
	const when = composer(page).getByRole('button', { name: /^When/ });
	await when.click();
	const [date, time] = [page.getByLabel('Date', { exact: true }), page.getByLabel('Time', { exact: true })];
	await date.fill('3/8/2026');
	await text(page).click();
	await expect(date).toBeHidden();
	await text(page).fill('Gọi lần đầu');
	await logButton(page).click();
	await expect(time).toHaveAccessibleDescription('Enter a time, such as 2:30 PM.');
	await expect(time).toBeFocused();
	await time.fill('14:70');
	await time.press('Control+Enter');
	await expect(time).toHaveAccessibleDescription('Enter a time, such as 2:30 PM.');
	await time.fill('2.30pm');
	await time.press('Control+Enter');
	await expect(page.getByText('Logged Gọi lần đầu')).toBeVisible();
	await expect(page.getByRole('region', { name: 'March 2026' })).toContainText('2:30 PM');

	await when.click();
	await time.fill('0:01');
	await time.press('Tab');
	await expect(time).toHaveValue('12:01 AM');
	await expect(date).not.toHaveValue('');
	await text(page).click();
	await text(page).fill('Gọi lần hai');
	await expect(when).toContainText('Today 12:01 AM');
	await text(page).press('Control+Enter');
	await expect(timeline(page)).toContainText('Today, 12:01 AM');
});
