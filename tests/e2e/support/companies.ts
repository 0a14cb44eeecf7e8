import type { Page } from '@playwright/test';
import { hydrated } from './page';
import { saveCompany } from './records';
import { expect } from './test';

export const rows = (page: Page) =>
	page
		.locator('tbody')
		.getByRole('row')
		.filter({ has: page.getByRole('cell') });

/** Makes a company with more than its name, and ends on its page. */
export async function fillIn(
	page: Page,
	fields: { name: string; industry?: string; size?: string; website?: string; email?: string; tags?: string[] },
) {
	const { name, ...more } = fields;
	await page.goto(`/companies/${await saveCompany(page, name, more)}`);
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
	await hydrated(page);
}
