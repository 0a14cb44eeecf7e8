import type { Page } from '@playwright/test';
import { createDeal } from './deals';
import { toast } from './page';
import { expect } from './test';

// The card of what comes next with a deal, or of all follow-ups, in an account whose today is Vietnam's.

export const card = (page: Page) => page.getByRole('region', { name: /^(Follow-ups|Next)$/ });
export const line = (page: Page, title: string) => card(page).getByRole('listitem').filter({ hasText: title });
export const tick = (page: Page, title: string) => card(page).getByRole('checkbox', { name: `Done: ${title}` });
/** How many are open, as the card of a record says. */
export const open = (page: Page) => card(page).getByRole('heading', { level: 2 });
/** What is to be done, in its order. */
export const titles = (page: Page) => card(page).locator('li [data-title]');
export const undo = (page: Page, done: string) => toast(page, done).getByRole('button', { name: 'Undo' }).click();

/** The day (YYYY-MM-DD) in Vietnam so many days from now. */
export const day = (days: number) =>
	new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(Date.now() + days * 86_400_000);

export async function openDeal(page: Page) {
	await createDeal(page, 'Kho lạnh');
	await expect(card(page)).toBeVisible();
}

export async function add(page: Page, title: string, due?: string) {
	await card(page).getByLabel('New follow-up').fill(title);
	if (due) await card(page).getByLabel('Due', { exact: true }).fill(due);
	await card(page).getByLabel('New follow-up').press('Enter');
	await expect(tick(page, title)).toBeVisible();
}
