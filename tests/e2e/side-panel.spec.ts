import fs from 'node:fs';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { CHECKOUT } from '../../scripts/launcher/config.ts';
import { expectAccessible, expectFits } from './support/accessible';
import { makeAccount, signIn } from './support/accounts';
import { hold } from './support/hold';
import { hydrated, names, ready } from './support/page';
import { clickRow, inPanel, openRow, panel, recordRequests, row } from './support/panel';
import { saveCompany } from './support/records';
import { expect, test } from './support/test';

const companies = ['Acme Corp', 'Bình Minh', 'Cửu Long', 'Globex'];
const ids: Record<string, string> = {};

test.beforeEach(async ({ page }) => {
	for (const name of companies) ids[name] = await saveCompany(page, name, { industry: 'Thực phẩm' });
});

test('a click on a row opens its record beside the list, and a click on another one changes it', async ({ page }) => {
	await page.goto('/companies');
	await hydrated(page);
	await clickRow(page, 'Bình Minh');
	await expect(inPanel(page, 'Bình Minh')).toBeVisible();
	await expect(panel(page)).toContainText('2 of 4');
	await expect(page).toHaveURL(`/companies?panel=company:${ids['Bình Minh']}`);
	await expect(openRow(page)).toContainText('Bình Minh');
	await clickRow(page, 'Acme Corp');
	await expect(inPanel(page, 'Acme Corp')).toBeVisible();
	await expect(openRow(page)).toContainText('Acme Corp');
	await panel(page).getByRole('button', { name: 'Next' }).click();
	await expect(inPanel(page, 'Bình Minh')).toBeVisible();
	await panel(page).getByRole('button', { name: 'Close panel' }).click();
	await expect(panel(page)).toHaveCount(0);
	await expect(page).toHaveURL('/companies');
	await expect(page.getByRole('link', { name: 'Bình Minh' })).toBeFocused();
	await expect(openRow(page)).toHaveCount(0);
});

test('links and boxes of a row do what they do without the panel', async ({ page }) => {
	await page.goto('/companies');
	await hydrated(page);
	await row(page, 'Globex').getByRole('checkbox').check();
	await expect(page.getByRole('toolbar', { name: 'Selected rows' })).toContainText('1 company selected');
	await expect(panel(page)).toHaveCount(0);
	await page.getByRole('link', { name: 'Globex' }).click();
	await expect(page).toHaveURL(`/companies/${ids.Globex}`);
	await expect(panel(page)).toHaveCount(0);
});

test('by keys alone: open, step, select, close, and open the page', async ({ page }) => {
	await page.goto('/companies');
	await ready(page);
	await page.keyboard.press('j');
	await page.keyboard.press('j');
	await page.keyboard.press('Space');
	await expect(inPanel(page, 'Bình Minh')).toBeVisible();
	await expect(panel(page)).toBeFocused();
	await page.keyboard.press('j');
	await expect(inPanel(page, 'Cửu Long')).toBeVisible();
	await page.keyboard.press('x');
	await expect(row(page, 'Cửu Long').getByRole('checkbox')).toBeChecked();
	await page.keyboard.press('Escape');
	await expect(panel(page)).toHaveCount(0);
	await expect(page.getByRole('link', { name: 'Cửu Long' })).toBeFocused();
	// at once, while the browser is still on its way back
	await page.keyboard.press('Space');
	await expect(inPanel(page, 'Cửu Long')).toBeVisible();
	await expect(page).toHaveURL(`/companies?panel=company:${ids['Cửu Long']}`);
	await expect(page.locator('html')).not.toHaveAttribute('data-going');
	await page.keyboard.press('o');
	await expect(page).toHaveURL(`/companies/${ids['Cửu Long']}`);
	await expect(panel(page)).toHaveCount(0);
	await page.goBack();
	await expect(inPanel(page, 'Cửu Long')).toBeVisible();
});

test('the address remembers it: steps replace, Back closes, Forward and a reload open', async ({ page }) => {
	await page.goto('/dashboard');
	await page.goto('/companies');
	await hydrated(page);
	await clickRow(page, 'Acme Corp');
	await expect(inPanel(page, 'Acme Corp')).toBeVisible();
	await page.keyboard.press('j');
	await page.keyboard.press('j');
	await expect(inPanel(page, 'Cửu Long')).toBeVisible();
	await page.reload();
	await expect(inPanel(page, 'Cửu Long')).toBeVisible();
	await expect(panel(page)).toContainText('3 of 4');
	await page.goBack();
	await expect(panel(page)).toHaveCount(0);
	await expect(page).toHaveURL('/companies');
	await page.goForward();
	await expect(inPanel(page, 'Cửu Long')).toBeVisible();
	await page.goBack();
	await page.goBack();
	await expect(page).toHaveURL('/dashboard');
});

test('a search and a filter stay, and so does the panel', async ({ page }) => {
	await page.goto('/companies?q=l');
	await hydrated(page);
	await expect(names(page)).toHaveText(['Cửu Long', 'Globex']);
	await clickRow(page, 'Cửu Long');
	await expect(panel(page)).toContainText('1 of 2');
	await page.getByRole('link', { name: 'Company name' }).click();
	await expect(names(page)).toHaveText(['Globex', 'Cửu Long']);
	await expect(panel(page)).toContainText('2 of 2');
	await expect(openRow(page)).toContainText('Cửu Long');
	await page.keyboard.press('k');
	await expect(inPanel(page, 'Globex')).toBeVisible();
	await panel(page).getByRole('button', { name: 'Close panel' }).click();
	await expect(page).toHaveURL('/companies?q=l&sort=name.desc');
});

test('of two quick steps on a slow line the last one is shown, and its name at once', async ({ page }) => {
	await page.goto('/companies');
	await hydrated(page);
	await clickRow(page, 'Acme Corp');
	await expect(inPanel(page, 'Acme Corp')).toBeVisible();
	const goOn = await hold(page, recordRequests);
	await page.keyboard.press('j');
	await page.keyboard.press('j');
	await expect(panel(page).locator('[data-panel-awaited]')).toContainText('Cửu Long');
	await expect(panel(page)).toContainText('3 of 4');
	await expect(panel(page)).toHaveAttribute('aria-busy', 'true');
	goOn();
	await expect(inPanel(page, 'Cửu Long')).toBeVisible();
	await expect(panel(page)).toHaveAttribute('aria-busy', 'false');
	await expect(page).toHaveURL(`/companies?panel=company:${ids['Cửu Long']}`);
});

test('opening and stepping ask for the record alone, and leave the list’s rows as they are', async ({ page }) => {
	await page.goto('/companies');
	await hydrated(page);
	await row(page, 'Globex').getByRole('checkbox').check();
	const asked: string[] = [];
	page.on('request', (request) => request.resourceType() === 'fetch' && asked.push(new URL(request.url()).pathname));
	await page.evaluate(() => {
		const changes: string[] = [];
		const watch = new MutationObserver((found) => changes.push(...found.map(({ type }) => type)));
		const table = document.querySelector('table') as Element;
		watch.observe(table, { childList: true, characterData: true, subtree: true });
		Object.assign(window, { changes });
	});
	await clickRow(page, 'Acme Corp');
	await expect(inPanel(page, 'Acme Corp')).toBeVisible();
	await page.keyboard.press('j');
	await expect(inPanel(page, 'Bình Minh')).toBeVisible();
	expect(asked.filter((path) => path.startsWith('/companies'))).toEqual([
		`/companies/${ids['Acme Corp']}`,
		`/companies/${ids['Bình Minh']}`,
	]);
	expect(await page.evaluate(() => (window as unknown as { changes: string[] }).changes)).toEqual([]);
	await expect(row(page, 'Globex').getByRole('checkbox')).toBeChecked();
});

test('what is written in the panel is there at once, in the panel and in the list', async ({ page }) => {
	await page.goto('/companies');
	await hydrated(page);
	await clickRow(page, 'Globex');
	await expect(inPanel(page, 'Globex')).toBeVisible();
	await page.keyboard.press('c');
	await page.keyboard.press('f');
	await expect(page.getByRole('dialog', { name: 'New follow-up' }).getByRole('combobox', { name: 'For' })).toHaveValue(
		/Globex/,
	);
	await page.keyboard.type('Send the offer');
	await page.keyboard.press('Control+Enter');
	await expect(panel(page).getByRole('listitem').filter({ hasText: 'Send the offer' })).toBeVisible();
	await expect(page).toHaveURL(`/companies?panel=company:${ids.Globex}`);
});

test('deleting the record closes the panel, and the list stays as it is filtered', async ({ page }) => {
	await page.goto('/companies?q=l');
	await hydrated(page);
	await clickRow(page, 'Globex');
	await panel(page).getByRole('button', { name: 'More actions' }).click();
	await panel(page).getByRole('button', { name: 'Delete' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'Delete company' }).click();
	await expect(panel(page)).toHaveCount(0);
	await expect(names(page)).toHaveText(['Cửu Long']);
	await expect(page).toHaveURL('/companies?q=l');
});

test('a record that is gone, or another account’s, is said to be gone, and the list is there', async ({
	page,
	context,
}) => {
	const other = await makeAccount({ locale: 'en-US', timezoneId: 'UTC' });
	await page.goto(`/companies?panel=company:${uuidv7()}`);
	await expect(panel(page).getByRole('alert')).toContainText('This company no longer exists');
	await expect(names(page)).toHaveText(companies);
	await clickRow(page, 'Globex');
	await expect(inPanel(page, 'Globex')).toBeVisible();
	await page.goto('/companies?panel=company:nothing');
	await expect(panel(page).getByRole('alert')).toContainText('This company no longer exists');
	await page.keyboard.press('Escape');
	await expect(panel(page)).toHaveCount(0);
	await context.clearCookies();
	await signIn(context, other);
	await page.goto(`/companies?panel=company:${ids.Globex}`);
	await expect(panel(page).getByRole('alert')).toContainText('This company no longer exists');
});

test('where the session has ended, the panel says so', async ({ page, context }) => {
	await page.goto('/companies');
	await hydrated(page);
	const cookies = await context.cookies();
	await context.clearCookies();
	await clickRow(page, 'Globex');
	await expect(panel(page).getByRole('alert')).toContainText('You’ve been signed out.');
	await context.addCookies(cookies);
	await page.keyboard.press('k');
	await expect(inPanel(page, 'Cửu Long')).toBeVisible();
});

test('steps lead on to the next page of the list, and back', async ({ page }) => {
	for (let number = 10; number < 28; number++) await saveCompany(page, `Kho ${number}`);
	await page.goto('/companies');
	await hydrated(page);
	await clickRow(page, 'Kho 25');
	await expect(panel(page)).toContainText('20 of 22');
	await page.keyboard.press('j');
	await expect(inPanel(page, 'Kho 26')).toBeVisible();
	await expect(panel(page)).toContainText('21 of 22');
	await expect(names(page)).toHaveText(['Kho 26', 'Kho 27']);
	await expect(page).toHaveURL(/page=2&panel=/);
	await page.keyboard.press('k');
	await expect(inPanel(page, 'Kho 25')).toBeVisible();
	await expect(names(page)).toHaveCount(20);
	await page.goBack();
	await expect(panel(page)).toHaveCount(0);
	await expect(names(page)).toHaveCount(20);
});

test('the pages beside the panel know every action of a record’s page, so that none is passed on', () => {
	const manifest = path.join(CHECKOUT, '.next/server/server-reference-manifest.json');
	type Action = { exportedName: string; workers: Record<string, unknown> };
	const { node }: { node: Record<string, Action> } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
	const lists = ['companies', 'contacts', 'deals', 'deals/list', 'dashboard', 'activities', 'reports'];
	const page = (name: string) => `app/(crm)/${name}/page`;
	const actions = Object.values(node).filter(({ workers }) =>
		['companies', 'contacts', 'deals'].some((list) => page(`${list}/[id]`) in workers),
	);
	expect(actions.length).toBeGreaterThan(10);
	const unknown = actions.flatMap(({ exportedName, workers }) =>
		lists.filter((list) => !(page(list) in workers)).map((list) => `${exportedName} in ${list}`),
	);
	expect(unknown).toEqual([]);
});

test('is accessible in both themes, and fits any screen', async ({ page }) => {
	await page.goto(`/companies?panel=company:${ids['Cửu Long']}`);
	await hydrated(page);
	await expect(inPanel(page, 'Cửu Long')).toBeVisible();
	for (const width of [390, 1440, 1920]) {
		await page.setViewportSize({ width, height: 900 });
		await expectFits(page);
		const box = await panel(page).boundingBox();
		expect(box?.width).toBe(Math.min(width, 480));
		// from 1600 pixels on, the list makes room
		if (width === 1920) {
			const table = await page.locator('table').boundingBox();
			expect((table?.x ?? 0) + (table?.width ?? 0)).toBeLessThanOrEqual(box?.x ?? 0);
		}
		await expectAccessible(page, `${width}`);
	}
});
