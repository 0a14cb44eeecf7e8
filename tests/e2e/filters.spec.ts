import { expectAccessible, expectFits } from './support/accessible';
import { makeDeal } from './support/deals';
import { addFilter, filterPopover, openFilter } from './support/filters';
import { hold } from './support/hold';
import { names, ready } from './support/page';
import { saveCompany } from './support/records';
import { expect, test } from './support/test';

const chips = 'Filters';

test('a list is filtered by keys alone, by several conditions and in groups, and a chip is edited and removed', async ({
	page,
}) => {
	await saveCompany(page, 'Thủy sản Bình Minh', {
		people: {
			'Nguyễn Thị Lan': { jobTitle: 'Giám đốc', authority: 'primary' },
			'Trần Quốc Bảo': { jobTitle: 'Kế toán', authority: 'secondary' },
			'Lê Hoàng Phúc': { jobTitle: 'Thủ kho' },
		},
	});
	await page.goto('/contacts');
	await ready(page);
	const popover = filterPopover(page);
	const filters = page.getByRole('list', { name: chips });

	// f opens it, letters find the field, arrows and Enter lead to its values
	await page.keyboard.press('f');
	await expect(popover.getByRole('combobox', { name: 'Filter by' })).toBeFocused();
	await page.keyboard.type('job');
	await page.keyboard.press('Enter');
	await expect(popover.getByRole('textbox', { name: 'Job title', exact: true })).toBeFocused();
	await page.keyboard.type('giam doc');
	await expect(popover.getByRole('status')).toHaveText('1 contact matches');
	await expect(names(page)).toHaveText(['Nguyễn Thị Lan']);
	await page.keyboard.press('Enter');
	await expect(popover).toBeHidden();
	await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused();
	await expect(filters).toContainText('Job title: contains “giam doc”');
	await expect(page).toHaveURL(/f=jobTitle.contains%3Agiam\+doc/);

	// the chip is edited with a click: none of it
	await filters.getByRole('button', { name: /^Job title/ }).click();
	await popover.getByLabel('Job title: operator').selectOption('doesn’t contain');
	await expect(names(page)).toHaveText(['Lê Hoàng Phúc', 'Trần Quốc Bảo']);
	await expectAccessible(page);
	await page.keyboard.press('Escape');

	// beside each value, how many there are under the other filters
	const values = await openFilter(page, 'Authority level');
	await expect(values.getByLabel('Secondary', { exact: true })).toHaveAccessibleDescription('1');
	await expect(values.getByLabel('Primary', { exact: true })).toHaveAccessibleDescription('0');
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await addFilter(page, 'Authority level', 'Secondary', 'Empty');
	await expect(names(page)).toHaveText(['Lê Hoàng Phúc', 'Trần Quốc Bảo']);
	await filters.getByRole('button', { name: /^Authority level/ }).click();
	await popover.getByLabel('Authority level: operator').selectOption('is none of');
	await popover.getByLabel('Match').selectOption('Match any');
	await expect(popover.getByRole('status')).toHaveText('3 contacts match');
	await popover.getByLabel('Group').selectOption('Add group: all of');
	await popover.getByLabel('Primary').check();
	await expect(page).toHaveURL(/match=any/);
	await popover.getByRole('button', { name: 'Done' }).click();
	await expect(filters.getByRole('listitem')).toHaveCount(4);
	await page.reload();
	await expect(names(page)).toHaveCount(3);

	// Backspace takes a chip off, and Clear all of them
	await ready(page);
	await filters.getByRole('button', { name: /^Job title/ }).focus();
	await page.keyboard.press('Backspace');
	await expect(filters).not.toContainText('Job title');
	await filters.getByRole('link', { name: 'Clear' }).click();
	await expect(filters).toBeHidden();
	await expect(page).not.toHaveURL(/[?&](f|match|authority)=/);
	// one step back for what was chosen together
	await page.goBack();
	await expect(filters).toBeVisible();
});

test('what is typed right after f finds a field once it is known what there is to filter by, and a new tag is among it', async ({
	page,
}) => {
	await saveCompany(page, 'Bao bì Hòa An');
	const come = await hold(page, '**/api/filters?*');
	await page.goto('/companies');
	await ready(page);
	await page.keyboard.press('f');
	await page.keyboard.type('tag');
	come();
	await expect(filterPopover(page).getByRole('combobox', { name: 'Filter by' })).toHaveValue('tag');
	await page.keyboard.press('Escape');

	await saveCompany(page, 'Nội thất Sao Mai', { tags: ['Khách quen'] });
	await page.keyboard.press('f');
	await page.keyboard.type('tag');
	await page.keyboard.press('Enter');
	await expect(filterPopover(page).getByRole('checkbox', { name: 'Khách quen' })).toBeVisible();
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('one button with the count opens a sheet of filters, by touch', async ({ page }) => {
		const long = 'Hợp đồng cung cấp thiết bị chế biến và bảo quản lạnh cho nhà máy thủy sản xuất khẩu Đồng Tháp Mười';
		await makeDeal(page, long, { company: 'Ánh Dương', close: '2027-01-15' });
		await makeDeal(page, 'Bao bì', { stage: 'Proposal' });
		await page.goto('/deals?view=list');
		await ready(page);
		await page.getByRole('button', { name: 'Filter', exact: true }).tap();
		const sheet = page.getByRole('dialog', { name: 'Filter deals' });
		await sheet.getByRole('button', { name: 'Prospecting' }).tap();
		await expect(sheet.getByRole('button', { name: 'Prospecting' })).toHaveAttribute('aria-pressed', 'true');
		await expect(sheet.getByRole('button', { name: 'Show 1 deal' })).toBeVisible();
		await expectAccessible(page);
		await sheet.getByRole('button', { name: /^Expected close date/ }).tap();
		const inside = page.getByRole('dialog', { name: 'Expected close date' });
		await inside.getByLabel('Expected close date: operator').selectOption('is not empty');
		await expectFits(page);
		await inside.getByRole('button', { name: 'All filters' }).tap();
		await expect(sheet.getByRole('button', { name: /^Expected close date/ })).toContainText('is not empty');
		await sheet.getByRole('button', { name: 'Show 1 deal' }).tap();
		await expect(sheet).toBeHidden();
		await expect(names(page)).toHaveText([long]);
		await expect(page.getByRole('button', { name: 'Filter 2', exact: true })).toBeVisible();
		await expectFits(page);
		await page.getByRole('button', { name: 'Filter 2', exact: true }).tap();
		await page.getByRole('button', { name: 'Clear all' }).tap();
		await expect(page.getByRole('button', { name: 'Show 2 deals' })).toBeVisible();
	});

	test('groups of filters are seen, edited and removed in the sheet, and the view is saved from there', async ({
		page,
	}) => {
		await makeDeal(page, 'Kho lạnh', { value: '5,000' });
		await makeDeal(page, 'Bao bì', { stage: 'Proposal' });
		await makeDeal(page, 'Nội thất', { stage: 'Negotiation' });
		const grouped =
			'f=1/stage.any:proposal&f=1/name.contains:kho&f=2/stage.any:proposal,prospecting&f=2/currency.any:EUR';
		await page.goto(`/deals?view=list&${grouped}`);
		await ready(page);
		await page.getByRole('button', { name: 'Filter 4', exact: true }).tap();
		const sheet = page.getByRole('dialog', { name: 'Filter deals' });
		const group = sheet.getByRole('region', { name: 'Group 1: any of' });
		await expect(group).toContainText('contains “kho”');
		await expectAccessible(page);
		await group.getByRole('button', { name: /^Stage/ }).tap();
		const inside = page.getByRole('dialog', { name: 'Stage' });
		await inside.getByLabel('Negotiation', { exact: true }).check();
		await inside.getByRole('button', { name: 'All filters' }).tap();
		await expect(group).toContainText('Proposal, Negotiation');
		await sheet.getByRole('button', { name: 'Remove the filter Currency: EUR' }).tap();
		await expect(sheet.getByRole('button', { name: 'Show 2 deals' })).toBeVisible();
		await sheet.getByRole('region', { name: 'Group 2: any of' }).getByRole('button', { name: 'Remove group' }).tap();
		await expect(sheet.getByRole('button', { name: 'Show 3 deals' })).toBeVisible();
		await expect(sheet.getByRole('region')).toHaveCount(1);
		await sheet.getByRole('button', { name: 'Save view' }).tap();
		await page.getByLabel('View name').fill('Kho hay báo giá');
		await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).tap();
		await expect(page.getByRole('button', { name: 'View: Kho hay báo giá' })).toBeVisible();
		await expect(names(page)).toHaveCount(3);
	});
});
