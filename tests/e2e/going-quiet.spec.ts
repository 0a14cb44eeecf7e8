import type { Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { onDatabase } from './support/database';
import { addFilter } from './support/filters';
import { names } from './support/page';
import { editAll, head } from './support/record';
import { saveCompany } from './support/records';
import { createCompany, expect, test } from './support/test';

const goingQuiet = (page: Page) => page.getByRole('region', { name: /^Going quiet/ });

/** Logs a call with a contact so many days ago, past the forms. */
async function logCall(email: string, contact: string, daysAgo: number) {
	await onDatabase(
		`INSERT INTO activity (user_id, id, company_id, contact_id, type, subject, at)
			 SELECT p.user_id, gen_random_uuid(), p.company_id, p.id, 'call', 'Gọi', now() - interval '1 day' * $3
			 FROM contact p JOIN "user" u ON u.id = p.user_id WHERE u.email = $1 AND p.name = $2`,
		[email, contact, daysAgo],
	);
}

async function setRhythm(page: Page, name: string, rhythm: string) {
	await page.goto('/contacts');
	await names(page).filter({ hasText: name }).first().click();
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
	await editAll(page);
	await page.getByLabel('Stay in touch').selectOption(rhythm);
	await page.getByRole('button', { name: 'Save contact' }).click();
	await expect(page.getByText(`Saved ${name}`)).toBeVisible();
	await expect(page.getByRole('region', { name: 'About the contact' })).toBeVisible();
}

test('who is late by their rhythm stands on Today until there is a contact', async ({ page, account }) => {
	await saveCompany(page, 'Thủy sản Bình Minh', {
		people: { 'Lê Hoàng Phúc': {}, 'Trần Quốc Bảo': { authority: 'primary' } },
	});
	await page.goto('/dashboard');
	await expect(goingQuiet(page)).toHaveCount(0);

	const about = page.getByRole('region', { name: 'About the contact' });
	await setRhythm(page, 'Lê Hoàng Phúc', 'Every week');
	await expect(head(page)).toContainText('No contact yet');
	await expect(about).toContainText(/Stay in touch\s*Every week\s*due \w+/);
	await setRhythm(page, 'Trần Quốc Bảo', 'Every month');
	await page.goto('/dashboard');
	await expect(goingQuiet(page)).toHaveCount(0);

	await logCall(account.email, 'Lê Hoàng Phúc', 100);
	await logCall(account.email, 'Trần Quốc Bảo', 40);
	await page.reload();
	const lines = goingQuiet(page).getByRole('listitem');
	await expect(lines).toHaveText([
		/^40 days\s*Trần Quốc Bảo\s*Decision maker · Stay in touch every month.*Bình Minh/,
		/^100 days\s*Lê Hoàng Phúc\s*Stay in touch every week/,
	]);
	await lines.first().getByRole('link', { name: 'Trần Quốc Bảo', exact: true }).click();
	await expect(about).toContainText(/Stay in touch\s*Every month\s*overdue since \w+/);

	await logCall(account.email, 'Trần Quốc Bảo', 0);
	await page.goto('/dashboard');
	await expect(lines).toHaveText([/Lê Hoàng Phúc/]);

	// the rhythm is taken off again
	await setRhythm(page, 'Lê Hoàng Phúc', 'Not set');
	await expect(about.getByRole('button', { name: 'Add stay in touch' })).toBeVisible();
	await page.goto('/dashboard');
	await expect(goingQuiet(page)).toHaveCount(0);
});

test('contacts and companies are filtered by how long there was no contact, and sorted by the last one', async ({
	page,
	account,
}) => {
	for (const [company, person] of [
		['Ánh Dương', 'Đặng Văn Hùng'],
		['Bình Minh', 'Trần Quốc Bảo'],
		['Hoa Sen', 'Võ Thị Yến'],
	] as const)
		await saveCompany(page, company, { people: { [person]: {} } });
	await logCall(account.email, 'Đặng Văn Hùng', 45);
	await logCall(account.email, 'Trần Quốc Bảo', 100);
	for (const [path, [hung, bao, yen]] of [
		['/contacts', ['Đặng Văn Hùng', 'Trần Quốc Bảo', 'Võ Thị Yến']],
		['/companies', ['Ánh Dương', 'Bình Minh', 'Hoa Sen']],
	] as const) {
		await page.goto(path);
		await expect(names(page).filter({ hasText: hung })).toBeVisible();
		const chips = page.getByRole('list', { name: 'Filters' });
		const rows = async (...expected: string[]) => {
			for (const name of [hung, bao, yen])
				await expect(names(page).filter({ hasText: name })).toHaveCount(expected.includes(name) ? 1 : 0);
		};
		await addFilter(page, 'No contact for', '30 days');
		await expect(chips).toContainText('No contact for: 30 days');
		await rows(hung, bao, yen);
		// one at a time: the next choice takes its place
		await addFilter(page, 'No contact for', '90 days');
		await expect(chips).toContainText('No contact for: 90 days');
		await rows(bao, yen);
		await addFilter(page, 'No contact for', 'Never contacted');
		await expect(chips).toContainText('No contact for: Never contacted');
		await rows(yen);
		await page.reload();
		await rows(yen);
		await page.getByRole('link', { name: 'Remove the filter No contact for: Never contacted' }).click();
		await rows(hung, bao, yen);
		await page.goto(`${path}?sort=lastContact.asc`);
		const order = await names(page).allTextContents();
		expect(order.filter((name) => [hung, bao, yen].includes(name as never))).toEqual([bao, hung, yen]);
	}
});

test(`who goes quiet is accessible and fits a phone`, async ({ page, account }) => {
	const long = 'Nguyễn Hoàng Thị Phương Trinh Ánh Nguyệt Bảo Khánh Vũ Trường Giang Đặng Trần Lê Phạm Huỳnh';
	await createCompany(page, 'Công ty Trách nhiệm Hữu hạn Một thành viên Sản xuất Thương mại Dịch vụ Xuất nhập khẩu', {
		people: { [long]: { authority: 'influencer' } },
	});
	const check = async () => {
		await expectAccessible(page);
		for (const width of [390, 1440]) {
			await page.setViewportSize({ width, height: 844 });
			await expectFits(page);
		}
	};
	await setRhythm(page, long, 'Every three months');
	await logCall(account.email, long, 400);
	await page.reload();
	await expect(page.getByText('overdue since')).toBeVisible();
	await check();
	await page.goto('/dashboard');
	await expect(goingQuiet(page).getByRole('listitem')).toHaveCount(1);
	await check();
	await page.setViewportSize({ width: 390, height: 844 });
	if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/quiet-390.png` });
	await page.setViewportSize({ width: 1280, height: 800 });
	if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/quiet-1280.png` });
});
