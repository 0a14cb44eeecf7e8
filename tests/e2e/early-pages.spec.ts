import type { Locator, Page } from '@playwright/test';
import { heading, hydrated, names } from './support/page';
import { inPanel, row } from './support/panel';
import { saveCompany, saveContact, saveDeal } from './support/records';
import { expect, test } from './support/test';
import { sidebar } from './support/views';

const menu = (page: Page, name: string) => sidebar(page).getByRole('link', { name, exact: true });

/** The pages that are asked for, by their paths, from now on. */
function pagesAsked(page: Page): string[] {
	const asked: string[] = [];
	page.on('request', (request) => {
		if (request.headers().rsc === '1') asked.push(new URL(request.url()).pathname);
	});
	return asked;
}

async function press(page: Page, target: Locator) {
	const { x = 0, y = 0, height = 0 } = (await target.boundingBox()) ?? {};
	await page.mouse.move(x + 6, y + height / 2);
	await page.mouse.down();
}

test('a page is asked for while the button is down, once, and the click shows it', async ({ page }) => {
	const company = await saveCompany(page, 'Thủy sản Bình Minh');
	const contact = await saveContact(page, company, 'Trần Thị Ngọc Ánh');
	await saveDeal(page, 'Kho lạnh Long An', company);
	await page.goto('/companies');
	await hydrated(page);
	const asked = pagesAsked(page);
	const steps: [Locator, string, Locator][] = [
		[menu(page, 'Contacts'), '/contacts', heading(page, 'Contacts')],
		[names(page).first(), `/contacts/${contact}`, heading(page, 'Trần Thị Ngọc Ánh')],
		[
			page.locator(`#main a[href="/companies/${company}"]`).first(),
			`/companies/${company}`,
			heading(page, 'Thủy sản Bình Minh'),
		],
		[menu(page, 'Contacts'), '/contacts', heading(page, 'Contacts')],
		[page.locator('thead a').first(), '/contacts', page.locator('th[aria-sort=descending]')],
		[names(page).first(), `/contacts/${contact}`, heading(page, 'Trần Thị Ngọc Ánh')],
		[menu(page, 'Deals'), '/deals', heading(page, 'Deals')],
		[
			page.locator('#main a[href*="view=list"]').first(),
			'/deals',
			page.locator('#main nav a[aria-current=page]', { hasText: 'List' }),
		],
		[menu(page, 'Companies'), '/companies', heading(page, 'Companies')],
	];
	for (const [target, path, shown] of steps) {
		asked.length = 0;
		await press(page, target);
		await expect.poll(() => asked, path).toEqual([path]);
		await page.mouse.up();
		await expect(shown).toBeVisible();
		expect(asked, path).toEqual([path]);
	}
	// a row opens its record beside the list
	asked.length = 0;
	await press(page, row(page, 'Thủy sản Bình Minh').locator('td').nth(2));
	await expect.poll(() => asked).toEqual([`/companies/${company}`]);
	await page.mouse.up();
	await expect(inPanel(page, 'Thủy sản Bình Minh')).toBeVisible();
	expect(asked).toEqual([`/companies/${company}`]);
});

test('what is saved after the press is on the page, and a press without a click leaves nothing behind', async ({
	page,
}) => {
	const company = await saveCompany(page, 'Thủy sản Bình Minh');
	const contact = await saveContact(page, company, 'Trần Thị Ngọc Ánh', { jobTitle: 'Kế toán' });
	await page.goto(`/contacts/${contact}`);
	await hydrated(page);

	// the press takes the focus from the field, which is saved by that
	await page.getByRole('button', { name: 'Edit job title, Kế toán' }).click({ position: { x: 12, y: 12 } });
	await page.getByRole('textbox', { name: 'Job title', exact: true }).fill('Giám đốc mua hàng');
	await press(page, menu(page, 'Contacts'));
	await page.mouse.up();
	await expect(heading(page, 'Contacts')).toBeVisible();
	await expect(row(page, 'Trần Thị Ngọc Ánh')).toContainText('Giám đốc mua hàng');

	// let go of elsewhere, and then another tab adds a company
	const asked = pagesAsked(page);
	await press(page, menu(page, 'Companies'));
	await expect.poll(() => asked).toEqual(['/companies']);
	await page.mouse.move(700, 600);
	await page.mouse.up();
	await saveCompany(page, 'Bao bì Hòa An');
	await menu(page, 'Companies').press('Enter');
	await expect(names(page)).toHaveText(['Bao bì Hòa An', 'Thủy sản Bình Minh']);
});
