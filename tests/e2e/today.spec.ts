import type { Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { onDatabase } from './support/database';
import { makeDeal } from './support/deals';
import { heading, hydrated, ready, toast } from './support/page';
import { call, idOf, saveCompany } from './support/records';
import { expect, test } from './support/test';
import { agenda, entries, entry, makeMorning, morning, morningZone, nothingLeft } from './support/today';

const zone = morningZone();
test.use({ timezoneId: zone });

const figure = (page: Page, label: string) => page.getByLabel('Key figures').locator('div').filter({ hasText: label });
const composer = (page: Page) => page.getByRole('dialog', { name: 'Log activity' });

test('an empty account is told what to do first, and a promise made there is not lost', async ({ page }) => {
	await page.goto('/dashboard');
	await expect(page.getByRole('heading', { name: /Four steps/ })).toBeVisible();
	await expect(page.getByLabel('Key figures')).toHaveCount(0);
	await expect(agenda(page)).toHaveCount(0);
	await call(page, 'follow-ups', 'createFollowUp', {
		...{ id: '0199aaaa-0000-7000-8000-00000000000a', title: 'Gọi ngân hàng', dueOn: '2026-01-05' },
	});
	await page.reload();
	await expect(page.getByRole('heading', { name: /Four steps/ })).toBeVisible();
	await expect(entry(page, 'Gọi ngân hàng')).toContainText('overdue');
	await saveCompany(page, 'Thủy sản Bình Minh');
	await page.reload();
	await expect(page.getByRole('heading', { name: /Four steps/ })).toHaveCount(0);
	await expect(figure(page, 'Open')).toContainText('0 deals');
});

test('every figure leads to the list of exactly what it counts', async ({ page }) => {
	await call(page, 'sample-data', 'loadSampleData', { amongOwn: false });
	await page.goto('/dashboard');
	for (const label of ['Open', 'Closing in 30 days', 'Won this quarter']) {
		const count = /(\d+) deals?/.exec((await figure(page, label).textContent()) ?? '')?.[1];
		const href = await figure(page, label).getByRole('link').getAttribute('href');
		const html = (await (await page.request.get(href ?? '')).text()).replaceAll('<!-- -->', '');
		expect(html, label).toMatch(new RegExp(`(of |>)${count} deals?\\b`));
	}
	await expect(page.getByRole('region', { name: 'Pipeline' })).toContainText('Negotiation');
	await expect(page.getByRole('region', { name: 'Next seven days' }).getByRole('listitem')).toHaveCount(7);
});

test('a morning of twelve entries is worked through by keys alone', async ({ page, account }) => {
	await makeMorning(page, account.email, zone);
	await page.goto('/dashboard');
	await expect(entries(page)).toHaveText(morning);
	await expect(entry(page, 'Trần Quốc Bảo')).toContainText('Decision maker · Stay in touch every week, no contact yet');
	await expect(entry(page, 'Gửi báo giá 40 chỗ')).toContainText('2 days overdue · Important');
	await ready(page);

	// the first is the current one, without a key before
	await page.keyboard.press('d');
	await expect(toast(page, 'Done: Gửi chứng nhận hiệu chuẩn')).toBeVisible();
	await expect(entries(page)).toHaveText(morning.slice(1));
	await expect(entry(page, 'Gửi báo giá 40 chỗ').getByRole('link', { name: 'Gửi báo giá 40 chỗ' })).toBeFocused();
	// put off until tomorrow
	await page.keyboard.press('s');
	await page.keyboard.press('2');
	await expect(toast(page, 'Gửi báo giá 40 chỗ')).toContainText('Snoozed to');
	await expect(entries(page)).toHaveText(morning.slice(2));
	// there and back, then the third
	await page.keyboard.press('j');
	await page.keyboard.press('k');
	await page.keyboard.press('d');
	await expect(entries(page)).toHaveText(morning.slice(3));
	for (const [n, title] of morning.slice(3, 6).entries()) {
		await page.keyboard.press('d');
		await expect(page.getByRole('dialog', { name: `Log “${title}”` })).toBeVisible();
		await page.keyboard.type('Đồng ý gửi mẫu');
		await page.keyboard.press('Enter');
		await expect(entries(page)).toHaveText(morning.slice(4 + n));
	}
	for (const n of [6, 7, 8, 9]) {
		await page.keyboard.press('d');
		await expect(entries(page)).toHaveText(morning.slice(n + 1));
	}
	for (const n of [10, 11]) {
		await page.keyboard.press(n === 10 ? 'd' : 'l');
		await expect(composer(page)).toBeVisible();
		await page.keyboard.type('Gọi hỏi thăm');
		await page.keyboard.press('Control+Enter');
		await expect(entries(page)).toHaveText(morning.slice(n + 1));
	}
	await expect(nothingLeft(page)).toBeVisible();
	const finished = page.getByRole('list', { name: 'Finished here' }).getByRole('listitem');
	await expect(finished).toHaveCount(10);
	await finished.filter({ hasText: 'Gửi báo giá 40 chỗ' }).getByRole('button', { name: 'Undo' }).click();
	await expect(entries(page)).toHaveText(['Gửi báo giá 40 chỗ']);
	const [outcomes] = await onDatabase<{ count: number }>(
		`SELECT count(*)::int FROM activity a JOIN "user" u ON u.id = a.user_id
			WHERE u.email = $1 AND a.outcome = 'Đồng ý gửi mẫu' AND a.at <= now()`,
		[account.email],
	);
	expect(outcomes?.count).toBe(3);
});

test('what could not be saved is back in its place, with the reason', async ({ page, account, problems }) => {
	await makeMorning(page, account.email, zone);
	await page.goto('/dashboard');
	await ready(page);
	await page.route('**/dashboard', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
	await entry(page, 'Chốt ngày giao hàng').getByRole('button', { name: 'Done: Chốt ngày giao hàng' }).click();
	await expect(page.getByText('The server gave no answer')).toBeVisible();
	await expect(entries(page)).toHaveText(morning);
	expect(problems.splice(0).filter((problem) => !/ERR_FAILED/.test(problem))).toEqual([]);
});

test('a contact is snoozed by a date in words, and the order is explained on request', async ({ page, account }) => {
	await makeMorning(page, account.email, zone);
	await page.goto('/dashboard');
	await ready(page);
	await entry(page, 'Nguyễn Thị Lan').getByRole('button', { name: 'Snooze Nguyễn Thị Lan' }).click();
	await page.keyboard.type('in 2 weeks');
	await page.keyboard.press('Enter');
	await expect(toast(page, 'Snoozed to')).toBeVisible();
	await expect(entries(page)).toHaveText(morning.slice(0, 11));
	await page.goto('/contacts?silent=rhythm');
	await expect(page.locator('[data-row-link] a')).toHaveText(['Trần Quốc Bảo']);
	await page.goto(`/contacts/${await idOf(page, 'contact', 'Nguyễn Thị Lan')}`);
	await expect(page.getByRole('region', { name: 'About the contact' })).toContainText('snoozed until');
	await page.goto('/dashboard');
	await page.getByRole('button', { name: 'Why this order?' }).click();
	const order = page.getByRole('note', { name: 'The order of the day' });
	await expect(order).toContainText('the oldest first');
	// in lines that can be read, not in the columns of the day's list
	expect((await order.getByRole('listitem').first().boundingBox())?.height).toBeLessThan(80);
});

test('a deal whose date has passed is moved at its line', async ({ page }) => {
	await makeDeal(page, 'Kho lạnh', { close: '2026-01-05', value: '1000' });
	await page.goto('/dashboard');
	const decisions = page.getByRole('region', { name: 'Needs a decision' });
	await expect(decisions).toContainText('Close date passed');
	await hydrated(page);
	await decisions.getByRole('button', { name: 'Move date' }).click();
	await page.getByRole('button', { name: '+1 month' }).click();
	await page.getByRole('button', { name: 'Save date' }).click();
	await expect(toast(page, 'Moved the close date of Kho lạnh')).toBeVisible();
	await expect(decisions).not.toContainText('Close date passed');
});

test('call mode leads through the day by keys alone, and remembers where it is', async ({ page, account }) => {
	await makeMorning(page, account.email, zone);
	await page.goto('/dashboard');
	await ready(page);
	await page.keyboard.press('g');
	await page.keyboard.press('n');
	await expect(heading(page, 'Gửi chứng nhận hiệu chuẩn')).toBeVisible();
	const mode = page.getByRole('region', { name: 'Next', exact: true });
	await expect(mode).toContainText('12 left');
	await expect(mode.getByRole('link', { name: '0909 555 222' })).toBeVisible();
	await expect(mode.getByRole('region', { name: 'What you promised' })).toContainText('Nhắc thanh toán đợt 2');
	await page.keyboard.press('n');
	await expect(heading(page, 'Gửi báo giá 40 chỗ')).toBeVisible();
	await page.reload();
	await expect(heading(page, 'Gửi báo giá 40 chỗ')).toBeVisible();
	await ready(page);
	await page.keyboard.press('d');
	await expect(heading(page, 'Chốt ngày giao hàng')).toBeVisible();
	await page.keyboard.press('s');
	await page.keyboard.press('4');
	for (const title of morning.slice(3, 6)) {
		await expect(heading(page, title)).toBeVisible();
		await page.keyboard.press('l');
		await expect(page.getByRole('dialog')).toBeVisible();
		await page.keyboard.type('Đồng ý gửi mẫu');
		await page.keyboard.press('Enter');
	}
	for (const title of morning.slice(6, 9)) {
		await expect(heading(page, title)).toBeVisible();
		await page.keyboard.press('d');
	}
	for (const title of morning.slice(9)) {
		await expect(heading(page, title)).toBeVisible();
		await page.keyboard.press('l');
		await expect(composer(page)).toBeVisible();
		await page.keyboard.type('Gọi hỏi thăm');
		await page.keyboard.press('Control+Enter');
	}
	// the one that was skipped comes last
	await expect(heading(page, 'Gửi chứng nhận hiệu chuẩn')).toBeVisible();
	await page.keyboard.press('d');
	await expect(nothingLeft(page)).toBeVisible();
	await expect(page.getByRole('list', { name: 'Finished here' })).toContainText('Nhắc thanh toán đợt 2');
	await page.keyboard.press('Escape');
	await expect(heading(page, 'Today')).toBeVisible();
	await expect(nothingLeft(page)).toBeVisible();
});

test('Today and call mode are accessible and fit, full and empty', async ({ page, account }) => {
	for (const fill of [false, true]) {
		if (fill) {
			await makeMorning(page, account.email, zone);
			await makeDeal(page, 'Cảng nước sâu', { value: '9,999,999,999,999', currency: 'VND', close: '2026-01-05' });
		}
		for (const path of ['/dashboard', '/dashboard/next'])
			for (const width of fill ? [1440, 390] : [1440]) {
				await page.setViewportSize({ width, height: 900 });
				await page.goto(path);
				await expectAccessible(page);
				await expectFits(page);
			}
	}
});
