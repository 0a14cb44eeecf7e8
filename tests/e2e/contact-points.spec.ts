import type { Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { entry, text } from './support/composer';
import { ready, toast } from './support/page';
import { editAll } from './support/record';
import { saveCompany, saveContact } from './support/records';
import { expect, test } from './support/test';

const lines = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const about = (page: Page) => page.getByRole('region', { name: 'About the contact' });

test('a contact gets several emails and phones by the keyboard alone, in an order that it keeps', async ({ page }) => {
	const company = await saveCompany(page, 'Thủy sản Bình Minh');
	await saveContact(page, company, 'Trần Minh', { email: 'info@binhminh.example.com' });
	await page.goto(`/contacts/new?companyId=${company}`);
	await page.getByLabel('Contact name').fill('Trần Quốc Bảo');
	await page.getByLabel('Email').fill('bao@example.com');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Work');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'Add email' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(lines(page, 'Email 2')).toBeFocused();
	await page.keyboard.type('info@binhminh.example.com');
	await expect(page.getByRole('status', { name: 'Already there' })).toContainText('Same email as “Trần Minh”');
	// Alt and an arrow make it the main one, and the focus goes with it
	await page.keyboard.press('Alt+ArrowUp');
	await expect(lines(page, 'Email')).toBeFocused();
	await expect(lines(page, 'Email')).toHaveValue('info@binhminh.example.com');
	await expect(lines(page, 'Email 2')).toHaveValue('bao@example.com');

	await lines(page, 'Phone').fill('0901 234 567');
	await page.getByRole('button', { name: 'Add phone' }).click();
	await lines(page, 'Phone 2').fill('gọi tôi');
	await page.getByRole('button', { name: 'Add phone' }).click();
	await lines(page, 'Phone 3').fill('028 3822 1111');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Save contact' }).click();
	// the line that is wrong says so itself
	await expect(lines(page, 'Phone 2')).toBeFocused();
	await expect(lines(page, 'Phone 2')).toHaveAccessibleDescription(/not a phone number/);
	await page.getByRole('button', { name: 'Remove phone 2' }).click();
	await expect(lines(page, 'Phone 2')).toBeFocused();
	await expect(lines(page, 'Phone 2')).toHaveValue('028 3822 1111');
	await page.getByRole('button', { name: 'Save contact' }).click();

	await page.getByRole('link', { name: 'Trần Quốc Bảo', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Trần Quốc Bảo' })).toBeVisible();
	await expect(about(page).getByRole('link', { name: /example\.com$/ })).toHaveText([
		'info@binhminh.example.com',
		'bao@example.com',
	]);
	await expect(about(page)).toContainText('Also used by Trần Minh');
	await expect(about(page).getByRole('link', { name: 'Zalo' })).toHaveAttribute('href', 'https://zalo.me/0901234567');
	await expect(about(page).getByRole('link', { name: 'WhatsApp' })).toHaveAttribute(
		'href',
		'https://wa.me/84901234567',
	);
	// a landline has no chat
	await expect(about(page).getByRole('link', { name: 'Zalo' })).toHaveCount(1);
	await expect(about(page).getByRole('link', { name: '028 3822 1111' })).toHaveAttribute('href', 'tel:02838221111');
	await expectAccessible(page);
	await page.setViewportSize({ width: 390, height: 844 });
	await expectFits(page);
	await editAll(page);
	await expect(lines(page, 'Email 2')).toHaveValue('bao@example.com');
	await expectFits(page);
	await expectAccessible(page);
});

/** As the browser tells a page whose user is somewhere else for a while, such as in a call. */
async function leaveAndReturn(page: Page) {
	await page.evaluate(() => {
		window.dispatchEvent(new Event('blur'));
		window.dispatchEvent(new Event('focus'));
	});
}

/** Begins what a link does, without the program that it opens. */
async function begin(page: Page, link: string) {
	await page.evaluate(() => document.addEventListener('click', (event) => event.preventDefault(), { capture: true }));
	await about(page).getByRole('link', { name: link }).click();
}

test('after a call the page offers to log it with one key, which a field that is typed in keeps', async ({ page }) => {
	const company = await saveCompany(page, 'Thủy sản Bình Minh');
	const id = await saveContact(page, company, 'Trần Quốc Bảo', { phone: '0901 234 567' });
	await page.goto(`/contacts/${id}`);
	await ready(page);
	const offer = page.getByText('Log this call with Trần Quốc Bảo?');
	await leaveAndReturn(page);
	await expect(offer).toHaveCount(0);

	await begin(page, '0901 234 567');
	await expect(offer).toHaveCount(0);
	const subject = text(page);
	await subject.focus();
	await leaveAndReturn(page);
	await expect(offer).toBeVisible();
	await expect(subject).toBeFocused();
	await page.keyboard.press('l');
	await expect(subject).toHaveValue('l');
	await expect(offer).toBeVisible();
	await expectAccessible(page);

	await subject.fill('');
	await subject.blur();
	await page.keyboard.press('l');
	await expect(toast(page, 'Logged Call with Trần Quốc Bảo')).toBeVisible();
	await expect(offer).toHaveCount(0);
	// the composer, which takes the same key, is left alone
	await expect(subject).not.toBeFocused();
	await expect(entry(page, 'Call with Trần Quốc Bảo')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(entry(page, 'Call with Trần Quốc Bảo')).toHaveCount(0);
});

test('a chat that is not to be logged is waved away, and one with notes has its form', async ({ page }) => {
	const company = await saveCompany(page, 'Thủy sản Bình Minh');
	const id = await saveContact(page, company, 'Trần Quốc Bảo', { phone: '0901 234 567' });
	await page.goto(`/contacts/${id}`);
	await ready(page);
	await begin(page, 'Zalo');
	await leaveAndReturn(page);
	await page.getByRole('button', { name: 'Don’t log this chat' }).click();
	await expect(page.getByText('Log this chat')).toHaveCount(0);
	await page.reload();
	await ready(page);
	await begin(page, 'Zalo');
	await leaveAndReturn(page);
	const href = await page.getByRole('link', { name: 'Add notes' }).getAttribute('href');
	expect(href).toBe(`/activities/new?contactId=${id}&type=call`);
});
