import type { Page } from '@playwright/test';
import pg from 'pg';
import { expect } from './test';

const pasted = (page: Page) => page.getByLabel('A table');

/** Puts a table into the field for it, without sending it. */
export async function paste(page: Page, table: string) {
	await page.goto('/import');
	await page.getByText('Paste a table instead').click();
	await pasted(page).fill(table);
	return pasted(page);
}

/** Sends the pasted table and ends on its import's page. */
export async function sendPasted(page: Page) {
	await page.getByRole('button', { name: 'Use this table' }).click();
	await expect(page.getByRole('button', { name: 'Check the file' })).toBeVisible();
}

/**
 * Keeps the check or run of the import on the page from beginning, as if it took long; returns the import's id and a
 * function that lets it go on.
 */
export async function holdImport(page: Page): Promise<{ id: string; goOn: () => Promise<void> }> {
	const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
	const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
	await client.connect();
	await client.query(`SELECT pg_advisory_lock(hashtextextended('import ' || $1::uuid, 0))`, [id]);
	return { id, goOn: () => client.end() };
}
