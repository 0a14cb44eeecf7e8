import { expectAccessible, expectFits } from './support/accessible';
import { deleteRecord, editCompany } from './support/record';
import { createCompany, expect, test } from './support/test';

// The history of everything, in the settings.

test('the history is filtered by kind, action, time and name, also of what is gone', async ({ page }) => {
	await createCompany(page, 'Thủy sản Bình Minh');
	await createCompany(page, 'Đông Á');
	await editCompany(page, { 'Company name': 'Đông Á Group' });
	await deleteRecord(page);
	await page.goto('/settings/history');
	const changes = page.locator('[aria-busy] > ol > li');
	await page.getByLabel('Kind').selectOption('Companies');
	await expect(changes).toHaveCount(4);
	await page.getByLabel('Action').selectOption('Created');
	await expect(changes).toHaveCount(2);
	await page.getByRole('searchbox', { name: 'Search by name' }).pressSequentially('dong a');
	await expect(changes).toHaveCount(1);
	await expect(changes).toContainText('Create company');
	await expect(page.getByRole('status').filter({ hasText: 'Changes of 1 record with a name like that' })).toBeVisible();
	await page.getByLabel('Time').selectOption('Last month');
	await expect(page.getByText('No changes match.')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Clear filters' }).click();
	await expect(changes.first()).toContainText('Delete company');
	await expect(page.getByRole('searchbox', { name: 'Search by name' })).toHaveValue('');
	await page.getByLabel('Time').selectOption('Between two days');
	await page.getByLabel('From').fill('2020-01-01');
	await page.getByLabel('To', { exact: true }).fill('2020-12-31');
	await page.getByRole('button', { name: 'Show range' }).click();
	await expect(page.getByText('No changes match.')).toBeVisible();
	await expectFits(page);
});

test('the owner chooses how long the history is kept, and sees what that deletes', async ({ page }) => {
	await createCompany(page, 'Thủy sản Bình Minh');
	await page.goto('/settings');
	const kept = page.getByRole('group', { name: 'Keep history' });
	await expect(kept.getByLabel('Forever')).toBeChecked();
	await expect(kept.getByLabel('1 year')).toHaveAccessibleDescription('Nothing is that old yet.');
	await kept.getByLabel('1 year').check();
	await page.locator('form').filter({ has: kept }).getByRole('button', { name: 'Save' }).click();
	const toast = page.getByRole('listitem').filter({ hasText: 'Saved how long the history is kept' });
	await expect(toast).toBeVisible();
	await page.reload();
	await expect(kept.getByLabel('1 year')).toBeChecked();
	await expect(page.getByText('History is kept: Forever → 1 year')).toBeVisible();
	await page.goto('/settings/history');
	await expect(page.getByText('History is kept for 1 year.')).toBeVisible();
});
