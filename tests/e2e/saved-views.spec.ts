import { addFilter } from './support/filters';
import { names, toast } from './support/page';
import { expect, test } from './support/test';
import { choose, fillList, present, saveAs, sidebar, viewsOf } from './support/views';

test('a view is saved, opened from the sidebar, renamed, changed and updated, and deleted with a way back', async ({
	page,
}) => {
	await fillList(page);
	await page.goto('/contacts');
	await expect(names(page)).toHaveCount(3);
	await expect(page.getByRole('button', { name: 'Save view' })).toHaveCount(0);

	await addFilter(page, 'Decision maker', 'Yes');
	await expect(names(page)).toHaveCount(2);
	await page.getByRole('button', { name: 'Save view' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).click();
	await expect(page.getByRole('dialog')).toContainText('View name is required.');
	await page.getByLabel('View name').fill('Người quyết định');
	await page.getByLabel('View name').press('Enter');
	await expect(toast(page, 'Saved the view Người quyết định')).toBeVisible();
	await expect(present(page, 'Người quyết định')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Save view' })).toHaveCount(0);
	// the button that opened the dialog is gone, and the next Tab does not begin at the top of the document
	await expect(page.getByRole('main')).toBeFocused();
	const link = viewsOf(page, 'Contacts');
	await expect(link).toHaveText('Người quyết định');
	await expect(link).toHaveAttribute('aria-current', 'page');

	// from anywhere, and with a reload
	await page.goto('/dashboard');
	await expect(link).not.toHaveAttribute('aria-current', 'page');
	await link.click();
	await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
	await expect(names(page)).toHaveText(['Nguyễn Thị Lan', 'Trần Quốc Bảo']);
	await page.reload();
	await expect(present(page, 'Người quyết định')).toBeVisible();
	// the same filters by hand are the same view
	await page.goto('/contacts?decides=yes');
	await expect(present(page, 'Người quyết định')).toBeVisible();
	await expect(link).toHaveAttribute('aria-current', 'page');

	await choose(page, 'Người quyết định', 'Rename…');
	await page.getByLabel('View name').fill('Ai quyết định');
	await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).click();
	await expect(present(page, 'Ai quyết định')).toBeFocused();
	await expect(link).toHaveText('Ai quyết định');

	// changed, it is still that view until somebody says otherwise
	await addFilter(page, 'Authority level', 'Primary');
	await expect(names(page)).toHaveText(['Nguyễn Thị Lan']);
	await expect(page.getByText('Changed', { exact: true })).toBeVisible();
	await expect(link).toHaveAttribute('aria-current', 'page');
	await choose(page, 'Ai quyết định', 'Back to the view as saved');
	await expect(names(page)).toHaveCount(2);
	await expect(page.getByText('Changed', { exact: true })).toBeHidden();
	await addFilter(page, 'Authority level', 'Primary');
	await expect(names(page)).toHaveCount(1);
	await page.getByRole('button', { name: 'Save changes' }).click();
	await expect(toast(page, 'Saved the view Ai quyết định')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Save changes' })).toBeHidden();
	await expect(page.getByRole('main')).toBeFocused();
	await page.goto('/dashboard');
	await link.click();
	await expect(names(page)).toHaveText(['Nguyễn Thị Lan']);

	// cleared, a view of everything cannot be saved, but left
	await page.getByRole('link', { name: 'Remove the filter Authority level: Primary' }).click();
	await expect(names(page)).toHaveCount(2);
	await page.getByRole('link', { name: 'Remove the filter Decision maker: Yes' }).click();
	await expect(names(page)).toHaveCount(3);
	await expect(page.getByRole('button', { name: /^Save/ })).toHaveCount(0);
	await link.click();
	await expect(names(page)).toHaveCount(1);

	await choose(page, 'Ai quyết định', 'Delete view');
	await expect(link).toHaveCount(0);
	await expect(names(page)).toHaveText(['Nguyễn Thị Lan']);
	await expect(page.getByRole('button', { name: 'Save view' })).toBeVisible();
	await toast(page, 'Deleted the view Ai quyết định').getByRole('button', { name: 'Undo' }).click();
	await expect(link).toHaveText('Ai quyết định');
	await expect(present(page, 'Ai quyết định')).toBeVisible();
});

test('a changed view is saved as another one, names are taken once, and the order is moved by keyboard', async ({
	page,
}) => {
	await fillList(page);
	await page.goto('/contacts?decides=yes');
	await saveAs(page, 'Một');
	await page.getByRole('link', { name: 'Job title' }).click();
	await expect(page.getByText('Changed', { exact: true })).toBeVisible();
	await choose(page, 'Một', 'Save as new view…');
	await page.getByLabel('View name').fill('MỘT');
	await page.getByLabel('View name').press('Enter');
	await expect(page.getByRole('dialog')).toContainText('You already have a view of contacts named “Một”.');
	await page.getByLabel('View name').fill('Hai');
	await page.getByLabel('View name').press('Enter');
	await expect(present(page, 'Hai')).toBeVisible();
	await page.goto('/contacts?q=phuc');
	await saveAs(page, 'Ba');
	await expect(viewsOf(page, 'Contacts')).toHaveText(['Một', 'Hai', 'Ba']);

	// by keyboard alone: what opened the menu has the focus again
	await present(page, 'Ba').focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('menuitem', { name: 'Rename…' })).toBeFocused();
	await expect(page.getByRole('menuitem', { name: 'Move down' })).toHaveCount(0);
	await page.keyboard.type('Move up');
	await expect(page.getByRole('menuitem', { name: 'Move up' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(viewsOf(page, 'Contacts')).toHaveText(['Một', 'Ba', 'Hai']);
	await expect(present(page, 'Ba')).toBeFocused();
	await page.reload();
	await expect(viewsOf(page, 'Contacts')).toHaveText(['Một', 'Ba', 'Hai']);
	await choose(page, 'Ba', 'Move up');
	await expect(viewsOf(page, 'Contacts')).toHaveText(['Ba', 'Một', 'Hai']);
	await present(page, 'Ba').click();
	await expect(page.getByRole('menuitem', { name: 'Move up' })).toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(present(page, 'Ba')).toBeFocused();
});

test('a default view is what the plain address shows, and there is a way to everything', async ({ page }) => {
	await fillList(page);
	await page.goto('/contacts?decides=yes');
	await saveAs(page, 'Người quyết định', { asDefault: 'Contacts' });
	await page.goto('/contacts');
	await expect(names(page)).toHaveCount(2);
	await expect(present(page, 'Người quyết định')).toBeVisible();
	await expect(page).toHaveURL(/\/contacts\?decides=yes&saved=/);
	// by the sidebar as well, from a page of another kind
	await page.goto('/dashboard');
	await sidebar(page).getByRole('link', { name: 'Contacts', exact: true }).click();
	await expect(present(page, 'Người quyết định')).toBeVisible();

	// everything, and nothing within it leads back
	await viewsOf(page, 'Contacts').filter({ hasText: 'All contacts' }).click();
	await expect(names(page)).toHaveCount(3);
	await expect(viewsOf(page, 'Contacts').first()).toHaveAttribute('aria-current', 'page');
	await page.getByRole('searchbox', { name: 'Search contacts' }).fill('phuc');
	await expect(names(page)).toHaveCount(1);
	await page.getByRole('searchbox', { name: 'Search contacts' }).fill('');
	await expect(names(page)).toHaveCount(3);
	await page.reload();
	await expect(names(page)).toHaveCount(3);

	// a link with filters of its own shows those, and taking them off shows everything
	await page.goto('/contacts?authority=secondary');
	await expect(names(page)).toHaveText(['Trần Quốc Bảo']);
	await page.getByRole('link', { name: 'Remove the filter Authority level: Secondary' }).click();
	await expect(names(page)).toHaveCount(3);

	// a file holds what is on the screen
	await page.goto('/contacts');
	await expect(page.getByRole('link', { name: 'Export' })).toHaveAttribute('href', '/api/export/contacts?decides=yes');

	await choose(page, 'Người quyết định', 'Open Contacts with everything');
	await expect(viewsOf(page, 'Contacts')).toHaveText(['Người quyết định']);
	await page.goto('/contacts');
	await expect(names(page)).toHaveCount(3);
	await expect(page).toHaveURL(/\/contacts$/);
});
