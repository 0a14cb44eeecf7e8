import { box, command, openContact, options, tags, take } from './support/commands';
import { timeline } from './support/composer';
import { cards, createDeal } from './support/deals';
import { heading, toast } from './support/page';
import { field as inDialog } from './support/quick';
import { idOf } from './support/records';
import { createCompany, expect, test } from './support/test';

test.beforeEach(async ({ page }) => {
	await createCompany(page, 'Thủy sản Bình Minh', { people: { 'Trần Quốc Bảo': {} } });
});

test('commands lead to every part and to every form', async ({ page }) => {
	await page.goto('/settings');
	for (const [text, line, name] of [
		['go dash', 'Go to todayg d', 'Today'],
		['>companies', 'Go to companiesg c', 'Companies'],
		['go people', 'Go to contactsg p', 'Contacts'],
		['go deals', 'Go to dealsg l', 'Deals'],
		['go activities', 'Go to activitiesg a', 'Activities'],
		['go import', 'Go to import', 'Import'],
		['preferences', 'Go to settings', 'Settings'],
	] as const) {
		await command(page, text, line);
		await expect(heading(page, name)).toBeVisible();
		await expect(box(page)).toBeHidden();
	}
	for (const [text, line, name, label] of [
		['add company', 'Create companyc c', 'New company', 'Company name'],
		['new person', 'Create contactc p', 'New contact', 'Contact name'],
		['opportunity', 'Create dealc l', 'New deal', 'Deal name'],
		['reminder', 'Create follow-upc f', 'New follow-up', 'Follow-up'],
		['create activity', 'Create activityc a', 'Log activity', 'Subject and description'],
	] as const) {
		await command(page, text, line);
		await expect(page.getByRole('dialog', { name })).toBeVisible();
		const field = inDialog(page, label);
		await expect(field).toBeFocused();
		await expect(page).toHaveURL(/\/settings$/);
		await page.keyboard.press('Escape');
		await expect(field).toHaveCount(0);
	}
});

test('a call is logged with a person who is asked for', async ({ page }) => {
	await page.goto('/dashboard');
	await command(page, 'log a call', 'Log a call with …');
	await expect(page.getByRole('dialog')).toContainText('Log a call with');
	await take(page, 'bao', 'Trần Quốc Bảo · Thủy sản Bình Minh');
	const dialog = page.getByRole('dialog', { name: 'Log activity' });
	await expect(dialog.getByRole('combobox', { name: 'Company, contact, or deal' })).toHaveValue('Trần Quốc Bảo');
	await expect(dialog.getByRole('radio', { name: 'Call' })).toBeChecked();
	await expect(inDialog(page, 'Subject and description')).toBeFocused();
	await page.keyboard.type('Hỏi giá cá tra quý sau');
	await page.keyboard.press('Control+Enter');
	await expect(toast(page, 'Logged Hỏi giá cá tra quý sau')).toBeVisible();
	await expect(dialog).toHaveCount(0);
	await page.goto(`/contacts/${await idOf(page, 'contact', 'Trần Quốc Bảo')}`);
	await expect(timeline(page)).toContainText('Hỏi giá cá tra quý sau');

	// on the person's page nobody is asked for
	for (const [type, line] of [
		['Email', 'Log an email with Trần Quốc Bảo'],
		['Meeting', 'Log a meeting with Trần Quốc Bảo'],
		['Note', 'Log a note with Trần Quốc Bảo'],
	] as const) {
		await command(page, `log ${type}`, line);
		await expect(dialog.getByRole('radio', { name: type })).toBeChecked();
		await expect(dialog.getByRole('combobox', { name: 'Company, contact, or deal' })).toHaveValue('Trần Quốc Bảo');
		await page.keyboard.press('Escape');
		await expect(dialog).toHaveCount(0);
	}
});

test('a person and a company are tagged, from their pages and from elsewhere, and it can be undone', async ({
	page,
}) => {
	await openContact(page, 'Trần Quốc Bảo');
	await command(page, 'tag', 'Tag Trần Quốc Bảo');
	await expect(page.getByText('No tags yet. Type a name to make one.')).toBeVisible();
	await take(page, 'Khách quý', 'Create tag “Khách quý”');
	await expect(tags(page)).toHaveText('Khách quý');
	await toast(page, 'Tagged Trần Quốc Bảo as Khách quý').getByRole('button', { name: 'Undo' }).click();
	await expect(tags(page)).toBeHidden();

	await command(page, 'tag', 'Tag Trần Quốc Bảo');
	await take(page, 'xuất khẩu', 'Create tag “xuất khẩu”');
	await expect(tags(page)).toHaveText('xuất khẩu');

	await page.goto('/dashboard');
	await command(page, 'tag', 'Tag …');
	await take(page, 'thuy san binh', 'Thủy sản Bình Minh');
	// the first step is over: what is typed now is the tag's name
	await expect(box(page)).toHaveAccessibleName(/^Tag › Thủy sản Bình Minh/);
	await take(page, 'XUAT', 'xuất khẩu');
	await expect(toast(page, 'Tagged Thủy sản Bình Minh as xuất khẩu')).toBeVisible();
	await page.goto('/companies');
	await expect(page.getByRole('row', { name: /Thủy sản Bình Minh/ })).toContainText('xuất khẩu');

	// what is so already is said, and what cannot be is refused in words
	await command(page, '>tag', 'Tag …');
	await take(page, 'thuy san binh', 'Thủy sản Bình Minh');
	await take(page, 'xuất khẩu', 'xuất khẩu');
	await expect(page.getByText('Thủy sản Bình Minh is tagged xuất khẩu already')).toBeVisible();
	await command(page, '>tag', 'Tag …');
	await take(page, 'thuy san binh', 'Thủy sản Bình Minh');
	await take(page, 'a,b', 'Create tag “a,b”');
	await expect(page.getByText('A tag’s name has no comma.')).toBeVisible();
});

test('a deal comes to another stage, from its page and from elsewhere; a lost one is asked why', async ({ page }) => {
	await createDeal(page, 'Hệ thống kho lạnh');
	const present = page.getByRole('list', { name: 'Change stage' }).locator('[aria-current=step]');
	await expect(present).toContainText('Prospecting');
	await command(page, 'stage', 'Change stage of Hệ thống kho lạnh');
	await take(page, 'prop', 'Proposal');
	await expect(present).toContainText('Proposal');
	await expect(toast(page, 'Moved Hệ thống kho lạnh to Proposal')).toBeVisible();
	await toast(page, 'Moved Hệ thống kho lạnh to Proposal').getByRole('button', { name: 'Undo' }).click();
	await expect(present).toContainText('Prospecting');

	// the deal's page asks, also where it is open; leaving the question changes nothing
	await command(page, 'stage', 'Change stage of Hệ thống kho lạnh');
	await take(page, 'lost', 'Closed Lost');
	const question = page.getByRole('dialog', { name: 'Hệ thống kho lạnh is lost?' });
	await expect(question).toBeVisible();
	await question.getByRole('button', { name: 'Cancel' }).click();
	await expect(question).toBeHidden();
	await expect(page).toHaveURL(/\/deals\/[^?]+$/);
	await expect(present).toContainText('Prospecting');

	await page.goto('/deals');
	await expect(cards(page, 'Prospecting')).toHaveText(['Hệ thống kho lạnh']);
	await command(page, 'move deal', 'Change stage …');
	await take(page, 'kho', 'Hệ thống kho lạnh · Thủy sản Bình Minh');
	await take(page, 'nego', 'Negotiation');
	await expect(cards(page, 'Negotiation')).toHaveText(['Hệ thống kho lạnh']);
	await expect(toast(page, 'Moved Hệ thống kho lạnh to Negotiation')).toBeVisible();

	await command(page, 'move deal', 'Change stage …');
	await take(page, 'kho', 'Hệ thống kho lạnh · Thủy sản Bình Minh');
	await expect(options(page).filter({ hasText: 'where it is' })).toHaveText(['Negotiation · where it is']);
	await take(page, 'lost', 'Closed Lost');
	await question.getByLabel('Why it was lost').fill('Giá cao');
	await question.getByRole('button', { name: 'Mark as lost' }).click();
	await expect(present).toContainText('Closed Lost');
	await expect(page.getByText('Giá cao').first()).toBeVisible();
	await expect(toast(page, 'Lost Hệ thống kho lạnh')).toBeVisible();
	await expect(page).toHaveURL(/\/deals\/[^?]+$/);

	// what is lost already is said to be, and nothing of the question stays for a reload
	await command(page, 'stage', 'Change stage of Hệ thống kho lạnh');
	await take(page, 'lost', 'Closed Lost');
	await expect(toast(page, 'Hệ thống kho lạnh is in Closed Lost already.')).toBeVisible();
	await expect(page).toHaveURL(/\/deals\/[^?]+$/);
	await page.reload();
	await expect(present).toContainText('Closed Lost');
	await toast(page, 'Lost Hệ thống kho lạnh').waitFor({ state: 'detached' });
	await page.getByRole('list', { name: 'Change stage' }).getByRole('button', { name: 'Proposal' }).click();
	await expect(present).toContainText('Proposal');
	await expect(question).toBeHidden();
	await page.getByRole('list', { name: 'Change stage' }).getByRole('button', { name: 'Closed Lost' }).click();
	await question.getByRole('button', { name: 'Mark as lost' }).click();
	await expect(present).toContainText('Closed Lost');

	// only open ones are asked for
	await page.goto('/dashboard');
	await command(page, 'move deal', 'Change stage …');
	await expect(page.getByText('There are no open deals.')).toBeVisible();
});

test('the theme changes and stays, and the session ends', async ({ page }) => {
	const html = page.locator('html');
	await command(page, 'dark', 'Change theme to dark');
	await expect(html).toHaveAttribute('data-theme', 'dark');
	await page.reload();
	await expect(html).toHaveAttribute('data-theme', 'dark');
	await command(page, 'light mode', 'Change theme to light');
	await expect(html).toHaveAttribute('data-theme', 'light');
	await command(page, 'theme system', 'Change theme to system');
	await expect(html).not.toHaveAttribute('data-theme');
	await command(page, 'shortcuts', 'Show keyboard shortcuts?');
	await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
	await page.keyboard.press('Escape');
	await command(page, 'sign out', 'Log out');
	await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
	await page.goto('/dashboard');
	await expect(page).toHaveURL(/\/login/);
});
