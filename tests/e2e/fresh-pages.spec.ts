import type { Page } from '@playwright/test';
import { cards, makeDeal, settled } from './support/deals';
import { holdImport, paste, sendPasted } from './support/imports';
import { heading, names, toast } from './support/page';
import { deleteRecord, editAll, openMerge, part } from './support/record';
import { saveCompany } from './support/records';
import { createCompany, expect, makeContact, test } from './support/test';

test.use({ savesData: false });

/** What the browser does when a tab comes back into view. */
const comeIntoView = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

test('Back shows on every page what a move on the board changed', async ({ page }) => {
	await makeDeal(page, 'Kho lạnh Long An', { value: '1500' });
	await page.goto('/dashboard');
	const negotiation = page.getByRole('row', { name: /Negotiation/ });
	await expect(page.getByRole('link', { name: 'Prospecting' }).first()).toBeVisible();
	await page.evaluate(() => Object.assign(window, { sameDocument: true }));
	await page.getByRole('navigation').getByRole('link', { name: 'Companies' }).first().click();
	await page.getByRole('link', { name: 'Thủy sản Bình Minh' }).first().click();
	await expect(heading(page, 'Thủy sản Bình Minh')).toBeVisible();
	await part(page, 'people').getByRole('link', { name: 'Kho lạnh Long An' }).click();
	await expect(heading(page, 'Kho lạnh Long An')).toBeVisible();
	const present = page.getByRole('list', { name: 'Change stage' }).locator('[aria-current=step]');
	await expect(present).toContainText('Prospecting');
	await page.getByRole('navigation').getByRole('link', { name: 'Deals' }).first().click();
	await expect(cards(page, 'Prospecting')).toHaveText(['Kho lạnh Long An']);

	await page.getByRole('button', { name: 'Actions for Kho lạnh Long An' }).click();
	await page.getByRole('menuitem', { name: 'Negotiation' }).click();
	await expect(cards(page, 'Negotiation')).toHaveText(['Kho lạnh Long An']);
	await settled(page);
	await page.goBack();
	await expect(heading(page, 'Kho lạnh Long An')).toBeVisible();
	// what is there at once, and not only after a moment
	expect(await present.textContent()).toContain('Negotiation');
	await page.goBack();
	await expect(heading(page, 'Thủy sản Bình Minh')).toBeVisible();
	await expect(part(page, 'people').getByRole('listitem').filter({ hasText: 'Kho lạnh Long An' })).toContainText(
		'Negotiation',
	);
	await page.goForward();
	await page.goForward();
	await expect(cards(page, 'Negotiation')).toHaveText(['Kho lạnh Long An']);
	for (let step = 0; step < 4; step++) await page.goBack();
	await expect(heading(page, 'Today')).toBeVisible();
	await expect(negotiation.or(page.getByText('Negotiation')).first()).toBeVisible();
	expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});

test('a tab that comes back into view reads again, and takes nothing from whoever is in the middle of something', async ({
	page,
	context,
}) => {
	await saveCompany(page, 'Thủy sản Bình Minh');
	await saveCompany(page, 'Gỗ Trường Thành');
	await page.goto('/companies');
	await expect(names(page)).toHaveCount(2);
	const other = await context.newPage();
	await createCompany(other, 'Bao bì Đại Phát');

	// nobody is asked for more than the mark where nothing has changed, nor the rows while some are selected
	await page.getByRole('checkbox', { name: /Gỗ Trường Thành/ }).check();
	const asked = page.waitForResponse('**/api/mark');
	await comeIntoView(page);
	await asked;
	await expect(page.getByRole('toolbar', { name: 'Selected rows' })).toContainText('1');
	await expect(names(page)).toHaveCount(2);
	await page.getByRole('checkbox', { name: /Gỗ Trường Thành/ }).uncheck();
	await expect(names(page)).toHaveCount(3);
	const reads: string[] = [];
	page.on('request', (request) => request.headers().rsc && reads.push(request.url()));
	const again = page.waitForResponse('**/api/mark');
	await comeIntoView(page);
	await again;
	expect(reads).toEqual([]);

	// what is typed stays, and so does an open dialog
	await page.goto('/companies/new');
	await page.getByLabel('Company name').fill('Nội thất Hòa Phát');
	await createCompany(other, 'Kho lạnh Long An');
	const third = page.waitForResponse('**/api/mark');
	await comeIntoView(page);
	await third;
	await expect(page.getByLabel('Company name')).toHaveValue('Nội thất Hòa Phát');
	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(heading(page, 'Nội thất Hòa Phát')).toBeVisible();
	// a form that is saved is not behind it
	await page.goBack();
	await expect(heading(page, 'Companies')).toBeVisible();
	await expect(names(page)).toHaveCount(5);

	// a page that the browser has kept and shows again; one that is driven by a test keeps none, so it is only told so
	await createCompany(other, 'Nhựa Tiền Phong');
	await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
	await expect(names(page)).toHaveCount(6);
});

test('an import that ends while another page is open makes that page fresh', async ({ page }) => {
	await createCompany(page, 'Thủy sản Bình Minh');
	await paste(page, 'Company name\nHoa Sen\nGỗ Trường Thành');
	await sendPasted(page);
	await page.getByRole('button', { name: 'Check the file' }).click();
	const run = page.getByRole('button', { name: 'Import 2 rows' });
	await expect(run).toBeVisible();
	const { goOn } = await holdImport(page);
	await run.click();
	await expect(page.getByRole('progressbar')).toBeVisible();
	await page.getByRole('navigation').getByRole('link', { name: 'Companies' }).first().click();
	await expect(names(page)).toHaveText(['Thủy sản Bình Minh']);
	await goOn();
	await expect(names(page)).toHaveCount(3);
	// and the page of the import itself
	await page.goBack();
	await expect(page.getByRole('button', { name: 'Undo import' })).toBeVisible();
	await expect(page.getByRole('progressbar')).toHaveCount(0);
});

test('Back after an edit, a merge and a deletion leads to the page before, and to none that is gone', async ({
	page,
}) => {
	await createCompany(page, 'Thủy sản Bình Minh');
	await makeContact(page, 'Đặng Thị Ánh');
	await makeContact(page, 'Đặng Ánh');
	await page.goto('/contacts?q=anh');
	await expect(names(page)).toHaveCount(2);
	await page.evaluate(() => {
		const seen = () => /There is nothing here/.test(document.body.innerText) && console.error('a page that is gone');
		new MutationObserver(seen).observe(document.body, { childList: true, subtree: true, characterData: true });
	});
	const inList = async (...people: string[]) => {
		await expect(heading(page, 'Contacts')).toBeVisible();
		await expect(page).toHaveURL(/\/contacts\?q=anh$/);
		await expect(names(page)).toHaveText(people);
	};

	await page.getByRole('link', { name: 'Đặng Ánh', exact: true }).click();
	await editAll(page);
	await page.getByLabel('Job title').fill('Kế toán');
	await page.getByRole('button', { name: 'Save contact' }).click();
	await expect(toast(page, 'Saved Đặng Ánh')).toBeVisible();
	await expect(page.getByRole('main')).toContainText('Kế toán');
	await page.goBack();
	await inList('Đặng Ánh', 'Đặng Thị Ánh');

	// the one whose page is open goes
	await page.goForward();
	await expect(heading(page, 'Đặng Ánh')).toBeVisible();
	await openMerge(page);
	await page.getByRole('combobox', { name: 'Merge with the contact' }).fill('thi anh');
	await page.getByRole('option', { name: 'Đặng Thị Ánh' }).click();
	await page.getByRole('group', { name: 'Which one stays' }).getByRole('radio', { name: /Thị/ }).check();
	await page.getByRole('button', { name: 'Merge contacts' }).click();
	await expect(toast(page, 'Merged Đặng Ánh into Đặng Thị Ánh')).toBeVisible();
	await expect(heading(page, 'Đặng Thị Ánh')).toBeVisible();
	await page.goBack();
	await inList('Đặng Thị Ánh');
	await page.goForward();
	await expect(heading(page, 'Đặng Thị Ánh')).toBeVisible();

	// a company goes, and with it the pages of its people
	await page.getByRole('main').getByRole('link', { name: 'Thủy sản Bình Minh' }).first().click();
	await expect(heading(page, 'Thủy sản Bình Minh')).toBeVisible();
	await page.getByRole('main').getByRole('link', { name: 'Đặng Thị Ánh', exact: true }).first().click();
	await expect(heading(page, 'Đặng Thị Ánh')).toBeVisible();
	await page.getByRole('main').getByRole('link', { name: 'Thủy sản Bình Minh' }).first().click();
	await expect(heading(page, 'Thủy sản Bình Minh')).toBeVisible();
	await deleteRecord(page);
	await expect(heading(page, 'Companies')).toBeVisible();
	await page.goBack();
	await expect(page.getByText('No contacts match')).toBeVisible();
	await inList();
	await toast(page, 'Deleted Thủy sản Bình Minh').getByRole('button', { name: 'Undo' }).click();
	await inList('Đặng Thị Ánh');
	await page.goForward();
	await expect(heading(page, 'Đặng Thị Ánh')).toBeVisible();
});

test('removing an import and sending a file leave no old list of imports behind', async ({ page }) => {
	const pasteAgain = async (name: string) => {
		await page.getByText('Paste a table instead').click();
		await page.getByLabel('A table').fill(`Name\tCompany\n${name}\tThủy sản Bình Minh\n`);
		await sendPasted(page);
	};
	await page.goto('/import');
	const files = page.getByRole('main').getByRole('link', { name: 'Pasted table' });
	await pasteAgain('Nguyễn Thị Hạnh');
	await page.goBack();
	await expect(files).toHaveCount(1);
	await pasteAgain('Trần Văn Đức');
	await page.goBack();
	await expect(files).toHaveCount(2);
	await files.first().click();
	await page.getByRole('button', { name: 'Remove file' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'Remove file' }).click();
	await expect(toast(page, 'Removed Pasted table')).toBeVisible();
	await expect(files).toHaveCount(1);
});
