import { english } from '../support/signatures/english';
import type { SignatureSample } from '../support/signatures/signature-sample';
import { vietnamese } from '../support/signatures/vietnamese';
import { press } from './support/keys';
import { ready, toast } from './support/page';
import { dialog, field, made, pasteInto } from './support/quick';
import { saveCompany } from './support/records';
import { expect, test } from './support/test';

// The signature of an email, pasted into a name, fills in the fields of the dialog.

const ten: SignatureSample[] = [...vietnamese.slice(0, 5), ...english.slice(0, 5)];

for (const [name, text, said] of ten)
	test(`a contact from a signature: ${name}`, async ({ page }) => {
		await page.goto('/reports');
		await ready(page);
		await press(page, 'c p');
		await expect(field(page, 'Contact name')).toBeFocused();
		await pasteInto(page, 'Contact name', text);
		await expect(field(page, 'Contact name')).toHaveValue(said.name ?? '');
		await expect(field(page, 'Contact name')).toBeFocused();
		await expect(field(page, 'Job title')).toHaveValue(said.jobTitle ?? '');
		await expect(dialog(page).getByRole('combobox', { name: 'Company' })).toHaveValue(said.company ?? '');
		const labels = (count: number, label: string) =>
			Array.from({ length: count }, (_, place) => (place === 0 ? label : `${label} ${place + 1}`));
		for (const [place, label] of labels(said.phones?.length ?? 0, 'Phone').entries()) {
			const [number = '', its = null] = said.phones?.[place] ?? [];
			await expect(field(page, label)).toHaveValue(number);
			await expect(field(page, `Label of ${label.toLowerCase()}`)).toHaveValue(its ?? '');
		}
		for (const [place, label] of labels(said.emails?.length ?? 0, 'Email').entries())
			await expect(field(page, label)).toHaveValue(said.emails?.[place] ?? '');
		if (said.website) await expect(field(page, 'Website')).toHaveValue(said.website);
		if (said.address) await expect(field(page, 'Address')).toHaveValue(said.address);
		// whatever was read is taken by the fields that it stands in
		await page.keyboard.press('Control+Enter');
		await expect(toast(page, `Created ${said.name}`)).toBeVisible();
		expect(await made(page)).toEqual({ companies: 1, contacts: 1, deals: 0, sets: 1 });
	});

test('what was filled in is shown and goes again by one click; a name alone is pasted as it is', async ({ page }) => {
	const company = await saveCompany(page, 'ACB');
	await page.goto('/reports');
	await ready(page);
	await press(page, 'c p');
	await pasteInto(page, 'Contact name', 'Lê Minh Ánh');
	await expect(field(page, 'Contact name')).toHaveValue('Lê Minh Ánh');
	await expect(dialog(page)).not.toContainText('Filled in');
	await field(page, 'Email').fill('minhanh@example.com');
	await pasteInto(page, 'Contact name', vietnamese[0]?.[1] ?? '');
	await expect(dialog(page)).toContainText('Filled in from the signature: name, job title, company, and phone');
	// what was typed before stays
	await expect(field(page, 'Email')).toHaveValue('minhanh@example.com');
	// a company of that name is found
	await expect(dialog(page).getByRole('combobox', { name: 'Company' })).toHaveValue('ACB');
	await expect(dialog(page).locator('input[name="contact.companyId"]')).toHaveValue(company);
	await dialog(page).getByRole('button', { name: 'Undo fill' }).click();
	await expect(field(page, 'Contact name')).toHaveValue('Lê Minh Ánh');
	await expect(field(page, 'Job title')).toHaveValue('');
	await expect(field(page, 'Phone')).toHaveValue('');
	await expect(field(page, 'Email')).toHaveValue('minhanh@example.com');
	await expect(dialog(page).getByRole('combobox', { name: 'Company' })).toHaveValue('');
	await expect(dialog(page)).not.toContainText('Filled in');
});

test('in the dialog for a company a signature fills in the company and the contact', async ({ page }) => {
	await page.goto('/reports');
	await ready(page);
	await press(page, 'c c');
	await field(page, 'Deal name').fill('Kho lạnh');
	await field(page, 'Deal value').fill('1000');
	await pasteInto(page, 'Company name', vietnamese[2]?.[1] ?? '');
	await expect(field(page, 'Company name')).toHaveValue('CÔNG TY TNHH THỦY SẢN BÌNH MINH');
	await expect(field(page, 'Contact name')).toHaveValue('Nguyễn Văn Hùng');
	await expect(field(page, 'Deal name')).toHaveValue('Kho lạnh');
	await page.keyboard.press('Control+Enter');
	await expect(toast(page, 'Created CÔNG TY')).toBeVisible();
	expect(await made(page)).toEqual({ companies: 1, contacts: 1, deals: 1, sets: 1 });
});
