import type { Locator, Page } from '@playwright/test';

/** The popover in which a list's filters are edited. */
export const filterPopover = (page: Page) => page.getByRole('dialog', { name: 'Filter', exact: true });

/** Opens the editor of a field of a list. */
export async function openFilter(page: Page, field: string): Promise<Locator> {
	await page.getByRole('button', { name: 'Filter', exact: true }).click();
	const popover = filterPopover(page);
	await popover.getByRole('combobox', { name: 'Filter by' }).fill(field);
	await popover.getByRole('option', { name: field, exact: true }).click();
	return popover;
}

/** Filters a list by options of a field. */
export async function addFilter(page: Page, field: string, ...options: string[]) {
	const popover = await openFilter(page, field);
	for (const option of options) await popover.getByLabel(option, { exact: true }).check();
	await popover.getByRole('button', { name: 'Done' }).click();
}
