import type { Page } from '@playwright/test';
import { expect } from './test';

export const list = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

export async function press(page: Page, keys: string) {
	for (const key of keys.split(' ')) await page.keyboard.press(key);
}

/** The keys lead nowhere: after time enough, the page is the same and nothing has opened. */
export async function expectNothing(page: Page, keys: string[]) {
	const before = page.url();
	const dialogs = await page.getByRole('dialog').count();
	for (const each of keys) await press(page, each);
	await page.waitForTimeout(400);
	expect(page.url()).toBe(before);
	expect(await page.getByRole('dialog').count()).toBe(dialogs);
}

/** Every shortcut of a page, as it is pressed. */
export const allKeys = ['g d', 'g c', 'g p', 'g l', 'g a', 'g r', 'c c', 'c p', 'c l', 'c a', 'c f', 'e', '?'];
