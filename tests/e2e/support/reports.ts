import fs from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readCsv } from '../../support/csv';
import { onDatabase } from './database';
import { createCompany, expect } from './test';

/** A report's card, by its heading. */
export const report = (page: Page, title: string) =>
	page.locator('[data-slot=card]').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
export const tile = (page: Page, label: string) =>
	page.getByLabel('Results', { exact: true }).locator('div').filter({ hasText: label });
export const table = (page: Page, title: string) => report(page, title).getByRole('table');
/** A row of a report's table, by what stands at its head. */
export const row = (page: Page, title: string, name: string) =>
	table(page, title)
		.getByRole('row')
		.filter({ has: page.getByRole('rowheader', { name, exact: true }) });

export async function openTable(page: Page, title: string) {
	await report(page, title).getByText('As a table').click();
	await expect(table(page, title)).toBeVisible();
}

/** The file that a report gives: its name and its rows. */
export async function download(page: Page, title: string) {
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: `Download CSV: ${title}`, exact: true }).click(),
	]);
	return { name: file.suggestedFilename(), rows: readCsv(await fs.readFile(await file.path(), 'utf8')) };
}

/** Changes the account's records past the forms: what lies in the past cannot be made by them. */
export async function changePast(email: string, ...statements: string[]) {
	for (const statement of statements)
		await onDatabase(statement.replaceAll('$me', `(SELECT id FROM "user" WHERE email = '${email}')`));
}

export const change = (name: string, set: string) => `UPDATE deal SET ${set} WHERE user_id = $me AND name = '${name}'`;

/**
 * This year two deals were won, for 3,000 and 1,000 after 30 and 10 days, and one was lost; the year before one was won
 * and none lost. Two deals are open.
 */
export async function makeSales(page: Page, email: string) {
	await createCompany(page, 'Thủy sản Bình Minh');
	const ago = (days: number) => `now() - interval '${days} days'`;
	await changePast(
		email,
		`INSERT INTO deal (user_id, id, company_id, name, value, currency, position)
			SELECT c.user_id, gen_random_uuid(), c.id, made.name, made.value, 'USD', 'a' || row_number() OVER ()
			FROM company c, (VALUES ('Kho lạnh', 3000), ('Bao bì', 1000), ('Máy đóng gói', 500), ('Bảo trì', 2000),
				('Nội thất', 8000), ('Vận tải', 4000)) made (name, value) WHERE c.user_id = $me`,
		`UPDATE settings SET currency = 'USD', locale = 'en-US', time_zone = 'Asia/Ho_Chi_Minh' WHERE user_id = $me`,
		change('Kho lạnh', `stage = 'closed_won', closed_at = ${ago(20)}, created_at = ${ago(50)}`),
		change('Bao bì', `stage = 'closed_won', closed_at = ${ago(10)}, created_at = ${ago(20)}`),
		change(
			'Máy đóng gói',
			`stage = 'closed_lost', closed_at = ${ago(5)}, created_at = ${ago(25)}, lost_reason = '=Giá cao'`,
		),
		change('Bảo trì', `stage = 'closed_won', closed_at = ${ago(500)}, created_at = ${ago(600)}`),
		change('Vận tải', `expected_close_on = current_date - 20, own_probability = 50`),
		`UPDATE deal_stage_change s SET at = d.created_at FROM deal d WHERE d.user_id = $me AND s.user_id = d.user_id
			AND s.deal_id = d.id AND s.from_stage IS NULL`,
		`UPDATE deal_stage_change s SET at = d.closed_at FROM deal d WHERE d.user_id = $me AND s.user_id = d.user_id
			AND s.deal_id = d.id AND s.from_stage IS NOT NULL`,
	);
}
