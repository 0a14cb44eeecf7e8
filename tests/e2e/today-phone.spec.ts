import { expectFits } from './support/accessible';
import { logButton, text } from './support/composer';
import { onDatabase } from './support/database';
import { hydrated, toast } from './support/page';
import { expect, test } from './support/test';
import { entries, entry, makeMorning, morning, morningZone, nothingLeft } from './support/today';

const zone = morningZone();
test.use({ timezoneId: zone });

test('a morning of twelve entries is worked through by thumb', async ({ page, account }) => {
	await makeMorning(page, account.email, zone);
	await page.goto('/dashboard');
	await hydrated(page);
	await expectFits(page);
	// three entries are on the screen at once
	const third = await entry(page, morning[2] ?? '').boundingBox();
	expect((third?.y ?? 0) + (third?.height ?? 0)).toBeLessThanOrEqual(844);
	const sheet = page.getByRole('dialog');
	const tapDone = (n: number) =>
		entry(page, morning[n] ?? '')
			.getByRole('button', { name: /^Done/ })
			.tap();
	const openSheet = (n: number) =>
		entry(page, morning[n] ?? '')
			.getByRole('button', { name: /^More/ })
			.tap();

	await tapDone(0);
	await expect(entries(page)).toHaveText(morning.slice(1));
	// put off from the sheet, by one tap
	await openSheet(1);
	await expect(sheet).toContainText('2 days overdue');
	await expect(sheet.getByRole('link', { name: 'Zalo 0909 555 222' })).toBeVisible();
	// at the thumb
	await expect.poll(async () => (await sheet.boundingBox())?.y).toBeGreaterThan(200);
	const { y = 0, height = 0 } = (await sheet.boundingBox()) ?? {};
	expect(Math.round(y + height)).toBe(844);
	await sheet.getByRole('button', { name: 'Tomorrow' }).tap();
	await expect(toast(page, 'Snoozed to')).toBeVisible();
	await expect(entries(page)).toHaveText(morning.slice(2));
	await expect(entry(page, morning[2] ?? '').getByRole('link', { name: 'Call Đặng Văn Hùng' })).toHaveAttribute(
		'href',
		'tel:0909555222',
	);
	// put off to a day and a time, as they are typed
	await openSheet(2);
	await sheet.getByRole('button', { name: 'Pick…' }).tap();
	await sheet.getByLabel('Date').fill('tomorrow 14:30');
	await sheet.getByRole('button', { name: 'Snooze', exact: true }).tap();
	await expect(entries(page)).toHaveText(morning.slice(3));
	for (const n of [3, 4, 5]) {
		if (n === 3) {
			await openSheet(n);
			await sheet.getByRole('button', { name: 'Log' }).tap();
		} else await tapDone(n);
		await page.getByLabel('Outcome').fill('Đồng ý gửi mẫu');
		await page.getByRole('button', { name: 'Log outcome' }).tap();
		await expect(entries(page)).toHaveText(morning.slice(n + 1));
	}
	for (const n of [6, 7, 8, 9]) {
		await tapDone(n);
		await expect(entries(page)).toHaveText(morning.slice(n + 1));
	}
	for (const n of [10, 11]) {
		await tapDone(n);
		await text(page).fill('Gọi hỏi thăm');
		await logButton(page).tap();
		await expect(entries(page)).toHaveText(morning.slice(n + 1));
	}
	await expect(nothingLeft(page)).toBeVisible();
	const [saved] = await onDatabase<{ time: string; outcomes: number; calls: number }>(
		`SELECT left(f.due_time::text, 5) AS time,
			(SELECT count(*)::int FROM activity a WHERE a.user_id = f.user_id AND a.outcome = 'Đồng ý gửi mẫu') AS outcomes,
			(SELECT count(*)::int FROM activity a WHERE a.user_id = f.user_id AND a.subject = 'Gọi hỏi thăm') AS calls
		FROM follow_up f WHERE f.user_id = $1 AND f.title = $2`,
		[account.id, morning[2]],
	);
	expect(saved).toEqual({ time: '14:30', outcomes: 3, calls: 2 });
});
