import { v7 as uuidv7 } from 'uuid';
import { makeDeal } from './support/deals';
import { card, day, line } from './support/follow-ups';
import { openWithoutTheRest } from './support/hold';
import { openMenu } from './support/record';
import { call, saveCompany, saveContact } from './support/records';
import { expect, test } from './support/test';

// Fields whose code comes when the browser is idle keep what is typed for them before that.

test.use({ savesData: false });

test('what is typed for the fields of a folded form goes into them once their code is there', async ({ page }) => {
	const company = await saveCompany(page, 'Gỗ Trường Thành');
	const contact = await saveContact(page, company, 'Trần Quốc Bảo');
	const come = await openWithoutTheRest(page, `/companies/${company}`);
	await card(page).getByRole('button', { name: 'Follow-up', exact: true }).click();
	await page.keyboard.type('Gửi báo giá');
	// what it is about, which is proposed, is replaced; then the day
	await page.keyboard.press('Tab');
	await page.keyboard.type('quoc bao');
	come();
	const about = card(page).getByRole('combobox', { name: 'For' });
	await expect(about).toBeFocused();
	await expect(about).toHaveValue('quoc bao');
	await page.getByRole('option', { name: 'Trần Quốc Bảo' }).click();
	await expect(card(page).getByLabel('New follow-up')).toHaveValue('Gửi báo giá');

	const comeAgain = await openWithoutTheRest(page, `/contacts/${contact}`);
	await card(page).getByRole('button', { name: 'Follow-up', exact: true }).click();
	await page.keyboard.type('Gửi hợp đồng');
	await card(page).getByRole('textbox', { name: 'Loading…' }).last().click();
	await page.keyboard.type(day(3));
	comeAgain();
	const due = card(page).getByLabel('Due', { exact: true });
	await expect(due).toBeFocused();
	await expect(due).toHaveValue(day(3));
	await expect(card(page).getByRole('textbox', { name: 'Loading…' })).toHaveCount(0);
	await page.keyboard.press('Enter');
	await expect(line(page, 'Gửi hợp đồng')).toBeVisible();
	await expect(line(page, 'Gửi hợp đồng')).not.toContainText('No date');
});

test('a follow-up that is added before the code of its fields has come is added without a day', async ({ page }) => {
	const company = await saveCompany(page, 'Gỗ Trường Thành');
	await openWithoutTheRest(page, `/companies/${company}`);
	await card(page).getByRole('button', { name: 'Follow-up', exact: true }).click();
	await page.keyboard.type('Gửi báo giá');
	await page.keyboard.press('Enter');
	await expect(line(page, 'Gửi báo giá')).toContainText('No date');
});

test('a follow-up is edited with what was typed before its fields had come', async ({ page }) => {
	const companyId = await saveCompany(page, 'Gỗ Trường Thành');
	await call(page, 'follow-ups', 'createFollowUp', { id: uuidv7(), title: 'Gửi', dueOn: day(1), companyId });
	const come = await openWithoutTheRest(page, `/companies/${companyId}`);
	await card(page).getByRole('button', { name: 'Edit Gửi' }).click();
	await page.keyboard.type(' báo giá');
	await page.keyboard.press('Enter');
	come();
	await expect(line(page, 'Gửi báo giá')).toBeVisible();
});

test('the name of a contact who is added to a deal, and the question about one who left, are not lost either', async ({
	page,
}) => {
	const company = await saveCompany(page, 'Gỗ Trường Thành');
	const contact = await saveContact(page, company, 'Trần Quốc Bảo');
	const deal = await makeDeal(page, 'Kho lạnh', { company: 'Gỗ Trường Thành' });
	const come = await openWithoutTheRest(page, `/deals/${deal}`);
	await page.locator('summary', { hasText: 'Add contact to this deal' }).click();
	await page.keyboard.type('quoc bao');
	come();
	const picker = page.getByRole('combobox', { name: 'Add contact' });
	await expect(picker).toBeFocused();
	await expect(picker).toHaveValue('quoc bao');
	// the form closes by Escape once the list of contacts has
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await expect(picker).toBeHidden();

	const comeAgain = await openWithoutTheRest(page, `/contacts/${contact}`);
	await (await openMenu(page)).getByRole('button', { name: 'Left company…' }).click();
	comeAgain();
	const question = page.getByRole('dialog', { name: 'Trần Quốc Bảo left the company?' });
	await expect(question.getByLabel('Left on')).toBeFocused();
	await question.getByRole('button', { name: 'Cancel' }).click();
	await openMenu(page);
	await expect(page.getByRole('button', { name: 'Left company…' })).toBeVisible();
});

test('the filters of a list are edited once their code is there, and what is typed before goes into them', async ({
	page,
}) => {
	await saveCompany(page, 'Gỗ Trường Thành');
	const come = await openWithoutTheRest(page, '/companies');
	await page.keyboard.press('f');
	await page.keyboard.type('created', { delay: 20 });
	come();
	const popover = page.getByRole('dialog', { name: 'Filter', exact: true });
	await expect(popover.getByRole('combobox', { name: 'Filter by' })).toHaveValue('created');
	await page.keyboard.press('Enter');
	await popover.getByLabel('Created: operator').selectOption('on or after');
	await popover.getByLabel('Created', { exact: true }).fill('2030-01-01');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/createdFrom=2030-01-01/);
});

test('a next step that is typed before its field has come goes into it, and into what is logged', async ({ page }) => {
	const company = await saveCompany(page, 'Gỗ Trường Thành');
	const come = await openWithoutTheRest(page, `/companies/${company}`);
	await page.getByLabel('Subject and description').click();
	await page.keyboard.type('Gọi hỏi thăm');
	await page.locator('.composer').getByRole('textbox', { name: 'Loading…' }).click();
	await page.keyboard.type('Gửi báo giá');
	come();
	const next = page.getByRole('textbox', { name: 'Next step', exact: true });
	await expect(next).toBeFocused();
	await expect(next).toHaveValue('Gửi báo giá');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('Gửi báo giá');
});
