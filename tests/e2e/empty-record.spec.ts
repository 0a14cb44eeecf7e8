import { expectAccessible } from './support/accessible';
import { hydrated, toast } from './support/page';
import { showPart } from './support/record';
import { saveCompany } from './support/records';
import { expect, test } from './support/test';

test('a company’s first contact is a name and Enter, and the keys stay with them', async ({ page }) => {
	const company = await saveCompany(page, 'Bao bì Đại Phát');
	await page.goto(`/companies/${company}`);
	await hydrated(page);
	await expectAccessible(page, 'an empty company');
	const people = page.getByRole('region', { name: 'Key contacts' });
	await expect(people).toContainText('No contacts yet. Who decides here?');
	await people.getByLabel('Contact name').fill('  ');
	await page.keyboard.press('Enter');
	await expect(people).toContainText('Contact name is required.');
	await people.getByLabel('Contact name').fill('Công Tằng Tôn Nữ Thị Diễm Quỳnh');
	await page.keyboard.press('Enter');
	await expect(people.getByRole('link', { name: 'Công Tằng Tôn Nữ Thị Diễm Quỳnh' })).toBeFocused();
	await expect(people.getByLabel('Contact name')).toHaveCount(0);
	await toast(page, 'Created Công Tằng Tôn Nữ Thị Diễm Quỳnh').getByRole('button', { name: 'Undo' }).click();
	await expect(people.getByLabel('Contact name')).toBeVisible();
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

	test('the bar of a company with nothing on it is at the bottom of the screen', async ({ page }) => {
		const company = await saveCompany(page, 'Bao bì Đại Phát');
		await page.goto(`/companies/${company}`);
		await hydrated(page);
		const bar = page.locator('.record-bar');
		const bottomOf = async () => {
			const box = await bar.boundingBox();
			return box && Math.round(box.y + box.height);
		};
		expect(await bottomOf()).toBe(844);
		await showPart(page, 'people');
		expect(await bottomOf()).toBe(844);
	});
});
