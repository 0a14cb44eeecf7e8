import type { Page } from '@playwright/test';
import { onDatabase } from './support/database';
import { cards, createDeal, settled } from './support/deals';
import { holdActions } from './support/hold';
import { holdImport, paste, sendPasted } from './support/imports';
import { hydrated, names, ready, toast } from './support/page';
import { askToDelete, editAll } from './support/record';
import { saveCompany } from './support/records';
import { createCompany, expect, test } from './support/test';

/** Does to the page what a browser's translation does: every text node gives way to a `<font>`, also those that come. */
async function translate(page: Page) {
	await ready(page);
	// also of parts that React takes over later than the rest, and would find changed
	await hydrated(page);
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
}) => {
	for (const name of ['Thủy sản Bình Minh', 'Gỗ Trường Thành']) await saveCompany(page, name);
	await saveCompany(page, 'Bao bì Đại Phát', {
		people: { 'Trần Văn Đức': { authority: 'Primary', email: 'duc@example.com' } },
	});

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
	await page.getByRole('button', { name: 'Actions for Kho lạnh' }).click();
	await page.getByRole('menuitem', { name: 'Negotiation' }).click();
	await expect(cards(page, 'Negotiation')).toHaveText(['Kho lạnh']);
	await settled(page);
	await expect(page.getByRole('region', { name: 'Negotiation', exact: true })).toContainText('$1,500');
	await expect(page.getByRole('region', { name: 'Proposal', exact: true })).toContainText('No deals');
	// other pages are led to and back, with what translates still at work
	for (const name of ['Today', 'Contacts', 'Activities', 'Reports', 'Deals']) {
		await page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
	}
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Reports');
});

test('on a translated page a button says what it is at and when that is over, and an import how far it is', async ({
	page,
}) => {
	await createCompany(page, 'Thủy sản Bình Minh');
	await editAll(page);
	await expect(page.getByLabel('Company name')).toHaveValue('Thủy sản Bình Minh');
	await page.locator('#main').focus();
	await translate(page);
	const save = page.locator('main form button[type=submit]');
	await expect(save.locator('font').first()).toHaveText('Save company');
	for (const email of ['không phải địa chỉ', 'lan@example.com']) {
		const answer = await holdActions(page);
		await page.getByLabel('Email').fill(email);
		await save.click();
		await expect(save).toHaveText('Saving…');
		answer();
		await page.unrouteAll({ behavior: 'wait' });
		if (email.includes('@')) break;
		await expect(page.getByLabel('Email')).toHaveAttribute('aria-invalid', 'true');
		await expect(save).toHaveText('Save company');
	}
	await expect(toast(page, 'Saved Thủy sản Bình Minh')).toBeVisible();
	const question = await askToDelete(page);
	const answer = await holdActions(page);
	await question.getByRole('button', { name: 'Delete company' }).click();
	await expect(question.getByRole('button').last()).toHaveText('Deleting…');
	answer();
	await expect(toast(page, 'Deleted Thủy sản Bình Minh')).toBeVisible();

	await paste(page, 'Company name\nHoa Sen');
	await sendPasted(page);
	await translate(page);
	const { id, goOn } = await holdImport(page);
	const progress = page
		.getByRole('main')
		.locator('div')
		.filter({ has: page.getByRole('progressbar') })
		.last();
	const tell = (phase: string, done: number) =>
		onDatabase(
			`INSERT INTO data_import_progress (user_id, import_id, phase, done, total)
				SELECT user_id, id, $2, $3, 200 FROM data_import WHERE id = $1
				ON CONFLICT (user_id, import_id) DO UPDATE SET phase = $2, done = $3`,
			[id, phase, done],
		);
	await page.getByRole('button', { name: 'Check the file' }).click();
	await expect(progress).toContainText('Checking the file');
	for (const [phase, done, share] of [
		['Reading', 20, '10 %'],
		['Reading', 90, '45 %'],
		['Comparing with what you have', 200, '100 %'],
	] as const) {
		await tell(phase, done);
		await expect(progress).toContainText(phase);
		await expect(progress).toContainText(share);
	}
	await expect(progress).not.toContainText('Reading');
	await goOn();
	await expect(page.getByRole('button', { name: 'Import 1 row' })).toBeVisible();
	await expect(page.getByRole('progressbar')).toHaveCount(0);
});
