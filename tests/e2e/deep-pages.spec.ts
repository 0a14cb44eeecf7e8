import { onDatabase } from './support/database';
import { expect, test } from './support/test';

/** Makes so many companies of an account, past the forms. */
async function fill(email: string, companies: number) {
	await onDatabase(
		`INSERT INTO company (user_id, id, name)
			 SELECT u.id, gen_random_uuid(), 'Công ty ' || lpad(n::text, 6, '0') FROM "user" u, generate_series(1, $2::int) n
			 WHERE u.email = $1`,
		[email, companies],
	);
}

test('beyond what is counted, the pages go on in both directions', async ({ page, account }) => {
	await fill(account.email, 10_050);
	const firstRow = page.locator('[data-row-link] a').first();
	await page.goto('/companies?page=500');
	await expect(firstRow).toHaveText('Công ty 009981');
	await page.getByRole('link', { name: 'Next' }).click();
	await expect(page.getByText('10,001–10,020 of 10,000+ companies')).toBeVisible();
	await expect(firstRow).toHaveText('Công ty 010001');
	await page.reload();
	await expect(firstRow).toHaveText('Công ty 010001');
	await page.getByRole('link', { name: 'Next' }).click();
	await expect(firstRow).toHaveText('Công ty 010021');
	await page.getByRole('link', { name: 'Next' }).click();
	await expect(firstRow).toHaveText('Công ty 010041');
	await expect(page.getByRole('button', { name: 'Next' })).toBeDisabled();
	await page.getByRole('link', { name: 'Previous' }).click();
	await expect(firstRow).toHaveText('Công ty 010021');
	await page.getByRole('link', { name: 'Previous' }).click();
	await expect(firstRow).toHaveText('Công ty 010001');
	await page.getByRole('link', { name: 'Previous' }).click();
	await expect(page).toHaveURL(/\/companies\?page=500$/);
	await expect(firstRow).toHaveText('Công ty 009981');

	// a number alone leads no further
	await page.goto('/companies?page=40000');
	await expect(firstRow).toHaveText('Công ty 009981');
});
