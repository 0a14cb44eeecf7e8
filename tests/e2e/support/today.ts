import type { Page } from '@playwright/test';
import { onDatabase } from './database';
import { saveCompany, saveContact } from './records';

/** A zone in which it is about nine in the morning now, so that a day has hours left whenever the tests run. */
export function morningZone(): string {
	const ahead = 9 - new Date().getUTCHours();
	const offset = ahead < -12 ? ahead + 24 : ahead;
	// the names of these zones have the sign of the west
	return offset === 0 ? 'UTC' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
}

export const agenda = (page: Page) => page.locator('.agenda');
export const entry = (page: Page, title: string) => agenda(page).locator('[data-entry]').filter({ hasText: title });
export const entries = (page: Page) => agenda(page).locator('[data-entry] [data-row-link]');
export const nothingLeft = (page: Page) => page.getByRole('heading', { name: 'Nothing left for today' });

/** The entries of a morning, in the order of the day. */
export const morning = [
	'Gửi chứng nhận hiệu chuẩn',
	'Gửi báo giá 40 chỗ',
	'Chốt ngày giao hàng',
	'Khảo sát kho lạnh',
	'Họp hợp đồng khung',
	'Xem nhà máy',
	'Gửi mẫu trước giờ trưa',
	'Gửi kế hoạch giao hàng',
	'Gọi xác nhận mẫu bao bì',
	'Nhắc thanh toán đợt 2',
	'Trần Quốc Bảo',
	'Nguyễn Thị Lan',
];

/** Fills a day: three overdue, three meetings, four due today, two who go quiet. */
export async function makeMorning(page: Page, email: string, zone: string) {
	const company = await saveCompany(page, 'Thủy sản Bình Minh');
	const bao = await saveContact(page, company, 'Trần Quốc Bảo', { phone: '0903 555 014', authority: 'primary' });
	const lan = await saveContact(page, company, 'Nguyễn Thị Lan', { phone: '0908 555 147' });
	const hung = await saveContact(page, company, 'Đặng Văn Hùng', { phone: '0909 555 222' });
	const owner = '(SELECT id FROM "user" WHERE email = $1)';
	await onDatabase(
		`UPDATE contact SET rhythm = 'weekly', created_at = now() - interval '90 days'
			WHERE user_id = ${owner} AND id = ANY (ARRAY[$2, $3]::uuid[])`,
		[email, bao, lan],
	);
	const today = `(now() AT TIME ZONE '${zone}')::date`;
	for (const [n, [title, days, time, important]] of [
		[morning[0], -3, null, null],
		[morning[1], -2, null, true],
		[morning[2], -2, null, null],
		[morning[6], 0, '11:00', null],
		[morning[7], 0, null, true],
		[morning[8], 0, null, null],
		[morning[9], 0, null, null],
	].entries())
		await onDatabase(
			`INSERT INTO follow_up (user_id, id, title, due_on, due_time, is_important, company_id, contact_id)
				VALUES (${owner}, $2, $3, ${today} + $4::int, $5::time, $6, $7, $8)`,
			[
				email,
				`0199aaaa-0000-7000-8000-${String(n).padStart(4, '0')}${company.slice(-8)}`,
				title,
				days,
				time,
				important,
				company,
				hung,
			],
		);
	for (const [n, title] of morning.slice(3, 6).entries())
		await onDatabase(
			`INSERT INTO activity (user_id, id, company_id, contact_id, type, subject, at)
				VALUES (${owner}, gen_random_uuid(), $2, $3, 'meeting', $4, now() + interval '1 hour' * $5::int)`,
			[email, company, hung, title, n + 1],
		);
}
