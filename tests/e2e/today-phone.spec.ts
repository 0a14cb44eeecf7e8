import { expectFits } from './support/accessible';
import { onDatabase } from './support/database';
import { hydrated, toast } from './support/page';
import { expect, test } from './support/test';
import { entries, entry, makeMorning, morning, morningZone } from './support/today';

const zone = morningZone();
test.use({ timezoneId: zone });

test('a morning is worked through by thumb: ticked, put off and logged', async ({ page, account }) => {
	await makeMorning(page, account.email, zone);
	await page.goto('/dashboard');
	await hydrated(page);
	await expectFits(page);
	// three entries are on the screen at once
	const third = await entry(page, morning[2] ?? '').boundingBox();
	expect((third?.y ?? 0) + (third?.height ?? 0)).toBeLessThanOrEqual(844);
	const sheet = page.getByRole('dialog');

	await entry(page, morning[0] ?? '')
		.getByRole('button', { name: /^Done/ })
		.tap();
	await expect(entries(page)).toHaveText(morning.slice(1));
	await entry(page, morning[1] ?? '')
		.getByRole('button', { name: /^More/ })
		.tap();
	await expect(sheet).toContainText('2 days overdue');
	await sheet.getByRole('button', { name: 'Tomorrow' }).tap();
	await expect(toast(page, 'Snoozed to')).toBeVisible();
	await expect(entries(page)).toHaveText(morning.slice(2));
	await entry(page, morning[3] ?? '')
		.getByRole('button', { name: /^More/ })
		.tap();
	await sheet.getByRole('button', { name: 'Log' }).tap();
	await page.getByLabel('Outcome').fill('Đồng ý gửi mẫu');
	await page.getByRole('button', { name: 'Log outcome' }).tap();
	await expect(entries(page)).toHaveText([...morning.slice(2, 3), ...morning.slice(4)]);
	await expect(entry(page, morning[2] ?? '').getByRole('link', { name: 'Call Đặng Văn Hùng' })).toHaveAttribute(
		'href',
		'tel:0909555222',
	);
	// a day and a time, as they are typed
	await entry(page, morning[6] ?? '')
		.getByRole('button', { name: /^More/ })
		.tap();
	await sheet.getByRole('button', { name: 'Pick…' }).tap();
	await sheet.getByRole('textbox', { name: 'Snooze until' }).fill('tomorrow 14:30');
	await sheet.getByRole('button', { name: 'Snooze', exact: true }).tap();
	await expect(toast(page, morning[6] ?? '')).toContainText('Snoozed to');
	const [saved] = await onDatabase<{ time: string }>(
		'SELECT left(due_time::text, 5) AS time FROM follow_up WHERE user_id = $1 AND title = $2',
		[account.id, morning[6]],
	);
	expect(saved?.time).toBe('14:30');
});
