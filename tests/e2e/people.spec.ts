import type { Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { accountOf } from './support/accounts';
import { composer, logButton, text, timeline } from './support/composer';
import { onDatabase } from './support/database';
import { makeDeal } from './support/deals';
import { chosenContacts, heading, ready, toast } from './support/page';
import { part } from './support/record';
import { saveCompany, saveContact } from './support/records';
import { createCompany, expect, makeContact, test } from './support/test';

const people = ['Trần Quốc Bảo', 'Đặng Thị Ánh', 'Phạm Văn Đức'];

const goingQuiet = (page: Page) => page.getByRole('region', { name: /^Going quiet/ });

/** A company with three contacts who are all late by their rhythm. */
async function makeQuiet(page: Page, email: string) {
	await createCompany(page, 'Thủy sản Bình Minh');
	for (const name of people) await makeContact(page, name);
	await onDatabase(
		`UPDATE contact p SET rhythm = 'weekly', created_at = now() - interval '90 days'
			FROM "user" u WHERE u.id = p.user_id AND u.email = $1`,
		[email],
	);
}

test('a meeting with three contacts is logged by keyboard alone; all leave “Going quiet”, and undo brings them back', async ({
	page,
	account,
}) => {
	await makeQuiet(page, account.email);
	const company = page.url();
	await page.goto('/dashboard');
	for (const name of people) await expect(goingQuiet(page)).toContainText(name);

	let keys = 0;
	const press = async (...pressed: string[]) => {
		for (const key of pressed) {
			await page.keyboard.press(key);
			keys++;
		}
	};
	// the form, which a link leads to; the dialog over the page is the composer's
	await page.goto(`/activities/new?companyId=${company.split('/').pop()}`);
	await expect(page.getByLabel('Subject')).toBeFocused();
	await press('Shift+Tab', 'ArrowDown', 'ArrowDown');
	await expect(page.getByRole('radio', { name: 'Meeting' })).toBeChecked();
	await press('Tab');
	await page.keyboard.type('Họp dự án kho lạnh');
	await press('Tab', 'Tab');
	await expect(page.getByRole('combobox', { name: 'With' })).toBeFocused();
	// a name and Enter at one go, without waiting for the list
	for (const part of ['bao', 'anh', 'duc']) {
		await page.keyboard.type(part);
		await press('Enter');
	}
	await expect(chosenContacts(page)).toContainText(people);
	await press('Control+Enter');
	await expect(toast(page, 'Logged Họp dự án kho lạnh')).toBeVisible();
	expect(keys).toBeLessThanOrEqual(10);

	const entry = timeline(page).getByRole('listitem');
	for (const name of people) await expect(entry.getByRole('link', { name })).toBeVisible();
	await page.goto('/dashboard');
	await expect(goingQuiet(page)).toHaveCount(0);
	await page.goto('/settings/history');
	await page.getByRole('button', { name: 'Undo this change' }).first().click();
	await expect(toast(page, 'Undone: Log activity')).toBeVisible();
	await page.goto('/dashboard');
	for (const name of people) await expect(goingQuiet(page)).toContainText(name);
});

test('in the dialog over a page the same takes twelve keys, however slowly the names are found', async ({ page }) => {
	await createCompany(page, 'Thủy sản Bình Minh');
	for (const name of people) await makeContact(page, name);
	await ready(page);
	await page.route('**/api/contacts*', async (route) => {
		await new Promise((resolve) => setTimeout(resolve, 300));
		await route.continue();
	});
	let keys = 0;
	const press = async (...pressed: string[]) => {
		for (const key of pressed) {
			await page.keyboard.press(key);
			keys++;
		}
	};
	await press('c', 'a');
	const dialog = page.getByRole('dialog', { name: 'Log activity' });
	await expect(dialog.getByLabel('Subject')).toBeFocused();
	await press('Shift+Tab', 'ArrowDown', 'ArrowDown', 'Tab');
	await page.keyboard.type('Họp dự án kho lạnh');
	await press('Tab', 'Enter');
	await expect(page.getByPlaceholder('Find or add a contact')).toBeFocused();
	for (const part of ['bao', 'anh', 'duc']) {
		await page.keyboard.type(part);
		await press('Enter');
	}
	await expect(dialog.getByRole('button', { name: /^With/ })).toHaveText(/^WithTrần Quốc Bảo, .+ \+1$/);
	await press('Control+Enter');
	await expect(toast(page, 'Logged Họp dự án kho lạnh')).toBeVisible();
	expect(keys).toBeLessThanOrEqual(12);
	for (const name of people)
		await expect(timeline(page).getByRole('listitem').getByRole('link', { name })).toBeVisible();
	const all = await onDatabase('SELECT 1 FROM contact WHERE user_id = $1', [await accountOf(page)]);
	expect(all).toHaveLength(people.length);
});

test('who took part is removed and added by mouse, with somebody of another company and somebody new', async ({
	page,
}) => {
	const id = await saveCompany(page, 'Thủy sản Bình Minh');
	for (const name of people) await saveContact(page, id, name);
	const company = `/companies/${id}`;
	const hoaSen = await saveCompany(page, 'Hoa Sen');
	await saveContact(page, hoaSen, 'Võ Thị Yến');
	await page.goto(company);
	await text(page).fill('Thăm nhà máy');
	await composer(page).getByRole('button', { name: /^With/ }).click();
	const list = page.getByRole('combobox', { name: 'Contacts' });
	await expect(list).toBeFocused();
	// without a text, those of the company
	await expect(page.getByRole('option')).toHaveText(['Đặng Thị Ánh', 'Phạm Văn Đức', 'Trần Quốc Bảo']);
	await page.getByRole('option', { name: 'Trần Quốc Bảo' }).click();
	await list.fill('yen');
	await page.getByRole('option', { name: 'Võ Thị Yến Hoa Sen' }).click();
	await list.fill('Lê Minh Châu');
	await page.getByRole('option', { name: 'Add “Lê Minh Châu” to the company’s contacts' }).click();
	await expect(page.getByRole('option', { name: 'Lê Minh Châu New' })).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('Escape');
	await logButton(page).click();
	const entry = timeline(page).getByRole('listitem');
	for (const name of ['Trần Quốc Bảo', 'Võ Thị Yến', 'Lê Minh Châu'])
		await expect(entry.getByRole('link', { name })).toBeVisible();

	await entry.getByRole('link', { name: 'Thăm nhà máy' }).click();
	await expect(heading(page, 'Thăm nhà máy')).toBeVisible();
	await page.getByRole('link', { name: 'Edit', exact: true }).click();
	await expect(chosenContacts(page)).toHaveCount(3);
	const withWhom = page.getByRole('combobox', { name: 'With' });
	// by keys: ← leads to the contacts, the main one first, then by name
	await withWhom.focus();
	await page.keyboard.press('ArrowLeft');
	await expect(page.getByRole('button', { name: 'Remove Võ Thị Yến' })).toBeFocused();
	await page.keyboard.press('Delete');
	await expect(chosenContacts(page)).toHaveCount(2);
	await expect(page.getByRole('button', { name: 'Remove Lê Minh Châu' })).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await expect(withWhom).toBeFocused();
	await page.getByRole('button', { name: 'Save activity' }).click();
	const about = page.getByRole('region', { name: 'About the activity' });
	await expect(about).toContainText('Trần Quốc Bảo');
	await expect(about).not.toContainText('Võ Thị Yến');
	await page.goto('/activities');
	const row = page.getByRole('row').filter({ hasText: 'Thăm nhà máy' });
	await expect(row).toContainText('Trần Quốc Bảo +1');
	await expect(row).toContainText('Lê Minh Châu');
});

test('a deal’s contacts have roles, changed where they stand, and its signals speak of them', async ({ page }) => {
	await saveCompany(page, 'Thủy sản Bình Minh', {
		people: { 'Trần Quốc Bảo': {}, 'Phạm Văn Đức': { authority: 'primary' } },
	});
	const hoaSen = await saveCompany(page, 'Hoa Sen');
	await saveContact(page, hoaSen, 'Võ Thị Yến');
	await makeDeal(page, 'Kho lạnh', { company: 'Thủy sản Bình Minh' });
	await page.goto('/deals?view=list');
	await page.getByRole('link', { name: 'Kho lạnh' }).first().click();
	await expect(heading(page, 'Kho lạnh')).toBeVisible();
	const card = page.getByRole('region', { name: 'Contacts in this deal' });
	const person = (name: string) => card.getByRole('listitem').filter({ hasText: name });
	// the authority of a contact suggests the role
	await card.getByRole('button', { name: 'Add as decision maker Phạm Văn Đức' }).click();
	await expect(card.getByRole('combobox', { name: 'Role of Phạm Văn Đức' })).toHaveValue('decision_maker');
	await expect(person('Phạm Văn Đức')).toContainText('Main contact');
	await expect(person('Phạm Văn Đức')).toContainText('No contact yet');
	await card.locator('summary').click();
	await expect(card.getByRole('combobox', { name: 'Add contact' })).toBeFocused();
	await card.getByRole('combobox', { name: 'Add contact' }).fill('yen');
	await page.getByRole('option', { name: 'Võ Thị Yến · Hoa Sen' }).click();
	await card.getByRole('combobox', { name: 'Role', exact: true }).selectOption('Blocker');
	await card.getByRole('button', { name: 'Add', exact: true }).click();
	await expect(card.getByRole('combobox', { name: 'Role of Võ Thị Yến' })).toHaveValue('blocker');
	const about = page.getByRole('region', { name: 'Signals' });
	await expect(about).toContainText('Võ Thị Yến is a blocker. You haven’t met yet.');
	await expect(about).toContainText('You haven’t contacted Phạm Văn Đức, a decision maker, yet.');
	await card.getByRole('combobox', { name: 'Role of Võ Thị Yến' }).selectOption('Champion');
	await expect(about).not.toContainText('blocker');
	await toast(page, 'Võ Thị Yến is now Champion').getByRole('button', { name: 'Undo' }).click();
	await expect(card.getByRole('combobox', { name: 'Role of Võ Thị Yến' })).toHaveValue('blocker');
	await card.getByRole('button', { name: 'Make Võ Thị Yến the main contact' }).click();
	await expect(person('Võ Thị Yến')).toContainText('Main contact');
	await expectAccessible(page);
	await page.setViewportSize({ width: 390, height: 844 });
	await expectFits(page);
	await page.setViewportSize({ width: 1440, height: 900 });
	await card.getByRole('button', { name: 'Remove Phạm Văn Đức from this deal' }).click();
	await expect(card.getByRole('combobox', { name: 'Role of Phạm Văn Đức' })).toHaveCount(0);
	await toast(page, 'Removed Phạm Văn Đức from the deal').getByRole('button', { name: 'Undo' }).click();
	await expect(card.getByRole('combobox', { name: 'Role of Phạm Văn Đức' })).toHaveValue('decision_maker');
	// everybody who takes part has the deal on their own page
	await person('Võ Thị Yến').getByRole('link', { name: 'Võ Thị Yến' }).click();
	await expect(heading(page, 'Võ Thị Yến')).toBeVisible();
	await expect(part(page, 'people').getByRole('link', { name: 'Kho lạnh' })).toBeVisible();
});
