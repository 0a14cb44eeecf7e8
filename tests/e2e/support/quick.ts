import type { Page } from '@playwright/test';
import { accountOf } from './accounts';
import { onDatabase } from './database';
import { expect } from './test';

/** The dialog that creates something. */
export const dialog = (page: Page, name: string | RegExp = /^(New |Log activity)/) =>
	page.getByRole('dialog', { name });

/** A field in it; the label of one that is required has a star. */
export const field = (page: Page, label: string) => dialog(page).getByLabel(new RegExp(`^${label}\\*?$`));

/** How many companies, contacts and deals the account has, and in how many change sets they were made. */
export async function made(page: Page) {
	const [found] = await onDatabase<{ companies: number; contacts: number; deals: number; sets: number }>(
		`SELECT (SELECT count(*)::int FROM company WHERE user_id = $1) AS companies,
			(SELECT count(*)::int FROM contact WHERE user_id = $1) AS contacts,
			(SELECT count(*)::int FROM deal WHERE user_id = $1) AS deals,
			(SELECT count(DISTINCT l.change_set_id)::int FROM change_log l WHERE l.user_id = $1 AND l.entity IN ('company', 'contact', 'deal')) AS sets`,
		[await accountOf(page)],
	);
	return found;
}

/** Opens a dialog from the menu in the header. */
export async function openByMenu(page: Page, what: string) {
	await page.getByRole('button', { name: 'New', exact: true }).click();
	await page.getByRole('group', { name: 'New' }).getByRole('link', { name: what }).click();
	await expect(dialog(page)).toBeVisible();
}

/** Pastes a text into a field, as the browser does by Ctrl+V. */
export async function pasteInto(page: Page, label: string, text: string) {
	await field(page, label).focus();
	await page.evaluate((pasted) => {
		const data = new DataTransfer();
		data.setData('text/plain', pasted);
		const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
		const isOwn = document.activeElement?.dispatchEvent(event);
		if (isOwn) document.execCommand('insertText', false, pasted);
	}, text);
}
