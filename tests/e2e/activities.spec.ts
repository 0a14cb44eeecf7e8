import { expectAccessible, expectFits } from './support/accessible';
import { composer, entry, log, logButton, text, timeline } from './support/composer';
import { onDatabase } from './support/database';
import { createDeal } from './support/deals';
import { addFilter, filterPopover } from './support/filters';
import { chosenContacts, toast } from './support/page';
import { saveCompany } from './support/records';
import { createCompany, expect, test } from './support/test';

test('what was said is logged in one line from a company, a person and a deal, and stands in every timeline', async ({
	page,
}) => {
	await saveCompany(page, 'Thủy sản Bình Minh', { people: { 'Nguyễn Thị Lan': {} } });
	await createDeal(page, 'Kho lạnh', { contact: 'Nguyễn Thị Lan' });
	await log(page, 'Gửi báo giá', 'Email');
	await expect(timeline(page)).toContainText('New deal in Prospecting');
	await entry(page, 'Gửi báo giá').getByRole('link', { name: 'Nguyễn Thị Lan' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Nguyễn Thị Lan' })).toBeVisible();
	await log(page, 'Gọi hỏi thăm');
	await entry(page, 'Gọi hỏi thăm').getByRole('link', { name: 'Thủy sản Bình Minh' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Thủy sản Bình Minh' })).toBeVisible();
	await log(page, 'Ghi chú nội bộ', 'Note');
	for (const subject of ['Ghi chú nội bộ', 'Gọi hỏi thăm', 'Gửi báo giá'])
		await expect(timeline(page).getByRole('link', { name: subject })).toBeVisible();
	// the newest message lies above the others
	// by keyboard alone: the toast goes, and what had the focus before its button has it again
	await toast(page, 'Logged Ghi chú nội bộ').getByRole('button', { name: 'Undo' }).press('Enter');
	await expect(page.getByText('Undone.', { exact: true })).toBeVisible();
	await expect(text(page)).toBeFocused();
});

test('an activity’s whole life: logged with everything, found, edited, deleted and restored', async ({ page }) => {
	await saveCompany(page, 'Thủy sản Bình Minh', { people: { 'Nguyễn Thị Lan': {} } });
	await page.goto('/activities/new');
	await page.getByRole('button', { name: 'Log activity' }).click();
	await expect(page.getByText('Subject is required.')).toBeVisible();
	await page.getByRole('radio', { name: 'Meeting' }).check();
	await page.getByLabel('Subject').fill('Họp tại xưởng');
	await page.getByRole('button', { name: 'Log activity' }).click();
	await expect(page.getByText('Choose a company, a contact or a deal.')).toBeVisible();
	await page.getByRole('combobox', { name: 'With' }).fill('lan');
	await page.getByRole('option', { name: /Nguyễn Thị Lan/ }).click();
	await expect(page.getByRole('combobox', { name: 'Company' })).toHaveValue('Thủy sản Bình Minh');
	await page.getByLabel('Date', { exact: true }).fill('2026-03-08');
	await page.getByLabel('Time', { exact: true }).fill('14h30');
	await page.getByLabel('Duration in minutes').fill('-5');
	await page.getByRole('button', { name: 'Log activity' }).click();
	await expect(page.getByText('Whole minutes from 0 to 10,080')).toBeVisible();
	await page.getByLabel('Duration in minutes').fill('45');
	await page.getByLabel('Outcome').fill('Đồng ý giá');
	await page.getByLabel('Next steps').fill('Gửi hợp đồng\nvà mẫu');
	await page.getByLabel('Follow up on').fill('2099-01-15');
	await page.getByRole('button', { name: 'Log activity' }).click();
	await expect(page.getByText('Logged Họp tại xưởng')).toBeVisible();

	await page.locator('main').getByRole('link', { name: 'Follow-ups' }).click();
	await expect(page.getByRole('region', { name: 'Follow-ups' })).toContainText('Gửi hợp đồng');
	await page.goBack();
	await page.getByRole('searchbox', { name: 'Search activities' }).fill('dong y');
	await page.locator('[data-row-link] a').filter({ hasText: 'Họp tại xưởng' }).click();
	const about = page.getByRole('region', { name: 'About the activity' });
	await expect(about).toContainText('Mar 8, 2026, 2:30');
	await expect(about).toContainText('45 minutes');
	await page.getByRole('link', { name: 'Edit', exact: true }).click();
	await expect(page.getByLabel('Date', { exact: true })).toHaveValue('03/08/2026');
	await expect(page.getByLabel('Time', { exact: true })).toHaveValue('2:30 PM');
	await page.getByLabel('Subject').fill('Họp tại nhà máy');
	await page.getByRole('button', { name: 'Save activity' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Họp tại nhà máy' })).toBeVisible();
	await page.getByRole('button', { name: 'Delete' }).click();
	await page.getByRole('button', { name: 'Delete activity' }).click();
	await expect(timeline(page)).toContainText('Nothing has been logged yet.');
	await page
		.getByRole('listitem')
		.filter({ hasText: 'Deleted Họp tại nhà máy' })
		.getByRole('button', { name: 'Undo' })
		.click();
	await expect(page.getByRole('region', { name: 'March 2026' })).toContainText('Họp tại nhà máy');
});

test('activities are filtered by type and days, all in the address', async ({ page }) => {
	await createCompany(page, 'Thủy sản Bình Minh');
	await log(page, 'Gọi lần đầu', 'Call');
	await log(page, 'Gửi thư', 'Email');
	await page.goto('/activities');
	const rows = page.locator('[data-row-link] a');
	await expect(rows).toHaveText(['Gửi thư', 'Gọi lần đầu']);
	await addFilter(page, 'Type', 'Call');
	await expect(rows).toHaveText(['Gọi lần đầu']);
	await addFilter(page, 'Date', 'Today');
	await expect(page).toHaveURL(/type=call&when=today/);
	await expect(rows).toHaveText(['Gọi lần đầu']);
	await page.getByRole('button', { name: /^Date/ }).click();
	const popover = filterPopover(page);
	await popover.getByLabel('Date: operator').selectOption('between');
	await popover.getByLabel('Date from').fill('2026-05-02');
	await popover.getByLabel('Date to').fill('2026-05-03');
	await popover.getByRole('button', { name: 'Done' }).click();
	await expect(page).toHaveURL(/type=call&from=2026-05-02&to=2026-05-03/);
	await expect(page.getByText('No activities match')).toBeVisible();
});

test('a long timeline shows older entries below, and what is on the screen stays', async ({ page, account }) => {
	await createCompany(page, 'Hoa Sen');
	await onDatabase(
		`INSERT INTO activity (user_id, id, company_id, type, subject, at)
			 SELECT c.user_id, gen_random_uuid(), c.id, 'call', 'Gọi ' || n, now() - interval '1 day' * (n + 40)
			 FROM company c JOIN "user" u ON u.id = c.user_id, generate_series(1, 70) n WHERE u.email = $1`,
		[account.email],
	);
	await page.reload();
	const entries = page.locator('.timeline section ol > li');
	await expect(entries).toHaveCount(30);
	await page.getByRole('button', { name: 'Show older' }).click();
	await expect(entries).toHaveCount(70);
	await expect(entries.last()).toContainText('Gọi 70');
	// what is logged now pushes nothing out
	for (const subject of ['Gọi hôm nay', 'Gọi lần nữa']) await log(page, subject);
	await expect(entries).toHaveCount(72);
});

test('what is typed stays while a follow-up is added, and a wrong duration is said before anything is sent', async ({
	page,
}) => {
	await createCompany(page, 'Hoa Sen');
	await text(page).fill('Gọi về giá\nGiảm năm phần trăm');
	const duration = composer(page).getByLabel('Duration');
	await duration.fill('-5');
	// asks nothing, as nothing is left
	page.on('dialog', (dialog) => expect(dialog.message()).toBe(''));
	await page.getByLabel('New follow-up').fill('Gửi mẫu');
	await page.getByLabel('New follow-up').press('Enter');
	await expect(page.getByRole('checkbox', { name: 'Done: Gửi mẫu' })).toBeVisible();
	await logButton(page).click();
	await expect(page.getByText('Enter a duration up to a week')).toBeVisible();
	await expect(duration).toBeFocused();
	await expect(text(page)).toHaveValue('Gọi về giá\nGiảm năm phần trăm');
	await duration.fill('1 h 05');
	await logButton(page).click();
	await expect(entry(page, 'Gọi về giá')).toContainText('Giảm năm phần trăm');
	await expect(entry(page, 'Gọi về giá')).toContainText('65 minutes');
	await expect(text(page)).toHaveValue('');
});

test('whom an activity belongs to is chosen by keyboard, and clearing the company clears the others', async ({
	page,
}) => {
	await saveCompany(page, 'Thủy sản Bình Minh', { people: { 'Nguyễn Thị Lan': {} } });
	await page.goto('/activities/new');
	const company = page.getByRole('combobox', { name: 'Company' });
	const contact = page.getByRole('combobox', { name: 'With' });
	await contact.fill('lan');
	await expect(page.getByRole('option', { name: /Nguyễn Thị Lan/ })).toBeVisible();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(company).toHaveValue('Thủy sản Bình Minh');
	await company.fill('');
	await page.keyboard.press('Tab');
	await expect(contact).toBeFocused();
	await expect(chosenContacts(page)).toHaveCount(0);
});

test(`the pages of activities are accessible and fit a phone`, async ({ page }) => {
	await createCompany(page, 'Công ty Trách nhiệm Hữu hạn Một thành viên Thương mại Dịch vụ Xuất nhập khẩu Bình Minh');
	const subject = 'Gọi về hợp đồng cung cấp thiết bị chế biến và bảo quản lạnh cho nhà máy';
	await text(page).fill(`${subject}\n${'Dòng một\n'.repeat(8)}`);
	await composer(page).getByLabel('Outcome').fill('Đồng ý');
	await composer(page).getByLabel('Next step', { exact: true }).fill('Gửi hợp đồng');
	const check = async () => {
		await expectAccessible(page);
		await page.setViewportSize({ width: 390, height: 844 });
		await expectFits(page);
		await page.setViewportSize({ width: 1440, height: 900 });
	};
	await check();
	await logButton(page).click();
	await expect(timeline(page).getByRole('link', { name: subject })).toBeVisible();
	await check();
	await timeline(page).getByRole('link', { name: subject }).click();
	await expect(page.getByRole('region', { name: 'About the activity' })).toBeVisible();
	await check();
	for (const path of ['/activities', '/activities/new']) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await check();
	}
});
