import type { Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { box } from './support/commands';
import { cards, card as dealCard, makeDeal } from './support/deals';
import { card, day, line } from './support/follow-ups';
import { holdScripts, openWithoutTheRest } from './support/hold';
import { names } from './support/page';
import { field as inDialog } from './support/quick';
import { call, saveCompany, saveContact } from './support/records';
import { expect, test } from './support/test';

// The moments between a key or a click and what it opens, each of them held open.

test.use({ savesData: false });

/** Opens a page whose own code comes only when the returned function is called. */
async function openWithoutCode(page: Page, path: string) {
	const come = await holdScripts(page);
	await page.goto(path, { waitUntil: 'commit' });
	await expect(page.locator('#main h1')).toBeVisible();
	return come;
}

test('what is typed after a click goes where that leads, also what makes no keys, with Enter and Tab', async ({
	page,
}) => {
	const companyId = await saveCompany(page, 'Gỗ Trường Thành');
	await call(page, 'follow-ups', 'createFollowUp', { id: uuidv7(), title: 'Gửi', dueOn: day(1), companyId });
	const come = await openWithoutCode(page, `/companies/${companyId}`);
	await card(page).getByRole('button', { name: 'Edit Gửi' }).click();
	// the browser's driver has no key for ử and á, as an input method has none
	await page.keyboard.type(' báo giáx');
	await page.keyboard.press('Backspace');
	await page.keyboard.press('Enter');
	come();
	await expect(line(page, 'Gửi báo giá')).toBeVisible();
	await expect(page.locator('[data-type-ahead]')).toHaveCount(0);

	const comeAgain = await openWithoutCode(page, `/companies/${companyId}`);
	await page.keyboard.type('cp');
	await page.keyboard.type('Trần Quốc Bảo');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Giám đốc');
	comeAgain();
	await expect(inDialog(page, 'Contact name')).toHaveValue('Trần Quốc Bảo');
	await expect(inDialog(page, 'Job title')).toHaveValue('Giám đốc');
	await expect(inDialog(page, 'Job title')).toBeFocused();

	const comeLast = await openWithoutCode(page, `/companies/${companyId}`);
	await page.keyboard.type('ca');
	await page.keyboard.type('Gọi hỏi thăm');
	await page.keyboard.press('Control+Enter');
	comeLast();
	await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('Gọi hỏi thăm');
});

test('a key that comes first waits for what it opens, and keys of the page do what they do, in their order', async ({
	page,
}) => {
	const company = await saveCompany(page, 'Gỗ Trường Thành');
	await saveCompany(page, 'Đại Phát');

	const come = await openWithoutCode(page, '/companies');
	await names(page).filter({ hasText: 'Đại Phát' }).focus();
	await page.keyboard.press('F2');
	await page.keyboard.type('edge');
	come();
	await expect(page.locator('[data-in-place] input:not([type=hidden])')).toHaveValue('edge');

	const comeAgain = await openWithoutCode(page, '/companies');
	await page.keyboard.type('jj');
	await page.keyboard.press('Enter');
	comeAgain();
	await expect(page).toHaveURL(new RegExp(company));

	for (const name of ['Kho lạnh', 'Bao bì']) await makeDeal(page, name);
	const comeLast = await openWithoutCode(page, '/deals');
	await dealCard(page, 'Bao bì').getByRole('link').focus();
	for (const key of ['Space', 'ArrowDown', 'ArrowRight', 'Space']) await page.keyboard.press(key);
	comeLast();
	await expect(cards(page, 'Qualification')).toHaveText(['Bao bì']);
});

test('what is typed while a click from before the code is about to be answered comes after it', async ({ page }) => {
	const company = await saveCompany(page, 'Gỗ Trường Thành');
	// the click is answered after timers of a hundredth of a second
	await page.addInitScript(() => {
		const { setTimeout } = window;
		const held: (() => void)[] = [];
		const release = () => {
			Object.assign(window, { setTimeout });
			for (const each of held) each();
		};
		const holding = (run: () => void, wait: number) => (wait === 10 ? held.push(run) : setTimeout(run, wait));
		Object.assign(window, { setTimeout: holding, release });
	});
	const come = await openWithoutCode(page, `/companies/${company}`);
	await card(page).getByRole('button', { name: 'Follow-up', exact: true }).click();
	await page.keyboard.type('Gửi');
	come();
	await page.waitForFunction(() => !document.earlyInput);
	await page.keyboard.type(' báo giá');
	await page.evaluate('release()');
	await expect(card(page).getByLabel('New follow-up')).toHaveValue('Gửi báo giá');
	await page.keyboard.type(' mới');
	await expect(card(page).getByLabel('New follow-up')).toHaveValue('Gửi báo giá mới');
});

test('what is typed before the browser says that a form has unfolded goes into its field', async ({ page }) => {
	const company = await saveCompany(page, 'Gỗ Trường Thành');
	await saveContact(page, company, 'Trần Quốc Bảo');
	const deal = await makeDeal(page, 'Kho lạnh', { company: 'Gỗ Trường Thành' });
	await page.addInitScript(() =>
		addEventListener(
			'toggle',
			(event) => {
				const { target } = event;
				if (!event.isTrusted || !(target instanceof HTMLDetailsElement)) return;
				event.stopImmediatePropagation();
				Object.assign(window, { unfold: () => target.dispatchEvent(new Event('toggle')) });
			},
			true,
		),
	);
	const come = await openWithoutTheRest(page, `/deals/${deal}`);
	const summary = page.locator('summary', { hasText: 'Add contact to this deal' });
	const picker = page.getByRole('combobox', { name: 'Add contact' });
	await page.waitForFunction(() => !document.earlyInput);
	await summary.click();
	await page.keyboard.type('quoc');
	await page.evaluate('unfold()');
	await page.keyboard.type(' b');
	// whoever comes to the same place again is there still
	await page.evaluate('unfold()');
	await page.keyboard.type('ao');
	come();
	await expect(picker).toBeFocused();
	await expect(picker).toHaveValue('quoc bao');

	const comeAgain = await openWithoutCode(page, `/deals/${deal}`);
	await summary.click();
	await page.keyboard.type('quoc bao');
	comeAgain();
	await expect(picker).toBeFocused();
	await expect(picker).toHaveValue('quoc bao');
});

test('Tab goes on from where the focus was, and the search takes Enter after what was typed', async ({ page }) => {
	const company = await saveCompany(page, 'Gỗ Trường Thành');
	await openWithoutCode(page, '/companies');
	await page.getByRole('button', { name: 'Collapse sidebar' }).click();
	await expect(page.locator('[data-type-ahead]')).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'Search' })).toBeFocused();

	const come = await openWithoutCode(page, '/dashboard');
	await page.keyboard.press('Control+k');
	await page.keyboard.type('Trường Thành');
	await page.keyboard.press('Enter');
	come();
	await expect(page).toHaveURL(new RegExp(`/companies/${company}$`));
	await expect(box(page)).toBeHidden();
});

test('a field that is clicked, or an arrow key in it, before the code is there opens its list once it is', async ({
	page,
}) => {
	const suggestions = page.getByRole('listbox', { name: 'Suggestions' });
	const tags = page.getByRole('combobox', { name: 'Tags' });
	await page.goto('/companies/new');
	await page.getByLabel('Company name').fill('Thủy sản Bình Minh');
	await tags.fill('Khách quý,');
	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Thủy sản Bình Minh' })).toBeVisible();

	for (const ask of [() => tags.click(), () => tags.press('ArrowDown')]) {
		const come = await openWithoutCode(page, '/companies/new');
		await ask();
		come();
		await expect(suggestions.getByRole('option')).toHaveText('Khách quý');
		await expect(tags).toBeFocused();
	}

	// one that was left again stays closed
	const come = await openWithoutCode(page, '/companies/new');
	await tags.click();
	await page.getByLabel('Company name').fill('Ánh Dương');
	come();
	await expect(page.locator('form[data-waits]')).toHaveCount(0);
	await expect(page.getByLabel('Company name')).toBeFocused();
	await expect(suggestions).toHaveCount(0);
});
