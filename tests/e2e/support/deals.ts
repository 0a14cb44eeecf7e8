import { expect, type Page } from '@playwright/test';
import { onDatabase } from './database';
import { hydrated } from './page';
import { saveDeal } from './records';

type Fields = { company?: string; value?: string; stage?: string; currency?: string; close?: string; contact?: string };

/** Makes a deal, with its company where there is none of that name, and stays where the page is; returns its id. */
export function makeDeal(page: Page, name: string, fields: Fields = {}): Promise<string> {
	const { company = 'Thủy sản Bình Minh', ...more } = fields;
	return saveDeal(page, name, company, more);
}

/** The same, and ends on the deal's page. */
export async function createDeal(page: Page, name: string, fields: Fields = {}) {
	await page.goto(`/deals/${await makeDeal(page, name, fields)}`);
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
	await hydrated(page);
}

export const column = (page: Page, stage: string) => page.getByRole('region', { name: stage, exact: true });
export const cards = (page: Page, stage: string) => column(page, stage).locator('[data-card] a');
export const card = (page: Page, name: string) => page.locator('[data-card]').filter({ hasText: name });

/** Drags a card with the mouse onto the middle of something else, and a few pixels further down. */
export async function drag(page: Page, name: string, target: ReturnType<Page['locator']>, down = 0) {
	// a part that was streamed may be shown a moment after the page has loaded, and can be dragged only when its code has come
	await expect(card(page, name)).toBeVisible();
	await hydrated(page);
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

/** Fills the board of an account past the forms: 300 deals of one company, 75 in each open stage, the first of a stage on top. */
export const fillBoard = (email: string) =>
	onDatabase(
		`WITH made AS (
			INSERT INTO company (user_id, id, name) SELECT u.id, gen_random_uuid(), 'Thủy sản Bình Minh' FROM "user" u WHERE u.email = $1
			RETURNING user_id, id
		 )
		 INSERT INTO deal (user_id, id, company_id, name, value, currency, stage, position, expected_close_on)
		 SELECT made.user_id, gen_random_uuid(), made.id, s.stage || ' ' || n, n * 1000, 'USD', s.stage::deal_stage,
			'd' || lpad(n::text, 4, '0'), current_date + n
		 FROM made, generate_series(1, 75) n, unnest(ARRAY['prospecting', 'qualification', 'proposal', 'negotiation']) AS s (stage)`,
		[email],
	);
