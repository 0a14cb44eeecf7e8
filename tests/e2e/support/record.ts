import type { Locator, Page } from '@playwright/test';
import { expect } from './test';

// The page of a company, a contact or a deal.

/** What is done rarely with a record, where it is open. */
export const menu = (page: Page) => page.getByRole('group', { name: 'More actions' });
/** What opens it, in the head of the page. */
export const menuButton = (page: Page) =>
	page.locator('[data-title-row]').getByRole('button', { name: /^More actions for/ });

/** The top of the page: the name, what matters most, and what is done most. */
export const head = (page: Page) => page.locator('.record > [data-head]');

/** The columns of the page, or its three parts where it is narrow: what was said, what is known, and with whom. */
export type Part = 'activity' | 'details' | 'people';

export const part = (page: Page, name: Part) =>
	page.locator(`.record [data-columns] > [data-${name === 'activity' ? 'middle' : name}]`);

/** Opens the menu of a record. */
export async function openMenu(page: Page): Promise<Locator> {
	await menuButton(page).click();
	await expect(menu(page)).toBeVisible();
	return menu(page);
}

/** Opens the form with all fields of the record. */
export async function editAll(page: Page) {
	await (await openMenu(page)).getByRole('link', { name: 'Edit all' }).click();
}

/** Opens the form that merges the record with another. */
export async function openMerge(page: Page) {
	await (await openMenu(page)).getByRole('link', { name: 'Merge…' }).click();
}

/** Opens the page with what was changed of the record. */
export async function openHistory(page: Page) {
	await (await openMenu(page)).getByRole('link', { name: 'History' }).click();
	await expect(page).toHaveURL(/\/history$/);
	await expect(page.getByRole('region', { name: 'History' })).toBeVisible();
}

/** Asks to delete the record; returns the question. */
export async function askToDelete(page: Page): Promise<Locator> {
	await (await openMenu(page)).getByRole('button', { name: 'Delete…' }).click();
	return page.getByRole('alertdialog');
}

/** Deletes the record. */
export async function deleteRecord(page: Page) {
	const question = await askToDelete(page);
	await question.getByRole('button', { name: /^Delete (company|contact|deal)$/ }).click();
}

/** Shows one of the three parts of a narrow page. */
export async function showPart(page: Page, name: Part) {
	await page.locator('.record [data-parts] label', { has: page.locator(`[value=${name}]`) }).click();
	await expect(part(page, name)).toBeVisible();
}

/** Gives the record that is open a custom field. */
export async function addField(page: Page, name: string, value: string) {
	await page.getByRole('button', { name: 'Add a custom field' }).click();
	await page.getByLabel('Field name').fill(name);
	await page.getByRole('textbox', { name: 'Value', exact: true }).fill(value);
	await page.keyboard.press('Enter');
}

/** Changes fields of the company on whose page one is, by its form. */
export async function editCompany(page: Page, fields: Record<string, string>) {
	await editAll(page);
	await expect(page.getByRole('button', { name: 'Save company' })).toBeVisible();
	for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(page.getByRole('region', { name: 'About the company' })).toBeVisible();
}
