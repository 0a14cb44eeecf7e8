import type { Page } from '@playwright/test';
import { box } from './support/commands';
import { column, makeDeal } from './support/deals';
import { filterPopover } from './support/filters';
import { holdScripts, loadedAtFirst, openWithoutTheRest } from './support/hold';
import { heading, names } from './support/page';
import { askToDelete, menuButton } from './support/record';
import { saveCompany, saveContact } from './support/records';
import { expect, test } from './support/test';

test.use({ savesData: false });

/** Opens a page whose own code comes only when the returned function is called. */
async function openWithoutCode(page: Page, path: string) {
	const come = await holdScripts(page);
	await page.goto(path, { waitUntil: 'commit' });
	await expect(page.locator('#main h1')).toBeVisible();
	// what is streamed after it
	await expect(page.locator('#main [aria-busy=true]')).toHaveCount(0);
	return come;
}

test.describe('before the page’s code has come', () => {
	test('rows that are selected are selected once it is there, one by one and all at once', async ({ page }) => {
		for (const name of ['Gỗ Trường Thành', 'Thủy sản Bình Minh', 'Đại Phát']) await saveCompany(page, name);
		const selected = page.getByRole('toolbar', { name: 'Selected rows' });

		const come = await openWithoutCode(page, '/companies');
		await page.getByRole('checkbox', { name: 'Select all' }).check();
		come();
		await expect(selected).toContainText('3 companies selected');
		for (const each of await page.locator('input[name=selected]').all()) await expect(each).toBeChecked();

		const comeAgain = await openWithoutCode(page, '/companies');
		await page.getByRole('checkbox', { name: 'Select Đại Phát' }).check();
		comeAgain();
		await expect(selected).toContainText('1 company selected');
		await expect(page.getByRole('checkbox', { name: 'Select Đại Phát' })).toBeChecked();
	});

	test('a filter that is chosen and a search that is typed lead to their rows', async ({ page }) => {
		await saveCompany(page, 'Gỗ Trường Thành', { size: '11-50' });
		await saveCompany(page, 'Đại Phát', { size: '500+' });

		const come = await openWithoutCode(page, '/companies');
		await page.getByRole('button', { name: 'Filter', exact: true }).click();
		await page.keyboard.type('siz', { delay: 20 });
		come();
		await expect(filterPopover(page).getByRole('combobox', { name: 'Filter by' })).toHaveValue('siz');
		await page.keyboard.press('Enter');
		await filterPopover(page).getByLabel('500+').check();
		await expect(page).toHaveURL(/size=500/);
		await expect(names(page)).toHaveText(['Đại Phát']);

		const comeAgain = await openWithoutCode(page, '/companies');
		await page.getByRole('searchbox').click();
		await page.keyboard.type('truong');
		comeAgain();
		await expect(names(page)).toHaveText(['Gỗ Trường Thành']);
		await expect(page.getByRole('searchbox')).toHaveValue('truong');
		await page.keyboard.type(' thanh');
		await expect(page).toHaveURL(/q=truong\+thanh/);
	});

	test('the search is opened by its button, and what is typed after that goes into it', async ({ page }) => {
		const come = await openWithoutCode(page, '/dashboard');
		await page.getByRole('button', { name: 'Search' }).click();
		await page.keyboard.type('edge', { delay: 20 });
		come();
		await expect(box(page)).toHaveValue('edge');
		await expect(page).toHaveURL(/\/dashboard$/);
	});

	test('a button asks its question, a menu opens, and a follow-up is done', async ({ page }) => {
		const company = await saveCompany(page, 'Gỗ Trường Thành');
		await page.goto(`/companies/${company}`);
		await page.getByLabel('New follow-up').fill('Gửi báo giá');
		await page.getByLabel('New follow-up').press('Enter');
		await expect(page.getByRole('checkbox', { name: 'Done: Gửi báo giá' })).toBeVisible();

		// its menu is the browser's own
		const come = await openWithoutCode(page, page.url());
		await askToDelete(page);
		come();
		await expect(page.getByRole('alertdialog', { name: 'Delete Gỗ Trường Thành?' })).toBeVisible();

		const comeAgain = await openWithoutCode(page, page.url());
		await page.getByRole('checkbox', { name: 'Done: Gửi báo giá' }).check();
		comeAgain();
		await expect(page.getByText('Done: Gửi báo giá').and(page.locator('[data-title]'))).toBeVisible();
		await expect(page.getByRole('checkbox', { name: 'Done: Gửi báo giá' })).toBeChecked();

		await makeDeal(page, 'Kho lạnh');
		const comeLast = await openWithoutCode(page, '/deals');
		// what listens already, as React does on what it is about to take over, must not answer it as well
		const clicks = await page.evaluateHandle(() => {
			const heard = { count: 0 };
			document.addEventListener('click', () => heard.count++);
			return heard;
		});
		await column(page, 'Prospecting').getByRole('button', { name: 'Actions for Kho lạnh' }).click();
		comeLast();
		await expect(page.getByRole('menuitem', { name: 'Negotiation' })).toBeVisible();
		expect(await clicks.evaluate(({ count }) => count)).toBe(1);
	});

	test('a mark in a form shows the fields that go with it, and the sidebar folds once however often it is asked to', async ({
		page,
	}) => {
		const company = await saveCompany(page, 'Gỗ Trường Thành');
		const contact = await saveContact(page, company, 'Trần Quốc Bảo');
		const come = await openWithoutCode(page, `/contacts/${contact}/edit`);
		await page.getByRole('checkbox', { name: 'Decision maker' }).check();
		await page.getByRole('button', { name: 'Collapse sidebar' }).click();
		await page.getByRole('button', { name: 'Collapse sidebar' }).click();
		come();
		await expect(page.getByLabel('Authority level')).toBeVisible();
		await expect(page.getByRole('checkbox', { name: 'Decision maker' })).toBeChecked();
		await expect(page.getByRole('button', { name: 'Expand sidebar' })).toBeVisible();
	});
});

test.describe('code that comes after the page', () => {
	test('is there before it is needed', async ({ page }) => {
		const company = await saveCompany(page, 'Gỗ Trường Thành');
		await page.goto(`/companies/${company}`);
		await page.waitForLoadState('networkidle');
		const late: string[] = [];
		page.on('request', (request) => request.resourceType() === 'script' && late.push(request.url()));
		await page.keyboard.press('Control+k');
		await expect(box(page)).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(box(page)).toBeHidden();
		await page.keyboard.press('?');
		await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(await askToDelete(page)).toBeVisible();
		expect(late).toEqual([]);
	});

	test('takes what is typed for it meanwhile', async ({ page }) => {
		const come = await openWithoutTheRest(page, '/companies?q=a');
		await page.keyboard.press('Control+k');
		await page.keyboard.type('edge', { delay: 20 });
		await expect(page.locator('[data-type-ahead]')).toBeFocused();
		come();
		await expect(box(page)).toHaveValue('edge');

		const comeAgain = await openWithoutTheRest(page, '/companies?q=a');
		await page.getByRole('button', { name: 'Save view' }).click();
		await page.keyboard.type('edge', { delay: 20 });
		comeAgain();
		await expect(page.getByLabel('View name')).toHaveValue('edge');
	});

	test('does nothing by a key that was meant for a question not yet asked, and gives the focus back', async ({
		page,
	}) => {
		const company = await saveCompany(page, 'Gỗ Trường Thành');
		const come = await openWithoutTheRest(page, `/companies/${company}`);
		await askToDelete(page);
		await page.keyboard.press('Enter');
		await page.keyboard.type('ed', { delay: 20 });
		come();
		const question = page.getByRole('alertdialog', { name: 'Delete Gỗ Trường Thành?' });
		await expect(question).toBeVisible();
		await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(question).toBeHidden();
		await expect(menuButton(page)).toBeFocused();
		await expect(heading(page, 'Gỗ Trường Thành')).toBeVisible();
		await expect(page).toHaveURL(new RegExp(`/companies/${company}$`));
	});

	test('says later what was to be said before', async ({ page, context }) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		const company = await saveCompany(page, 'Gỗ Trường Thành');
		const contact = await saveContact(page, company, 'Trần Quốc Bảo', { email: 'bao@example.com' });
		const come = await openWithoutTheRest(page, `/contacts/${contact}`);
		// a mouse that has come to rest before the page's own code is there moves once more
		await expect(async () => {
			await page.mouse.move(0, 0);
			await page.getByRole('button', { name: 'Edit email, bao@example.com' }).hover({ position: { x: 12, y: 12 } });
			await page.getByTitle('Copy').click({ timeout: 1_000 });
		}).toPass();
		await page.waitForTimeout(300);
		come();
		await expect(page.locator('[data-sonner-toast]')).toContainText('Copied');
	});

	test('that does not come takes nothing away, and opens once it can be fetched', async ({ page, problems }) => {
		const first = await loadedAtFirst(page, '/companies/new');
		let isReachable = false;
		await page.unrouteAll();
		await page.route(/\/_next\/static\/.*\.js/, (route) =>
			isReachable || first.has(route.request().url()) ? route.continue() : route.abort(),
		);
		await page.goto('/companies/new');
		await page.getByLabel('Company name').fill('Đại Phát');
		await page.keyboard.press('Control+k');
		await expect(page.getByText('Couldn’t open this part of the page.')).toBeVisible({ timeout: 20_000 });
		await expect(page.getByLabel('Company name')).toHaveValue('Đại Phát');
		isReachable = true;
		await expect(box(page)).toBeFocused({ timeout: 20_000 });
		await expect(page.getByText('Couldn’t open this part of the page.')).toHaveCount(0);
		await page.keyboard.press('Escape');
		await expect(page.getByLabel('Company name')).toHaveValue('Đại Phát');
		// what was held back is what the browser logs
		expect(problems.filter((problem) => !problem.includes('net::ERR_FAILED'))).toEqual([]);
		problems.length = 0;
	});
});
