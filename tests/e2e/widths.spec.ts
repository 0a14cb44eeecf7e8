import type { Locator, Page } from '@playwright/test';
import { createDeal } from './support/deals';
import { names } from './support/page';
import { part, showPart } from './support/record';
import { createCompany, expect, makeContact, test } from './support/test';

const company = 'Công ty Trách nhiệm hữu hạn Sản xuất Thương mại Dịch vụ Xuất nhập khẩu Thủy sản Bình Minh Cửu Long';
const person = 'Công Tằng Tôn Nữ Nguyễn Thị Phương Thảo Quỳnh Hương';
const deal = 'Hợp đồng cung cấp kho lạnh tự động và dịch vụ bảo trì trọn gói cho nhà máy Long An giai đoạn hai';
const email = 'congtangtonnu.phuongthao.quynhhuong@thuysanbinhminhcuulong.example.com';

/** Pairs of elements whose words lie over each other, as what they say. */
const overlaps = (among: Locator) =>
	among.evaluateAll((elements) => {
		const boxes = elements.flatMap((element) => {
			const range = document.createRange();
			range.selectNodeContents(element);
			return [...range.getClientRects()].map((box) => ({ element, box }));
		});
		return boxes.flatMap(({ element, box: a }) =>
			boxes
				.filter(({ element: other, box: b }) => {
					const isInside = element === other || element.contains(other) || other.contains(element);
					const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
					const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
					return !isInside && width > 1 && height > 1;
				})
				.map(({ element: other }) => `${element.textContent} over ${other.textContent}`),
		);
	});

/** Cells that lie over each other. */
const covers = (cells: Locator) =>
	cells.evaluateAll((elements) => {
		const boxes = elements.map((element) => ({ element, box: element.getBoundingClientRect() }));
		return boxes.flatMap(({ element, box: a }, index) =>
			boxes
				.slice(index + 1)
				.filter(
					({ box: b }) =>
						Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
						Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1,
				)
				.map(({ element: other }) => `${element.textContent} over ${other.textContent}`),
		);
	});

/** What a reader of the page would have to scroll sideways for. */
const outside = (page: Page, among: Locator) =>
	among.evaluateAll(
		(elements, width) =>
			elements
				.filter((element) => {
					const box = element.getBoundingClientRect();
					const scroller = element.closest('[data-slot=table-container]')?.getBoundingClientRect();
					return box.width > 0 && (box.right > width + 1 || (scroller && box.right > scroller.right + 1));
				})
				.map(({ textContent }) => textContent),
		page.viewportSize()?.width ?? 0,
	);

test('nothing lies over anything else and no column is out of sight, from a small screen to a large one', async ({
	page,
}) => {
	await createCompany(page, company, { phone: '+84 24 3555 0101' });
	const companyPage = page.url();
	await makeContact(page, person, { jobTitle: 'Phó Tổng Giám đốc phụ trách Kinh doanh', email, authority: 'Primary' });
	await createDeal(page, deal, { company, contact: person, value: '1234567890.50', close: '2026-12-31' });
	const dealPage = page.url();
	// each page once, as the screen alone says how it is laid out
	const widths = [768, 1024, 1100, 1280];
	for (const address of [companyPage, dealPage]) {
		await page.goto(address);
		const badge = address === companyPage ? 'Primary' : 'Main contact';
		for (const width of widths) {
			await page.setViewportSize({ width, height: 900 });
			const people = part(page, 'people');
			if (await people.isHidden()) await showPart(page, 'people');
			const line = people.getByRole('listitem').filter({ has: page.getByRole('link', { name: person }) });
			await expect(line.locator('[data-slot=badge]').filter({ hasText: badge })).toBeVisible();
			expect(
				await overlaps(line.locator(':is(a, p, [data-slot=badge]):not(:has(.sr-only))')),
				`${address} at ${width}`,
			).toEqual([]);
		}
	}
	for (const address of ['/companies', '/contacts', '/deals?view=list', '/activities', '/follow-ups', '/import']) {
		await page.goto(address);
		await expect(page.getByRole('main')).toBeVisible();
		for (const width of widths) {
			await page.setViewportSize({ width, height: 900 });
			if (address.startsWith('/deals')) {
				await expect(names(page)).toHaveText([deal]);
				const row = page.locator('[data-row]');
				for (const text of ['Prospecting', '$1,234,567,890.50', /Dec 31/]) {
					await expect(row.getByText(text)).toBeVisible();
					await expect(row.getByText(text)).toBeInViewport({ ratio: 1 });
				}
			}
			const cells = page.locator('[data-row] td, [data-row] a, [data-row] [data-slot=badge]');
			expect(await outside(page, cells), `${address} at ${width}`).toEqual([]);
			expect(await covers(page.locator('[data-row] td:not([data-box])')), `${address} at ${width}`).toEqual([]);
		}
	}
});
