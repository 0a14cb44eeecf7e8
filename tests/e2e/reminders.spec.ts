import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { accountOf } from './support/accounts';
import { onDatabase } from './support/database';
import { heading, toast } from './support/page';
import { saveCompany } from './support/records';
import { expect, test } from './support/test';

/** A follow-up that is due in so many minutes by the account's clocks. */
async function saveDue(page: Page, title: string, minutes: number, companyId: string) {
	await onDatabase(
		`INSERT INTO follow_up (user_id, id, title, due_on, due_time, company_id)
		SELECT $1, gen_random_uuid(), $2, t.local::date, t.local::time(0), $4
		FROM settings s, LATERAL (SELECT date_trunc('minute', now() + $3 * interval '1 minute') AT TIME ZONE s.time_zone AS local) t
		WHERE s.user_id = $1`,
		[await accountOf(page), title, minutes, companyId],
	);
}

/** Opens a page under a clock of its own, once the browser knows what is to come: it shows that something is overdue. */
async function openWithClock(page: Page, path: string) {
	await page.clock.install({ time: new Date() });
	await page.goto(path);
	await expect(page).toHaveTitle(/^\(\d+\) /);
}

test.beforeEach(async ({ page }) => {
	await onDatabase(
		`INSERT INTO follow_up (user_id, id, title, due_on) VALUES ($1, gen_random_uuid(), 'Gửi báo giá', '2026-11-02')`,
		[await accountOf(page)],
	);
});

test('what is due is said at its time, once, and counted in the title', async ({ page, context }) => {
	const company = await saveCompany(page, 'Thủy sản Bình Minh');
	await saveDue(page, 'Gọi chị Lan về hợp đồng', 30, company);
	await openWithClock(page, '/companies');
	await expect(page).toHaveTitle(/^\([12]\) Companies · MiniCRM$/);
	const notice = toast(page, 'Gọi chị Lan về hợp đồng');
	await page.clock.fastForward('25:00');
	await expect(notice).toHaveCount(0);
	await page.clock.fastForward('06:00');
	await expect(notice).toContainText('Thủy sản Bình Minh');
	await expectAccessible(page, 'a notice');
	await notice.getByRole('button', { name: 'Open' }).click();
	await expect(heading(page, 'Thủy sản Bình Minh')).toBeVisible();
	await expect(page).toHaveTitle(/^\([12]\) Thủy sản Bình Minh/);
	// another tab of the browser has nothing more to say
	const other = await context.newPage();
	await openWithClock(other, '/contacts');
	await other.clock.fastForward('31:00');
	await expect(toast(other, 'Gọi chị Lan về hợp đồng')).toHaveCount(0);
	await other.close();
});

test('outside the tab the browser says it, if it may; switched off, nothing does', async ({ page }) => {
	const company = await saveCompany(page, 'Thủy sản Bình Minh');
	await saveDue(page, 'Gọi chị Lan về hợp đồng', 30, company);
	await page.addInitScript(() => {
		const shown: string[] = [];
		Object.assign(window, { shown });
		class Said {
			static permission = 'default';
			static async requestPermission() {
				Said.permission = 'granted';
				sessionStorage.setItem('permission', 'granted');
				return 'granted';
			}
			constructor(title: string, { body }: { body?: string } = {}) {
				shown.push(`${title} · ${body}`);
			}
		}
		Said.permission = sessionStorage.getItem('permission') ?? 'default';
		Object.assign(window, { Notification: Said });
	});
	await page.goto('/settings#reminders');
	const section = page.getByRole('region', { name: 'Reminders' });
	await section.getByRole('button', { name: 'Allow notifications' }).click();
	await expect(section.getByRole('status')).toHaveText(/also notifies you/);
	await openWithClock(page, '/companies');
	await page.evaluate(() =>
		Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true }),
	);
	await page.clock.fastForward('31:00');
	await page.clock.runFor(3_000);
	const shown = () => page.evaluate(() => (window as unknown as { shown: string[] }).shown);
	await expect.poll(shown).toEqual([expect.stringMatching(/Gọi chị Lan về hợp đồng · Thủy sản Bình Minh$/)]);
	await expect(toast(page, 'Gọi chị Lan về hợp đồng')).toHaveCount(0);

	await page.goto('/settings#reminders');
	await page.getByLabel('Remind me in this browser').uncheck();
	await saveDue(page, 'Gửi mẫu bao bì', 30, company);
	await openWithClock(page, '/companies');
	await page.clock.fastForward('31:00');
	await page.clock.runFor(3_000);
	await expect(page).toHaveTitle(/^\(\d\) Companies/);
	await expect(toast(page, 'Gửi mẫu bao bì')).toHaveCount(0);
});
