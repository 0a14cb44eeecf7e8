import type { Page } from '@playwright/test';
import { createDeal } from './deals';
import { toast } from './page';
import { expect } from './test';

// The card of follow-ups beside a deal's activities, in an account whose today is Vietnam's.

export const card = (page: Page) => page.getByRole('region', { name: 'Follow-ups' });
export const line = (page: Page, title: string) => card(page).getByRole('listitem').filter({ hasText: title });
export const tick = (page: Page, title: string) => card(page).getByRole('checkbox', { name: `Done: ${title}` });
export const headings = (page: Page) => card(page).getByRole('heading', { level: 3 });
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
