import type { Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { onDatabase } from './support/database';
import { hydrated, toast } from './support/page';
import { openMenu } from './support/record';
import { saveCompany } from './support/records';
import { expect, test } from './support/test';

const longName = 'Nguyễn Hoàng Thị Phương Trinh Ánh Nguyệt Bảo Khánh Vũ Trường Giang';

type Mapped = { name: string; manager?: number; role?: string; days?: number; decides?: boolean };

/** Contacts of a new company, each with whom they report to (by number), their role in an open deal and their last contact. */
async function fillCompany(page: Page, people: Mapped[]) {
	const company = await saveCompany(page, 'Thủy sản Bình Minh');
	await page.goto(`/companies/${company}`);
	const ids = people.map(() => crypto.randomUUID());
	const account = `(SELECT user_id FROM company WHERE id = $1)`;
	await onDatabase(
		`INSERT INTO contact (user_id, id, company_id, name, is_decision_maker)
		 SELECT ${account}, p.id, $1, p.name, p.decides FROM unnest($2::uuid[], $3::text[], $4::boolean[]) AS p(id, name, decides)`,
		[company, ids, people.map(({ name }) => name), people.map(({ decides }) => decides ?? false)],
	);
	await onDatabase(
		`UPDATE contact c SET reports_to_id = p.manager FROM unnest($2::uuid[], $3::uuid[]) AS p(id, manager)
		 WHERE c.company_id = $1 AND c.id = p.id AND p.manager IS NOT NULL`,
		[company, ids, people.map(({ manager }) => (manager === undefined ? null : ids[manager]))],
	);
	const deal = crypto.randomUUID();
	await onDatabase(
		`INSERT INTO deal (user_id, id, company_id, name, value, currency, position) VALUES (${account}, $2, $1, 'Hệ thống kho', 1, 'VND', 'a0')`,
		[company, deal],
	);
	await onDatabase(
		`INSERT INTO deal_person (user_id, deal_id, contact_id, role) SELECT ${account}, $2, p.id, p.role::deal_role
		 FROM unnest($3::uuid[], $4::text[]) AS p(id, role) WHERE p.role IS NOT NULL`,
		[company, deal, ids, people.map(({ role }) => role ?? null)],
	);
	await onDatabase(
		`INSERT INTO activity (user_id, id, company_id, contact_id, type, subject, at)
		 SELECT ${account}, gen_random_uuid(), $1, p.id, 'call', 'Gọi', now() - p.days * interval '1 day'
		 FROM unnest($2::uuid[], $3::int[]) AS p(id, days) WHERE p.days IS NOT NULL`,
		[company, ids, people.map(({ days }) => days ?? null)],
	);
	await page.goto(`/companies/${company}`);
	await hydrated(page);
	return company;
}

const seven: Mapped[] = [
	{ name: 'Đặng Văn Hùng', decides: true, days: 12 },
	{ name: 'Trần Quốc Bảo', manager: 0, role: 'champion', days: 84 },
	{ name: longName, manager: 0, role: 'blocker' },
	{ name: 'Lê Hoàng Phúc', manager: 1, days: 0 },
	{ name: 'Võ Thị Chi', manager: 1, role: 'user' },
	{ name: 'Phạm Minh Đức', manager: 1 },
	{ name: 'Bùi Thanh Yên' },
];

/** The map, which opens over the page. */
const mapOf = (page: Page) => page.getByRole('dialog', { name: 'Decision map' });
const openMap = (page: Page) => page.getByRole('button', { name: 'Decision map' }).click();

test('the picture and the list say who reports to whom, in which role, and when each was last contacted', async ({
	page,
}) => {
	await fillCompany(page, seven);
	await openMap(page);
	const map = mapOf(page);
	await expect(map.locator('p:has(> span)').first().locator('> span')).toHaveText([
		...['Decision maker', 'Champion', 'User', 'Blocker', 'No role yet'],
		...['In touch', 'Going quiet', 'No contact yet'],
	]);
	// no text leaves its box, however long the name
	const texts = await map.locator('svg g').evaluateAll((boxes) =>
		boxes.flatMap((box) => {
			const frame = box.querySelector('rect')?.getBoundingClientRect();
			return [...box.querySelectorAll('text')].map((text) => (frame?.right ?? 0) - text.getBoundingClientRect().right);
		}),
	);
	// three lines for those with a role, two for others
	expect(texts).toHaveLength(4 * 3 + 3 * 2);
	expect(Math.min(...texts)).toBeGreaterThan(0);
	await map.getByText('Show list').click();
	const line = map.getByRole('listitem').filter({ hasText: 'Trần Quốc Bảo' }).last();
	await expect(line).toContainText('Champion');
	await expect(line).toContainText('84 days ago');
	await expect(line.getByRole('listitem')).toHaveCount(3);
	await expect(map.getByRole('link', { name: longName })).toBeVisible();
	await expectAccessible(page);
	await page.setViewportSize({ width: 390, height: 844 });
	await expectFits(page);
	await expectAccessible(page, '390');
	await page.setViewportSize({ width: 1440, height: 900 });
	await map.locator('a[title^="Trần Quốc Bảo"]').click();
	await expect(page.getByRole('heading', { level: 1, name: 'Trần Quốc Bảo' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Edit reports to, Đặng Văn Hùng' })).toBeVisible();
	await expect(page.getByText('3 direct reports')).toBeVisible();
});

for (const many of [1, 25, 60])
	test(`a company of ${many} fits`, async ({ page }) => {
		const people = Array.from({ length: many }, (_, n): Mapped => {
			const manager = n % 7 === 6 || n === 0 ? undefined : Math.floor((n - 1) / 4);
			return { name: n % 5 ? `Trần Quốc Bảo ${n}` : `${longName} ${n}`, ...(manager !== undefined && { manager }) };
		});
		await fillCompany(page, people);
		await openMap(page);
		await expect(mapOf(page).locator('svg g')).toHaveCount(many);
		await expectFits(page);
		await page.setViewportSize({ width: 390, height: 844 });
		await expectFits(page);
	});

test('who left is marked, is asked for nothing more, and moves to the new company; undo takes either back', async ({
	page,
}) => {
	const company = await saveCompany(page, 'Thủy sản Bình Minh', {
		people: { 'Trần Quốc Bảo': { authority: 'primary' } },
	});
	await page.goto(`/companies/${company}`);
	await hydrated(page);
	await page.getByRole('link', { name: 'Trần Quốc Bảo' }).first().click();
	await expect(page.getByRole('heading', { level: 1, name: 'Trần Quốc Bảo' })).toBeVisible();
	await (await openMenu(page)).getByRole('button', { name: 'Left company…' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Left to').fill('Sao Mai');
	await expectAccessible(page, 'left');
	await dialog.getByRole('button', { name: 'Mark as left' }).click();
	await expect(toast(page, 'Marked Trần Quốc Bảo as left')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Edit left to, Sao Mai' })).toBeVisible();
	await (await openMenu(page)).getByRole('button', { name: 'Move to their new company…' }).click();
	await dialog.getByRole('combobox', { name: 'New company' }).fill('Sao Mai');
	await dialog.getByRole('option', { name: /Sao Mai/ }).click();
	await expectAccessible(page, 'move');
	await dialog.getByRole('button', { name: 'Move contact' }).click();
	await expect(toast(page, 'Moved Trần Quốc Bảo')).toBeVisible();
	await expect(page.getByRole('main').getByRole('link', { name: 'Sao Mai' }).first()).toBeVisible();
	await toast(page, 'Moved Trần Quốc Bảo').getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('button', { name: 'Edit left to, Sao Mai' })).toBeVisible();
});

test('a contact’s form takes who introduced them and to whom they report, and shows a problem where it is folded away', async ({
	page,
}) => {
	const company = await saveCompany(page, 'Thủy sản Bình Minh', { people: { 'Đặng Văn Hùng': {} } });
	await page.goto(`/contacts/new?companyId=${company}`);
	await page.getByLabel('Contact name').fill('Võ Thị Chi');
	await page.getByText('More details').click();
	for (const field of ['Introduced by', 'Reports to']) {
		await page.getByRole('combobox', { name: field }).fill('hung');
		await page.getByRole('option', { name: /Đặng Văn Hùng/ }).click();
	}
	await page.getByLabel('Left to').fill('Sao Mai');
	await page.getByText('More details').click();
	await page.getByRole('button', { name: 'Save contact' }).click();
	await expect(page.getByText('Enter the date when they left.')).toBeVisible();
	await page.getByLabel('Left to').fill('');
	await page.getByRole('button', { name: 'Save contact' }).click();
	await page.getByRole('link', { name: 'Võ Thị Chi' }).first().click();
	await expect(page.getByRole('button', { name: 'Edit reports to, Đặng Văn Hùng' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Edit introduced by, Đặng Văn Hùng' })).toBeVisible();
	await page.getByRole('link', { name: 'Đặng Văn Hùng' }).first().click();
	await expect(page.getByText('Introduced 1 contact', { exact: true })).toBeVisible();
});
