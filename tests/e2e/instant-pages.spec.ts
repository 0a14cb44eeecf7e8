import type { Page } from '@playwright/test';
import { withLockedTable } from './support/database';
import { makeDeal } from './support/deals';
import { hold } from './support/hold';
import { heading, hydrated, names } from './support/page';
import { editAll, head, openHistory, part } from './support/record';
import { call, saveCompany } from './support/records';
import { report } from './support/reports';
import { createCompany, expect, test } from './support/test';
import { sidebar } from './support/views';

test.use({ savesData: false });

/** Answers to links, which carry the next page. */
const holdPages = (page: Page) => hold(page, '**/*', (request) => request.headers().rsc === '1');

const menu = (page: Page, name: string) => sidebar(page).getByRole('link', { name, exact: true });
/** The line at the top that says that a page is on its way, once it can be seen. */
const line = (page: Page) =>
	page.locator('[data-progress]').evaluate((element) => element.getBoundingClientRect().width > 0);

test('a clicked link is marked at once, the old screen stays, and after a moment a line says that the page is coming', async ({
	page,
}) => {
	await saveCompany(page, 'Thủy sản Bình Minh');
	await page.goto('/companies');
	await hydrated(page);
	const present = await menu(page, 'Companies').evaluate((link) => getComputedStyle(link).backgroundColor);
	expect(await line(page)).toBe(false);
	const release = await holdPages(page);
	await menu(page, 'Contacts').click();
	await expect(menu(page, 'Contacts')).toHaveCSS('background-color', present);
	await expect(menu(page, 'Companies')).not.toHaveCSS('background-color', present);
	await expect.poll(() => line(page)).toBe(true);
	await expect(names(page)).toHaveText(['Thủy sản Bình Minh']);
	// the page that is open, while another is on its way: no mark and no line is left over
	await menu(page, 'Companies').click();
	await expect(menu(page, 'Companies')).toHaveCSS('background-color', present);
	release();
	await expect.poll(() => line(page)).toBe(false);
	await expect(heading(page, 'Companies')).toBeVisible();
	await expect(page.locator('[data-going]')).toHaveCount(0);
	await menu(page, 'Contacts').click();
	await expect(heading(page, 'Contacts')).toBeVisible();
	await expect.poll(() => line(page)).toBe(false);
	await expect(menu(page, 'Contacts')).toHaveCSS('background-color', present);
});

test('links that ask for more than the page are the browser’s: another tab, a file, a place on this page', async ({
	page,
	context,
}) => {
	await saveCompany(page, 'Thủy sản Bình Minh');
	await page.goto('/companies');
	await hydrated(page);
	const [beside] = await Promise.all([
		context.waitForEvent('page'),
		menu(page, 'Contacts').click({ modifiers: ['ControlOrMeta'] }),
	]);
	await expect(heading(beside, 'Contacts')).toBeVisible();
	await expect(heading(page, 'Companies')).toBeVisible();
	const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export' }).click()]);
	expect(file.suggestedFilename()).toMatch(/companies.*\.csv$/);
	await page.evaluate(() => Object.assign(window, { sameDocument: true }));
	await page.getByRole('link', { name: 'Skip to content' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main')).toBeFocused();
	await menu(page, 'Deals').click();
	await expect(heading(page, 'Deals')).toBeVisible();
	expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});

/** Milliseconds from the last question for a page to the end of its answer. Runs in the browser. */
function answerTime(): number {
	const asked = performance.getEntriesByType('resource').findLast(({ name }) => name.includes('_rsc='));
	const timing = (asked ?? performance.getEntriesByType('navigation')[0]) as PerformanceResourceTiming;
	return timing.responseEnd - timing.requestStart;
}

test('no skeleton is shown where the answer comes within 200 ms', async ({ page }) => {
	await makeDeal(page, 'Kho lạnh Long An', { value: '1500' });
	await page.addInitScript(() => {
		const seen: string[] = [];
		Object.assign(window, { skeletons: seen });
		new MutationObserver(() => {
			if (document.querySelector('[data-slot=skeleton]')) seen.push(location.pathname + location.search);
		}).observe(document, { childList: true, subtree: true });
	});
	const skeletons = () => page.evaluate(() => (window as unknown as { skeletons: string[] }).skeletons.splice(0));
	let quick = 0;
	const visit = async (go: () => Promise<unknown>, title: string) => {
		await go();
		await expect(heading(page, title)).toBeVisible();
		await page.waitForLoadState('networkidle');
		const shown = await skeletons();
		if ((await page.evaluate(answerTime)) > 200) return;
		quick++;
		expect(shown, title).toEqual([]);
	};
	for (const path of ['dashboard', 'reports', 'companies', 'deals', 'activities', 'settings']) {
		const title = path === 'dashboard' ? 'Today' : path[0]?.toUpperCase() + path.slice(1);
		await visit(() => page.goto(`/${path}`), title);
	}
	await hydrated(page);
	for (const title of ['Today', 'Companies', 'Contacts', 'Deals', 'Activities', 'Reports', 'Today', 'Companies'])
		await visit(() => menu(page, title).click(), title);
	await visit(() => names(page).first().click(), 'Thủy sản Bình Minh');
	// its parts are there with it; what it has to do with is one link away, and what was changed one in its menu
	await visit(() => part(page, 'people').getByRole('link', { name: 'Kho lạnh Long An' }).click(), 'Kho lạnh Long An');
	await visit(() => head(page).getByRole('link', { name: 'Thủy sản Bình Minh' }).click(), 'Thủy sản Bình Minh');
	await visit(() => openHistory(page), 'History');
	await visit(() => page.goBack(), 'Thủy sản Bình Minh');
	expect(quick, 'answers within 200 ms, of 19').toBeGreaterThan(5);
});

test('a report that takes long to read does not hold up the others', async ({ page }) => {
	await makeDeal(page, 'Kho lạnh Long An', { value: '1500' });
	await page.goto('/companies');
	await hydrated(page);
	await withLockedTable('deal_stage_change', async () => {
		await menu(page, 'Reports').click();
		await expect(report(page, 'Forecast')).toContainText('1,500');
		await expect(page.locator('[data-slot=skeleton]').first()).toBeVisible();
		await expect(report(page, 'From stage to stage')).toHaveCount(0);
	});
	await expect(report(page, 'From stage to stage')).toBeVisible();
	await expect(page.locator('[data-slot=skeleton]')).toHaveCount(0);
});

test('whatever was done last is on every page that is opened after it, by a link, Back and Forward, and in another tab', async ({
	page,
	context,
}) => {
	const id = await saveCompany(page, 'Thủy sản Bình Minh');
	await saveCompany(page, 'Gỗ Trường Thành');
	const title = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
	await page.goto('/companies');
	await hydrated(page);
	await page.getByRole('link', { name: 'Thủy sản Bình Minh' }).click();
	await expect(title('Thủy sản Bình Minh')).toBeVisible();
	await menu(page, 'Contacts').click();
	await expect(heading(page, 'Contacts')).toBeVisible();
	await page.goBack();
	await editAll(page);
	await page.getByLabel('Company name').fill('Thủy sản Hừng Đông');
	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(title('Thủy sản Hừng Đông')).toBeVisible();
	// what is there at once counts, and not only what is there after a moment
	await page.goBack();
	await expect(heading(page, 'Companies')).toBeVisible();
	expect(await names(page).allTextContents()).toContain('Thủy sản Hừng Đông');
	await page.goForward();
	await expect(title('Thủy sản Hừng Đông')).toBeVisible();
	await menu(page, 'Companies').click();
	await expect(heading(page, 'Companies')).toBeVisible();
	expect(await names(page).allTextContents()).not.toContain('Thủy sản Bình Minh');

	// another tab acts; this one has come back into view
	const other = await context.newPage();
	await createCompany(other, 'Bao bì Đại Phát');
	const asked = page.waitForResponse('**/api/mark');
	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await asked;
	await expect(names(page)).toHaveCount(3);
	await page.goBack();
	await expect(title('Thủy sản Hừng Đông')).toBeVisible();
	await page.goForward();
	await expect(names(page)).toHaveCount(3);
	await call(other, 'companies', 'deleteCompany', { id });
	await menu(page, 'Companies').click();
	await expect(names(page)).toHaveCount(2);
});

test('the scripts of other pages are there before they are opened', async ({ page }) => {
	await saveCompany(page, 'Thủy sản Bình Minh');
	const told = page.waitForResponse('**/api/page-scripts');
	const here = new Set<string>();
	page.on('requestfinished', (request) => here.add(new URL(request.url()).pathname));
	await page.goto('/dashboard');
	const { records, others }: Record<'records' | 'others', string[]> = await (await told).json();
	const paths = [...records, ...others];
	expect(records.length).toBeGreaterThan(1);
	expect(paths.length).toBeGreaterThan(10);
	await expect.poll(() => paths.filter((path) => !here.has(path))).toEqual([]);
	const session = await page.context().newCDPSession(page);
	const fetched: string[] = [];
	await session.send('Network.enable');
	session.on('Network.responseReceived', ({ type, response }) => {
		const { fromPrefetchCache, fromDiskCache, url } = response;
		// what a page has loaded when idle comes after it
		const isOfPage = type === 'Script' && paths.includes(new URL(url).pathname);
		if (isOfPage && !fromPrefetchCache && !fromDiskCache) fetched.push(url);
	});
	await menu(page, 'Deals').click();
	await expect(heading(page, 'Deals')).toBeVisible();
	await menu(page, 'Companies').click();
	await names(page).first().click();
	await expect(heading(page, 'Thủy sản Bình Minh')).toBeVisible();
	await editAll(page);
	await expect(page.getByLabel('Company name')).toHaveValue('Thủy sản Bình Minh');
	expect(fetched).toEqual([]);
});
