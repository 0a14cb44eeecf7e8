import { makeDeal } from './support/deals';
import { download, makeSales, openTable, report, row, table, tile } from './support/reports';
import { createCompany, expect, test, visitorTest } from './support/test';

test('an account that keeps nothing is told what is missing', async ({ page }) => {
	await page.goto('/dashboard');
	await page.getByRole('navigation').getByRole('link', { name: 'Reports' }).click();
	await expect(page.getByRole('heading', { name: 'Nothing to report yet' })).toBeVisible();
	await createCompany(page, 'Thủy sản Bình Minh');
	await page.getByRole('navigation').getByRole('link', { name: 'Reports' }).click();
	await expect(report(page, 'Forecast')).toContainText('No deal is open.');
	await expect(report(page, 'Lost reasons')).toContainText('No deal was lost in this period.');
	await expect(report(page, 'Companies by last contact')).toContainText('Never');
});

test('deals come to the numbers that are shown, for a period against the one before', async ({ page, account }) => {
	await makeSales(page, account.email);
	await page.goto('/reports');
	await expect(report(page, 'Forecast')).toContainText('$2,800 weighted, of $12,000 in 2 deals');
	await expect(tile(page, 'Win rate')).toContainText('67 %');
	await expect(tile(page, 'Win rate')).toContainText('down from 100 %');
	await expect(tile(page, 'Win rate')).toContainText('2 of 3 deals closed, $500 lost');
	await expect(tile(page, 'Average won deal')).toContainText('$2,000');
	await expect(tile(page, 'Average won deal')).toContainText('Of 2 won deals');
	await expect(tile(page, 'Average days to win')).toContainText('20 days');
	await expect(tile(page, 'Average days to win')).toContainText('From creation to closing');
	await expect(tile(page, 'Average days to win')).toContainText('down from 100 days');
	await expect(tile(page, 'Won').first()).toContainText('up from $2,000');
	await expect(report(page, 'Lost reasons').getByRole('listitem')).toContainText('=Giá cao');
	// won without a step between: from Prospecting, and one was lost from there
	await openTable(page, 'From stage to stage');
	await expect(row(page, 'From stage to stage', 'Prospecting').getByRole('cell')).toHaveText([
		'3',
		'2',
		'1',
		'67 %',
		'20 days',
		'100 %',
		'100 days',
	]);
	await openTable(page, 'Forecast');
	await expect(row(page, 'Forecast', 'Overdue').getByRole('cell')).toHaveText(['1', '$4,000', '$2,000']);
	await expect(row(page, 'Forecast', 'No date').getByRole('cell')).toHaveText(['1', '$8,000', '$800']);

	// another period, by its name and from day to day
	await page.getByRole('navigation', { name: 'Period' }).getByRole('link', { name: 'This month' }).click();
	await expect(page).toHaveURL(/\/reports\?period=month$/);
	await expect(page.getByRole('link', { name: 'This month' })).toHaveAttribute('aria-current', 'page');
	const day = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
	await page.getByLabel('From', { exact: true }).fill(day(520));
	await page.getByLabel('To', { exact: true }).fill(day(480));
	await page.getByRole('button', { name: 'Show range' }).click();
	await expect(page).toHaveURL(new RegExp(`period=own&from=${day(520)}&to=${day(480)}`));
	await expect(tile(page, 'Win rate')).toContainText('100 %');
	await expect(tile(page, 'Win rate')).toContainText('Nothing before to compare with');
	await expect(report(page, 'Lost reasons')).toContainText('No deal was lost in this period.');
});

test('a picture leads to the deals that it counts, and so does its table', async ({ page, account }) => {
	await makeSales(page, account.email);
	await page.goto('/reports');
	await report(page, 'Forecast')
		.getByRole('link', { name: /^No date: 1 deal, \$8,000, weighted \$800$/ })
		.click();
	await expect(page.getByRole('row', { name: /Nội thất/ })).toBeVisible();
	await expect(page.getByRole('row', { name: /Vận tải/ })).toHaveCount(0);
	await expect(page.getByLabel('Filters')).toContainText('Expected close date: No date');
	await page.goBack();
	await openTable(page, 'Forecast');
	await table(page, 'Forecast').getByRole('link', { name: 'Overdue' }).click();
	await expect(page.getByRole('row', { name: /Vận tải/ })).toBeVisible();
	await expect(page.getByRole('row', { name: /Nội thất/ })).toHaveCount(0);
	await page.goto('/reports');
	await tile(page, 'Win rate').getByRole('link').click();
	await expect(page.locator('tbody [data-row]')).toHaveCount(3);
	await page.goto('/reports');
	await report(page, 'Lost reasons').getByRole('link', { name: '=Giá cao' }).click();
	await expect(page.getByRole('row', { name: /Máy đóng gói/ })).toBeVisible();
	await expect(page.locator('tbody [data-row]')).toHaveCount(1);
	await expect(page.getByLabel('Filters')).toContainText('Lost reason: =Giá cao');
	await page.goto('/reports');
	await report(page, 'Companies by last contact').getByRole('link', { name: '31 to 60 days ago' }).click();
	await expect(page.getByLabel('Filters')).toContainText(/Last contact: .* – /);
	await expect(page.getByText('No companies match')).toBeVisible();
	await page.goto('/reports');
	await report(page, 'Companies by last contact').getByRole('link', { name: 'Never' }).click();
	await expect(page.getByRole('row', { name: /Thủy sản Bình Minh/ })).toBeVisible();
});

test('each report is a file of the same numbers', async ({ page, account }) => {
	await makeSales(page, account.email);
	await page.goto('/reports');
	const forecast = await download(page, 'Forecast');
	expect(forecast.name).toMatch(/^minicrm-forecast-USD-\d{4}-\d\d-\d\d\.csv$/);
	expect(forecast.rows).toHaveLength(9);
	expect(forecast.rows[0]).toMatchObject({
		'Expected close': 'Overdue',
		Currency: 'USD',
		Deals: '1',
		Value: '4000.00',
	});
	expect(forecast.rows[8]).toMatchObject({ 'Expected close': 'No date', Deals: '1', Value: '8000.00' });
	expect((await download(page, 'Results')).rows).toMatchObject([
		{
			Period: 'This period',
			'Deals won': '2',
			'Value won': '4000.00',
			'Deals closed': '3',
			'Win rate %': '66.7',
			'Average days to win': '20',
			'Won deals with days to win': '2',
		},
		{ Period: 'The period before', 'Deals won': '1', 'Value won': '2000.00', 'Win rate %': '100' },
	]);
	const won = (await download(page, 'Won by month')).rows;
	expect(won).toHaveLength(24);
	expect(won.reduce((sum, month) => sum + Number(month['Value won']), 0)).toBe(6000);
	const stages = (await download(page, 'From stage to stage')).rows;
	expect(stages[0]).toMatchObject({ Stage: 'Prospecting', Left: '3', 'Went on': '2', 'Conversion %': '66.7' });
	// no spreadsheet runs it
	expect((await download(page, 'Lost reasons')).rows).toMatchObject([
		{ Reason: "'=Giá cao", From: won[12]?.From, To: won[23]?.To, Deals: '1', Value: '500.00' },
	]);
	expect((await download(page, 'Companies by last contact')).rows).toMatchObject([
		...Array(4).fill({ Companies: '0' }),
		{ 'Last contact': 'Never', Companies: '1', 'Share %': '100' },
	]);
	const weeks = (await download(page, 'Activity by week')).rows;
	expect(weeks[0]).toMatchObject({ Period: 'The period before', Call: '0', All: '0' });
	expect(weeks.length).toBeGreaterThan(48);
	// what was saved for another period or currency stands beside it
	const [from, to] = ['2020-01-15', '2020-02-14'];
	await page.goto(`/reports?period=own&from=${from}&to=${to}`);
	for (const [title, name] of [
		['Results', 'results-USD'],
		['Won by month', 'won-by-month-USD'],
		['From stage to stage', 'stages-USD'],
		['Lost reasons', 'lost-reasons-USD'],
		['Activity by week', 'activity-by-week'],
	] as const)
		expect((await download(page, title)).name).toBe(`minicrm-${name}-${from}-to-${to}.csv`);
});

test('deals of another currency are counted by themselves', async ({ page, account }) => {
	await makeSales(page, account.email);
	await makeDeal(page, 'Đào tạo', { value: '900000000', currency: 'VND' });
	await page.goto('/reports');
	await expect(report(page, 'Forecast')).toContainText('of $12,000 in 2 deals');
	await page.getByRole('navigation', { name: 'Currency' }).getByRole('link', { name: 'VND' }).click();
	await expect(report(page, 'Forecast')).toContainText('₫90,000,000 weighted, of ₫900,000,000 in 1 deal');
	await expect(tile(page, 'Win rate')).toContainText('–');
	await expect(page).toHaveURL(/\/reports\?currency=VND$/);
	expect((await download(page, 'Forecast')).rows[8]).toMatchObject({ Currency: 'VND', Deals: '1' });
	await report(page, 'Forecast')
		.getByRole('link', { name: /^No date/ })
		.click();
	await expect(page.getByRole('row', { name: /Đào tạo/ })).toBeVisible();
	await expect(page.getByRole('row', { name: /Nội thất/ })).toHaveCount(0);
});

visitorTest('a file asks who asks', async ({ browser }) => {
	const context = await browser.newContext({ baseURL: process.env.E2E_URL });
	for (const name of ['forecast', 'results', 'won', 'stages', 'lost', 'activities', 'companies'])
		expect((await context.request.get(`/api/reports/${name}`)).status(), name).toBe(401);
	await context.close();
});
