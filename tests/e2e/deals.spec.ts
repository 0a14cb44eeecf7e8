import { expectAccessible, expectFits } from './support/accessible';
import { createDeal, makeDeal } from './support/deals';
import { heading, openForm, ready, toast } from './support/page';
import { deleteRecord, editAll, head, part } from './support/record';
import { saveCompany } from './support/records';
import { alertOn, createCompany, expect, test } from './support/test';

test.describe('a browser in Vietnam', () => {
	test.use({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });

	test('a deal’s whole life: typed as people type, moved through the stages, lost and reopened', async ({ page }) => {
		await createCompany(page, 'Thủy sản Bình Minh', { people: { 'Nguyễn Thị Lan': {} } });
		await openForm(page, 'New deal');
		await page.getByLabel('Deal name').fill('Hệ thống kho lạnh');
		await page.getByLabel('Deal value').fill('1,5 tỷ');
		await expect(page.getByLabel('Currency')).toHaveValue('VND');
		await expect(page.getByRole('combobox', { name: 'Company' })).toHaveValue('Thủy sản Bình Minh');
		await page.getByRole('combobox', { name: 'Contact' }).fill('lan');
		await page.getByRole('option', { name: 'Nguyễn Thị Lan' }).click();
		await page.getByLabel('Probability in %').fill('40');
		await page.getByLabel('Expected close date').fill('2027-03-31');
		await page.getByRole('button', { name: 'Save deal' }).click();

		// back where it began, among the company's deals
		await expect(heading(page, 'Thủy sản Bình Minh')).toBeVisible();
		await part(page, 'people').getByRole('link', { name: 'Hệ thống kho lạnh' }).click();
		const about = page.getByRole('region', { name: 'About the deal' });
		await expect(about).toContainText('1.500.000.000 ₫');
		await expect(about).toContainText('600.000.000 ₫ weighted');
		const expectProbability = (percent: number) =>
			expect(about).toContainText(new RegExp(`Probability\\s*${percent}%`));
		await expectProbability(40);
		await expect(about).toContainText(/Expected close date\s*31 thg 3, 2027/);

		const stages = page.getByRole('list', { name: 'Change stage' });
		await stages.getByRole('button', { name: 'Negotiation' }).click();
		await expect(page.getByText('Moved Hệ thống kho lạnh to Negotiation')).toBeVisible();
		await expectProbability(40);
		await stages.getByRole('button', { name: 'Closed Lost' }).click();
		await page.getByRole('button', { name: 'Mark as lost' }).click();
		await expect(about).toContainText(/Closed Lost\s*\d/);
		await expectProbability(0);
		await stages.getByRole('button', { name: 'Proposal' }).click();
		await expectProbability(40);
		await expect(about).not.toContainText('Closed Lost');
		const path = page.getByRole('listitem').filter({ hasText: 'since' });
		await expect(path).toHaveCount(4);
		await expect(path.first()).toContainText('Proposal');

		await editAll(page);
		await expect(page.getByLabel('Deal value')).toHaveValue('1.500.000.000');
		await page.getByLabel('Probability in %').fill('');
		await page.getByLabel('Deal value').fill('2.000.000');
		await page.getByRole('button', { name: 'Save deal' }).click();
		await expect(about).toContainText('2.000.000 ₫');
		await expectProbability(50);

		await part(page, 'people').getByRole('link', { name: 'Nguyễn Thị Lan' }).first().click();
		await expect(heading(page, 'Nguyễn Thị Lan')).toBeVisible();
		await part(page, 'people').getByRole('link', { name: 'Hệ thống kho lạnh' }).click();
		await expect(about).toBeVisible();
		await deleteRecord(page);
		await expect(page.getByText('No deals yet')).toBeVisible();
		await page
			.getByRole('listitem')
			.filter({ hasText: 'Deleted Hệ thống kho lạnh' })
			.getByRole('button', { name: 'Undo' })
			.click();
		await expect(page.getByRole('link', { name: 'Hệ thống kho lạnh' })).toBeVisible();
	});
});

test('wrong input is marked at its field and nothing typed is lost', async ({ page }) => {
	await saveCompany(page, 'Ánh Dương');
	await page.goto('/deals/new');
	await page.getByRole('button', { name: 'Save deal' }).click();
	await expect(page.getByText('Deal name is required.')).toBeVisible();
	await expect(page.getByText('Choose a company.')).toBeVisible();
	await page.getByLabel('Deal name').fill('Bao bì');
	await page.getByRole('combobox', { name: 'Company' }).fill('ánh');
	await page.getByRole('option', { name: 'Ánh Dương', exact: true }).click();
	const wrong: [value: string, message: string | RegExp][] = [
		['-5', 'An amount can’t be negative. Enter 0 or more.'],
		['12345678901234', 'Enter an amount below 10,000,000,000,000.'],
		['1.2345', 'A point starts the decimals here, and USD has only 2. For thousands, enter 12,345.'],
		['A$1500', 'This is in AUD (Australian Dollar), but the currency is USD. Change one of them.'],
		['12abc', 'Enter an amount, such as 1,500,000.'],
	];
	for (const [value, message] of wrong) {
		await page.getByLabel('Deal value').fill(value);
		await page.getByRole('button', { name: 'Save deal' }).click();
		await expect(page.getByText(message)).toBeVisible();
		await expect(page.getByLabel('Deal value')).toHaveValue(value);
	}
	// what was understood is said below the field, in the currency that is chosen
	await page.getByLabel('Deal value').fill('1tr2');
	await expect(page.getByText('Read as $1,200,000')).toBeVisible();
	await page.getByLabel('Currency').selectOption('KWD');
	await expect(page.getByText('Read as KWD 1,200,000')).toBeVisible();
	await page.getByLabel('Currency').selectOption('USD');
	await page.getByLabel('Deal value').fill('1.5m');
	await page.getByLabel('Probability in %').fill('101');
	await page.getByRole('button', { name: 'Save deal' }).click();
	await expect(page.getByText('A whole number from 0 to 100, in percent.')).toBeVisible();
	await expect(alertOn(page)).toContainText('Please correct the marked field.');
	await page.getByLabel('Probability in %').fill('100%');
	await page.getByRole('button', { name: 'Save deal' }).click();
	await expect(page.getByRole('region', { name: 'About the deal' })).toContainText('$1,500,000');
});

test('the contact goes with the company: one brings the other, and leaves with it', async ({ page }) => {
	await saveCompany(page, 'Ánh Dương');
	await saveCompany(page, 'Thủy sản Bình Minh', { people: { 'Nguyễn Thị Lan': {} } });
	await page.goto('/deals/new');
	const company = page.getByRole('combobox', { name: 'Company' });
	const contact = page.getByRole('combobox', { name: 'Contact' });
	await contact.fill('lan');
	await page.getByRole('option', { name: 'Nguyễn Thị Lan · Thủy sản Bình Minh' }).click();
	await expect(company).toHaveValue('Thủy sản Bình Minh');
	await company.fill('ánh');
	await page.getByRole('option', { name: 'Ánh Dương', exact: true }).click();
	await expect(contact).toHaveValue('');
	await contact.fill('lan');
	await expect(page.getByRole('option', { name: 'Add “lan” to the company’s contacts' })).toBeVisible();
	await expect(page.getByRole('option', { name: /Nguyễn Thị Lan/ })).toHaveCount(0);
	await contact.fill('Đặng Văn Hùng');
	await page.getByRole('option', { name: 'Add “Đặng Văn Hùng” to the company’s contacts' }).click();
	await page.getByLabel('Deal name').fill('Bao bì');
	await page.getByLabel('Deal value').fill('100');
	await page.getByRole('button', { name: 'Save deal' }).click();
	await part(page, 'people').getByRole('link', { name: 'Đặng Văn Hùng' }).first().click();
	await expect(heading(page, 'Đặng Văn Hùng')).toBeVisible();
	await expect(head(page)).toContainText('Ánh Dương');
	// the other way around: from the contact's page, both stand in the form
	await openForm(page, 'New deal');
	await expect(contact).toHaveValue('Đặng Văn Hùng');
	await expect(company).toHaveValue('Ánh Dương');
});

test('several deals are deleted at once and come back', async ({ page }) => {
	await makeDeal(page, 'Kho lạnh');
	await makeDeal(page, 'Bao bì', { stage: 'Proposal' });
	await page.goto('/deals?view=list&sort=name.asc');
	await ready(page);
	await page.getByLabel('Select all rows on this page').check();
	await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click();
	await page.getByRole('button', { name: 'Delete 2 deals' }).click();
	await expect(page.getByText('No deals yet')).toBeVisible();
	await toast(page, 'Deleted 2 deals').getByRole('button', { name: 'Undo' }).click();
	await expect(page.locator('[data-row-link] a')).toHaveText(['Bao bì', 'Kho lạnh']);
});

test('a second save of a deal opened before says so and keeps what was typed', async ({ page, context }) => {
	await createDeal(page, 'Kho lạnh');
	await editAll(page);
	await expect(page.getByLabel('Deal name')).toHaveValue('Kho lạnh');
	const second = await context.newPage();
	await second.goto(page.url());
	await second.getByLabel('Notes').fill('Đã gửi báo giá');
	await second.getByRole('button', { name: 'Save deal' }).click();
	await expect(second.getByText('Saved Kho lạnh')).toBeVisible();
	await page.getByLabel('Deal value').fill('5000');
	await page.getByRole('button', { name: 'Save deal' }).click();
	await expect(page.getByText('was changed somewhere else')).toBeVisible();
	await expect(page.getByLabel('Deal value')).toHaveValue('5000');
});

test('a form keeps to the version that it was opened with, whatever is added in passing', async ({ page, context }) => {
	await createDeal(page, 'Kho lạnh');
	await editAll(page);
	await expect(page.getByLabel('Deal name')).toHaveValue('Kho lạnh');
	const second = await context.newPage();
	await second.goto(page.url());
	await second.getByLabel('Notes').fill('Đã gửi báo giá');
	await second.getByRole('button', { name: 'Save deal' }).click();
	await expect(second.getByText('Saved Kho lạnh')).toBeVisible();
	await page.getByRole('combobox', { name: 'Contact' }).fill('Đặng Văn Hùng');
	await page.getByRole('option', { name: 'Add “Đặng Văn Hùng” to the company’s contacts' }).click();
	await page.getByRole('button', { name: 'Save deal' }).click();
	await expect(page.getByText('was changed somewhere else')).toBeVisible();
	await second.reload();
	await expect(second.getByText('Đã gửi báo giá')).toBeVisible();
});

test('a date that does not exist is marked, not taken for none', async ({ page }) => {
	await createDeal(page, 'Kho lạnh', { close: '2026-12-24' });
	await editAll(page);
	const date = page.getByLabel('Expected close date');
	await expect(date).toHaveValue('12/24/2026');
	await date.fill('02/31/2026');
	await page.getByRole('button', { name: 'Save deal' }).click();
	await expect(page.getByText('February 2026 has only 28 days. Enter a date as mm/dd/yyyy')).toBeVisible();
	await expect(date).toBeFocused();
	page.once('dialog', (dialog) => dialog.accept());
	await page.goto('/deals?view=list');
	await expect(page.getByText('Dec 24, 2026')).toBeVisible();
});

test(`the pages of a deal are accessible and fit a phone`, async ({ page }) => {
	await createDeal(page, 'Hợp đồng cung cấp thiết bị chế biến và bảo quản lạnh cho nhà máy Đồng Tháp Mười', {
		value: '9,999,999,999,999.99',
	});
	const url = page.url();
	for (const path of [url, `${url}/edit`, '/deals/new', '/companies']) {
		await page.goto(path);
		if (path === '/companies') {
			await page.locator('[data-row-link] a').first().click();
			await expect(page.getByText('No expected close date')).toBeVisible();
		}
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expectAccessible(page);
		await page.setViewportSize({ width: 390, height: 844 });
		await expectFits(page);
		await page.setViewportSize({ width: 1440, height: 900 });
	}
});

test('search, filters and the way to the other view stand on one line where there is room', async ({ page }) => {
	await createDeal(page, 'Kho lạnh');
	for (const view of ['kanban', 'list']) {
		await page.goto(`/deals?view=${view}&stage=prospecting&signal=none`);
		const tools = [
			page.getByRole('searchbox', { name: 'Search deals' }),
			page.getByRole('button', { name: 'Filter', exact: true }),
			page.getByRole('button', { name: /^Stage/ }),
			page.getByRole('button', { name: /^Signal/ }),
			page.getByRole('navigation', { name: 'View' }),
		];
		const middles = tools.map(async (tool) => {
			const box = await tool.boundingBox();
			return box && Math.round(box.y + box.height / 2);
		});
		expect(new Set(await Promise.all(middles)).size).toBe(1);
	}
});
