import type { Page } from '@playwright/test';
import { saveCompany } from './records';
import { expect } from './test';

export const sidebar = (page: Page) => page.getByRole('complementary').getByRole('navigation', { name: 'Main' });
export const viewsOf = (page: Page, list: string) =>
	sidebar(page)
		.getByRole('list', { name: `Views of ${list}` })
		.getByRole('link');
export const present = (page: Page, name: string) => page.getByRole('button', { name: `View: ${name}`, exact: true });

export async function choose(page: Page, view: string, item: string | RegExp) {
	await present(page, view).click();
	await page.getByRole('menuitem', { name: item }).click();
	await expect(page.getByRole('menu')).toBeHidden();
}

export async function saveAs(page: Page, name: string, more: { asDefault?: string } = {}) {
	await page.getByRole('main').getByRole('button', { name: 'Save view' }).click();
	await page.getByLabel('View name').fill(name);
	if (more.asDefault) await page.getByLabel(`Show this view when I open ${more.asDefault}`).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).click();
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(present(page, name)).toBeVisible();
}

export async function fillList(page: Page) {
	await saveCompany(page, 'Thủy sản Bình Minh', {
		people: {
			'Trần Quốc Bảo': { authority: 'secondary' },
			'Nguyễn Thị Lan': { authority: 'primary' },
			'Lê Hoàng Phúc': {},
		},
	});
}
