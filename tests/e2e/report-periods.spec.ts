import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { call, saveCompany } from './support/records';
import { change, changePast, makeSales, openTable, report, row, table, tile } from './support/reports';
import { expect, test } from './support/test';

const day = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const heads = (page: Page, title: string) => table(page, title).getByRole('rowheader');
const field = (page: Page, name: 'From' | 'To') => page.getByLabel(name, { exact: true });
const ownRange = (page: Page) => page.getByRole('form', { name: 'Own range' });
const period = (page: Page) => page.getByRole('region', { name: / to / });

test('a period that runs on is not held against a whole one', async ({ page, account }) => {
	await makeSales(page, account.email);
	await changePast(
		account.email,
		change('Kho lạnh', `closed_at = now() - interval '400 days', created_at = now() - interval '450 days'`),
		change('Bao bì', `value = 900, closed_at = now() - interval '1 minute'`),
	);
	const won = tile(page, 'Won').first();
	await page.goto(`/reports?period=own&from=${day(300)}&to=${day(-2)}`);
	await expect(period(page)).toContainText(/Until today: this period ends on \w+ \d+, \d{4}/);
	await expect(won).toContainText('so far, $5,000 in all of the period before');
	await expect(won.locator('.text-destructive-ink')).toHaveCount(0);
	await page.goto(`/reports?period=own&from=${day(300)}&to=${day(0)}`);
	await expect(won).toContainText('down from $5,000');
	await expect(won.locator('.text-destructive-ink')).toHaveCount(1);
	await expect(period(page)).not.toContainText('Until today');
	await page.goto(`/reports?period=own&from=${day(-10)}&to=${day(-20)}`);
	await expect(period(page)).toContainText('This period begins on');
});

test('deals that were never open are said to be left out of the days to win', async ({ page, account }) => {
	await makeSales(page, account.email);
	await changePast(
		account.email,
		`DELETE FROM deal_stage_change s USING deal d WHERE d.user_id = $me AND s.user_id = d.user_id AND s.deal_id = d.id
			AND d.name = 'Bao bì' AND s.from_stage IS NOT NULL`,
	);
	await page.goto('/reports');
	await expect(tile(page, 'Average days to win')).toContainText('30 days');
	await expect(tile(page, 'Average days to win')).toContainText('Of 1 of 2 won deals');
});

test('an own range is the present choice, and its fields keep the focus', async ({ page }) => {
	await saveCompany(page, 'Thủy sản Bình Minh');
	await page.goto('/reports');
	await expect(ownRange(page)).not.toHaveAttribute('aria-current');
	await field(page, 'From').fill('2024-03-01');
	await field(page, 'To').fill('2024-03-31');
	await field(page, 'To').press('Enter');
	await expect(page).toHaveURL(/period=own&from=2024-03-01&to=2024-03-31/);
	await expect(page.getByRole('heading', { name: 'Mar 1, 2024 to Mar 31, 2024' })).toBeVisible();
	await expect(field(page, 'To')).toBeFocused();
	await expect(ownRange(page)).toHaveAttribute('aria-current', 'true');
	await expect(page.getByRole('navigation', { name: 'Period' }).locator('[aria-current]')).toHaveCount(0);
	// once more, the other way round: the fields say what is shown
	await field(page, 'From').fill('2024-04-30');
	await field(page, 'From').press('Enter');
	await expect(page.getByRole('heading', { name: 'Mar 31, 2024 to Apr 30, 2024' })).toBeVisible();
	await expect(field(page, 'From')).toHaveValue('03/31/2024');
	await expect(field(page, 'To')).toHaveValue('04/30/2024');
	await expect(field(page, 'From')).toBeFocused();
	// what was typed and not shown gives way to another period
	await field(page, 'From').fill('2020-01-01');
	await page.getByRole('link', { name: 'This year' }).click();
	await expect(field(page, 'From')).toHaveValue(`01/01/${day(0).slice(0, 4)}`);
	await expect(ownRange(page)).not.toHaveAttribute('aria-current');
});

test('a range of more than five years says that it is cut', async ({ page }) => {
	await saveCompany(page, 'Thủy sản Bình Minh');
	await page.goto('/reports?period=own&from=2001-01-01&to=2024-12-31');
	await expect(page.getByRole('heading', { name: 'Jan 1, 2020 to Dec 31, 2024' })).toBeVisible();
	await expect(period(page)).toContainText('at most 5 years long: what lies before Jan 1, 2020 is left out');
	await page.goto('/reports?period=own&from=2020-01-01&to=2024-12-31');
	await expect(page.getByRole('heading', { name: 'Jan 1, 2020 to Dec 31, 2024' })).toBeVisible();
	await expect(period(page)).not.toContainText('is left out');
});

test('months are called by what of them is counted, and none of the period before is lost', async ({
	page,
	account,
}) => {
	await makeSales(page, account.email);
	const won = (name: string, at: string) => change(name, `closed_at = '${at}T05:00:00Z', created_at = '2023-01-01'`);
	await changePast(
		account.email,
		won('Kho lạnh', '2024-03-20'),
		won('Bao bì', '2024-02-10'),
		won('Bảo trì', '2024-01-31'),
	);
	const title = 'Won by month';
	await page.goto('/reports?period=own&from=2024-03-01&to=2024-03-31');
	await openTable(page, title);
	await expect(heads(page, title)).toHaveText([
		'March 2024',
		'This period',
		'Jan 30, 2024 to Jan 31, 2024',
		'February 2024',
		'The period before',
	]);
	await expect(row(page, title, 'This period').getByRole('cell')).toHaveText(['1', '$3,000']);
	await expect(row(page, title, 'The period before').getByRole('cell')).toHaveText(['2', '$3,000']);
	await expect(report(page, title)).toContainText('$3,000 in the period before, whose months are in the table');
	await expect(report(page, title)).toContainText('The first and the last month are cut to the period.');
	await row(page, title, 'February 2024').getByRole('link').click();
	await expect(page.getByRole('row', { name: /Bao bì/ })).toBeVisible();
	await expect(page.locator('tbody [data-row]')).toHaveCount(1);

	await page.goto('/reports?period=own&from=2024-02-15&to=2024-03-14');
	await openTable(page, title);
	await expect(heads(page, title).first()).toHaveText('Feb 15, 2024 to Feb 29, 2024');
	await expect(report(page, title).getByRole('img')).toContainText('15–29Feb');
	await expect(report(page, title).getByRole('img')).not.toContainText('2024');

	await page.goto('/reports?period=own&from=2022-01-01&to=2024-12-31');
	await expect(report(page, title).getByRole('img')).toContainText('Jan2022');
	await expect(report(page, title).getByRole('img')).toContainText('Jan2024');
	await expect(report(page, 'Activity by week').getByRole('img')).toContainText('Jan 12022');
	await expect(report(page, title)).not.toContainText('cut to the period');
});

test('no single reason is hidden behind the word others', async ({ page, account }) => {
	await makeSales(page, account.email);
	const lose = (reason: string, index: number) =>
		`INSERT INTO deal (user_id, id, company_id, name, value, currency, position, stage, closed_at, lost_reason)
			SELECT user_id, gen_random_uuid(), id, '${reason}', 100, 'USD', 'b${index}', 'closed_lost', now(), '${reason}'
			FROM company WHERE user_id = $me`;
	const reasons = ['Hết ngân sách', 'Chậm giao', 'Đối thủ', 'Thiếu chức năng', 'Đổi người', 'Hoãn dự án'];
	await changePast(account.email, ...reasons.map(lose));
	const bars = report(page, 'Lost reasons').getByRole('list', { name: 'Lost deals by reason' }).getByRole('listitem');
	await page.goto('/reports');
	await expect(bars).toHaveCount(7);
	for (const reason of [...reasons, '=Giá cao']) await expect(bars.filter({ hasText: reason })).toHaveCount(1);
	await changePast(account.email, lose('Không trả lời', 9));
	await page.reload();
	await expect(bars).toHaveCount(7);
	await expect(bars.last()).toContainText('2 other reasons');
});

/** All texts of a picture lie within the card around it, and nothing cuts them off. */
async function expectInside(card: Locator) {
	const outside = await card.evaluate((node) => {
		return [...node.querySelectorAll<SVGTextElement>('svg text')]
			.filter((text) => {
				const picture = text.ownerSVGElement;
				const around = picture && getComputedStyle(picture).overflow !== 'visible' ? picture : node;
				const { left, right } = around.getBoundingClientRect();
				const box = text.getBoundingClientRect();
				return box.width > 0 && (box.left < left || box.right > right);
			})
			.map((text) => text.textContent);
	});
	expect(outside).toEqual([]);
}

test('the axis has room for its amounts, whatever they are written like', async ({ page, account }) => {
	await makeSales(page, account.email);
	await changePast(account.email, 'UPDATE deal SET value = value * 40 WHERE user_id = $me');
	for (const [locale, currency, tick] of [
		['de-DE', 'EUR', /^200\.000$/],
		['de-CH', 'CHF', /^200.000$/],
		['pl-PL', 'PLN', /^200\stys\.$/],
		['pt-BR', 'BRL', /^200\smil$/],
		['vi-VN', 'VND', /^200\sN$/],
	] as const) {
		await changePast(
			account.email,
			`UPDATE deal SET currency = '${currency}' WHERE user_id = $me`,
			`UPDATE settings SET currency = '${currency}', locale = '${locale}' WHERE user_id = $me`,
		);
		await page.goto('/reports');
		for (const width of [1440, 360]) {
			await page.setViewportSize({ width, height: 900 });
			const axis = report(page, 'Forecast').locator('svg text');
			await expect(axis.filter({ hasText: new RegExp(`^${currency}$`) })).toBeVisible();
			await expect(axis.filter({ hasText: tick }).first()).toBeVisible();
			for (const title of ['Forecast', 'Won by month']) await expectInside(report(page, title));
		}
	}
	// 31 months and 21 weeks have a label at their very end
	const now = new Date();
	const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 30, 1)).toISOString().slice(0, 10);
	for (const from of [month, day(20 * 7)]) {
		await page.goto(`/reports?period=own&from=${from}&to=${day(0)}`);
		for (const title of ['Won by month', 'Activity by week']) {
			await expect(report(page, title).getByRole('img')).toBeVisible();
			await expectInside(report(page, title));
		}
	}
});

test('the reports are accessible and fit every screen, of the usual period and of three years', async ({ page }) => {
	test.slow();
	await call(page, 'sample-data', 'loadSampleData', { amongOwn: false });
	const check = async (address: string, widths: number[]) => {
		await page.goto(address);
		await expect(page.locator('main [aria-busy=true]')).toHaveCount(0);
		await expect(page.getByText('How this is counted')).toHaveCount(7);
		// a column that is too narrow for a finger leads nowhere; the table does
		const columns = report(page, 'Won by month').getByRole('link', { name: /: \d+ deals?, / });
		// hundreds of weeks are no other table than fifty
		if (address === '/reports') for (const summary of await page.getByText('As a table').all()) await summary.click();
		for (const width of widths) {
			await page.setViewportSize({ width, height: 900 });
			const hasLinks = address === '/reports' && width > 360;
			await expect(columns.filter({ visible: true })).toHaveCount(hasLinks ? 12 : 0);
			await expectAccessible(page, `${width}`);
			await expectFits(page);
		}
	};
	await check('/reports', [1440, 390, 360]);
	await check(`/reports?period=own&from=${day(3 * 365)}&to=${day(0)}`, [1440, 360]);
});
