import fs from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { readCsv } from '../support/csv';
import { onDatabase } from './support/database';
import { makeDeal } from './support/deals';
import { saveCompany } from './support/records';
import { expect, test, visitorTest } from './support/test';

async function click(page: Page, name: string): Promise<Download> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name, exact: true }).click(),
	]);
	return download;
}

const bytesOf = async (download: Download) => fs.readFile(await download.path());
const rowsOf = async (download: Download) => readCsv((await bytesOf(download)).toString('utf8'));
const today = () => new Intl.DateTimeFormat('sv').format();

test('a filtered list is downloaded as it is shown', async ({ page }) => {
	await saveCompany(page, 'Thủy sản Bình Minh', {
		notes: '=1+1, "chắc"\nTrả chậm',
		phone: '+84 28 3822 1234',
		people: { 'Trần Quốc Bảo': { jobTitle: 'Giám đốc', authority: 'Primary', email: 'bao@example.com' } },
	});
	await saveCompany(page, 'Nội thất Hoa Sen');
	await saveCompany(page, 'Bình Phước');
	await page.goto('/companies');
	await page.getByRole('searchbox', { name: 'Search companies' }).fill('binh');
	await expect(page.getByRole('row', { name: /Hoa Sen/ })).toHaveCount(0);
	await page.getByRole('link', { name: /^Company name/ }).click();
	await expect(page).toHaveURL(/sort=name\.desc/);
	const download = await click(page, 'Export');
	expect(download.suggestedFilename()).toMatch(/^minicrm-companies-\d{4}-\d\d-\d\d\.csv$/);
	expect((await bytesOf(download)).subarray(0, 15).toString('latin1')).toBe('\xef\xbb\xbfCompany name');
	expect(await rowsOf(download)).toMatchObject([
		{
			'Company name': 'Thủy sản Bình Minh',
			Phone: '+84 28 3822 1234',
			Notes: '\'=1+1, "chắc"\nTrả chậm',
			Contacts: '1',
		},
		{ 'Company name': 'Bình Phước', Notes: '', Contacts: '0' },
	]);
	await page.goto('/contacts?decides=yes');
	expect(await rowsOf(await click(page, 'Export'))).toMatchObject([
		{
			'Contact name': 'Trần Quốc Bảo',
			'Company name': 'Thủy sản Bình Minh',
			'Decision maker': 'yes',
			'Authority level': 'Primary',
		},
	]);
	await expect(page.getByRole('row', { name: /Trần Quốc Bảo/ })).toBeVisible();
});

test('deals are downloaded from the board and from the list, and activities', async ({ page }) => {
	await makeDeal(page, 'Kho lạnh', { value: '1500.50', stage: 'Proposal' });
	await makeDeal(page, 'Đóng gói', { value: '20' });
	await page.goto('/deals');
	const names = async (download: Download) => (await rowsOf(download)).map((row) => row['Deal name']);
	expect(await names(await click(page, 'Export'))).toEqual(['Đóng gói', 'Kho lạnh']);
	await page.goto('/deals?view=list&stage=proposal');
	const rows = await rowsOf(await click(page, 'Export'));
	expect(rows).toMatchObject([{ 'Deal name': 'Kho lạnh', 'Deal value': '1500.50', Stage: 'Proposal' }]);
	await page.goto('/activities?type=call');
	const activities = await bytesOf(await click(page, 'Export'));
	expect(activities.toString('utf8')).toMatch(/^\uFEFFType,Subject,.*,Created\r\n$/);
});

test('everything is one archive that opens', async ({ page, account }) => {
	await makeDeal(page, 'Kho lạnh');
	await page.goto('/settings#export');
	const download = await click(page, 'Download everything');
	expect(download.suggestedFilename()).toBe(`minicrm-everything-${today()}.zip`);
	const files = unzipSync(await bytesOf(download));
	const text = (name: string) => new TextDecoder().decode(files[name]);
	expect(Object.keys(files)).toEqual(
		expect.arrayContaining([
			'README.txt',
			'companies.csv',
			'contacts.csv',
			'deals.csv',
			'activities.csv',
			'json/tags.json',
		]),
	);
	expect(readCsv(text('deals.csv'))).toMatchObject([{ 'Deal name': 'Kho lạnh', 'Company name': 'Thủy sản Bình Minh' }]);
	expect(JSON.parse(text('json/deals.json'))[0].company_id).toBe(JSON.parse(text('json/companies.json'))[0].id);
	expect(Object.keys(files).map(text).join()).not.toContain(account.email);
});

visitorTest('a download asks who asks', async ({ browser }) => {
	const context = await browser.newContext({ baseURL: process.env.E2E_URL });
	for (const name of ['companies', 'contacts', 'deals', 'activities', 'everything'])
		expect((await context.request.get(`/api/export/${name}`)).status(), name).toBe(401);
	await context.close();
});

test('asking for the heads of a download alone leaves nothing open', async ({ page }) => {
	for (let time = 0; time < 5; time++) {
		const response = await page.request.head('/api/export/everything');
		expect(response.headers()['content-disposition']).toMatch(/^attachment; filename="minicrm-everything-/);
	}
	expect((await page.request.get('/api/export/everything')).status()).toBe(200);
});

test.describe('a long download', () => {
	// downloads of other tests do not wait for so long
	const reading = `SELECT pid FROM pg_stat_activity
		WHERE state_change < now() - interval '1 second' AND state = 'idle in transaction' AND query LIKE '%json_build_array%' AND datname = current_database()`;

	/** Starts a download that is too long to fit into any buffer, and reads its beginning. */
	async function begin(page: Page, email: string) {
		await onDatabase(
			`INSERT INTO company (user_id, id, name, notes)
			 SELECT u.id, gen_random_uuid(), 'Công ty ' || n, (
				-- letters alone, as each part of a number is indexed
				SELECT string_agg(translate(md5(n || ' ' || m), '0123456789', 'ghijklmnop'), '') FROM generate_series(1, 250) m
			 )
			 FROM "user" u, generate_series(1, 6000) n WHERE email = $1`,
			[email],
		);
		const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
		const controller = new AbortController();
		const response = await fetch(`${process.env.E2E_URL}/api/export/companies`, {
			headers: { cookie: cookies, 'accept-encoding': 'identity' },
			signal: controller.signal,
		});
		const reader = response.body?.getReader();
		expect(response.status).toBe(200);
		await reader?.read();
		await expect.poll(() => onDatabase(reading)).toHaveLength(1);
		return { controller, reader };
	}

	// 6,000 long notes are indexed for the search first, which can take more than a minute on a slow machine
	test.describe.configure({ mode: 'serial', timeout: 240_000 });

	test('fails where the database breaks off', async ({ page, account }) => {
		const { reader } = await begin(page, account.email);
		await onDatabase(reading.replace('SELECT pid', 'SELECT pg_terminate_backend(pid)'));
		const readOn = async () => {
			while (!(await reader?.read())?.done);
		};
		await expect(readOn()).rejects.toThrow();
	});

	test('ends on the server when the browser goes away', async ({ page, account }) => {
		const { controller } = await begin(page, account.email);
		controller.abort();
		await expect.poll(() => onDatabase(reading)).toHaveLength(0);
	});
});
