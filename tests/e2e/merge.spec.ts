import type { Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { expectAccessible, expectFits } from './support/accessible';
import { toast } from './support/page';
import { editAll, menu, menuButton, openMerge, part } from './support/record';
import { call, saveCompany } from './support/records';
import { createCompany, expect, test } from './support/test';

const hint = (page: Page) => page.getByRole('status', { name: 'Already there' });
const fits = async (page: Page) => await expectFits(page);

const longName = 'Công ty Trách nhiệm Hữu hạn Một thành viên Thương mại Dịch vụ Nguyễn Phước Hưng Thịnh Vượng';

/** Two contacts of one name: Ánh of Bình Minh, who decides, and Ánh of Hoa Sen, with a job title. */
async function twoContacts(page: Page) {
	await saveCompany(page, 'Công ty TNHH Thủy sản Bình Minh', {
		website: 'www.binhminh.example.com',
		people: { 'Đặng Thị Ánh': { email: 'anh@binhminh.example.com', authority: 'Primary' } },
	});
	await createCompany(page, 'Hoa Sen', {
		people: { 'Đặng Thị Ánh': { jobTitle: 'Giám đốc', email: 'anh@hoasen.example.com' } },
	});
	await page.getByRole('link', { name: 'Đặng Thị Ánh', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Đặng Thị Ánh' })).toBeVisible();
}

/** Defines a custom field of companies. */
async function defineField(page: Page, name: string, more: object = {}) {
	const id = uuidv7();
	await call(page, 'fields', 'createField', {
		id,
		kind: 'company',
		type: 'text',
		name,
		help: '',
		options: '[]',
		...more,
	});
	return id;
}

const setField = (page: Page, field: string, id: string, value: string) =>
	call(page, 'fields', 'setField', { kind: 'company', field, ids: [id], how: 'set', value });

test('a new company that is there already is pointed out while it is typed, and may be saved all the same', async ({
	page,
}) => {
	const known = await saveCompany(page, 'Công ty TNHH Thủy sản Bình Minh', { website: 'www.binhminh.example.com' });
	const code = await defineField(page, 'Mã số thuế', { isUnique: 'on', inForms: 'on' });
	await setField(page, code, known, '3702145678');
	await page.goto('/companies/new');
	await expect(hint(page)).toBeAttached();
	const button = page.getByRole('button', { name: 'Save company' });
	const place = await button.boundingBox();
	await page.getByLabel('Company name').pressSequentially('thuy san binh minh jsc');
	await expect(hint(page)).toContainText('Looks like “Công ty TNHH Thủy sản Bình Minh”');
	await expect(hint(page)).toContainText('which you have already');
	// nothing has moved for it
	expect(await button.boundingBox()).toEqual(place);
	await page.getByLabel('Company name').fill('Hoàn Toàn Khác');
	await expect(hint(page)).toBeEmpty();
	await page.getByLabel('Mã số thuế').fill('3702 145 678');
	await expect(hint(page)).toContainText('Same Mã số thuế as “Công ty TNHH Thủy sản Bình Minh”');
	await page.getByLabel('Mã số thuế').fill('');
	await page.getByLabel('Website').fill('https://binhminh.example.com/lien-he');
	await expect(hint(page)).toContainText('Same website as “Công ty TNHH Thủy sản Bình Minh”');
	const opened = page.waitForEvent('popup');
	await hint(page).getByRole('link').click();
	await expect((await opened).getByRole('heading', { level: 1 })).toHaveText('Công ty TNHH Thủy sản Bình Minh');
	await expect(page.getByLabel('Company name')).toHaveValue('Hoàn Toàn Khác');
	await button.click();
	await expect(page.getByRole('heading', { level: 1, name: 'Hoàn Toàn Khác' })).toBeVisible();
	// a record that is edited is not compared with others
	await editAll(page);
	await expect(page.getByLabel('Company name')).toHaveValue('Hoàn Toàn Khác');
	await expect(hint(page)).toHaveCount(0);
});

test('a new contact is compared with the people of the chosen company, and by email and phone with all', async ({
	page,
}) => {
	await twoContacts(page);
	await page.goto('/contacts/new');
	await page.getByLabel('Contact name').fill('dang thi anh');
	await expect(hint(page).getByRole('link')).toHaveCount(2);
	await page.getByRole('combobox', { name: 'Company' }).fill('hoa s');
	await page.getByRole('option', { name: 'Hoa Sen' }).click();
	await expect(hint(page).getByRole('link')).toHaveCount(1);
	await expect(hint(page)).toContainText(
		'Looks like “Đặng Thị Ánh” (opens in a new tab) of Hoa Sen, whom you have already',
	);
	await page.getByLabel('Contact name').fill('Chị Ánh');
	await page.getByLabel('Email').fill('ANH@binhminh.example.com');
	await expect(hint(page)).toContainText('Same email as “Đặng Thị Ánh”');
});

test('two contacts become one by mouse, and the undo brings both back', async ({ page }) => {
	await twoContacts(page);
	await openMerge(page);
	await expect(page.getByRole('heading', { level: 1, name: 'Merge contacts' })).toBeVisible();
	await page.getByRole('link', { name: 'Đặng Thị Ánh · Công ty TNHH Thủy sản Bình Minh' }).click();
	const field = (name: string) => page.getByRole('group', { name });
	// both have as much on them, so the older one is proposed to stay, whichever was opened
	await expect(field('Which one stays').getByRole('radio', { name: /Bình Minh/ })).toBeChecked();
	await field('Which one stays')
		.getByRole('radio', { name: /Hoa Sen/ })
		.check();
	// the value that there is; of two, that of the one that stays
	await expect(field('Company').getByRole('radio', { name: 'Hoa Sen' })).toBeChecked();
	await expect(field('Job title').getByRole('radio', { name: 'Giám đốc' })).toBeChecked();
	await expect(field('Decision maker').getByRole('radio', { name: 'Yes · Primary' })).toBeChecked();
	await expect(field('Email').getByRole('radio', { name: 'anh@hoasen.example.com' })).toBeChecked();
	await field('Which one stays')
		.getByRole('radio', { name: /Bình Minh/ })
		.check();
	await expect(field('Company').getByRole('radio', { name: /Bình Minh/ })).toBeChecked();
	await field('Email').getByRole('radio', { name: 'anh@hoasen.example.com' }).check();
	// on a slow line, too, nobody is told that what was opened is gone
	await page.route(/\/contacts\/[^/]+\?_rsc/, (route) => setTimeout(() => route.continue(), 700));
	await page.evaluate(() => {
		const seen = () => /does not exist|There is nothing here/.test(document.body.innerText) && console.error('a flash');
		new MutationObserver(seen).observe(document.body, { childList: true, subtree: true, characterData: true });
	});
	await page.getByRole('button', { name: 'Merge contacts' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Đặng Thị Ánh' })).toBeVisible();
	const about = page.getByRole('main');
	// the chosen address is the main one, and the other is kept behind it
	await expect(about.getByRole('region', { name: 'About the contact' }).getByRole('link', { name: /@/ })).toHaveText([
		'anh@hoasen.example.com',
		'anh@binhminh.example.com',
	]);
	await expect(about).toContainText('Giám đốc');
	await expect(about.getByRole('link', { name: 'Công ty TNHH Thủy sản Bình Minh' }).first()).toBeVisible();
	await toast(page, 'Merged Đặng Thị Ánh into Đặng Thị Ánh').getByRole('button', { name: 'Undo' }).click();
	// a merged one has the addresses of both
	await expect(about).not.toContainText('anh@hoasen.example.com');
	await expect(about).toContainText('anh@binhminh.example.com');
	await page.goto('/contacts');
	await expect(page.locator('[data-row-link]')).toHaveCount(2);
});

test('two companies become one by keyboard alone; the second sending finds nothing to merge', async ({
	page,
	context,
}) => {
	const first = await saveCompany(page, 'CTCP Bình Minh', { phone: '028 3825 0000', notes: 'Một' });
	const second = await saveCompany(page, 'Bình Minh', { notes: 'Hai', people: { 'Phạm Văn Đức': {} } });
	const [terms, zalo] = [await defineField(page, 'Điều khoản'), await defineField(page, 'Zalo')];
	await setField(page, terms, first, 'Net 30');
	await setField(page, terms, second, 'Net 45');
	await setField(page, zalo, first, '0903 555 014');
	await page.goto('/companies?q=ctcp');
	await page.getByRole('link', { name: 'CTCP Bình Minh' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'CTCP Bình Minh' })).toBeVisible();
	await menuButton(page).press('Enter');
	await menu(page).getByRole('link', { name: 'Merge…' }).press('Enter');
	await page.getByRole('combobox', { name: 'Merge with the company' }).focus();
	await page.keyboard.type('binh minh');
	await expect(page.getByRole('option')).toHaveCount(2);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'Merge companies' })).toBeVisible();
	const late = await context.newPage();
	await late.goto(page.url());
	await expect(late.getByRole('button', { name: 'Merge companies' })).toBeVisible();

	await page.getByRole('radio', { name: /^CTCP Bình Minh.*added/ }).focus();
	await page.keyboard.press('Tab');
	await expect(page.getByRole('group', { name: 'Company name' }).getByRole('radio', { checked: true })).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('group', { name: 'Company name' }).getByRole('radio').nth(1)).toBeChecked();
	await expect(page.getByRole('radio', { name: 'Both, one below the other' })).toBeChecked();
	const ofTerms = page.getByRole('group', { name: 'Điều khoản' });
	await expect(ofTerms.getByRole('radio', { checked: true })).toHaveAccessibleName(/Net 30/);
	await ofTerms.getByRole('radio', { checked: true }).focus();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Bình Minh', exact: true })).toBeVisible();
	await expect(page.getByText('Một\n\nHai')).toBeVisible();
	const own = page.getByRole('region', { name: 'Custom fields' });
	await expect(own).toContainText('Net 45');
	await expect(own).toContainText('0903 555 014');
	await expect(part(page, 'people').getByRole('link', { name: 'Phạm Văn Đức' }).first()).toBeVisible();

	await late.getByRole('button', { name: 'Merge companies' }).click();
	await expect(late.locator('[role=alert][data-slot=alert]')).toContainText('The other company is not there any more');
	await page.goto('/companies');
	await expect(page.locator('[data-row-link]')).toHaveCount(1);
});

test('a record is not merged with itself, nor with one that is not there', async ({ page }) => {
	await createCompany(page, 'Hoa Sen');
	const address = page.url();
	await page.goto(`${address}/merge?with=${address.split('/').at(-1)?.toUpperCase()}`);
	await expect(page.getByText('A company cannot be merged with itself.')).toBeVisible();
	for (const other of ['x', '01a20652-1de7-7269-8660-85675f019ffc', '%00', 'a&with=b']) {
		await page.goto(`${address}/merge?with=${other}`);
		await expect(page.getByText('This company no longer exists.')).toBeVisible();
	}
});

test('no accessibility violation and no scrolling sideways', async ({ page }) => {
	const name = 'Công Tằng Tôn Nữ Thị Diễm Quỳnh';
	const company = `/companies/${await saveCompany(page, longName, {
		website: `https://${'rat-dai-'.repeat(7)}x.example.com/${'x'.repeat(120)}`,
		people: { [name]: { email: `${'d'.repeat(60)}@example.com` } },
	})}`;
	await createCompany(page, `CTCP ${longName}`, {
		phone: '028 3825 0000',
		notes: 'ơ'.repeat(300),
		people: { [name]: { jobTitle: 'Phó giám đốc phụ trách xuất nhập khẩu' } },
	});
	const other = page.url().split('?')[0]?.split('/').at(-1);
	await page.getByRole('link', { name: 'Công Tằng Tôn Nữ Thị Diễm Quỳnh', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Công Tằng Tôn Nữ Thị Diễm Quỳnh' })).toBeVisible();
	const contact = page.url();
	for (const width of [1440, 390]) {
		await page.setViewportSize({ width, height: 900 });
		for (const address of [`${company}/merge`, `${company}/merge?with=${other}`, `${contact}/merge`]) {
			await page.goto(address);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await fits(page);
			// the markup is the same at any width
			if (width === 390) await expectAccessible(page);
		}
		await page.getByRole('link', { name: /Công Tằng Tôn Nữ Thị Diễm Quỳnh · / }).click();
		await expect(page.getByRole('button', { name: 'Merge contacts' })).toBeVisible();
		await fits(page);
		await page.goto('/companies/new');
		await page.getByLabel('Company name').fill(longName.toUpperCase());
		await expect(hint(page).getByRole('link')).toHaveCount(2);
		await fits(page);
		if (width === 390) await expectAccessible(page);
	}
});
