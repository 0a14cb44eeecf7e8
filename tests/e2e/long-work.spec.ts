import pg from 'pg';
import { askToDelete } from './support/record';
import { createCompany, expect, test } from './support/test';

/** Holds a company as another change does that takes long; the returned function lets go of it. */
async function hold(name: string): Promise<() => Promise<void>> {
	const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
	await client.connect();
	await client.query('BEGIN');
	await client.query('SELECT FROM company WHERE name = $1 FOR UPDATE', [name]);
	return async () => {
		await client.query('COMMIT');
		await client.end();
	};
}

test('work that takes long says that it is in progress; what waits for other work in vain says so and works later', async ({
	page,
	account,
}) => {
	const name = `Công ty Cổ phần Xuất nhập khẩu Thủy sản ${account.email}`;
	await createCompany(page, name);
	const letGo = await hold(name);
	const dialog = await askToDelete(page);
	await dialog.getByRole('button', { name: 'Delete company' }).click();
	await expect(dialog.getByRole('button', { name: 'Deleting…' })).toBeVisible();
	await expect(dialog.getByRole('status')).toHaveText(/^Still working\./);
	await expect(page.getByText('Another change to the same records is still in progress')).toBeVisible();
	await expect(dialog.getByRole('status')).toHaveText('');
	await letGo();

	await dialog.getByRole('button', { name: 'Delete company' }).click();
	await expect(page).toHaveURL(/\/companies$/);
	const toast = page.locator('[data-sonner-toast]').filter({ hasText: `Deleted ${name}` });
	const undo = toast.getByRole('button', { name: 'Undo' });
	await expect(undo).toBeVisible();
	const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
	await client.connect();
	await client.query('BEGIN; LOCK TABLE company IN SHARE MODE');
	await undo.click();
	await expect(toast.getByText('Undoing…')).toBeVisible();
	await client.query('COMMIT');
	await client.end();
	await expect(toast.filter({ hasText: 'Undone.' })).toBeVisible();
	await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
});
