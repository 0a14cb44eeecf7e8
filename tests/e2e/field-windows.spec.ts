import type { Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { expectAccessible } from './support/accessible';
import { ready } from './support/page';
import { call } from './support/records';
import { expect, test } from './support/test';

// Fields of the settings in two windows at once, tried out beforehand, and begun by their type.

const lines = (page: Page) => page.getByRole('list', { name: 'Fields of companies' }).getByRole('listitem');
const saved = (page: Page) =>
	lines(page)
		.first()
		.getByRole('status')
		.filter({ hasText: /^ ?Saved$/ });
const dialog = (page: Page) => page.getByRole('dialog');

async function open(page: Page) {
	await page.goto('/settings/fields');
	await ready(page);
	await lines(page).first().getByRole('button', { expanded: false }).click();
	await expect(page.getByLabel('Field name')).toBeVisible();
}

test('a second window that renames the same field is told, and decides whose name stays', async ({ page, context }) => {
	const field = { id: uuidv7(), kind: 'company', type: 'text', name: 'Mã số thuế', help: '', options: '[]' };
	await call(page, 'fields', 'createField', field);
	await open(page);
	const other = await context.newPage();
	await open(other);
	// typed in both before either is saved
	await other.getByLabel('Field name').fill('Tax code');
	await page.getByLabel('Field name').fill('MST');
	await page.getByLabel('Help text').click();
	await expect(saved(page)).toBeVisible();
	await other.getByLabel('Help text').click();
	await expect(other.getByText('Changed elsewhere: “MST”.')).toBeVisible();
	await expect(other.getByLabel('Field name')).toHaveValue('Tax code');
	await expectAccessible(other);
	await other.getByRole('button', { name: 'Use that' }).click();
	await expect(other.getByLabel('Field name')).toHaveValue('MST');
	await expect(other.getByText('Changed elsewhere')).toHaveCount(0);

	// once more, for the other answer; what only one of them changed is not asked about
	await page.getByLabel('Help text').fill('Mười số');
	await other.getByLabel('Field name').fill('Mã số');
	await page.getByLabel('Field name').fill('Mã thuế');
	await page.getByLabel('Help text').click();
	await expect(lines(page).first()).toContainText('Mã thuế');
	await other.getByLabel('Help text').click();
	await expect(other.getByText('Changed elsewhere: “Mã thuế”.')).toBeVisible();
	await other.getByRole('button', { name: 'Keep mine' }).click();
	await expect(saved(other)).toBeVisible();
	await other.reload();
	await lines(other).first().getByRole('button', { expanded: false }).click();
	await expect(other.getByLabel('Field name')).toHaveValue('Mã số');
	await expect(other.getByLabel('Help text')).toHaveValue('Mười số');
});

test('a field is begun by its type, and tried out as a new company’s form will ask for it', async ({ page }) => {
	const field = { id: uuidv7(), kind: 'company', type: 'text', name: 'Zalo', help: '', options: '[]' };
	await call(page, 'fields', 'createField', field);
	await page.goto('/settings/fields');
	await ready(page);
	await page.getByRole('button', { name: 'Preview' }).click();
	await expect(dialog(page)).toContainText('No field is asked for.');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: 'Preview' })).toBeFocused();

	await page.getByRole('button', { name: 'New field: Contact' }).press('Enter');
	await expect(dialog(page).getByLabel('Type')).toHaveValue('contact');
	await dialog(page).getByLabel('Field name').fill('Giới thiệu bởi');
	await dialog(page).getByLabel('Help text').fill('Ai đã đưa họ đến');
	await dialog(page).getByLabel('Show in new forms').check();
	await dialog(page).getByRole('button', { name: 'Save field' }).click();
	await expect(lines(page).nth(1)).toContainText('Giới thiệu bởi');

	await page.getByRole('button', { name: 'Preview' }).click();
	await expect(dialog(page).getByLabel('Giới thiệu bởi')).toHaveAccessibleDescription('Ai đã đưa họ đến');
	await expect(dialog(page).getByRole('listitem')).toHaveText(['Zalo', 'Giới thiệu bởi']);
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await page.getByText('Built in').click();
	await expect(page.getByText('Name, Industry, Size')).toBeVisible();
	await expectAccessible(page);
});
