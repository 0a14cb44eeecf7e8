import fs from 'node:fs/promises';
import type { Page } from '@playwright/test';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { readCsv } from '../support/csv';
import { expectAccessible } from './support/accessible';
import { call, saveCompany } from './support/records';
import { alertOn, createCompany, expect, test } from './support/test';

const people = [
	'Họ và tên;Công ty;Chức vụ;Email;Điện thoại;Zalo',
	'Trần Quốc Bảo;Thủy sản Bình Minh;Giám đốc;bao@binhminh.example.com;0901234567;bao.zalo',
	'Đặng Thị Ánh;Nội thất Hoa Sen;Kế toán;anh@hoasen.example.com;gọi buổi sáng;',
	';Nội thất Hoa Sen;;khong-ten@hoasen.example.com;;',
].join('\r\n');

async function upload(page: Page, content: string | Buffer, name = 'khách hàng.csv') {
	await page.goto('/import');
	const buffer = typeof content === 'string' ? Buffer.from(content) : content;
	await page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer });
}

/** A number of the report by its name. */
const count = (page: Page, name: string) => page.locator('dl > div').filter({ hasText: name }).locator('dd');

test('a file whose columns have no names loses no line', async ({ page }) => {
	await upload(page, 'Trần Quốc Bảo,bao@example.com,Hoa Sen\nLê Nam,nam@example.com,Đông Á\n');
	await expect(page.getByLabel('Names of the columns')).toHaveValue('unnamed');
	await expect(page.getByLabel('What is in the file')).toHaveValue('contacts');
	await expect(page.getByText('Trần Quốc Bảo · Lê Nam')).toBeVisible();
	await page.getByLabel('Where “Column 1” goes').selectOption('Contact name');
	await page.getByLabel('Where “Column 2” goes').selectOption('Email');
	await page.getByLabel('Where “Column 3” goes').selectOption('Company name');
	await page.getByRole('button', { name: 'Check the file' }).click();
	await page.getByRole('button', { name: 'Import 2 rows' }).click();
	await page.getByRole('link', { name: 'Show the contacts' }).click();
	await expect(page.getByRole('link', { name: 'Trần Quốc Bảo' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Lê Nam' })).toBeVisible();
});

test('a file is checked, corrected, imported, and undone', async ({ page }) => {
	await createCompany(page, 'Thủy sản Bình Minh');
	await upload(page, people);
	await expect(page.getByRole('heading', { level: 1, name: 'khách hàng.csv' })).toBeVisible();
	await expect(page.getByLabel('What is in the file')).toHaveValue('contacts');
	await expect(page.getByLabel('Between the columns')).toHaveValue(';');
	await expect(page.getByLabel('Where “Chức vụ” goes')).toHaveValue('jobTitle');
	await expect(page.getByText('Trần Quốc Bảo · Đặng Thị Ánh')).toBeVisible();
	await page.getByLabel('Where “Zalo” goes').selectOption('New field “Zalo”');
	await expect(page.getByLabel('Type of the new field “Zalo”')).toHaveValue('text');
	await page.getByLabel('Type of the new field “Zalo”').selectOption('One from a list');

	await page.getByRole('button', { name: 'Check the file' }).click();
	await expect(count(page, 'Would be new')).toHaveText('2');
	await expect(count(page, 'New companies')).toHaveText('1');
	await expect(page.getByRole('row', { name: /Contact name is required/ })).toContainText(
		'khong-ten@hoasen.example.com',
	);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Download rejected rows' }).click(),
	]);
	const refused = readCsv(await fs.readFile(await download.path(), 'utf8'));
	expect(refused).toMatchObject([
		{
			Email: 'khong-ten@hoasen.example.com',
			Line: '4',
			'Why it was rejected': expect.stringContaining('Contact name is required.'),
		},
	]);
	// nothing is there yet
	await page.goto('/contacts');
	await expect(page.getByText('Đặng Thị Ánh')).toHaveCount(0);
	await page.goBack();

	await page.getByRole('button', { name: 'Import 2 rows' }).click();
	await expect(count(page, 'New')).toHaveText(['2', '1']);
	await page.getByRole('link', { name: 'Show the contacts' }).click();
	await page.getByRole('link', { name: 'Đặng Thị Ánh' }).click();
	await expect(page.getByText('gọi buổi sáng').first()).toBeVisible();
	await page.goto('/import');
	await page.getByRole('link', { name: 'khách hàng.csv' }).click();
	await page.getByRole('button', { name: 'Undo import' }).click();
	await expect(page.getByText('Import undone: 3 records removed.')).toBeVisible();
	await page.goto('/companies');
	await expect(page.getByRole('link', { name: 'Thủy sản Bình Minh' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Nội thất Hoa Sen' })).toHaveCount(0);
});

test('a rejected row is corrected in place, and a value is seen from old to new', async ({ page }) => {
	await saveCompany(page, 'Thủy sản Bình Minh', { phone: '+84 28 3822 1234', industry: 'Hải sản' });
	await upload(
		page,
		'Company name,Industry,Notes\nThủy sản Bình Minh,Thủy sản,Trả chậm\n,Nội thất,Kho ở Huế\nSao Mai,Giấy,\nCông ty TNHH Sao Mai,Giấy,\n',
		'công ty.csv',
	);
	await page
		.getByLabel('If the name matches')
		.or(page.getByLabel('The same name'))
		.selectOption('Overwrite with the file');
	await page.getByRole('button', { name: 'Check the file' }).click();
	const changed = page.getByRole('row', { name: /Thủy sản Bình Minh/ });
	await expect(changed.getByRole('deletion')).toHaveText('Hải sản');
	await expect(changed.getByRole('insertion')).toHaveText(['Thủy sản', 'Trả chậm']);
	await page.getByRole('radio', { name: 'Rejected 1' }).check();
	await expect(changed).toHaveCount(0);

	// a session that is over is called so
	await page.route('**/api/import/line**', (route) => route.fulfill({ status: 401 }), { times: 1 });
	await page.getByRole('button', { name: 'Edit line 3' }).click();
	await expect(page.getByText('You’ve been signed out.')).toBeVisible();
	await page.getByRole('button', { name: 'Cancel' }).click();

	// Escape puts back, Tab goes on, Enter saves
	await page.getByRole('button', { name: 'Edit line 3' }).click();
	const editor = page.getByRole('form', { name: 'Edit line 3' });
	await expect(editor.getByLabel('Company name')).toBeFocused();
	await page.keyboard.type('Hoa');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: 'Edit line 3' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(editor.getByLabel('Company name')).toHaveValue('');
	await page.keyboard.type('Nội thất Hoa Sen');
	await page.keyboard.press('Tab');
	await expect(editor.getByLabel('Industry')).toBeFocused();
	await expectAccessible(page);
	await page.keyboard.press('Enter');
	await expect(count(page, 'Rejected')).toHaveText('0');
	await expect(page.getByRole('row', { name: /Nội thất Hoa Sen/ })).toContainText('New');
	await page.getByRole('radio', { name: 'Maybe the same 1' }).check();
	const pair = page.getByRole('row', { name: /Công ty TNHH Sao Mai/ });
	await expect(pair).toContainText('Name differs only in spelling');
	await expect(pair.getByRole('radio', { name: 'Apart' })).toBeChecked();
	await expect(count(page, 'Would be new')).toHaveText('3');
	await pair.getByRole('radio', { name: 'Apart' }).press('ArrowLeft');
	await expect(count(page, 'Would be new')).toHaveText('2');
	await expect(pair.getByRole('radio', { name: 'Same', exact: true })).toBeChecked();
	await page.getByRole('button', { name: 'Import 4 rows' }).click();
	await expect(count(page, 'New').first()).toHaveText('2');
	await page.getByRole('button', { name: 'Undo import' }).click();
	await expect(page.getByText('Import undone: 2 records removed')).toBeVisible();
	await page.goto('/companies');
	await expect(page.getByRole('link', { name: 'Thủy sản Bình Minh' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Nội thất Hoa Sen' })).toHaveCount(0);
});

test('the contacts of companies are shown, and a company that is spelled like another is decided on', async ({
	page,
}) => {
	await upload(
		page,
		'Company name,Industry,Contact person,Contact email\nHoa Sen,Gỗ,Đặng Thị Ánh,anh@hoasen.example.com\n',
	);
	await page.getByRole('button', { name: 'Check the file' }).click();
	await expect(page.getByRole('columnheader', { name: 'Contact’s email' })).toBeVisible();
	await expect(page.getByRole('row', { name: /Đặng Thị Ánh/ })).toContainText('anh@hoasen.example.com');
	await page.getByRole('button', { name: 'Import 1 row' }).click();
	await page.getByRole('link', { name: 'Show the companies' }).click();
	await expect(page.getByRole('link', { name: 'Hoa Sen' })).toBeVisible();

	await upload(page, 'Họ và tên,Công ty,Email\nLê Nam,Công ty TNHH Hoa Sen,nam@hoasen.example.com\n', 'người.csv');
	await page.getByRole('button', { name: 'Check the file' }).click();
	await expect(count(page, 'New companies')).toHaveText('1');
	await page.getByRole('radio', { name: 'Maybe the same 1' }).check();
	const pair = page.getByRole('row', { name: /Lê Nam/ });
	await expect(pair).toContainText('Công ty TNHH Hoa Sen or Hoa Sen');
	await expect(pair.getByRole('link', { name: 'Hoa Sen' })).toHaveAttribute('href', /^\/companies\//);
	await expectAccessible(page);
	await page.getByRole('button', { name: 'All are the same' }).click();
	await expect(pair.getByRole('radio', { name: 'Same', exact: true })).toBeChecked();
	await expect(count(page, 'New companies')).toHaveCount(0);
	await page.getByRole('button', { name: 'Import 1 row' }).click();
	await page.getByRole('link', { name: 'Show the contacts' }).click();
	await page.getByRole('link', { name: 'Lê Nam' }).click();
	await expect(page.getByRole('main').getByRole('link', { name: 'Hoa Sen' }).first()).toBeVisible();
});

test('another kind, encoding or separator has the columns read again', async ({ page }) => {
	await upload(page, Buffer.from('Company name;Café\nHoa Sen;Größe\n', 'latin1'));
	await expect(page.getByLabel('Encoding')).toHaveValue('windows-1252');
	await expect(page.getByLabel('Where “Café” goes')).toBeVisible();
	for (const [kind, field] of [
		['Contacts', 'company'],
		['Companies', 'name'],
		['Deals', 'company'],
		['Companies', 'name'],
	] as const) {
		await page.getByLabel('What is in the file').selectOption(kind);
		await expect(page.getByLabel('Where “Company name” goes')).toHaveValue(field);
		await expect(alertOn(page)).toHaveCount(0);
	}
	await page.getByLabel('Between the columns').selectOption('Comma');
	await expect(page.getByLabel('Where “Company name;Café” goes')).toBeVisible();
	await page.getByRole('button', { name: 'Check the file' }).click();
	await expect(alertOn(page)).toContainText('Choose the column with the companies’ names');
});

test('another kind keeps what was mapped by hand, and stages of other names are mapped', async ({ page }) => {
	await upload(
		page,
		[
			'Tên công ty,Email,Điện thoại,Thương vụ,Bước',
			'Hoa Sen,kho@hoasen.example.com,0901234567,Kho lạnh,Vòng một',
			'Sao Mai,kho@saomai.example.com,0901234568,Bảo trì,vòng một',
		].join('\n'),
	);
	await page.getByLabel('What is in the file').selectOption('Companies');
	await expect(page.getByLabel('Where “Tên công ty” goes')).toHaveValue('name');
	await page.getByLabel('Where “Điện thoại” goes').selectOption('Notes');
	await page.getByLabel('What is in the file').selectOption('Deals');
	await expect(page.getByLabel('Where “Tên công ty” goes')).toHaveValue('company');
	await expect(page.getByLabel('Where “Điện thoại” goes')).toHaveValue('notes');
	await expect(page.getByLabel('Where “Thương vụ” goes')).toHaveValue('name');
	await expect(page.getByLabel('Where “Bước” goes')).toHaveValue('stage');
	await expect(alertOn(page)).toHaveCount(0);

	await page.getByRole('button', { name: 'Check the file' }).click();
	await expect(count(page, 'Rejected')).toHaveText('2');
	await expect(page.getByRole('row', { name: /Select which of your stages “Vòng một” is/ })).toBeVisible();
	await expectAccessible(page);
	await page.getByLabel('Vòng một', { exact: true }).selectOption('Negotiation');
	await page.getByRole('button', { name: 'Check the file' }).click();
	await page.getByRole('button', { name: 'Import 2 rows' }).click();
	await page.getByRole('link', { name: 'Show the deals' }).click();
	await expect(page.getByRole('row', { name: /Kho lạnh/ })).toContainText('Negotiation');
});

test('columns without a value are folded away, and can be chosen all the same', async ({ page }) => {
	await upload(page, 'Company name,Fax,Sân golf\nThủy sản Bình Minh,,\n');
	await expect(page.getByLabel('Where “Company name” goes')).toBeVisible();
	await expect(page.getByLabel('Where “Fax” goes')).toBeHidden();
	await page.getByText('2 columns, empty in the first rows, are left out').click();
	await page.getByLabel('Where “Fax” goes').selectOption('New field “Fax”');
	await expect(page.getByText('1 column, empty in the first rows, is left out')).toBeVisible();
	await expect(page.getByLabel('Where “Fax” goes')).toBeVisible();
});

test('a pasted table, and one that is none', async ({ page, problems }) => {
	await page.goto('/import');
	await page.getByText('Paste a table instead').click();
	await page.getByLabel('A table').fill('Company name\tCity\nSao Mai\tHuế');
	await page.getByRole('button', { name: 'Use this table' }).click();
	await page.getByRole('button', { name: 'Check the file' }).click();
	await expect(count(page, 'Would be new')).toHaveText('1');

	await upload(page, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'bảng.csv');
	await expect(alertOn(page)).toContainText('This is not a text file.');
	// the browser says so as well
	expect(problems.splice(0)).toEqual([expect.stringContaining('status of 400')]);
});

test('a column whose field is deleted before the check says so, and can be left out', async ({ page }) => {
	const field = uuidv7();
	const defined = { id: field, kind: 'company', type: 'text', name: 'Mã số thuế', help: '', options: '[]' };
	await call(page, 'fields', 'createField', defined);
	await upload(page, 'Company name,Mã số thuế\nSao Biển,0312\n');
	const column = page.getByLabel('Where “Mã số thuế” goes');
	await expect(column.locator('option:checked')).toHaveText('Mã số thuế');
	await call(page, 'fields', 'deleteField', { id: field });
	await page.getByRole('button', { name: 'Check the file' }).click();
	await expect(alertOn(page)).toContainText('was deleted. Select where the column goes');
	await expect(column.locator('option:checked')).toHaveText('A field that is gone');
	await expect(page.getByText('This field no longer exists. Select where the column goes.')).toBeVisible();
	await column.selectOption('Leave out');
	await page.getByRole('button', { name: 'Check the file' }).click();
	await expect(count(page, 'Would be new')).toHaveText('1');
});

test('a file is removed, and what was imported from it stays', async ({ page }) => {
	await upload(page, people);
	await page.getByRole('button', { name: 'Check the file' }).click();
	await page.getByRole('button', { name: 'Import 2 rows' }).click();
	await expect(page.getByRole('button', { name: 'Undo import' })).toBeVisible();
	await page.getByRole('button', { name: 'Remove file' }).click();
	const question = page.getByRole('alertdialog', { name: 'Remove khách hàng.csv?' });
	await expect(question).toContainText('Imported records are kept');
	await question.getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByRole('button', { name: 'Undo import' })).toBeVisible();
	const address = page.url();
	await page.getByRole('button', { name: 'Remove file' }).click();
	await expectAccessible(page);
	await question.getByRole('button', { name: 'Remove file' }).click();
	await expect(page.getByText('Removed khách hàng.csv')).toBeVisible();
	await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'khách hàng.csv' })).toHaveCount(0);
	expect((await page.goto(address))?.status()).toBe(404);
	await page.goto('/contacts');
	await expect(page.getByRole('link', { name: 'Đặng Thị Ánh' })).toBeVisible();
});

test('a file whose first check stopped with the server can be checked again', async ({ page, account }) => {
	await upload(page, people);
	await expect(page.getByRole('button', { name: 'Check the file' })).toBeVisible();
	await stopInTheMiddle(account.email, 'checking');
	await page.reload();
	await expect(alertOn(page)).toHaveText('The server was stopped in the middle. Check the file again.');
	await expect(page.getByText('Would be new')).toHaveCount(0);
	await page.getByRole('button', { name: 'Check the file' }).click();
	await expect(count(page, 'Would be new')).toHaveText('2');
	await expect(alertOn(page)).toHaveCount(0);

	// and one that stopped while it was imported is imported after all
	await stopInTheMiddle(account.email, 'running');
	await page.reload();
	await expect(alertOn(page)).toContainText('Nothing was imported; start it again.');
	await page.getByRole('button', { name: 'Import 2 rows' }).click();
	await expect(count(page, 'New')).toHaveText(['2', '2']);
	await expect(alertOn(page)).toHaveCount(0);
});

/** Leaves an account's import as a server does that is killed while it works on it. */
async function stopInTheMiddle(email: string, status: 'checking' | 'running') {
	const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
	await client.connect();
	const { rowCount } = await client.query(
		`UPDATE data_import SET status = $2, started_at = now() - interval '1 minute'
		WHERE user_id = (SELECT id FROM "user" WHERE email = $1)`,
		[email, status],
	);
	await client.end();
	expect(rowCount).toBe(1);
}

test('what was exported is known again, and makes nothing new', async ({ page }) => {
	await saveCompany(page, 'Thủy sản Bình Minh', { notes: '=1+1, "chắc"\nTrả chậm', phone: '+84 28 3822 1234' });
	await page.goto('/companies');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Export', exact: true }).click(),
	]);
	await upload(page, await fs.readFile(await download.path()), 'minicrm.csv');
	await expect(page.getByText('This looks like an export of MiniCRM.')).toBeVisible();
	await page.getByRole('button', { name: 'Check the file' }).click();
	await page.getByRole('button', { name: 'Import 1 row' }).click();
	await expect(count(page, 'Left as they are')).toHaveText('1');
});

test('writes from other sites and without a session are refused', async ({ page, context }) => {
	const send = (headers: Record<string, string>) =>
		page.request.post('/api/import/upload', { data: Buffer.from('Company name\nHoa Sen\n'), headers });
	expect((await send({ origin: 'https://evil.example' })).status()).toBe(403);
	const origin = process.env.E2E_URL ?? '';
	expect((await send({ origin, 'x-file-name': '%E1%BB' })).status()).toBe(200);
	await context.clearCookies();
	expect((await send({ origin })).status()).toBe(401);
});

test('no page is too wide for a phone or has an axe violation', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 800 });
	await upload(
		page,
		people.replaceAll('Nội thất Hoa Sen', 'Công ty Trách nhiệm Hữu hạn Một thành viên Thương mại'.repeat(3)),
	);
	await page.getByRole('button', { name: 'Check the file' }).click();
	await expect(page.getByRole('button', { name: 'Import 2 rows' })).toBeVisible();
	for (const visit of [() => page.goBack(), () => page.goForward()]) {
		await visit();
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await page.waitForLoadState('networkidle');
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
		await expectAccessible(page);
	}
});
