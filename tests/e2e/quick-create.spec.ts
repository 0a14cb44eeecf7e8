import { expectAccessible, expectFits } from './support/accessible';
import { holdScripts } from './support/hold';
import { press } from './support/keys';
import { heading, names, ready, toast } from './support/page';
import { dialog, field, made, openByMenu } from './support/quick';
import { saveCompany, saveContact } from './support/records';
import { expect, test } from './support/test';

// Companies, contacts and deals are created over the page that is open.

test('a company, its contact and its deal take no more than twelve keys beside the text, in one dialog', async ({
	page,
}) => {
	await page.goto('/reports');
	await ready(page);
	await page.locator('#main').focus();
	let keys = 0;
	const key = async (name: string) => {
		// a key that is held down with another counts as well
		keys += name.split('+').length;
		await page.keyboard.press(name);
	};
	const next = async (label: string, by = 'Enter') => {
		await key(by);
		await expect(field(page, label)).toBeFocused();
	};
	await key('c');
	await key('c');
	await expect(field(page, 'Company name')).toBeFocused();
	await page.keyboard.type('Công ty TNHH Hưng Thịnh');
	await next('Contact name', 'Shift+Enter');
	await page.keyboard.type('Trần Thị Ngọc Ánh');
	await next('Job title');
	await page.keyboard.type('Tổng giám đốc');
	await next('Deal name', 'Shift+Enter');
	await page.keyboard.type('Cung ứng cá tra 3 năm');
	await next('Deal value');
	await page.keyboard.type('4,25 tỷ');
	await expect(dialog(page)).toContainText('Adds a company, a contact, and a deal');
	await key('Control+Enter');
	await expect(dialog(page)).toHaveCount(0);
	await expect(
		toast(page, 'Created Công ty TNHH Hưng Thịnh, Trần Thị Ngọc Ánh, and Cung ứng cá tra 3 năm'),
	).toBeVisible();
	expect(keys).toBeLessThanOrEqual(12);
	expect(await made(page)).toEqual({ companies: 1, contacts: 1, deals: 1, sets: 1 });
	// the page is where it was
	await expect(page).toHaveURL(/\/reports$/);

	await toast(page, 'Created').getByRole('button', { name: 'Undo' }).click();
	await expect(toast(page, 'Undone.')).toBeVisible();
	expect(await made(page)).toMatchObject({ companies: 0, contacts: 0, deals: 0 });
});

test('Enter goes through the fields one by one and sends nothing', async ({ page }) => {
	await page.goto('/reports');
	await ready(page);
	await press(page, 'c c');
	await expect(field(page, 'Company name')).toBeFocused();
	for (const label of ['Phone', 'Website', 'Industry', 'Size', 'Contact name', 'Job title', 'Phone', 'Email']) {
		await page.keyboard.press('Enter');
		await expect(page.locator(':focus')).toHaveAccessibleName(label);
	}
	for (const label of ['No', 'Deal name', 'Deal value', 'Expected close date', 'Stage']) {
		await page.keyboard.press('Enter');
		await expect(page.locator(':focus')).toHaveAccessibleName(new RegExp(`^${label}`));
	}
	await page.keyboard.press('Enter');
	expect(await made(page)).toMatchObject({ companies: 0, sets: 0 });
	await expect(dialog(page)).toBeVisible();
});

test('by mouse: from the page’s own button, with the page and its place kept, and open what was made', async ({
	page,
}) => {
	for (let n = 0; n < 40; n++) await saveCompany(page, `Công ty ${n}`);
	await page.goto('/companies');
	await ready(page);
	await page.evaluate(() => window.scrollTo(0, 400));
	await page
		.locator('#main')
		.getByRole('link', { name: 'New company' })
		.evaluate((link: HTMLElement) => link.click());
	await expect(dialog(page, 'New company')).toBeVisible();
	await expect(page).toHaveURL(/\/companies$/);
	await field(page, 'Company name').fill('An Phát');
	await field(page, 'Website').fill('anphat.example.com');
	await dialog(page).getByLabel('Size').selectOption('11-50');
	await dialog(page).getByRole('region', { name: 'Contact' }).getByLabel('Contact name').fill('Lê Văn An');
	await dialog(page).getByRole('radio', { name: 'Primary' }).check({ force: true });
	await dialog(page)
		.getByRole('button', { name: /^Save Ctrl/ })
		.or(dialog(page).getByRole('button', { name: 'Save', exact: true }))
		.click();
	await expect(dialog(page)).toHaveCount(0);
	await expect(names(page).first()).toHaveText('An Phát');
	expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
	await toast(page, 'Created An Phát').getByRole('link', { name: 'Open' }).click();
	await expect(heading(page, 'An Phát')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Lê Văn An' }).first()).toBeVisible();
});

test('from a record’s page it belongs to that record', async ({ page }) => {
	const company = await saveCompany(page, 'Thủy sản Bình Minh');
	const contact = await saveContact(page, company, 'Trần Quốc Bảo', { authority: 'Influencer' });
	await page.goto(`/companies/${company}`);
	await ready(page);
	await press(page, 'c p');
	await expect(dialog(page, 'New contact')).toContainText('Thủy sản Bình Minh');
	await page.keyboard.type('Lê Lan');
	await page.keyboard.press('Control+Enter');
	await expect(toast(page, 'Created Lê Lan')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Lê Lan' }).first()).toBeVisible();

	await page.goto(`/contacts/${contact}`);
	await ready(page);
	await press(page, 'c l');
	await expect(dialog(page, 'New deal').getByRole('region', { name: 'Company' })).toContainText('Thủy sản Bình Minh');
	await expect(dialog(page).getByRole('region', { name: 'Contact' })).toContainText('Trần Quốc Bảo');
	await expect(field(page, 'Role in this deal')).toHaveValue('influencer');
	await field(page, 'Deal name').fill('Kho lạnh');
	await field(page, 'Deal value').fill('1000');
	await page.keyboard.press('Control+Enter');
	await expect(toast(page, 'Created Kho lạnh')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Kho lạnh' }).first()).toBeVisible();
	expect(await made(page)).toMatchObject({ companies: 1, contacts: 2, deals: 1 });
});

test('a deal takes a company and a contact, found or new, all in one change set', async ({ page }) => {
	const company = await saveCompany(page, 'Thủy sản Bình Minh');
	await saveContact(page, company, 'Trần Quốc Bảo');
	await page.goto('/deals');
	await ready(page);
	await press(page, 'c l');
	await field(page, 'Deal name').fill('Kho lạnh');
	await field(page, 'Deal value').fill('1000');
	const companyField = dialog(page).getByRole('combobox', { name: 'Company' });
	const contactField = dialog(page).getByRole('combobox', { name: 'Contact' });
	await companyField.fill('binh minh');
	await dialog(page).getByRole('option', { name: 'Thủy sản Bình Minh' }).click();
	await contactField.click();
	await dialog(page).getByRole('option', { name: 'Trần Quốc Bảo' }).click();
	await page.keyboard.press('Control+Enter');
	await expect(toast(page, 'Created Kho lạnh')).toBeVisible();

	const before = await made(page);
	await press(page, 'c l');
	await expect(field(page, 'Deal name')).toBeFocused();
	await page.keyboard.type('Bao bì');
	await page.keyboard.press('Enter');
	await page.keyboard.type('2000');
	await companyField.fill('Hoa Sen');
	await dialog(page).getByRole('option', { name: 'Create company “Hoa Sen”' }).click();
	await contactField.fill('Đặng Văn Hùng');
	await dialog(page)
		.getByRole('option', { name: /^Add “Đặng Văn Hùng”/ })
		.click();
	await field(page, 'Job title').fill('Giám đốc');
	await field(page, 'Phone').fill('0901 234 567');
	await field(page, 'Role in this deal').selectOption('Champion');
	await page.keyboard.press('Control+Enter');
	await expect(toast(page, 'Created Bao bì, Hoa Sen, and Đặng Văn Hùng')).toBeVisible();
	expect(await made(page)).toEqual({
		companies: (before?.companies ?? 0) + 1,
		contacts: (before?.contacts ?? 0) + 1,
		deals: (before?.deals ?? 0) + 1,
		sets: (before?.sets ?? 0) + 1,
	});
});

test('save and add another begins anew, with the focus on the name', async ({ page }) => {
	await page.goto('/contacts');
	await ready(page);
	await openByMenu(page, 'Company');
	for (const name of ['An Phát', 'Bình Minh']) {
		await expect(field(page, 'Company name')).toBeFocused();
		await expect(field(page, 'Company name')).toHaveValue('');
		await page.keyboard.type(name);
		await page.keyboard.press('Control+Shift+Enter');
		await expect(toast(page, `Created ${name}`)).toBeVisible();
	}
	await expect(field(page, 'Company name')).toHaveValue('');
	// nothing is typed: it closes without a question, and the focus is where it was
	await page.keyboard.press('Escape');
	await expect(dialog(page)).toHaveCount(0);
	expect(await made(page)).toMatchObject({ companies: 2, sets: 2 });
	await expect(page.getByRole('button', { name: 'New', exact: true })).toBeFocused();
});

test('Escape asks only if something was typed, and what was typed stays', async ({ page }) => {
	await page.goto('/contacts');
	await ready(page);
	await press(page, 'c p');
	await page.keyboard.type('Lê Lan');
	await expect(field(page, 'Contact name')).toHaveValue('Lê Lan');
	await page.keyboard.press('Escape');
	const question = page.getByRole('alertdialog', { name: 'Discard your entries?' });
	await question.getByRole('button', { name: 'Keep editing' }).click();
	await expect(field(page, 'Contact name')).toHaveValue('Lê Lan');
	// an open list takes Escape first
	await dialog(page).getByRole('combobox', { name: 'Company' }).fill('Hoa');
	await expect(dialog(page).getByRole('listbox').getByRole('option').first()).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog(page).getByRole('listbox')).toHaveCount(0);
	await expect(question).toHaveCount(0);
	await dialog(page).getByRole('button', { name: 'Close' }).click();
	await question.getByRole('button', { name: 'Discard entries' }).click();
	await expect(dialog(page)).toHaveCount(0);
	await press(page, 'c p');
	await expect(field(page, 'Contact name')).toHaveValue('');
	await page.keyboard.press('Escape');
	await expect(dialog(page)).toHaveCount(0);
});

test('what is wrong is said under its field in whichever part, counted, and nothing is saved', async ({ page }) => {
	await page.goto('/contacts');
	await ready(page);
	await press(page, 'c c');
	await page.keyboard.type('An Phát');
	await expect(field(page, 'Company name')).toHaveValue('An Phát');
	await field(page, 'Website').fill('javascript:alert(1)');
	await field(page, 'Job title').fill('Giám đốc');
	await field(page, 'Email').fill('an@');
	await field(page, 'Deal name').fill('Kho lạnh');
	await page.keyboard.press('Control+Enter');
	await expect(dialog(page)).toContainText('Please correct the 4 marked fields.');
	await expect(field(page, 'Website')).toBeFocused();
	await expect(dialog(page)).toContainText('Contact name is required.');
	await expect(dialog(page)).toContainText('Deal value is required.');
	expect(await made(page)).toMatchObject({ companies: 0, sets: 0 });
	await field(page, 'Website').fill('');
	await expect(dialog(page)).toContainText('Please correct the 3 marked fields.');
	await field(page, 'Contact name').fill('Lê Văn An');
	await field(page, 'Email').fill('an@anphat.example.com');
	await field(page, 'Deal value').fill('nhiều');
	await page.keyboard.press('Control+Enter');
	// only the account knows how amounts are written
	await expect(field(page, 'Deal value')).toBeFocused();
	await expect(field(page, 'Deal value')).toHaveAttribute('aria-invalid', 'true');
	expect(await made(page)).toMatchObject({ companies: 0, contacts: 0, sets: 0 });
	await field(page, 'Deal value').fill('1000');
	await page.keyboard.press('Control+Enter');
	await expect(toast(page, 'Created An Phát')).toBeVisible();
	expect(await made(page)).toEqual({ companies: 1, contacts: 1, deals: 1, sets: 1 });
});

test('a likely duplicate is used in place of a new one, or put aside', async ({ page }) => {
	const company = await saveCompany(page, 'Công ty TNHH Hưng Thịnh', { website: 'hungthinh.example.com' });
	await page.goto('/reports');
	await ready(page);
	await press(page, 'c c');
	await page.keyboard.type('HƯNG THỊNH');
	const hint = dialog(page).getByRole('status', { name: 'Possible duplicates' }).first();
	await expect(hint).toContainText('You may have this one: Công ty TNHH Hưng Thịnh');
	await expect(hint.getByRole('link', { name: /^Open/ })).toHaveAttribute('href', `/companies/${company}`);
	await hint.getByRole('button', { name: 'Use this one' }).click();
	await expect(field(page, 'Company name')).toHaveCount(0);
	await expect(field(page, 'Contact name')).toBeFocused();
	await page.keyboard.type('Lê Lan');
	await expect(dialog(page)).toContainText('Adds a contact');
	// what was typed is still there
	await dialog(page).getByRole('button', { name: 'Enter a new one' }).click();
	await expect(field(page, 'Company name')).toHaveValue('HƯNG THỊNH');
	await expect(field(page, 'Contact name')).toHaveValue('Lê Lan');
	await hint.getByRole('button', { name: 'Use this one' }).click();
	await page.keyboard.press('Control+Enter');
	await expect(toast(page, 'Created Lê Lan')).toBeVisible();
	expect(await made(page)).toMatchObject({ companies: 1, contacts: 1 });

	await press(page, 'c c');
	await page.keyboard.type('Hưng Thịnh');
	await hint.getByRole('button', { name: 'Not the same' }).click();
	await expect(hint.getByRole('button')).toHaveCount(0);
	await page.keyboard.press('Control+Enter');
	await expect(toast(page, 'Created Hưng Thịnh')).toBeVisible();
	expect(await made(page)).toMatchObject({ companies: 2 });
});

test('keys that are typed right after c c, before the code has come, land in the name in their order', async ({
	page,
}) => {
	const come = await holdScripts(page);
	await page.goto('/reports', { waitUntil: 'commit' });
	await expect(heading(page, 'Reports')).toBeVisible();
	await page.keyboard.type('ccCong ty An Phat', { delay: 15 });
	come();
	await expect(field(page, 'Company name')).toHaveValue('Cong ty An Phat');
	await page.keyboard.type(' 2');
	await expect(field(page, 'Company name')).toHaveValue('Cong ty An Phat 2');
});

test('on a phone the dialog fills the screen and everything can be reached', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/dashboard');
	await ready(page);
	await openByMenu(page, 'Company');
	await expectFits(page);
	await expect.poll(() => dialog(page).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
	await field(page, 'Company name').fill('An Phát');
	await field(page, 'Contact name').fill('Lê Văn An');
	await field(page, 'Deal name').fill('Kho lạnh');
	await field(page, 'Deal value').fill('1000');
	await dialog(page).getByRole('button', { name: 'Save', exact: true }).click();
	await expect(toast(page, 'Created An Phát')).toBeVisible();
	expect(await made(page)).toEqual({ companies: 1, contacts: 1, deals: 1, sets: 1 });
});

for (const [keys, name] of [
	['c c', 'New company'],
	['c p', 'New contact'],
	['c l', 'New deal'],
	['c f', 'New follow-up'],
	['c a', 'Log activity'],
] as const)
	test(`the dialog “${name}” is accessible in both themes`, async ({ page }) => {
		await saveCompany(page, 'Hưng Thịnh');
		await page.goto('/reports');
		await ready(page);
		await press(page, keys);
		await expect(dialog(page, name)).toBeVisible();
		await page.keyboard.type('Hưng Thịnh');
		if (keys === 'c c') await expect(dialog(page).getByRole('button', { name: 'Use this one' })).toBeVisible();
		await expectAccessible(page, name);
		await page.keyboard.press('Control+Enter');
		if (keys === 'c p' || keys === 'c l') {
			await expect(dialog(page).locator('[aria-invalid=true]').first()).toBeFocused();
			await expectAccessible(page, `${name}, refused`);
		}
	});
