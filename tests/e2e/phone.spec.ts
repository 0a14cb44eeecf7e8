import { expectFits } from './support/accessible';
import { composer, logButton, text, timeline } from './support/composer';
import { card, cards, fillBoard, makeDeal } from './support/deals';
import { showPart } from './support/record';
import { saveCompany } from './support/records';
import { addContact, createCompany, expect, test } from './support/test';

const longName = 'Công ty Trách nhiệm Hữu hạn Thương mại Dịch vụ Xuất nhập khẩu Nguyễn Phước Hưng Thịnh Vượng';

test('the main job on a phone, without scrolling sideways', async ({ page }) => {
	const fits = async () => await expectFits(page);
	await createCompany(page, longName, {
		website: `https://${'rat-dai-'.repeat(7)}x.example.com/${'x'.repeat(120)}`,
		notes: 'ơ'.repeat(300),
	});
	await fits();
	await addContact(page, 'Công Tằng Tôn Nữ Thị Diễm Quỳnh', {
		jobTitle: 'Phó giám đốc phụ trách xuất nhập khẩu',
		email: `${'d'.repeat(60)}@example.com`,
		authority: 'Primary',
	});
	await fits();
	await page.getByRole('button', { name: 'Open menu' }).click();
	await page.getByRole('dialog').getByRole('link', { name: 'Contacts' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
	await expect(page.getByRole('dialog')).toBeHidden();
	await page.getByRole('searchbox', { name: 'Search contacts' }).fill('diem quynh');
	await page.getByRole('link', { name: 'Công Tằng Tôn Nữ Thị Diễm Quỳnh' }).click();
	await showPart(page, 'details');
	await expect(page.getByText('Decision maker · Primary').first()).toBeVisible();
	await fits();
	for (const address of ['/companies', '/contacts', '/dashboard', '/reports', '/contacts/new']) {
		await page.goto(address);
		await fits();
	}
});

test('a call is logged and what was promised in it is ticked off on a phone', async ({ page }) => {
	await createCompany(page, longName, { people: { 'Công Tằng Tôn Nữ Thị Diễm Quỳnh': {} } });
	await composer(page).getByRole('radio', { name: 'Meeting' }).check();
	await text(page).fill('Họp tại xưởng');
	await composer(page).getByLabel('Next step', { exact: true }).fill('Gửi hợp đồng');
	await composer(page).getByLabel('Date of the next step').fill('2026-01-15');
	await logButton(page).click();
	await expect(timeline(page)).toContainText('Họp tại xưởng');
	const followUps = page.getByRole('region', { name: 'Next' });
	await expect(followUps.getByRole('heading', { level: 2 })).toHaveText('Next 1');
	await expect(followUps).toContainText('overdue');
	await followUps.getByRole('checkbox', { name: 'Done: Gửi hợp đồng' }).check();
	await expect(followUps.getByRole('link', { name: 'Log what happened' })).toBeVisible();
	await expect(followUps.getByRole('heading', { level: 2 })).toHaveText('Next');
	for (const address of [page.url(), '/activities', '/activities/new']) {
		await page.goto(address);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expectFits(page);
	}
});

test('a card is carried to another column with a finger, and only the board scrolls sideways', async ({
	page,
	account,
}) => {
	await fillBoard(account.email);
	await makeDeal(page, 'Kho lạnh');
	await page.goto('/deals');
	const board = page.locator('[data-column=prospecting]');
	await expect(board).toBeVisible();
	await expectFits(page);

	await card(page, 'Kho lạnh').scrollIntoViewIfNeeded();
	const touch = await page.context().newCDPSession(page);
	const at = (x: number, y: number) => [{ x: Math.round(x), y: Math.round(y) }];
	const box = await card(page, 'Kho lạnh').boundingBox();
	if (!box) throw new Error('The card is not on the screen.');
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
	await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(x, y) });
	await expect(page.getByText('Picked up Kho lạnh')).toBeAttached();
	for (let step = 1; step <= 8; step++)
		await touch.send('Input.dispatchTouchEvent', {
			type: 'touchMove',
			touchPoints: at(x + ((380 - x) * step) / 8, y + step),
		});
	// held at the edge, it brings the next column, and only that one
	const tabs = page.getByRole('navigation', { name: 'Stages' });
	const current = tabs.locator('[aria-current]');
	await expect.poll(() => current.textContent(), { intervals: [30] }).toMatch(/^Qualification/);
	// away from the edge, before that brings another one
	await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(x, y) });
	await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
	await expect(page.getByText('Moved Kho lạnh to Qualification')).toBeVisible();
	await expect(cards(page, 'Prospecting').first()).toHaveText('prospecting 1');
	await expect(card(page, 'Kho lạnh')).toBeInViewport();
	await expect(page.getByRole('region', { name: 'Qualification' })).toContainText('76 deals');

	await tabs.getByRole('button', { name: 'Closed Lost' }).tap();
	await expect(tabs.locator('[aria-current]')).toHaveText(/^Closed Lost/);
	await expect(page.getByRole('region', { name: 'Closed Lost' }).getByText('No deals')).toBeInViewport();
	await expect(card(page, 'Kho lạnh')).not.toBeInViewport();
});

test('a view is saved and opened on a phone', async ({ page }) => {
	await saveCompany(page, 'Thủy sản Bình Minh');
	await saveCompany(page, 'Ánh Dương');
	await page.goto('/companies?q=thuy');
	await page.getByRole('button', { name: 'Save view' }).tap();
	await page.getByLabel('View name').fill('Thủy sản');
	await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).tap();
	await expect(page.getByRole('button', { name: 'View: Thủy sản' })).toBeVisible();
	await expectFits(page);
	await page.goto('/dashboard');
	await page.getByRole('button', { name: 'Open menu' }).tap();
	await page.getByRole('dialog').getByRole('link', { name: 'Thủy sản' }).tap();
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(page.locator('[data-row-link] a')).toHaveText(['Thủy sản Bình Minh']);
	await page.getByRole('button', { name: 'View: Thủy sản' }).tap();
	await page.getByRole('menuitem', { name: 'Delete view' }).tap();
	await expect(page.getByRole('button', { name: 'View: Thủy sản' })).toBeHidden();
});

test('a date is chosen with a finger, and the calendar lies within the screen', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 640 });
	await page.goto('/deals/new');
	const opener = page.getByRole('button', { name: 'Open calendar' });
	await opener.tap();
	const calendar = page.getByRole('dialog', { name: 'Choose a date' });
	await expect(calendar).toBeVisible();
	await expect(calendar).toBeInViewport({ ratio: 1 });
	await expectFits(page);
	for (const button of await calendar.getByRole('button').all()) {
		const { width = 0, height = 0 } = (await button.boundingBox()) ?? {};
		expect(Math.min(width, height)).toBeGreaterThanOrEqual(36);
	}
	await calendar.getByRole('button', { name: 'Next month' }).tap();
	const chosen = calendar.getByRole('button', { name: / 15, / });
	const day = await chosen.getAttribute('aria-label');
	await chosen.tap();
	await expect(calendar).toBeHidden();
	await expect(page.getByLabel('Expected close date')).toHaveAccessibleDescription(day ?? '');
});
