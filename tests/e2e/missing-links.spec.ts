import { composer, entry, log, text, timeline } from './support/composer';
import { makeDeal } from './support/deals';
import { add, card, day, line, tick } from './support/follow-ups';
import { chosenContacts, heading, names, toast } from './support/page';
import { head, part } from './support/record';
import { saveCompany } from './support/records';
import { createCompany, expect, test } from './support/test';

test.use({ locale: 'en-GB', timezoneId: 'Asia/Ho_Chi_Minh' });

test('a call logged in one line is with the contact and for the deal that are likely, or with whom is chosen', async ({
	page,
}) => {
	const company = `/companies/${await saveCompany(page, 'Thủy sản Bình Minh', {
		people: { 'Trần Quốc Bảo': { authority: 'Primary' } },
	})}`;
	await makeDeal(page, 'Kho lạnh');
	await page.goto(company);
	await expect(page.getByRole('main')).toContainText('No decision maker has been contacted yet.');
	const [withWhom, forWhat] = [/^With/, /^Deal/].map((name) => composer(page).getByRole('button', { name }));
	if (!withWhom || !forWhat) return;
	await expect(withWhom).toContainText('Trần Quốc Bảo');
	await expect(forWhat).toContainText('Kho lạnh');
	await log(page, 'Gọi về giá');
	await expect(entry(page, 'Gọi về giá').getByRole('link', { name: 'Trần Quốc Bảo' })).toBeVisible();
	await expect(entry(page, 'Gọi về giá').getByRole('link', { name: 'Kho lạnh' })).toBeVisible();

	// with no one, by the mouse; then with somebody new, by keys alone
	await withWhom.click();
	await page.getByRole('option', { name: 'Trần Quốc Bảo' }).click();
	await expect(page.getByRole('option', { name: 'Trần Quốc Bảo' })).toHaveAttribute('aria-selected', 'false');
	await page.keyboard.press('Escape');
	await expect(withWhom).toBeFocused();
	await log(page, 'Gọi tổng đài');
	await expect(entry(page, 'Gọi tổng đài').getByRole('link', { name: 'Trần Quốc Bảo' })).toHaveCount(0);
	// the next one begins as likely as the first
	await expect(withWhom).toContainText('Trần Quốc Bảo');
	await expect(text(page)).toBeFocused();
	await page.keyboard.type('Gọi cho chị Ánh');
	await page.keyboard.press('Tab');
	await expect(withWhom).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.type('Đặng Thị Ánh');
	await expect(page.getByRole('option', { name: 'Add “Đặng Thị Ánh” to the company’s contacts' })).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(withWhom).toContainText('Trần Quốc Bảo, Đặng Thị Ánh');
	await page.keyboard.press('Control+Enter');
	await expect(entry(page, 'Gọi cho chị Ánh').getByRole('link', { name: 'Đặng Thị Ánh' })).toBeVisible();
	// of two contacts neither is more likely
	await expect(withWhom).toHaveText('With');
	await toast(page, 'Logged Gọi cho chị Ánh').getByRole('button', { name: 'Undo' }).click();
	await expect(withWhom).toContainText('Trần Quốc Bảo');

	await page.goto(company);
	await expect(page.getByRole('main')).toContainText('Trần Quốc Bảo');
	await expect(page.getByRole('main')).not.toContainText('No decision maker has been contacted yet.');
	await expect(page.getByRole('main')).not.toContainText('Đặng Thị Ánh');
});

test('a follow-up is about a contact, then a deal, and what came of it is logged with both', async ({ page }) => {
	await saveCompany(page, 'Thủy sản Bình Minh', { people: { 'Trần Quốc Bảo': {} } });
	await makeDeal(page, 'Kho lạnh', { contact: 'Trần Quốc Bảo' });
	await page.goto('/follow-ups');
	const about = card(page).getByRole('combobox', { name: 'For' });
	await about.fill('bảo');
	await page.getByRole('option', { name: 'Trần Quốc Bảo · Thủy sản Bình Minh' }).click();
	await add(page, 'Gọi lại', day(0));
	await expect(about).toHaveValue('');
	await expect(line(page, 'Gọi lại').getByRole('link', { name: 'Trần Quốc Bảo' })).toBeVisible();
	await line(page, 'Gọi lại').getByRole('button', { name: 'Edit Gọi lại' }).click();
	const edited = card(page).getByRole('listitem').getByRole('combobox', { name: 'For' });
	await expect(edited).toHaveValue('Trần Quốc Bảo · Thủy sản Bình Minh');
	await edited.fill('kho');
	await page.getByRole('option', { name: 'Kho lạnh' }).click();
	await card(page).getByRole('button', { name: 'Save' }).click();
	await expect(line(page, 'Gọi lại').getByRole('link', { name: 'Kho lạnh' })).toBeVisible();

	await tick(page, 'Gọi lại').click();
	await line(page, 'Gọi lại').getByRole('link', { name: 'Log what happened' }).click();
	await expect(page.getByLabel('Subject')).toHaveValue('Gọi lại');
	for (const [name, value] of [
		['Company', 'Thủy sản Bình Minh'],
		['Deal', 'Kho lạnh'],
	] as const)
		await expect(page.getByRole('combobox', { name })).toHaveValue(value);
	await expect(chosenContacts(page)).toContainText(['Trần Quốc Bảo']);
	await page.getByRole('button', { name: 'Log activity' }).click();
	await expect(heading(page, 'Kho lạnh')).toBeVisible();
	await expect(timeline(page)).toContainText('Gọi lại');
	await toast(page, 'Logged Gọi lại').getByRole('button', { name: 'Undo' }).click();
	await expect(timeline(page)).not.toContainText('Gọi lại');
	await expect(heading(page, 'Kho lạnh')).toBeVisible();
});

test('a company named in a deal’s form comes and goes with the deal, and not without it', async ({ page }) => {
	const form = async () => {
		await page.goto('/deals/new');
		await page.getByLabel('Deal name').fill('Kho lạnh');
		await page.getByRole('combobox', { name: 'Company' }).fill('Hoa Sen');
		await page.getByRole('option', { name: 'Create company “Hoa Sen”' }).click();
		await page.getByRole('combobox', { name: 'Contact' }).fill('Đặng Văn Hùng');
		await page.getByRole('option', { name: 'Add “Đặng Văn Hùng” to the company’s contacts' }).click();
		await expect(page.getByText('New. It’s added when you save.')).toHaveCount(2);
	};
	await form();
	page.once('dialog', (dialog) => dialog.accept());
	await page.getByRole('link', { name: 'Cancel' }).click();
	await expect(heading(page, 'Deals')).toBeVisible();
	for (const list of ['companies', 'contacts']) {
		await page.goto(`/${list}`);
		await expect(page.getByText(`No ${list} yet`)).toBeVisible();
	}
	await form();
	await page.getByRole('button', { name: 'Save deal' }).click();
	await expect(page.getByText('Deal value is required.')).toBeVisible();
	await page.getByLabel('Deal value').fill('1500');
	await page.getByRole('button', { name: 'Save deal' }).click();
	await expect(heading(page, 'Kho lạnh')).toBeVisible();
	await expect(head(page).getByRole('link', { name: 'Hoa Sen' })).toBeVisible();
	await expect(part(page, 'people').getByRole('link', { name: 'Đặng Văn Hùng' }).first()).toBeVisible();
	// nobody is told for a moment that the deal is gone, on whose page the undo begins
	await page.evaluate(() => {
		const seen = () => /does not exist|There is nothing here/.test(document.body.innerText) && console.error('a flash');
		new MutationObserver(seen).observe(document.body, { childList: true, subtree: true, characterData: true });
	});
	await toast(page, 'Created Kho lạnh').getByRole('button', { name: 'Undo' }).click();
	await expect(page).toHaveURL(/\/deals(\?|$)/);
	await expect(heading(page, 'Deals')).toBeVisible();
	await page.goto('/companies');
	await expect(page.getByText('No companies yet')).toBeVisible();
	await expect(names(page)).toHaveCount(0);
});

test('what is begun on a record’s page leads back there, or to itself where it was made for another', async ({
	page,
}) => {
	await saveCompany(page, 'Hoa Sen');
	await createCompany(page, 'Thủy sản Bình Minh', { people: { 'Trần Quốc Bảo': {} } });
	const company = page.url().split('?')[0] ?? '';
	const id = company.split('/').at(-1);
	await page.getByRole('link', { name: 'Trần Quốc Bảo', exact: true }).click();
	await expect(heading(page, 'Trần Quốc Bảo')).toBeVisible();
	const contactId = page.url().split('?')[0]?.split('/').at(-1);
	const other = async () => {
		await page.getByRole('combobox', { name: 'Company' }).fill('hoa');
		await page.getByRole('option', { name: 'Hoa Sen' }).click();
	};
	const saveDeal = async (name: string, of: string, change: () => Promise<void>) => {
		await page.goto(`/deals/new?${of}`);
		await page.getByLabel('Deal name').fill(name);
		await page.getByLabel('Deal value').fill('1500');
		await change();
		await page.getByRole('button', { name: 'Save deal' }).click();
		await expect(toast(page, `Created ${name}`)).toBeVisible();
	};
	await saveDeal('Kho lạnh', `companyId=${id}`, async () => {});
	await expect(heading(page, 'Thủy sản Bình Minh')).toBeVisible();
	await expect(part(page, 'people').getByRole('link', { name: 'Kho lạnh' })).toBeVisible();
	await saveDeal('Máy đóng gói', `companyId=${id}`, other);
	await expect(heading(page, 'Máy đóng gói')).toBeVisible();
	await saveDeal('Bảo trì', `contactId=${contactId}`, () =>
		page.getByRole('button', { name: 'Remove Trần Quốc Bảo' }).click(),
	);
	await expect(heading(page, 'Bảo trì')).toBeVisible();

	const logCall = async (subject: string, of: string, change: () => Promise<void>) => {
		await page.goto(`/activities/new?${of}`);
		await page.getByLabel('Subject').fill(subject);
		await change();
		await page.getByRole('button', { name: 'Log activity' }).click();
		await expect(toast(page, `Logged ${subject}`)).toBeVisible();
	};
	await logCall('Gọi về giá', `companyId=${id}`, async () => {});
	await expect(heading(page, 'Thủy sản Bình Minh')).toBeVisible();
	await expect(timeline(page)).toContainText('Gọi về giá');
	await logCall('Gọi cho Hoa Sen', `companyId=${id}`, other);
	await expect(heading(page, 'Gọi cho Hoa Sen')).toBeVisible();

	await page.goto(`/contacts/new?companyId=${id}`);
	await page.getByLabel('Contact name').fill('Đặng Thị Ánh');
	await other();
	await page.getByRole('button', { name: 'Save contact' }).click();
	await expect(heading(page, 'Hoa Sen')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Đặng Thị Ánh', exact: true })).toBeVisible();
});
