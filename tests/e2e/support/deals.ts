import { expect, type Page } from '@playwright/test';

type Fields = { company?: string; value?: string; stage?: string; currency?: string; close?: string; contact?: string };

/** Makes a deal by its form; a company that does not exist yet is made in passing. Ends on the deal's page. */
export async function createDeal(page: Page, name: string, fields: Fields = {}) {
	const { company = 'Thủy sản Bình Minh', value = '1000', stage, currency, close, contact } = fields;
	await page.goto('/deals/new');
	await page.getByLabel('Deal name').fill(name);
	await page.getByLabel('Deal value').fill(value);
	if (currency) await page.getByLabel('Currency').selectOption(currency);
	if (stage) await page.getByLabel('Stage').selectOption(stage);
	if (close) await page.getByLabel('Expected close date').fill(close);
	const picker = page.getByRole('combobox', { name: 'Company' });
	await picker.fill(company);
	await page
		.getByRole('option', { name: company, exact: true })
		.or(page.getByRole('option', { name: `Create company “${company}”` }))
		.first()
		.click();
	if (contact) {
		await page.getByRole('combobox', { name: 'Contact' }).fill(contact);
		await page.getByRole('option', { name: contact }).first().click();
	}
	await page.getByRole('button', { name: 'Save deal' }).click();
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

export const column = (page: Page, stage: string) => page.getByRole('region', { name: stage, exact: true });
export const cards = (page: Page, stage: string) => column(page, stage).locator('[data-card] a');
export const card = (page: Page, name: string) => page.locator('[data-card]').filter({ hasText: name });

/** Drags a card with the mouse onto the middle of something else, and a few pixels further down. */
export async function drag(page: Page, name: string, target: ReturnType<Page['locator']>, down = 0) {
	// a part that was streamed may be shown a moment after the page has loaded
	await expect(card(page, name)).toBeVisible();
	const from = await card(page, name).boundingBox();
	const to = await target.boundingBox();
	if (!from || !to) throw new Error('There is nothing to drag, or nowhere to drop it.');
	await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
	await page.mouse.down();
	await page.mouse.move(from.x + from.width / 2 + 10, from.y + from.height / 2 + 10);
	await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2 + down, { steps: 12 });
	await page.mouse.up();
}

/** Waits until no move is on its way any more: what is shown is what the server has answered. */
export const settled = (page: Page) => expect(page.getByLabel('Totals')).toHaveAttribute('aria-busy', 'false');
