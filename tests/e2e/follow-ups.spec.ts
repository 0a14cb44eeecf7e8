import { expectAccessible, expectFits } from './support/accessible';
import { accountOf } from './support/accounts';
import { onDatabase } from './support/database';
import { add, card, day, line, open, openDeal, tick, titles, undo } from './support/follow-ups';
import { holdActions } from './support/hold';
import { call } from './support/records';
import { expect, test } from './support/test';

// the account takes the browser's time zone, so that its today is known here
test.use({ locale: 'en-GB', timezoneId: 'Asia/Ho_Chi_Minh' });

test('a follow-up is added, ticked off, undone, and leads to what happened and to the next', async ({ page }) => {
	await openDeal(page);
	await expect(card(page)).toContainText('No follow-ups yet.');
	await card(page).getByRole('button', { name: 'Follow-up', exact: true }).click();
	await expect(card(page).getByLabel('New follow-up')).toBeFocused();
	await card(page).getByRole('button', { name: 'Add', exact: true }).click();
	await expect(card(page)).toContainText('Follow-up is required.');
	await add(page, 'Gửi báo giá', day(-3));
	// ready for another one
	await expect(card(page).getByLabel('New follow-up')).toBeFocused();
	await add(page, 'Gọi lại', day(0));
	await add(page, 'Ký hợp đồng');
	await expect(open(page)).toHaveText('Next 3');
	// overdue first, without a date last
	await expect(titles(page)).toHaveText(['Gửi báo giá', 'Gọi lại', 'Ký hợp đồng']);
	await expect(line(page, 'Gọi lại')).toContainText('Today');
	await expect(line(page, 'Gửi báo giá')).toContainText('3 days overdue');
	await expect(line(page, 'Ký hợp đồng')).toContainText('No date');

	await tick(page, 'Gửi báo giá').click();
	await expect(tick(page, 'Gửi báo giá')).toBeChecked();
	await expect(line(page, 'Gửi báo giá').getByRole('paragraph').first()).toHaveCSS(
		'text-decoration-line',
		'line-through',
	);
	await undo(page, 'Done: Gửi báo giá');
	await expect(tick(page, 'Gửi báo giá')).not.toBeChecked();
	await expect(open(page)).toHaveText('Next 3');

	// and by the box itself
	await tick(page, 'Gọi lại').click();
	await expect(open(page)).toHaveText('Next 2');
	await tick(page, 'Gọi lại').click();
	await expect(open(page)).toHaveText('Next 3');
	await tick(page, 'Gọi lại').click();
	await line(page, 'Gọi lại').getByRole('button', { name: 'Set the next' }).click();
	await expect(card(page).getByLabel('New follow-up')).toBeFocused();
	const about = card(page).getByRole('combobox', { name: 'For' });
	await expect(about).toHaveValue('Kho lạnh · Thủy sản Bình Minh');
	await page.keyboard.type('Gửi hợp đồng');
	await page.keyboard.press('Enter');
	await expect(tick(page, 'Gửi hợp đồng')).not.toBeChecked();
	await expect(about).toHaveValue('Kho lạnh');
	await line(page, 'Gọi lại').getByRole('link', { name: 'Log what happened' }).click();
	await expect(page).toHaveURL(/\/activities\/new\?followUpId=[\w-]+$/);
	await expect(page.getByLabel('Subject')).toHaveValue('Gọi lại');
	await expect(page.getByRole('combobox', { name: 'Deal' })).toHaveValue('Kho lạnh');
	// who comes back finds what is open
	await page.goBack();
	await expect(tick(page, 'Gửi hợp đồng')).toBeVisible();
	await page.reload();
	await expect(tick(page, 'Gửi hợp đồng')).toBeVisible();
	await expect(tick(page, 'Gọi lại')).toHaveCount(0);
});

test('a tick is seen before the server answers, and taken back where no answer comes', async ({ page }) => {
	await openDeal(page);
	await add(page, 'Gửi báo giá', day(0));
	const answer = await holdActions(page);
	await tick(page, 'Gửi báo giá').click();
	await expect(tick(page, 'Gửi báo giá')).toBeChecked();
	await expect(line(page, 'Gửi báo giá').getByRole('button', { name: 'Set the next' })).toBeVisible();
	answer();
	await expect(open(page)).toHaveText('Next');
	await expect(tick(page, 'Gửi báo giá')).toBeChecked();
	await page.unrouteAll();

	await add(page, 'Gọi lại', day(0));
	// an answer that never says what was done, as a proxy gives one
	await page.route('**/deals/*', (route) =>
		route.request().method() === 'POST'
			? route.fulfill({ status: 200, contentType: 'text/plain', body: '' })
			: route.continue(),
	);
	await tick(page, 'Gọi lại').click();
	await expect(page.getByText('The server gave no answer')).toBeVisible();
	await expect(tick(page, 'Gọi lại')).not.toBeChecked();
	await page.unroute('**/deals/*');
});

test('a follow-up is snoozed to tomorrow, to next week and to a day, and undone', async ({ page }) => {
	await openDeal(page);
	await add(page, 'Gửi báo giá', day(0));
	const snooze = line(page, 'Gửi báo giá').getByRole('button', { name: 'Snooze Gửi báo giá' });
	const tomorrow = card(page).getByRole('button', { name: 'Tomorrow' });
	await snooze.click();
	await expect(tomorrow).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(tomorrow).toBeHidden();
	await expect(snooze).toBeFocused();
	await snooze.click();
	await tomorrow.click();
	await expect(line(page, 'Gửi báo giá')).toContainText('Tomorrow');
	await undo(page, 'Snoozed Gửi báo giá');
	await expect(line(page, 'Gửi báo giá')).toContainText('Today');

	await snooze.click();
	const next = card(page).getByRole('button', { name: 'Next week' });
	const shown = (await next.innerText()).replace('Next week', '').trim();
	await next.click();
	await expect(line(page, 'Gửi báo giá')).toContainText(shown);
	await expect(page.getByText(`Snoozed Gửi báo giá to ${shown}`)).toBeVisible();
	// its button would close what is open still
	await expect(next).toBeHidden();

	const put = card(page).getByRole('button', { name: 'Snooze', exact: true });
	await snooze.click();
	await put.click();
	await expect(card(page)).toContainText('Choose a day');
	await card(page).getByLabel('Snooze until').fill('2027-03-31');
	await put.click();
	await expect(line(page, 'Gửi báo giá')).toContainText('31 Mar 2027');
	await expect(card(page).getByLabel('Snooze until')).toBeHidden();

	// what is open in a line stays where its day is changed elsewhere
	await snooze.click();
	await expect(tomorrow).toBeVisible();
	const [found] = await onDatabase<{ id: string }>(`SELECT id FROM follow_up WHERE user_id = $1`, [
		await accountOf(page),
	]);
	await call(page, 'follow-ups', 'snoozeFollowUp', { id: found?.id, until: '2027-04-30' });
	await page.evaluate(() => window.dispatchEvent(new Event('focus')));
	await expect(line(page, 'Gửi báo giá')).toContainText('30 Apr 2027');
	await expect(tomorrow).toBeVisible();
});

test('many upcoming ones are shown when they are asked for', async ({ page }) => {
	await openDeal(page);
	for (let n = 1; n <= 8; n++) await add(page, `Việc ${n}.`);
	for (const late of ['Chín', 'Mười']) {
		await card(page).getByLabel('New follow-up').fill(late);
		await page.keyboard.press('Enter');
		await expect(page.getByText(`Added ${late}`)).toBeVisible();
	}
	await expect(
		card(page)
			.getByRole('listitem')
			.getByRole('checkbox', { name: /^Done: / }),
	).toHaveCount(8);
	// who comes back sees the first five
	await page.reload();
	await expect(
		card(page)
			.getByRole('listitem')
			.getByRole('checkbox', { name: /^Done: / }),
	).toHaveCount(5);
	await card(page).getByRole('link', { name: 'Show all 10' }).click();
	await expect(
		card(page)
			.getByRole('listitem')
			.getByRole('checkbox', { name: /^Done: / }),
	).toHaveCount(10);
});

test(`follow-ups are accessible and fit a phone`, async ({ page }, info) => {
	await openDeal(page);
	await add(page, 'Gửi báo giá hệ thống kho lạnh cho nhà máy chế biến thủy sản Đồng Tháp Mười', day(-3));
	await add(page, 'Gửi mẫu', day(-1));
	await add(page, 'x'.repeat(200), day(0));
	await add(page, 'Gọi lại');
	await tick(page, 'Gửi báo giá').click();
	await expect(open(page)).toHaveText('Next 3');
	await card(page)
		.getByRole('button', { name: /^Snooze x/ })
		.click();
	await card(page).getByRole('button', { name: 'Edit Gọi lại' }).click();
	await line(page, 'Gửi báo giá').getByRole('button', { name: 'Set the next' }).click();
	// on a phone they would lie over the lines
	await page.mouse.move(0, 0);
	await expect(page.locator('[data-sonner-toast]')).toHaveCount(0, { timeout: 20_000 });
	for (const width of [1440, 390]) {
		await page.setViewportSize({ width, height: 900 });
		await expectAccessible(page);
		await expectFits(page);
		await card(page).screenshot({ path: info.outputPath(`follow-ups-${width}.png`) });
	}
});
