import { onDatabase } from './support/database';
import { ready } from './support/page';
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

test('two quick clicks lead two pages on, and no further than there are pages', async ({ page, account }) => {
	await fill(account.email, 95);
	const shown = page.locator('[data-list-count]');
	const [next, previous] = [page.getByRole('link', { name: 'Next' }), page.getByRole('link', { name: 'Previous' })];
	await page.goto('/companies?q=cong');
	await ready(page);
	await expect(shown).toHaveText('1–20 of 95 companies');
	// the answers are slower than the hand
	await page.route(/\/companies\?.*_rsc/, (route) => setTimeout(() => route.continue(), 700));
	await next.click();
	await next.click();
	await expect(shown).toHaveText('41–60 of 95 companies');
	await expect(page).toHaveURL(/\/companies\?q=cong&page=3$/);
	for (let click = 0; click < 4; click++) await next.click();
	await expect(shown).toHaveText('81–95 of 95 companies');
	await previous.click();
	await previous.click();
	await previous.click();
	await expect(shown).toHaveText('21–40 of 95 companies');
	await next.click();
	await previous.click();
	await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
	await expect(shown).toHaveText('21–40 of 95 companies');
});
