import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { heading, ready } from './support/page';
import { saveCompany, saveContact } from './support/records';
import { expect, test } from './support/test';

const card = (page: Page) => page.getByRole('tooltip');
const link = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name, exact: true }).first();

async function fill(page: Page) {
	const company = await saveCompany(page, 'Thủy sản Bình Minh', { industry: 'Seafood' });
	await saveContact(page, company, 'Nguyễn Thảo Vy', {
		jobTitle: 'Buyer',
		authority: 'primary',
		phone: '0903 456 789',
	});
	await saveContact(page, company, 'Lê Quốc Bảo', { jobTitle: 'Sales' });
	return company;
}

/** Counts what is asked for names, and holds it for so long. */
async function watch(page: Page, delay = 0) {
	const asked: string[] = [];
	await page.route('**/api/name-card*', async (route) => {
		asked.push(new URL(route.request().url()).searchParams.get('kind') ?? '');
		if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
		await route.continue().catch(() => {});
	});
	return asked;
}

test('a name that a mouse rests on is explained once, can be pointed at, and goes with Escape or the mouse', async ({
	page,
}) => {
	await fill(page);
	const asked = await watch(page);
	await page.goto('/contacts');
	await ready(page);
	await page.mouse.move(1, 1);
	await link(page, 'Nguyễn Thảo Vy').hover();
	await expect(card(page)).toContainText(/Nguyễn Thảo Vy.*Decision maker · Primary.*Buyer.*Thủy sản Bình Minh/);
	await expect(card(page)).toContainText(/Last contact\s*No contact yet\s*Next step\s*None\s*Phone\s*0903 456 789/);
	await expect(link(page, 'Nguyễn Thảo Vy')).toHaveAccessibleDescription(/Buyer/);
	await expectAccessible(page);
	await card(page).getByText('Buyer').hover();
	await page.waitForTimeout(400);
	await expect(card(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(card(page)).toBeHidden();
	await expect(page).toHaveURL(/\/contacts$/);
	// it comes again when the mouse does, without being asked for again
	await page.mouse.move(1, 1);
	await link(page, 'Nguyễn Thảo Vy').hover();
	await expect(card(page)).toContainText('Buyer');
	expect(asked).toEqual(['contact']);
	await link(page, 'Thủy sản Bình Minh').hover();
	await expect(card(page)).toContainText(/Seafood.*2 contacts/);
	await page.mouse.move(1, 1);
	await expect(card(page)).toBeHidden();
	// the page's keys work beside it
	await link(page, 'Nguyễn Thảo Vy').hover();
	await expect(card(page)).toContainText('Buyer');
	await page.keyboard.press('j');
	await expect(page.locator('[data-row-link] a').first()).toBeFocused();
	// pressed, the name leads to the record
	await link(page, 'Nguyễn Thảo Vy').click();
	await expect(heading(page, 'Nguyễn Thảo Vy')).toBeVisible();
	await expect(card(page)).toBeHidden();
});

test('the focus shows it by keys alone, and is not caught; what is left at once asks for nothing', async ({ page }) => {
	const company = await fill(page);
	const asked = await watch(page);
	await page.goto(`/companies/${company}`);
	await ready(page);
	await link(page, 'Nguyễn Thảo Vy').focus();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Shift+Tab');
	await expect(link(page, 'Nguyễn Thảo Vy')).toBeFocused();
	await expect(card(page)).toContainText('Buyer');
	await page.keyboard.press('Escape');
	await expect(card(page)).toBeHidden();
	await expect(link(page, 'Nguyễn Thảo Vy')).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(card(page)).toBeHidden();
	await expect(page.getByRole('link', { name: 'Call Nguyễn Thảo Vy' })).toBeFocused();
	expect(asked).toHaveLength(1);
	for (let n = 0; n < 6; n++) await page.keyboard.press('Tab');
	await page.waitForTimeout(100);
	expect(asked.length).toBeLessThanOrEqual(2);
});

test('a late answer shows nothing where the mouse has gone on', async ({ page }) => {
	await fill(page);
	await watch(page, 600);
	await page.goto('/contacts');
	await ready(page);
	await page.mouse.move(1, 1);
	await link(page, 'Nguyễn Thảo Vy').hover();
	await page.waitForTimeout(350);
	await link(page, 'Lê Quốc Bảo').hover();
	await expect(card(page)).toContainText('Sales');
	await expect(card(page)).not.toContainText('Buyer');
	await page.mouse.move(1, 1);
	await page.waitForTimeout(700);
	await expect(card(page)).toBeHidden();
});

test.describe('on a phone', () => {
	test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

	test('a name only leads to its record', async ({ page }) => {
		await fill(page);
		const asked = await watch(page);
		await page.goto('/contacts');
		await link(page, 'Nguyễn Thảo Vy').tap();
		await expect(heading(page, 'Nguyễn Thảo Vy')).toBeVisible();
		expect(asked).toEqual([]);
	});
});
