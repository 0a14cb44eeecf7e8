import fs from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { v7 as uuidv7 } from 'uuid';
import { password } from '../support/password';
import { expectAccessible, expectFits } from './support/accessible';
import { accountOf } from './support/accounts';
import { onDatabase } from './support/database';
import { heading, hydrated, toast } from './support/page';
import { menuButton, openMenu } from './support/record';
import { call, idOf, saveCompany } from './support/records';
import { expect, test } from './support/test';

const longName = 'Công Tằng Tôn Nữ Nguyễn Phước Bảo Hương Giang Thị Thu Hiền Ngọc Lan Phương Thảo';

async function logCall(page: Page, subject: string, companyId: string, contactId?: string) {
	const id = uuidv7();
	await call(page, 'activities', 'createActivity', {
		...{ id, type: 'call', subject, at: '2026-11-02T10:00', companyId },
		...(contactId && { contactId }),
	});
	return id;
}

/** A contact of Bình Minh with two calls that name them. */
async function makeBao(page: Page, name = 'Trần Quốc Bảo') {
	const company = await saveCompany(page, 'Thủy sản Bình Minh', {
		people: { [name]: { email: 'bao@binhminh.example.com', phone: '0901 234 567', jobTitle: 'Giám đốc' } },
	});
	const contact = (await idOf(page, 'contact', name)) ?? '';
	const first = await logCall(page, `Gọi ${name} về giá`, company, contact);
	const second = await logCall(page, 'Nhắn bao@binhminh.example.com báo giá', company);
	return { company, contact, first, second };
}

const tick = (page: Page, text: string | RegExp) => page.getByRole('checkbox', { name: text });
const erase = (page: Page) => page.getByRole('button', { name: 'Erase for good', exact: true });

test('a contact is erased by the keyboard, with the texts that were ticked, and the page says what stays', async ({
	page,
}) => {
	const { contact, first, second } = await makeBao(page);
	await page.goto(`/contacts/${contact}`);
	await hydrated(page);
	await menuButton(page).focus();
	await page.keyboard.press('Enter');
	const item = page.getByRole('link', { name: 'Erase for good…' });
	await item.focus();
	await page.keyboard.press('Enter');
	await expect(heading(page, 'Erase contact for good')).toBeVisible();
	await expect(page.getByRole('region', { name: 'What is erased' })).toContainText(
		'Their part in 1 activity, which stay with the company.',
	);
	await expect(page.getByRole('region', { name: 'What stays' })).toContainText('Backups');
	await hydrated(page);
	await page.evaluate((id) => localStorage.setItem(`unsent-notes of ${id} `, 'Bảo bận'), contact);
	await tick(page, /Gọi Trần Quốc Bảo về giá$/).focus();
	await page.keyboard.press('Space');
	await page.getByLabel('Your password').fill('không phải mật khẩu này');
	await page.keyboard.press('Enter');
	await expect(page.getByText('This is not your password.')).toBeVisible();
	await expect(page.getByLabel('Your password')).toBeFocused();
	await expect(tick(page, /Gọi Trần Quốc Bảo về giá$/)).toBeChecked();
	await page.getByLabel('Your password').fill(password);
	await page.keyboard.press('Enter');
	await expect(toast(page, 'Contact erased for good, 1 text blanked')).toBeVisible();
	await expect(page).toHaveURL(/\/contacts$/);
	expect(await page.evaluate((id) => Object.keys(localStorage).filter((key) => key.includes(id)), contact)).toEqual([]);
	await page.goto(`/activities/${first}`);
	await expect(heading(page, 'Gọi [erased] về giá')).toBeVisible();
	await page.goto(`/activities/${second}`);
	await expect(heading(page, 'Nhắn bao@binhminh.example.com báo giá')).toBeVisible();
	await page.goto('/settings/history');
	const entry = page.getByRole('listitem').filter({ hasText: 'Erase contact for good' });
	await expect(entry).toContainText('Erased for good, so it can’t be undone.');
	await expect(entry.getByRole('button')).toHaveCount(0);
	await expect(page.getByText('Trần Quốc Bảo')).toHaveCount(0);
});

test('two windows, and a contact that is gone meanwhile, get one sentence', async ({ page, context }) => {
	const { contact } = await makeBao(page);
	const other = await context.newPage();
	for (const each of [page, other]) {
		await each.goto(`/contacts/${contact}/erase`);
		await hydrated(each);
		await each.getByLabel('Your password').fill(password);
	}
	await erase(page).dblclick();
	await expect(toast(page, 'Contact erased for good')).toBeVisible();
	await erase(other).click();
	await expect(other.getByRole('alert').first()).toHaveText(
		'This contact no longer exists. It may have been deleted in another window.',
	);
});

test('a company is erased with everything that belongs to it', async ({ page }) => {
	const { company } = await makeBao(page);
	await saveCompany(page, 'Gỗ Trường Thịnh', { notes: 'Khách của Thủy sản Bình Minh, hỏi TRAN QUOC BAO' });
	await page.goto(`/companies/${company}`);
	await hydrated(page);
	await (await openMenu(page)).getByRole('link', { name: 'Erase for good…' }).click();
	await expect(page.getByRole('region', { name: 'What is erased' })).toContainText('Its 1 contact and 2 activities');
	await hydrated(page);
	await tick(page, 'Blank it').check();
	await page.getByLabel('Your password').fill(password);
	await erase(page).click();
	await expect(toast(page, 'Company erased for good')).toBeVisible();
	const [left] = await onDatabase<{ notes: string }>('SELECT notes FROM company WHERE user_id = $1', [
		await accountOf(page),
	]);
	expect(left?.notes).toBe('Khách của [erased], hỏi [erased]');
});

test('everything about a person is downloaded as one archive', async ({ page }) => {
	const { contact } = await makeBao(page);
	await page.goto(`/contacts/${contact}`);
	await hydrated(page);
	const menu = await openMenu(page);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		menu.getByRole('link', { name: 'Everything about this person' }).click(),
	]);
	expect(download.suggestedFilename()).toMatch(/^minicrm-tran-quoc-bao-\d{4}-\d\d-\d\d\.zip$/);
	const files = unzipSync(await fs.readFile(await download.path()));
	const html = new TextDecoder().decode(files['tran-quoc-bao.html']);
	await page.goto('about:blank');
	await page.setContent(html);
	await expect(page.getByRole('region', { name: 'Activities' })).toContainText('Gọi Trần Quốc Bảo về giá');
	await expect(page.getByRole('region', { name: 'Texts of others that name them' })).toContainText('Nhắn');
	await page.setViewportSize({ width: 360, height: 800 });
	await expectFits(page);
});

test('the page of an erasure is accessible and fits, with a long name and nothing to tick too', async ({ page }) => {
	const { contact } = await makeBao(page, longName);
	for (const width of [390, 768, 1440]) {
		await page.setViewportSize({ width, height: 900 });
		await page.goto(`/contacts/${contact}/erase`);
		await hydrated(page);
		await expectFits(page);
	}
	await expectAccessible(page);
	const company = await saveCompany(page, 'Mộc An');
	await page.goto(`/companies/${company}/erase`);
	await hydrated(page);
	await expect(page.getByText('No text of another record does.')).toBeVisible();
	await expect(page.getByRole('region', { name: 'What is erased' })).toContainText(
		'There are no contacts, deals, activities or follow-ups that belong to it.',
	);
});
