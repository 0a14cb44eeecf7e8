import { expectAccessible } from './support/accessible';
import { heading, toast } from './support/page';
import { askToDelete, editAll, part } from './support/record';
import { addContact, alertOn, createCompany, expect, logIn, test } from './support/test';

test('a company and who decides there are typed in, found without accents and kept', async ({ page, account }) => {
	await createCompany(page, 'Công ty Cổ phần Thủy sản Bình Minh', {
		website: 'www.binhminh.example.com',
		phone: '+84 28 3825 0000',
		notes: 'Gặp ở hội chợ',
	});
	await expect(page.getByRole('link', { name: 'binhminh.example.com' })).toHaveAttribute(
		'href',
		'https://www.binhminh.example.com',
	);
	await addContact(page, 'Đặng Thị Ánh Nguyệt', {
		jobTitle: 'Giám đốc mua hàng',
		email: 'anhnguyet@example.com',
		authority: 'Primary',
	});
	await expect(page.getByText('Decision maker · Primary').first()).toBeVisible();
	await addContact(page, 'Nguyễn Văn Hùng', { jobTitle: 'Kế toán trưởng' });
	// who decides stands first
	await expect(
		page
			.getByRole('listitem')
			.filter({ has: page.getByRole('link', { name: /Đặng|Nguyễn Văn/ }) })
			.first(),
	).toContainText('Đặng Thị Ánh Nguyệt');

	await page.getByRole('link', { name: 'Contacts', exact: true }).click();
	const search = page.getByRole('searchbox', { name: 'Search contacts' });
	const people = page.getByRole('row').filter({ has: page.getByRole('cell') });
	for (const typed of ['DANG', '\u0110\u0061\u0323\u0306ng', '\u00D0\u1EB7ng', 'nguyet dang', 'giam doc']) {
		await search.fill(typed);
		await expect(people).toHaveCount(1);
		await expect(people).toContainText('Đặng Thị Ánh Nguyệt');
	}
	await search.fill('nguyen');
	await expect(people).toHaveCount(1);
	await expect(people).toContainText('Nguyễn Văn Hùng');
	await search.fill('thuy san');
	await expect(people).toHaveCount(2);
	await search.fill('100%');
	await expect(page.getByText('No contacts match')).toBeVisible();

	await page.getByRole('link', { name: 'Companies', exact: true }).click();
	await page.getByRole('searchbox', { name: 'Search companies' }).fill('binh minh');
	await expect(page).toHaveURL(/q=binh\+minh/);
	const found = page.url();
	await page.reload();
	await expect(page.getByRole('row', { name: /Thủy sản Bình Minh/ })).toBeVisible();

	await page.getByRole('button', { name: 'Account menu' }).click();
	await page.getByRole('button', { name: 'Log out' }).click();
	await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
	await page.goto(found);
	await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
	await logIn(page, account.email);
	await expect(page).toHaveURL(found);
	await expect(page.getByRole('row', { name: /Thủy sản Bình Minh/ })).toBeVisible();
});

test('an edit is saved, and one that comes second is refused without losing what was typed', async ({
	page,
	context,
}) => {
	await createCompany(page, 'Hoa Sen');
	await editAll(page);
	await page.getByRole('textbox', { name: 'Notes' }).fill('Từ cửa sổ thứ nhất');

	const second = await context.newPage();
	await second.goto(page.url());
	await second.getByRole('textbox', { name: 'Notes' }).fill('Từ cửa sổ thứ hai');
	await second.getByRole('button', { name: 'Save company' }).click();
	await expect(second.getByText('Từ cửa sổ thứ hai')).toBeVisible();

	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(alertOn(page).filter({ hasText: 'changed somewhere else' })).toBeVisible();
	await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('Từ cửa sổ thứ nhất');
});

test('a delete says what goes with it and can be taken back', async ({ page }) => {
	await createCompany(page, 'Công ty Ánh Dương', { people: { 'Phạm Văn Đức': { authority: 'Influencer' } } });
	await expect(await askToDelete(page)).toContainText('This also deletes its 1 contact.');
	await page.getByRole('button', { name: 'Delete company' }).click();
	await expect(page.getByText('No companies yet')).toBeVisible();
	await toast(page, 'Deleted Công ty Ánh Dương').getByRole('button', { name: 'Undo' }).click();
	await page.getByRole('link', { name: 'Công ty Ánh Dương' }).click();
	await expect(heading(page, 'Công ty Ánh Dương')).toBeVisible();
	await expect(part(page, 'people').getByText('Decision maker · Influencer').first()).toBeVisible();
});

test('wrong input is marked at its field and nothing typed is lost', async ({ page }) => {
	await page.goto('/companies/new');
	await page.getByLabel('Website').fill('javascript:alert(1)');
	await page.getByLabel('Phone').fill('gọi tôi');
	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(page.getByText('Company name is required.')).toBeVisible();
	await expect(page.getByText('Only http and https addresses are accepted.')).toBeVisible();
	await expect(page.getByText('This is not a phone number')).toBeVisible();
	await expect(page.getByLabel('Company name')).toBeFocused();
	await expect(page.getByLabel('Website')).toHaveValue('javascript:alert(1)');
});

test('a form sent twice makes one company, and one sent after the session ended keeps its text', async ({
	page,
	context,
}) => {
	await page.goto('/companies/new');
	await page.getByLabel('Company name').fill('Đôi Đũa');
	await page.getByRole('button', { name: 'Save company' }).dblclick();
	await expect(page.getByRole('heading', { level: 1, name: 'Đôi Đũa' })).toBeVisible();
	await page.goto('/companies');
	await expect(page.getByRole('row', { name: /Đôi Đũa/ })).toHaveCount(1);

	await page.goto('/companies/new');
	await page.getByLabel('Company name').fill('Còn Nguyên');
	const cookies = await context.cookies();
	await context.clearCookies({ name: /session/ });
	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(alertOn(page).filter({ hasText: 'You’ve been signed out' })).toBeVisible();
	await expect(page.getByLabel('Company name')).toHaveValue('Còn Nguyên');
	await context.addCookies(cookies);
	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Còn Nguyên' })).toBeVisible();
});

// the lists and the dashboard are looked at full, in tests of their own
const addresses = ['/companies/new', '/contacts/new'];

test('no accessibility violation', async ({ page }) => {
	await createCompany(
		page,
		'Công ty Trách nhiệm Hữu hạn Thương mại Dịch vụ Xuất nhập khẩu Nguyễn Phước Hưng Thịnh Vượng',
	);
	await addContact(page, 'Đặng Thị Ánh Nguyệt', { authority: 'Secondary', email: 'nguyet@example.com' });
	for (const address of [new URL(page.url()).pathname, ...addresses]) {
		await page.goto(address);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expectAccessible(page, address);
	}
});
