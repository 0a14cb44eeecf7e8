import { saveCompany } from './support/records';
import { expect, test } from './support/test';

test('the suggested tags scroll along with the keys', async ({ page }) => {
	await page.goto('/companies/new');
	await page.getByLabel('Company name').fill('Thủy sản Bình Minh');
	const field = page.getByRole('combobox', { name: 'Tags' });
	await field.fill(`${Array.from({ length: 10 }, (_, n) => `Vùng ${n + 10}`).join(',')},`);
	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Thủy sản Bình Minh' })).toBeVisible();
	await page.goto('/companies/new');
	await field.click();
	const options = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
	await expect(options).toHaveText(Array.from({ length: 10 }, (_, n) => `Vùng ${n + 10}`));
	const isShown = (index: number) =>
		options.nth(index).evaluate((line) => {
			const frame = line.closest('.overflow-y-auto')?.getBoundingClientRect();
			const own = line.getBoundingClientRect();
			return frame !== undefined && own.top >= frame.top && own.bottom <= frame.bottom;
		});
	expect(await isShown(9)).toBe(false);
	await field.press('ArrowUp');
	await expect(options.nth(9)).toHaveAttribute('aria-selected', 'true');
	await expect.poll(() => isShown(9)).toBe(true);
	await field.press('ArrowDown');
	await expect(options.first()).toHaveAttribute('aria-selected', 'true');
	await expect.poll(() => isShown(0)).toBe(true);
	await field.press('Enter');
	await expect(page.getByRole('list', { name: 'Chosen tags' })).toContainText('Vùng 10');
});

test('a tag that cannot be deleted for want of a connection stays, and is deleted later', async ({
	page,
	problems,
}) => {
	await saveCompany(page, 'Thủy sản Bình Minh');
	await page.goto('/companies/new');
	await page.getByLabel('Company name').fill('Ánh Dương');
	await page.getByRole('combobox', { name: 'Tags' }).fill('Khách quý,');
	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Ánh Dương' })).toBeVisible();
	await page.goto('/settings', { waitUntil: 'networkidle' });
	await page.getByRole('button', { name: 'Delete Khách quý' }).click();
	const question = page.getByRole('alertdialog', { name: 'Delete Khách quý?' });
	await expect(question).toContainText('1 company loses this tag');
	await page.context().setOffline(true);
	await question.getByRole('button', { name: 'Delete tag' }).click();
	await expect(page.getByText('The server gave no answer')).toBeVisible();
	await expect(question).toBeVisible();
	await page.context().setOffline(false);
	expect(problems.splice(0).filter((problem) => !problem.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
	await question.getByRole('button', { name: 'Delete tag' }).click();
	await expect(question).toBeHidden();
	await expect(page.getByRole('button', { name: 'Delete Khách quý' })).toHaveCount(0);
	await expect(page.locator('#tags')).toBeFocused();
	const toast = page.locator('[data-sonner-toast]').filter({ hasText: 'Deleted Khách quý' });
	await toast.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('button', { name: 'Delete Khách quý' })).toBeVisible();
});
