import type { Page } from '@playwright/test';

export const panel = (page: Page) => page.locator('[data-side-panel]');

/** The heading of the record that is in the panel. */
export const inPanel = (page: Page, name: string) => panel(page).locator('h1[data-record]', { hasText: name });

/** A row of a list or a line of the dashboard. */
export const row = (page: Page, name: string) => page.locator('[data-row]').filter({ hasText: name });

/** Clicks on a row beside everything that is in it. */
export const clickRow = async (page: Page, name: string) => {
	const { width = 0 } = (await row(page, name).boundingBox()) ?? {};
	await row(page, name).click({ position: { x: width / 2, y: 4 } });
};

/** The row whose record is open. */
export const openRow = (page: Page) => page.locator('[data-row][aria-current=true]');

/** What the server is asked for to show a record, whose requests name no page of a list. */
export const recordRequests = /\/(companies|contacts|deals)\/[\da-f-]{36}\?/;
