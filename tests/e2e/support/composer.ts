import type { Page } from '@playwright/test';
import { toast } from './page';
import { expect } from './test';

// The composer and the timeline of a record's page.

export const composer = (page: Page) => page.locator('.composer').first();
/** The text of the composer: its first line is the subject. */
export const text = (page: Page) => composer(page).getByLabel('Subject and description');
/** The button that logs, whatever is logged. */
export const logButton = (page: Page) =>
	composer(page).getByRole('button', { name: /^(Log|Plan) (call|email|meeting|note)$/ });
export const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' });
export const entry = (page: Page, subject: string) => timeline(page).getByRole('listitem').filter({ hasText: subject });

/** Logs something by the page's composer, and waits for its entry. */
export async function log(page: Page, subject: string, type?: 'Call' | 'Email' | 'Meeting' | 'Note') {
	if (type) await composer(page).getByRole('radio', { name: type }).check();
	await text(page).fill(subject);
	await text(page).press('Control+Enter');
	await expect(toast(page, `Logged ${subject}`)).toBeVisible();
	await expect(timeline(page).getByRole('link', { name: subject })).toBeVisible();
}
