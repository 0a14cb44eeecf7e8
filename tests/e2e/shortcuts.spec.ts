import { command } from './support/commands';
import { timeline } from './support/composer';
import { card, cards, column, makeDeal } from './support/deals';
import { holdScripts } from './support/hold';
import { allKeys, expectNothing, press } from './support/keys';
import { heading, ready } from './support/page';
import { field as inDialog } from './support/quick';
import { askToDelete } from './support/record';
import { addContact, createCompany, expect, test } from './support/test';

test.beforeEach(async ({ page }) => {
	await createCompany(page, 'Thủy sản Bình Minh');
});

test('keys lead to every part and to every form', async ({ page }) => {
	await page.goto('/settings');
	await ready(page);
	for (const [keys, name] of [
		['g d', 'Today'],
		['g c', 'Companies'],
		['g p', 'Contacts'],
		['g l', 'Deals'],
		['g a', 'Activities'],
		['g r', 'Reports'],
	] as const) {
		// a form begins with a field that has the focus
		await page.locator('#main').focus();
		await press(page, keys);
		await expect(heading(page, name)).toBeVisible();
	}
	// what is created opens over the page, with the focus in its first field
	const { pathname } = new URL(page.url());
	for (const [keys, name, label] of [
		['c c', 'New company', 'Company name'],
		['c p', 'New contact', 'Contact name'],
		['c l', 'New deal', 'Deal name'],
		['c f', 'New follow-up', 'Follow-up'],
		['c a', 'Log activity', 'Subject and description'],
	] as const) {
		await page.locator('#main').focus();
		await press(page, keys);
		await expect(page.getByRole('dialog', { name })).toBeVisible();
		const field = inDialog(page, label);
		await expect(field).toBeFocused();
		await page.keyboard.type('gọi lại e g d');
		await expect(field).toHaveValue('gọi lại e g d');
		await expect(page).toHaveURL(({ pathname: present }) => present === pathname);
		await field.fill('');
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toHaveCount(0);
	}
});

test('the field of a new follow-up has the focus by its address; where all of them stood leads to it', async ({
	page,
}) => {
	await page.goto('/follow-ups#new-follow-up');
	await expect(page.getByLabel('New follow-up')).toBeFocused();
	await page.keyboard.type('gọi lại e g d');
	await expect(page.getByLabel('New follow-up')).toHaveValue('gọi lại e g d');
	await expect(page).toHaveURL(/\/follow-ups$/);
	await page.getByLabel('New follow-up').fill('');
	// the key and the command open the dialog there too
	for (const begin of [() => press(page, 'c f'), () => command(page, 'reminder', 'Create follow-upc f')]) {
		await page.locator('#main').focus();
		await begin();
		const field = inDialog(page, 'Follow-up');
		await expect(field).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(field).toHaveCount(0);
	}
	await page.goto('/activities?view=all-follow-ups');
	await expect(page).toHaveURL(/\/follow-ups$/);
});

test('on the page of a record, keys edit it and create what belongs to it', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await ready(page);
	await press(page, 'c p');
	await expect(page.getByRole('dialog', { name: 'New contact' })).toContainText('Thủy sản Bình Minh');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(heading(page, 'Thủy sản Bình Minh')).toBeVisible();
	await addContact(page, 'Trần Quốc Bảo', { email: 'bao@binhminh.example.com' });
	await page.getByRole('link', { name: 'Trần Quốc Bảo', exact: true }).click();
	await expect(heading(page, 'Trần Quốc Bảo')).toBeVisible();
	const contact = page.url();
	await press(page, 'c a');
	const activity = page.getByRole('dialog', { name: 'Log activity' });
	await expect(activity.getByRole('combobox', { name: 'Company, contact, or deal' })).toHaveValue('Trần Quốc Bảo');
	await page.keyboard.press('Escape');
	await expect(activity).toHaveCount(0);
	await press(page, 'c f');
	const followUp = page.getByRole('dialog', { name: 'New follow-up' });
	await expect(followUp.getByRole('combobox', { name: 'For' })).toHaveValue('Trần Quốc Bảo · Thủy sản Bình Minh');
	await expect(page).toHaveURL(contact);
	await page.keyboard.press('Escape');
	await expect(followUp).toHaveCount(0);
	// the second key of two is not the key that copies
	await press(page, 'g m');
	await page.waitForTimeout(300);
	await expect(page.getByText('Copied')).toBeHidden();
	await page.keyboard.press('m');
	await expect(page.getByText('Copied bao@binhminh.example.com')).toBeVisible();

	await makeDeal(page, 'Hệ thống kho lạnh');
	await page.goto(`/activities/new?contactId=${contact.split('/').pop()}`);
	await page.getByLabel('Subject').fill('Gọi hỏi giá');
	await page.getByRole('button', { name: 'Log activity' }).click();
	await timeline(page).getByRole('link', { name: 'Gọi hỏi giá' }).click();
	await expect(heading(page, 'Gọi hỏi giá')).toBeVisible();
	const pages = [page.url(), contact];
	await page.goto('/deals?view=list');
	await page.getByRole('link', { name: 'Hệ thống kho lạnh' }).click();
	await expect(heading(page, 'Hệ thống kho lạnh')).toBeVisible();
	pages.push(page.url());
	await page.getByRole('link', { name: 'Thủy sản Bình Minh' }).first().click();
	await expect(heading(page, 'Thủy sản Bình Minh')).toBeVisible();
	pages.push(page.url());
	for (const url of pages) {
		await page.goto(url);
		await ready(page);
		await press(page, 'e');
		// an activity has its form, a record its first value
		if (url.includes('/activities/')) await expect(page).toHaveURL(/\/edit$/);
		else await expect(page.locator('[data-in-place] input:not([type=hidden])').first()).toBeFocused();
		await expect(page.getByRole('button', { name: /^Save/ }).or(page.getByRole('listbox')).first()).toBeVisible();
	}
	// elsewhere there is nothing to edit
	await page.goto('/companies');
	await ready(page);
	await expectNothing(page, ['e']);
});

test('no key does anything while one types, in a form, in a list’s search or in the search box', async ({ page }) => {
	await page.goto('/companies/new');
	await page.locator('#main').focus();
	await ready(page);
	const typed = allKeys.join('').replaceAll(' ', '');
	for (const field of [page.getByLabel('Company name'), page.getByLabel('Notes')]) {
		await field.focus();
		await expectNothing(page, [...typed]);
		await expect(field).toHaveValue(typed);
	}
	await page.getByLabel('Size').focus();
	await expectNothing(page, allKeys);
	await page.goto('/deals/new');
	await page.locator('#main').focus();
	await ready(page);
	await page.getByRole('combobox', { name: 'Company' }).focus();
	await expectNothing(page, [...typed]);
	await expect(page.getByRole('combobox', { name: 'Company' })).toHaveValue(typed);
	await page.goto('/companies');
	await ready(page);
	const search = page.getByRole('searchbox', { name: 'Search companies' });
	await search.focus();
	for (const key of typed) await page.keyboard.press(key);
	// all of it, or the address would still change by itself below
	await expect(page).toHaveURL((url) => url.pathname === '/companies' && url.searchParams.get('q') === typed);
	await expect(search).toHaveValue(typed);
	await page.keyboard.press('Control+k');
	const box = page.getByRole('combobox', { name: 'Search', exact: true });
	await expect(box).toBeFocused();
	await expectNothing(page, [...typed]);
	await expect(box).toHaveValue(typed);
});

test('no key does anything in a dialog, a menu or the drawer, with a modifier, or as part of a composed letter', async ({
	page,
}) => {
	await ready(page);
	await expect(await askToDelete(page)).toBeVisible();
	await expectNothing(page, allKeys);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('alertdialog')).toBeHidden();
	await page.getByRole('button', { name: 'Account menu' }).click();
	await page.getByRole('link', { name: 'Settings' }).focus();
	await expectNothing(page, allKeys);
	await page.keyboard.press('Escape');
	await page.setViewportSize({ width: 390, height: 844 });
	await page.getByRole('button', { name: 'Open menu' }).click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await expectNothing(page, allKeys);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await page.setViewportSize({ width: 1440, height: 900 });
	await expectNothing(page, ['Control+g d', 'Alt+e', 'Meta+e', 'g Control+d', 'Shift+E', 'g Shift+D']);

	const dispatch = (more: object) =>
		page.evaluate((init) => {
			for (const key of ['g', 'l'])
				document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
		}, more);
	for (const more of [{ isComposing: true }, { keyCode: 229 }]) {
		await dispatch(more);
		await expectNothing(page, []);
	}
	await dispatch({});
	await expect(heading(page, 'Deals')).toBeVisible();
});

test('a sequence is given up after a second', async ({ page }) => {
	await ready(page);
	await page.keyboard.press('g');
	await page.waitForTimeout(1200);
	await expectNothing(page, ['d']);
	await press(page, 'g d');
	await expect(heading(page, 'Today')).toBeVisible();
});

test('keys carry a card on the board and go nowhere meanwhile', async ({ page }) => {
	await makeDeal(page, 'Hệ thống kho lạnh');
	await page.goto('/deals');
	await ready(page);
	await card(page, 'Hệ thống kho lạnh').getByRole('link').focus();
	await page.keyboard.press('Space');
	await expect(page.getByText('Picked up Hệ thống kho lạnh.')).toBeAttached();
	await expectNothing(page, allKeys);
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Space');
	await expect(cards(page, 'Qualification')).toHaveText(['Hệ thống kho lạnh']);
	await expect(column(page, 'Qualification').getByRole('link', { name: 'Hệ thống kho lạnh' })).toBeFocused();
	await press(page, 'g c');
	await expect(heading(page, 'Companies')).toBeVisible();
});

test('what was typed before the page’s code had come is asked for as well', async ({ page }) => {
	const come = await holdScripts(page);
	await page.goto('/companies/new', { waitUntil: 'commit' });
	await page.getByLabel('Company name').fill('Đại Phát');
	come();
	await page.locator('#main').focus();
	await ready(page);
	const asked: string[] = [];
	page.on('dialog', (dialog) => {
		asked.push(dialog.message());
		return dialog.dismiss();
	});
	await press(page, 'g d');
	await expect.poll(() => asked).toEqual(['Leave this page? What you typed has not been saved.']);
	await expect(page.getByLabel('Company name')).toHaveValue('Đại Phát');
});

test('a form with unsaved changes asks before a key leaves it', async ({ page }) => {
	await page.goto('/companies/new');
	await page.getByLabel('Company name').fill('Đại Phát');
	await page.locator('#main').focus();
	await ready(page);
	const answers = [false, true];
	page.on('dialog', (dialog) => (answers.shift() ? dialog.accept() : dialog.dismiss()));
	await press(page, 'g d');
	await expect(page.getByLabel('Company name')).toHaveValue('Đại Phát');
	await expect.poll(() => answers.length).toBe(1);
	await press(page, 'g d');
	await expect(heading(page, 'Today')).toBeVisible();
});
