import { text } from './support/composer';
import { createDeal } from './support/deals';
import { heading, toast } from './support/page';
import { addField, deleteRecord } from './support/record';
import { createCompany, expect, test } from './support/test';

/** Stands in every text of this account's, and nowhere else. */
const mark = 'Ŋ';

test('whatever the user has written is kept from a browser’s translation, on every page', async ({ page }) => {
	test.slow();
	const offenders = new Set<string>();
	await page.exposeFunction('foundUnmarked', (where: string) => void offenders.add(where));
	await page.addInitScript((sign) => {
		const { foundUnmarked } = window as unknown as { foundUnmarked: (where: string) => void };
		const look = (node: Node) => {
			const parent = node.parentElement;
			if (!node.textContent?.includes(sign) || !node.isConnected) return;
			if (parent?.closest('head,script,style,textarea,[translate=no]')) return;
			const around = [...(parent?.parentElement?.classList ?? [])].slice(0, 3).join('.');
			foundUnmarked(`${location.pathname}: <${parent?.tagName}> in .${around}: ${node.textContent.slice(0, 80)}`);
		};
		const walk = (root: Node) => {
			if (root instanceof Text) return look(root);
			const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
			while (walker.nextNode()) look(walker.currentNode);
		};
		new MutationObserver((records) => {
			for (const { addedNodes, target } of records) {
				addedNodes.forEach(walk);
				if (target instanceof Text) look(target);
			}
		}).observe(document, { childList: true, subtree: true, characterData: true });
	}, mark);

	await createCompany(page, `${mark} Bình Minh`, {
		notes: `${mark} trả chậm`,
		people: { [`${mark} Bảo`]: { jobTitle: `${mark} Giám đốc`, authority: 'Primary' } },
	});
	const company = new URL(page.url()).pathname;
	await page.getByRole('link', { name: `${mark} Bảo`, exact: true }).click();
	await expect(heading(page, `${mark} Bảo`)).toBeVisible();
	const contact = new URL(page.url()).pathname;
	await page.goto(`${company}/edit`);
	await page.getByLabel('Industry').fill(`${mark} Thủy sản`);
	await page.getByRole('combobox', { name: 'Tags' }).fill(`${mark} VIP,`);
	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(toast(page, `Saved ${mark} Bình Minh`)).toBeVisible();
	await addField(page, `${mark} Mã số`, `${mark} 0301`);
	await expect(page.getByRole('button', { name: `Edit ${mark} Mã số, ${mark} 0301` })).toBeVisible();
	await createDeal(page, `${mark} Kho lạnh`, { company: `${mark} Bình Minh`, contact: `${mark} Bảo` });
	const deal = new URL(page.url()).pathname;
	await page.goto(deal);
	await text(page).fill(`${mark} Gọi về giá`);
	await text(page).press('Control+Enter');
	await expect(toast(page, `Logged ${mark} Gọi về giá`)).toBeVisible();
	await page.getByLabel('New follow-up').fill(`${mark} Gửi báo giá`);
	await page.getByLabel('New follow-up').press('Enter');
	await expect(toast(page, `Added ${mark} Gửi báo giá`)).toBeVisible();

	for (const record of [company, contact, deal])
		for (const part of ['', '/edit', '/history']) {
			await page.goto(`${record}${part}`);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		}
	const companyId = company.split('/').at(-1);
	const industry = encodeURIComponent(`${mark} Thủy sản`);
	for (const path of [
		'/dashboard',
		`/companies?industry=${industry}`,
		`/contacts?company=${companyId}`,
		`/deals?company=${companyId}`,
		`/deals?view=list&company=${companyId}`,
		`/activities?company=${companyId}`,
		`${company}/merge`,
		`${contact}/merge`,
		`/activities/new?companyId=${companyId}`,
		'/reports',
		'/settings',
	]) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
	}
	await page.keyboard.press('Control+k');
	await page.keyboard.type(`${mark} b`);
	await expect(page.getByRole('option').first()).toContainText(mark);
	await page.keyboard.press('Escape');

	// a refusal names the record, and the dialog that deletes one
	await page.goto(deal);
	await deleteRecord(page);
	await expect(toast(page, `Deleted ${mark} Kho lạnh`)).toBeVisible();
	expect([...offenders]).toEqual([]);
});
