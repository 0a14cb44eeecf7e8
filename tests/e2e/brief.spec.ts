import { expectAccessible, expectFits } from './support/accessible';
import { onDatabase } from './support/database';
import { makeDeal } from './support/deals';
import { heading } from './support/page';
import { createCompany, expect, makeContact, test } from './support/test';

test.use({ locale: 'en-US' });

test('a meeting is prepared in one click, on one page that prints', async ({ page, account }) => {
	await createCompany(page, 'Thủy sản Bình Minh');
	const company = page.url();
	for (const name of ['Đặng Thị Ánh', 'Trần Quốc Bảo']) await makeContact(page, name);
	await makeDeal(page, 'Hợp đồng kho lạnh', { value: '900000000' });
	const owned = `FROM "user" u, company c WHERE u.email = $1 AND c.user_id = u.id`;
	const of = [account.email];
	await onDatabase(
		`INSERT INTO activity (user_id, id, company_id, type, subject, description, next_steps, at)
			SELECT u.id, gen_random_uuid(), c.id, t.type::activity_type, t.subject, t.description, t.next, now() - t.ago
			${owned.replace(
				'WHERE',
				`, (VALUES
				('meeting', 'Thăm nhà máy Cần Thơ', 'Muốn giao hàng theo tháng.', 'Gửi bảng giá CIF', interval '20 days'),
				('call', 'Hỏi tiến độ', 'Chưa ký.', NULL, interval '2 days')
			) AS t (type, subject, description, next, ago) WHERE`,
			)}`,
		of,
	);
	await onDatabase(
		`INSERT INTO follow_up (user_id, id, company_id, title, due_on, done_at)
			SELECT u.id, gen_random_uuid(), c.id, t.title, now()::date - t.due, CASE WHEN t.done THEN now() END
			${owned.replace('WHERE', `, (VALUES ('Gửi bảng giá CIF', 5, true), ('Gửi mẫu', 3, false)) AS t (title, due, done) WHERE`)}`,
		of,
	);
	await onDatabase(`UPDATE contact SET is_decision_maker = true, authority_level = 'primary' WHERE name = $1`, [
		'Đặng Thị Ánh',
	]);

	await page.goto(company);
	await page.getByRole('region', { name: 'Next' }).getByRole('button', { name: 'Follow-up' }).click();
	await page.getByLabel('New follow-up').fill('Gửi giấy phép nhập khẩu');
	await page.getByLabel('They promised this').check();
	await page.getByRole('button', { name: 'Add', exact: true }).click();
	const next = page.getByRole('region', { name: 'Next' }).getByRole('listitem');
	await expect(next.filter({ hasText: 'Gửi giấy phép nhập khẩu' })).toContainText('They promised this');
	await page.getByRole('link', { name: 'Brief' }).click();
	await expect(heading(page, 'Thủy sản Bình Minh')).toBeVisible();
	const part = (name: string | RegExp) =>
		page
			.getByRole('main')
			.locator('section')
			.filter({ has: page.getByRole('heading', { level: 2, name }) });
	await expect(part('Key contacts').getByRole('listitem').first()).toContainText('Đặng Thị Ánh');
	await expect(part('Key contacts').getByRole('listitem').first()).toContainText('Decision maker · Primary');
	const promises = part('What we promised').getByRole('listitem');
	await expect(promises.filter({ hasText: 'Gửi mẫu' })).toContainText('Open, 3 days overdue');
	await expect(promises.filter({ hasText: 'Gửi bảng giá CIF' })).toContainText('5 days late');
	await expect(part('What they promised').getByRole('listitem')).toHaveText(/Gửi giấy phép nhập khẩu/);
	await expect(part('Last calls, emails, and meetings').getByRole('listitem')).toHaveCount(2);
	await expect(part('Last calls, emails, and meetings')).toContainText('Muốn giao hàng theo tháng.');
	await expect(part('Open deals').getByRole('listitem')).toContainText('Hợp đồng kho lạnh');
	// all of it was typed in after that meeting
	await expect(part(/^What has changed since we last met/)).toContainText('Trần Quốc Bảo');
	await expectAccessible(page, 'brief');

	await page.setViewportSize({ width: 390, height: 844 });
	await expectFits(page);
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
	await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
	await expect(part('Open deals')).toBeVisible();
});

test('a planned meeting has a brief with who is coming; a call has none', async ({ page, account }) => {
	await createCompany(page, 'Nội thất Hoa Sen');
	for (const name of ['Phạm Gia Hân', 'Vũ Minh Đức']) await makeContact(page, name);
	const ids = await onDatabase<{ id: string; type: string }>(
		`INSERT INTO activity (user_id, id, company_id, contact_id, type, subject, at)
			SELECT p.user_id, gen_random_uuid(), p.company_id, p.id, t.type::activity_type, t.subject, now() + t.when
			FROM contact p JOIN "user" u ON u.id = p.user_id, (VALUES
				('meeting', 'Ký hợp đồng', interval '2 days'), ('call', 'Gọi lại', interval '-1 days')
			) AS t (type, subject, "when") WHERE u.email = $1 AND p.name = 'Phạm Gia Hân' RETURNING id, type`,
		[account.email],
	);
	const id = (type: string) => ids.find((row) => row.type === type)?.id;
	await page.goto(`/activities/${id('meeting')}`);
	await page.getByRole('link', { name: 'Brief' }).click();
	await expect(heading(page, 'Ký hợp đồng')).toBeVisible();
	const coming = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Who’s coming' }) });
	await expect(coming.getByRole('listitem')).toHaveCount(1);
	await expect(coming).toContainText('Phạm Gia Hân');
	await page.goto(`/activities/${id('call')}`);
	await expect(page.getByRole('link', { name: 'Edit' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Brief' })).toHaveCount(0);
	expect((await page.request.get(`/activities/${id('call')}/brief`)).status()).toBe(404);
});
