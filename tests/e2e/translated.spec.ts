import type { Page } from '@playwright/test';
import { cards, createDeal, settled } from './support/deals';
import { ready } from './support/keys';
import { names, toast } from './support/page';
import { addContact, createCompany, expect, test } from './support/test';

/** Does to the page what a browser's translation does: every text node gives way to a `<font>`, also those that come. */
async function translate(page: Page) {
	await ready(page);
	await page.evaluate(() => {
		const isKept = (node: Text) =>
			!node.data.trim() || node.parentElement?.closest('script,style,textarea,font,[translate=no]');
		const replace = (node: Text) => {
			if (isKept(node)) return;
			const inner = document.createElement('font');
			inner.textContent = node.data;
			const outer = document.createElement('font');
			outer.append(inner);
			node.parentNode?.replaceChild(outer, node);
		};
		const walk = (root: Node) => {
			const texts: Text[] = [];
			const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
			if (root instanceof Text) texts.push(root);
			while (walker.nextNode()) texts.push(walker.currentNode as Text);
			texts.forEach(replace);
		};
		document.documentElement.classList.add('translated-ltr');
		walk(document.body);
		new MutationObserver((records) => {
			for (const { addedNodes, target } of records) {
				addedNodes.forEach(walk);
				if (target instanceof Text && target.isConnected) replace(target);
			}
		}).observe(document.body, { childList: true, subtree: true, characterData: true });
	});
	await expect(page.locator('font').first()).toBeVisible();
}

test('on a translated page everything that changes is shown, nothing breaks, and names stay as they are', async ({
	page,
	account,
}) => {
	expect(account).toBeTruthy();
	for (const name of ['Thủy sản Bình Minh', 'Gỗ Trường Thành', 'Bao bì Đại Phát']) await createCompany(page, name);
	await addContact(page, 'Trần Văn Đức', { authority: 'Primary', email: 'duc@example.com' });

	await page.goto('/companies');
	await translate(page);
	await expect(names(page).locator('font')).toHaveCount(0);
	const selected = page.getByRole('toolbar', { name: 'Selected rows' });
	for (const [index, count] of ['1 company selected', '2 companies selected', '3 companies selected'].entries()) {
		await page
			.getByRole('checkbox', { name: /^Select (?!all)/ })
			.nth(index)
			.check();
		await expect(selected).toContainText(count);
	}
	await page
		.getByRole('checkbox', { name: /^Select (?!all)/ })
		.first()
		.uncheck();
	await expect(selected).toContainText('2 companies selected');
	await selected.getByRole('button', { name: /Delete/ }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'Delete 2 companies' }).click();
	await expect(toast(page, 'Deleted 2 companies')).toBeVisible();
	await expect(names(page)).toHaveCount(1);
	await toast(page, 'Deleted 2 companies').getByRole('button', { name: 'Undo' }).click();
	await expect(names(page)).toHaveCount(3);
	await page
		.getByRole('searchbox', { name: /Search/ })
		.first()
		.fill('bình');
	await expect(names(page)).toHaveText(['Thủy sản Bình Minh']);

	await createDeal(page, 'Kho lạnh', { value: '1500' });
	const steps = page.getByRole('list', { name: 'Change stage' });
	await translate(page);
	await steps.getByRole('button', { name: 'Proposal' }).click();
	await expect(steps.locator('[aria-current=step]')).toContainText('Proposal');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kho lạnh');
	await expect(page.getByRole('heading', { level: 1 }).locator('font')).toHaveCount(0);

	await page.goto('/deals');
	await translate(page);
	await page.getByRole('button', { name: 'Move Kho lạnh to…' }).click();
	await page.getByRole('menuitem', { name: 'Negotiation' }).click();
	await expect(cards(page, 'Negotiation')).toHaveText(['Kho lạnh']);
	await settled(page);
	await expect(page.getByRole('region', { name: 'Negotiation', exact: true })).toContainText('$1,500');
	await expect(page.getByRole('region', { name: 'Proposal', exact: true })).toContainText('No deals');
	// other pages are led to and back, with what translates still at work
	for (const name of ['Dashboard', 'Contacts', 'Activities', 'Reports', 'Deals']) {
		await page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
	}
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Reports');
});
