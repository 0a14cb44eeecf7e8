import type { Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { createDeal, makeDeal } from './support/deals';
import { editAll } from './support/record';
import { call, saveCompany } from './support/records';
import { expect, test } from './support/test';

const main = (page: Page) => page.getByRole('main');
const card = (page: Page, title: string) =>
	page.locator('[data-slot=card]').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const number = (page: Page, label: string) => page.getByLabel('Numbers').locator('div').filter({ hasText: label });

async function loadSampleData(page: Page) {
	await call(page, 'sample-data', 'loadSampleData', { amongOwn: false });
	await page.goto('/dashboard');
	await expect(number(page, 'Total companies')).toContainText('12', { timeout: 30_000 });
}

test('an empty account is told what to do first, and a promise made there is not lost', async ({ page }) => {
	await page.goto('/dashboard');
	await expect(page.getByRole('heading', { name: /Four steps/ })).toBeVisible();
	await expect(page.getByLabel('Numbers')).toHaveCount(0);
	await page.goto('/follow-ups');
	await page.getByLabel('New follow-up').fill('Gọi ngân hàng');
	await page.getByLabel('New follow-up').press('Enter');
	await expect(page.getByRole('checkbox', { name: 'Done: Gọi ngân hàng' })).toBeVisible();
	await page.goto('/dashboard');
	await expect(page.getByRole('heading', { name: /Four steps/ })).toBeVisible();
	await expect(page.getByRole('region', { name: 'Follow-ups' })).toContainText('Nothing due today.');
	await expect(page.getByRole('region', { name: 'Follow-ups' })).toContainText('Upcoming 1');
	await expect(page.getByText('Nothing promised.')).toHaveCount(0);
	await main(page).getByRole('listitem').getByRole('link', { name: 'New company' }).click();
	await expect(page.getByLabel('Company name')).toBeVisible();
	await saveCompany(page, 'Thủy sản Bình Minh');
	await page.goto('/dashboard');
	await expect(number(page, 'Total companies')).toContainText('1 new this month');
	await expect(page.getByRole('heading', { name: /Four steps/ })).toHaveCount(0);
});

test('every number leads to the list of exactly what it counts', async ({ page }) => {
	await loadSampleData(page);
	await expect(card(page, 'Activity summary')).toBeVisible();
	await expect(card(page, 'Pipeline overview')).toBeVisible();
	const counted = await main(page).evaluate((element) => {
		const found: { text: string; href: string }[] = [];
		const add = (text: string | null | undefined, link: HTMLAnchorElement | null | undefined) => {
			const count = text?.match(/[\d,]+/)?.[0];
			if (count && link) found.push({ text: count.replace(',', ''), href: link.getAttribute('href') ?? '' });
		};
		for (const tile of element.querySelectorAll('dl > div')) {
			const [label, ...links] = tile.querySelectorAll('a');
			if (/Total|Open deals/.test(label?.textContent ?? '')) add(tile.querySelector('dd')?.textContent, label);
			for (const link of links) if (/new this|last month/.test(link.textContent ?? '')) add(link.textContent, link);
		}
		for (const link of element.querySelectorAll<HTMLAnchorElement>('td a')) add(link.textContent, link);
		for (const stage of element.querySelectorAll('[data-slot=card] li > div:first-child:has(> .rounded-full)'))
			add(stage.querySelector('span:last-child')?.textContent, stage.querySelector('a'));
		for (const link of element.querySelectorAll<HTMLAnchorElement>('[data-slot=card-action] a'))
			if (/^All \d/.test(link.textContent ?? '')) add(link.textContent, link);
		for (const row of element.querySelectorAll('details tr'))
			add(row.querySelector('td:last-child')?.textContent, row.querySelector('th a'));
		return found.filter(
			({ text, href }) => !(href.includes('closed_won') && href.includes('closedTo') && text.length > 3),
		);
	});
	// tiles, stages, types of two periods, weeks, and what closes soon
	expect(counted.length).toBeGreaterThan(30);
	for (const { text, href } of counted) {
		const html = await (await page.request.get(href)).text();
		const shown =
			/(?:of |>)([\d,]+)(?:<!-- -->)? (?:<!-- -->)?(?:company|companies|contacts?|deals?|activity|activities)\b/.exec(
				html.replaceAll('<!-- -->', ''),
			)?.[1];
		const count = /No (companies|contacts|deals|activities)/.test(html) ? '0' : (shown ?? 'nothing');
		expect(`${href}: ${count}`).toBe(`${href}: ${text}`);
	}
});

test('today says what is due, and ticking it off there is enough', async ({ page }) => {
	await loadSampleData(page);
	const followUps = page.getByRole('region', { name: 'Follow-ups' });
	const overdue = followUps.getByRole('heading', { name: /^Overdue/ });
	const before = Number((await overdue.textContent())?.match(/\d+/)?.[0]);
	expect(before).toBeGreaterThan(0);
	await followUps.getByRole('checkbox').first().click();
	await expect(page.getByText(/^Done: /).first()).toBeVisible();
	if (before > 1) await expect(overdue).toContainText(String(before - 1));
	await page.reload();
	await expect(followUps.getByRole('heading', { name: /^Upcoming/ })).toBeVisible();
	await followUps
		.getByRole('heading', { name: /^Today/ })
		.getByRole('link')
		.click();
	await expect(page).toHaveURL(/\/follow-ups$/);
});

test('money is added up for each currency by itself', async ({ page }) => {
	await createDeal(page, 'Kho lạnh', { value: '1,500.50' });
	await editAll(page);
	await page.getByLabel('Currency').selectOption('VND');
	await page.getByLabel('Deal value').fill('900000000');
	await page.getByRole('button', { name: 'Save deal' }).click();
	await expect(page.getByText('Saved Kho lạnh')).toBeVisible();
	await makeDeal(page, 'Bao bì', { value: '2k' });
	await page.goto('/dashboard');
	await expect(number(page, 'Pipeline value')).toContainText('$2,000');
	await expect(number(page, 'Pipeline value')).toContainText('₫900,000,000');
	await expect(number(page, 'Weighted value')).toContainText('$200');
	await expect(card(page, 'Pipeline overview')).toContainText('₫900,000,000');
});

test('a sum in dong stays within its card, and on a phone in its tile', async ({ page }) => {
	await createDeal(page, 'Cảng nước sâu', { value: '9,999,999,999,999', currency: 'VND' });
	for (const width of [1440, 390]) {
		await page.setViewportSize({ width, height: 900 });
		await page.goto('/dashboard');
		const sum = card(page, 'Pipeline overview').getByText('₫9,999,999,999,999', { exact: true });
		await expect(sum).toBeVisible();
		expect(await sum.evaluate((amount) => amount.scrollWidth - amount.clientWidth)).toBeLessThanOrEqual(0);
		await expectFits(page);
	}
	// a group of digits that went on in the next line would read as two amounts
	const lines = (label: string) =>
		number(page, label)
			.locator('dd')
			.first()
			.evaluate((amount) => {
				const rects = [...amount.childNodes]
					.filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
					.map((group) => {
						const range = document.createRange();
						range.selectNodeContents(group);
						return [...range.getClientRects()].map(({ top }) => top);
					});
				return { ofGroups: rects.map((tops) => tops.length), ofAll: new Set(rects.flat()).size };
			});
	expect((await lines('Pipeline value')).ofGroups).toEqual([1, 1, 1, 1, 1]);
	await page.goto('/deals?view=list');
	await page.getByRole('link', { name: 'Cảng nước sâu' }).click();
	await editAll(page);
	await page.getByLabel('Deal value').fill('1,5 tỷ');
	await page.getByRole('button', { name: 'Save deal' }).click();
	await expect(page.getByText('Saved Cảng nước sâu')).toBeVisible();
	await page.goto('/dashboard');
	await expect(number(page, 'Pipeline value')).toContainText('₫1,500,000,000');
	expect(await lines('Pipeline value')).toEqual({ ofGroups: [1, 1, 1, 1], ofAll: 1 });
});

test(`the dashboard is accessible and fits a phone`, async ({ page }) => {
	for (const fill of [false, true]) {
		if (fill) await loadSampleData(page);
		for (const width of [1440, 390]) {
			await page.setViewportSize({ width, height: 900 });
			await page.goto('/dashboard');
			await expect(page.locator('main [aria-busy=true]')).toHaveCount(0);
			if (fill) await page.getByText('As a table').click();
			await expectAccessible(page);
			await expectFits(page);
		}
		await page.setViewportSize({ width: 1440, height: 900 });
	}
});
