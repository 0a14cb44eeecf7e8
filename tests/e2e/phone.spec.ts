import { addContact, createCompany, expect, test } from './support/test';

const longName = 'Công ty Trách nhiệm Hữu hạn Thương mại Dịch vụ Xuất nhập khẩu Nguyễn Phước Hưng Thịnh Vượng';

test('the main job on a phone, without scrolling sideways', async ({ page, account }) => {
	expect(account).toBeTruthy();
	const fits = async () =>
		expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
	await createCompany(page, longName, {
		website: `https://${'rat-dai-'.repeat(7)}x.example.com/${'x'.repeat(120)}`,
		notes: 'ơ'.repeat(300),
	});
	await fits();
	await addContact(page, 'Công Tằng Tôn Nữ Thị Diễm Quỳnh', {
		jobTitle: 'Phó giám đốc phụ trách xuất nhập khẩu',
		email: `${'d'.repeat(60)}@example.com`,
		authority: 'Primary',
	});
	await fits();
	await page.getByRole('button', { name: 'Open menu' }).click();
	await page.getByRole('dialog').getByRole('link', { name: 'Contacts' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
	await expect(page.getByRole('dialog')).toBeHidden();
	await page.getByRole('searchbox', { name: 'Search contacts' }).fill('diem quynh');
	await page.getByRole('link', { name: 'Công Tằng Tôn Nữ Thị Diễm Quỳnh' }).click();
	await expect(page.getByText('Decision maker · Primary')).toBeVisible();
	await fits();
	for (const address of ['/companies', '/contacts', '/dashboard', '/contacts/new']) {
		await page.goto(address);
		await fits();
	}
});
