import type { Page } from '@playwright/test';
import { heading } from './page';
import { expect } from './test';

export const box = (page: Page) => page.getByRole('dialog').getByRole('combobox');
export const options = (page: Page) => page.getByRole('dialog').getByRole('option');
export const active = (page: Page) => page.locator('[role=option][aria-selected=true]');

export async function open(page: Page) {
	await expect(async () => {
		await page.keyboard.press('Control+k');
		await expect(box(page)).toBeFocused({ timeout: 1000 });
	}).toPass();
}

/** Types into the box, and waits until its lines are those of the text. */
export async function type(page: Page, text: string) {
	await box(page).fill(text);
	await expect(page.getByRole('dialog').getByRole('listbox')).toHaveAttribute('aria-busy', 'false');
}

/** Types into the box, waits until a line that reads so is the active one, and takes it. */
export async function take(page: Page, text: string, line: string | RegExp) {
	await type(page, text);
	await expect(active(page)).toHaveText(line);
	await page.keyboard.press('Enter');
}

export async function command(page: Page, text: string, line: string | RegExp) {
	await open(page);
	await take(page, text, line);
}

export const tags = (page: Page) => page.locator('main').getByRole('list', { name: 'Tags' });

/** From a company's page to the page of one of its people. */
export async function openContact(page: Page, name: string) {
	await page.getByRole('link', { name, exact: true }).click();
	await expect(heading(page, name)).toBeVisible();
}
