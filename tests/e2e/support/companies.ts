import type { Page } from '@playwright/test';
import { expect } from './test';

export const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('cell') });

/** Makes a company with more of its form than its name, and ends on its page. */
export async function fillIn(
	page: Page,
	fields: { name: string; industry?: string; size?: string; website?: string; email?: string; tags?: string[] },
) {
	await page.goto('/companies/new');
	await page.getByLabel('Company name').fill(fields.name);
	if (fields.industry) await page.getByLabel('Industry').fill(fields.industry);
	if (fields.size) await page.getByLabel('Size').selectOption(fields.size);
	if (fields.website) await page.getByLabel('Website').fill(fields.website);
	if (fields.email) await page.getByLabel('Email').fill(fields.email);
	for (const tag of fields.tags ?? []) {
		await page.getByRole('combobox', { name: 'Tags' }).fill(tag);
		await page.getByRole('combobox', { name: 'Tags' }).press(',');
	}
	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(page.getByRole('heading', { level: 1, name: fields.name })).toBeVisible();
}
