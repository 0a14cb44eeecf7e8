import { v7 as uuidv7 } from 'uuid';
import { expectFits } from './support/accessible';
import { makeDeal } from './support/deals';
import { day } from './support/follow-ups';
import { hold, openWithoutTheRest } from './support/hold';
import { hydrated, names } from './support/page';
import { clickRow, inPanel, panel } from './support/panel';
import { call, saveCompany } from './support/records';
import { expect, test } from './support/test';

// What is around the side panel, and within it: steps that are called off, keys of its parts, paper.

test('what is printed is the record and not the list behind it', async ({ page }) => {
	await page.goto(`/companies?panel=company:${await saveCompany(page, 'Globex')}`);
	await expect(inPanel(page, 'Globex')).toBeVisible();
	await page.emulateMedia({ media: 'print' });
	await expect(inPanel(page, 'Globex')).toBeVisible();
	await expect(page.locator('table').first()).toBeHidden();
	await expect(panel(page).getByRole('button', { name: 'Close panel' })).toBeHidden();
	await expectFits(page);
});

test('Escape closes what is open within the panel, and the panel only when it is pressed again', async ({ page }) => {
	const companyId = await saveCompany(page, 'Globex');
	await call(page, 'follow-ups', 'createFollowUp', { id: uuidv7(), title: 'Send the offer', dueOn: day(1), companyId });
	await page.goto('/companies');
	await hydrated(page);
	await clickRow(page, 'Globex');
	await expect(inPanel(page, 'Globex')).toBeVisible();
	const next = panel(page).getByRole('region', { name: 'Next' });
	await next.getByRole('button', { name: 'Snooze Send the offer' }).click();
	await expect(next.getByRole('button', { name: 'Tomorrow' })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(next.getByRole('button', { name: 'Tomorrow' })).toHaveCount(0);
	await expect(inPanel(page, 'Globex')).toBeVisible();
	await next.getByRole('button', { name: 'Edit Send the offer' }).click();
	await expect(next.getByRole('textbox', { name: 'Follow-up', exact: true })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(next.getByRole('button', { name: 'Edit Send the offer' })).toBeFocused();
	await expect(inPanel(page, 'Globex')).toBeVisible();
	await next.getByRole('button', { name: 'Follow-up', exact: true }).click();
	await expect(next.getByLabel('New follow-up')).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(next.getByLabel('New follow-up')).not.toBeFocused();
	await expect(inPanel(page, 'Globex')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(panel(page)).toHaveCount(0);
});

test('Escape closes the form that adds a contact to the deal in the panel, and not the panel', async ({ page }) => {
	await makeDeal(page, 'Kho lạnh');
	await page.goto('/deals?view=list');
	await hydrated(page);
	await clickRow(page, 'Kho lạnh');
	await expect(inPanel(page, 'Kho lạnh')).toBeVisible();
	await panel(page)
		.locator('[data-parts] label', { has: page.locator('[value=people]') })
		.click();
	await panel(page).locator('summary', { hasText: 'Add contact to this deal' }).click();
	const picker = panel(page).getByRole('combobox', { name: 'Add contact' });
	await expect(picker).toBeFocused();
	await page.keyboard.press('Escape');
	// a list of contacts that has opened closes first
	if (await picker.isVisible()) await page.keyboard.press('Escape');
	await expect(picker).toBeHidden();
	await expect(inPanel(page, 'Kho lạnh')).toBeVisible();
});

test('a step back that the page calls off brings the panel back, which can then be closed', async ({ page }) => {
	await saveCompany(page, 'Globex');
	await page.goto('/companies');
	await hydrated(page);
	await clickRow(page, 'Globex');
	await expect(inPanel(page, 'Globex')).toBeVisible();
	const url = page.url();
	await page.evaluate(() => {
		const { navigation } = window as unknown as { navigation: EventTarget };
		const callOff = (event: Event) => {
			if ((event as Event & { navigationType: string }).navigationType !== 'traverse') return;
			event.preventDefault();
			navigation.removeEventListener('navigate', callOff);
		};
		navigation.addEventListener('navigate', callOff);
	});
	await panel(page).getByRole('button', { name: 'Close panel' }).click();
	await expect(panel(page)).toHaveCount(0);
	await expect(inPanel(page, 'Globex')).toBeVisible();
	expect(page.url()).toBe(url);
	await panel(page).getByRole('button', { name: 'Close panel' }).click();
	await expect(page).toHaveURL('/companies');
	await page.waitForTimeout(1_200);
	await expect(panel(page)).toHaveCount(0);
});

test('a step to the next page of the list that is overtaken by a click opens nothing more', async ({ page }) => {
	for (let number = 10; number < 32; number++) await saveCompany(page, `Kho ${number}`);
	await page.goto('/companies');
	await hydrated(page);
	await clickRow(page, 'Kho 29');
	await expect(inPanel(page, 'Kho 29')).toBeVisible();
	const goOn = await hold(page, /\/companies\?.*page=2/);
	await page.keyboard.press('j');
	await clickRow(page, 'Kho 12');
	await expect(inPanel(page, 'Kho 12')).toBeVisible();
	goOn();
	await expect(names(page)).toHaveCount(20);
	await page.getByRole('navigation', { name: 'Pages' }).getByRole('link').last().press('Enter');
	await expect(names(page)).toHaveText(['Kho 30', 'Kho 31']);
	await page.waitForTimeout(300);
	await expect(inPanel(page, 'Kho 12')).toBeVisible();
	await expect(inPanel(page, 'Kho 30')).toHaveCount(0);
});

test('a row is opened once the panel’s code has come, unless a double click has edited a cell since', async ({
	page,
}) => {
	await saveCompany(page, 'Globex', { industry: 'Thực phẩm' });
	const come = await openWithoutTheRest(page, '/companies');
	await clickRow(page, 'Globex');
	await expect(panel(page)).toHaveAttribute('aria-busy', 'true');
	come();
	await expect(inPanel(page, 'Globex')).toBeVisible();
	const comeAgain = await openWithoutTheRest(page, '/companies');
	await page.locator('[data-row-link]').first().locator('xpath=following-sibling::td[1]').dblclick();
	comeAgain();
	await expect(page.locator('[data-in-place]').getByRole('combobox', { name: 'Industry' })).toBeFocused();
	await page.waitForTimeout(300);
	await expect(panel(page)).toHaveCount(0);
});
