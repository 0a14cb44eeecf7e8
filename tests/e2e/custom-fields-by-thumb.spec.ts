import type { Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { expectFits } from './support/accessible';
import { ready } from './support/page';
import { showPart } from './support/record';
import { call, saveCompany, saveContact } from './support/records';
import { expect, test } from './support/test';

// Every type of custom field, edited in place on a phone, at the worst place: right above the bar at the bottom.

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const options = ['Hội chợ', 'Giới thiệu', 'Website'].map((name) => ({ id: uuidv7(), name, colour: 'teal' }));
const own = (page: Page) => page.getByRole('region', { name: 'Custom fields' });
const editor = (page: Page) => own(page).locator('[data-editing]');
const input = (page: Page) => editor(page).locator('input:not([type=hidden]), textarea').first();
const save = (page: Page) => editor(page).getByRole('button', { name: /^Save/ }).tap();
const typed = (text: string) => async (page: Page) => {
	await input(page).fill(text);
	await save(page);
};
const picked = (name: string) => (page: Page) => editor(page).getByRole('option', { name }).tap();

type Edit = { name: string; fill: (page: Page) => Promise<void>; shown: string };
const edits: Record<string, Edit> = {
	text: { name: 'Zalo', fill: typed('Anh Tuấn kho'), shown: 'Anh Tuấn kho' },
	long: { name: 'Giao hàng', fill: typed('Cổng sau, trước 9 giờ'), shown: 'Cổng sau, trước 9 giờ' },
	number: { name: 'Số xe', fill: typed('12'), shown: '12' },
	amount: { name: 'Hạn mức', fill: typed('5000000'), shown: '5,000,000' },
	date: { name: 'Ngày ký', fill: typed('18 Dec 2026'), shown: 'Dec 18, 2026' },
	yes: { name: 'Có kho', fill: picked('Yes'), shown: 'Yes' },
	choice: { name: 'Nguồn', fill: picked('Website'), shown: 'Website' },
	choices: {
		name: 'Quan tâm',
		fill: async (page) => {
			for (const name of ['Giới thiệu', 'Website']) await picked(name)(page);
			await save(page);
		},
		shown: 'Website',
	},
	link: { name: 'Bản đồ', fill: typed('maps.example.com/kho'), shown: 'maps.example.com' },
	contact: { name: 'Giới thiệu bởi', fill: picked('Lê Thị Hồng'), shown: 'Lê Thị Hồng' },
	company: { name: 'Tập đoàn', fill: picked('Đại Phát'), shown: 'Đại Phát' },
};

/** The controls of the open editor that a thumb does not reach, because something lies over them or they are off the screen. */
const outOfReach = (page: Page) =>
	editor(page).evaluate((element) =>
		[...element.querySelectorAll<HTMLElement>('input:not([type=hidden]), textarea, select, button, [role=option]')]
			.filter((control) => {
				const { x, y, width, height } = control.getBoundingClientRect();
				const there = document.elementFromPoint(x + width / 2, y + height / 2);
				return !there || !(control.contains(there) || there.contains(control));
			})
			.map((control) => control.textContent || control.tagName),
	);

test('each is opened, filled in and saved with nothing of it under the bar, and none smaller than the others', async ({
	page,
}) => {
	const company = await saveCompany(page, 'Thủy sản Bình Minh');
	await saveContact(page, await saveCompany(page, 'Bao bì Đại Phát'), 'Lê Thị Hồng');
	for (const [type, { name }] of Object.entries(edits)) {
		const listed = type.startsWith('choice') ? options.map((option) => ({ ...option, id: uuidv7() })) : [];
		const field = { id: uuidv7(), kind: 'company', type, name, help: '', options: JSON.stringify(listed) };
		await call(page, 'fields', 'createField', field);
	}
	await page.goto(`/companies/${company}`);
	await ready(page);
	await showPart(page, 'details');
	await own(page)
		.getByRole('button', { name: /^Show \d+ more/ })
		.tap();
	for (const [type, { name, fill, shown }] of Object.entries(edits)) {
		const row = own(page).getByRole('button', { name: new RegExp(`^(Add|Edit) ${name}`) });
		await row.evaluate((element) => {
			const top = document.querySelector('[data-title-row] [data-actions]')?.getBoundingClientRect().top ?? 0;
			window.scrollBy({ top: element.getBoundingClientRect().bottom - top + 4, behavior: 'instant' });
		});
		expect((await row.boundingBox())?.height, type).toBeGreaterThanOrEqual(44);
		await row.tap();
		await expect(input(page)).toBeFocused();
		if (type === 'contact' || type === 'company') await expect(editor(page).getByRole('option').first()).toBeVisible();
		await expect.poll(() => outOfReach(page), type).toEqual([]);
		for (const control of await editor(page).locator('input:visible, textarea, select').all())
			expect((await control.boundingBox())?.height, type).toBeGreaterThanOrEqual(44);
		for (const control of await editor(page).locator('button:visible, [role=option]').all())
			expect((await control.boundingBox())?.height, type).toBeGreaterThanOrEqual(36);
		await expectFits(page);
		await fill(page);
		await expect(editor(page)).toHaveCount(0);
		await expect(own(page).locator('.property', { hasText: name }), type).toContainText(shown);
	}
});
