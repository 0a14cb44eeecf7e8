import { add, card, day, line, open, openDeal, tick, undo } from './support/follow-ups';
import { alertOn, expect, test } from './support/test';

// the account takes the browser's time zone, so that its today is known here
test.use({ locale: 'en-GB', timezoneId: 'Asia/Ho_Chi_Minh' });

test('a follow-up is edited in its line and deleted, and comes back', async ({ page }) => {
	await openDeal(page);
	await add(page, 'Gửi báo giá', '2027-03-31');
	const edit = card(page).getByRole('button', { name: 'Edit Gửi báo giá' });
	const title = card(page).getByRole('textbox', { name: 'Follow-up', exact: true });
	await edit.click();
	await expect(title).toBeFocused();
	await title.fill('Khác');
	await page.keyboard.press('Escape');
	await expect(edit).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(title).toHaveValue('Gửi báo giá');
	await title.fill(' ');
	await page.keyboard.press('Enter');
	await expect(card(page)).toContainText('Follow-up is required.');
	await expect(alertOn(page)).toBeVisible();
	await title.fill('Gửi báo giá mới');
	await card(page).getByRole('list').getByLabel('Due', { exact: true }).fill('2027-04-01');
	await card(page).getByRole('button', { name: 'Save', exact: true }).click();
	await expect(line(page, 'Gửi báo giá mới')).toContainText('1 Apr 2027');
	await undo(page, 'Saved Gửi báo giá mới');
	await expect(line(page, 'Gửi báo giá')).toContainText('31 Mar 2027');
	await expect(tick(page, 'Gửi báo giá mới')).toHaveCount(0);

	const remove = card(page).getByRole('button', { name: 'Delete Gửi báo giá' });
	await remove.click();
	await expect(card(page)).toContainText('No follow-ups yet.');
	await undo(page, 'Deleted Gửi báo giá');
	await expect(tick(page, 'Gửi báo giá')).toBeVisible();
	// one that was ticked off and opened again is deleted like any other
	await tick(page, 'Gửi báo giá').click();
	await expect(open(page)).toHaveText('Next');
	await tick(page, 'Gửi báo giá').click();
	await expect(open(page)).toHaveText('Next 1');
	await remove.click();
	await expect(card(page)).toContainText('No follow-ups yet.');
});

test('a line that is being edited stays open where an earlier follow-up pushes it out of the first ones', async ({
	page,
}) => {
	await openDeal(page);
	for (let n = 1; n <= 8; n++) await add(page, `Bước ${n}`, day(10 + n));
	await line(page, 'Bước 8').getByRole('button', { name: 'Edit Bước 8' }).click();
	const edited = card(page).getByRole('textbox', { name: 'Follow-up', exact: true });
	await edited.fill('Bước 8, với luật sư');
	await card(page).getByLabel('New follow-up').fill('Gọi trước');
	await card(page).getByLabel('Due', { exact: true }).first().fill(day(2));
	await card(page).getByLabel('New follow-up').press('Enter');
	await expect(tick(page, 'Gọi trước')).toBeVisible();
	await expect(card(page).getByRole('link', { name: 'Show all 9' })).toBeVisible();
	await expect(edited).toHaveValue('Bước 8, với luật sư');
	await edited.press('Enter');
	await expect(page.getByRole('listitem').filter({ hasText: 'Saved Bước 8, với luật sư' })).toBeVisible();
	await expect(edited).toBeHidden();
});
