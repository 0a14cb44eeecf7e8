import type { Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { onDatabase } from './support/database';
import { heading, hydrated, toast } from './support/page';
import { part, showPart } from './support/record';
import { saveCompany, saveContact, saveDeal } from './support/records';
import { expect, test } from './support/test';

test.use({ locale: 'en-GB', timezoneId: 'Asia/Ho_Chi_Minh' });

const company = 'Công ty Trách nhiệm Hữu hạn Thương mại Dịch vụ Xuất nhập khẩu Nguyễn Phước Hưng Thịnh Vượng';
const vy = 'Nguyễn Hoàng Phương Thảo Vy';

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const line = (page: Page, name: string) => page.locator(`[data-contact-name="${name}"]`);

/** A company with several contacts; returns their ids by name. */
async function fill(page: Page, more = 0) {
	const companyId = await saveCompany(page, company);
	const ids: Record<string, string> = {};
	const add = async (name: string, fields: Parameters<typeof saveContact>[3] = {}) => {
		ids[name] = await saveContact(page, companyId, name, fields);
	};
	await add(vy, {
		authority: 'secondary',
		phone: '0903 456 789',
		email: 'vy@example.com',
		jobTitle: 'Deputy Director, Procurement and International Logistics',
	});
	await add('Trần Thị Ngọc Ánh', { authority: 'primary', phone: '028 3822 0147', jobTitle: 'General Director' });
	await add('Phạm Gia Hân', { jobTitle: 'Chief Accountant' });
	await add('Christopher Bartholomew-Featherstonehaugh', { authority: 'influencer' });
	for (let n = 0; n < more; n++) await add(`Lê Quốc Bảo ${String(n).padStart(2, '0')}`);
	return { companyId, ids };
}

async function callAgo(companyId: string, contactId: string | undefined, days: number) {
	await onDatabase(
		`INSERT INTO activity (user_id, id, company_id, contact_id, type, subject, at)
		 SELECT user_id, gen_random_uuid(), $1, $2, 'call', 'Gọi', now() - $3 * interval '1 day' FROM company WHERE id = $1`,
		[companyId, contactId, days],
	);
}

test('a company’s contacts stand by authority; each is called, written to and logged with by one click', async ({
	page,
}) => {
	const { companyId, ids } = await fill(page);
	await callAgo(companyId, ids[vy], 65);
	await callAgo(companyId, ids['Phạm Gia Hân'], 65);
	await onDatabase(
		`INSERT INTO contact_point (user_id, id, contact_id, kind, value, label, place)
		 SELECT user_id, gen_random_uuid(), id, 'phone', '0908 555 147', 'Zalo', 1 FROM contact WHERE id = $1`,
		[ids[vy]],
	);
	await page.goto(`/companies/${companyId}`);
	await hydrated(page);
	const people = section(page, 'Key contacts');
	await expect(people.getByRole('listitem').filter({ has: page.locator('[data-reach]') })).toContainText([
		/^Trần Thị Ngọc Ánh\s*Decision maker · Primary\s*General Director\s*No contact yet/,
		/^Nguyễn Hoàng Phương Thảo Vy\s*Decision maker · Secondary\s*Deputy Director.*Last contact 65 days ago/,
		/^Christopher Bartholomew-Featherstonehaugh\s*Decision maker · Influencer\s*No contact yet/,
		/^Phạm Gia Hân\s*Chief Accountant\s*Last contact 65 days ago/,
	]);
	// too long for who decides, and not for who doesn't
	await expect(line(page, vy).locator('[data-quiet]')).toHaveText(/65 days ago/);
	await expect(line(page, 'Phạm Gia Hân').locator('[data-quiet]')).toHaveCount(0);

	await expect(people.getByRole('link', { name: 'Call Trần Thị Ngọc Ánh' })).toHaveAttribute('href', 'tel:02838220147');
	await expect(people.getByRole('link', { name: `Email ${vy}` })).toHaveAttribute('href', 'mailto:vy@example.com');
	await expect(line(page, 'Phạm Gia Hân').getByRole('img', { name: 'No phone yet' })).toBeVisible();
	await expect(line(page, 'Phạm Gia Hân').getByRole('img', { name: 'No email yet' })).toBeVisible();
	// several numbers are listed, by keys as well
	await people.getByRole('button', { name: `Call ${vy}` }).focus();
	await page.keyboard.press('Enter');
	const numbers = line(page, vy).getByRole('link', { name: /^09/ });
	await expect(numbers).toHaveText([/0903 456 789/, /0908 555 147\s*Zalo/]);
	await expect(numbers.last()).toHaveAttribute('href', 'tel:0908555147');
	await expectAccessible(page, 'numbers');
	await page.keyboard.press('Tab');
	await expect(numbers.first()).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(numbers.first()).toBeHidden();
	await expect(people.getByRole('button', { name: `Call ${vy}` })).toBeFocused();
	await expectAccessible(page);
	// the composer takes over with whom, and has the focus
	await people.getByRole('button', { name: 'Log activity with Phạm Gia Hân' }).click();
	await expect(page.getByLabel('Subject and description')).toBeFocused();
	await expect(page.getByRole('button', { name: 'With Phạm Gia Hân', exact: true })).toBeVisible();

	// so high that the bar at the bottom lies over nothing
	await page.setViewportSize({ width: 390, height: 1400 });
	await showPart(page, 'people');
	await expect(line(page, vy)).toBeVisible();
	await expectFits(page);
	const sizes = await people
		.locator('.reach-button')
		.evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
	expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
	await expectAccessible(page, '390');
});

test('of sixty contacts and forty deals the first are there at once, and all when asked for', async ({ page }) => {
	const { companyId } = await fill(page, 56);
	for (let n = 0; n < 40; n++)
		await saveDeal(page, `Hợp đồng ${n}`, company, { close: `2027-01-${String((n % 28) + 1).padStart(2, '0')}` });
	await page.goto(`/companies/${companyId}`);
	await hydrated(page);
	const people = section(page, 'Key contacts');
	const deals = section(page, 'Deals');
	await expect(people.locator('[data-contact]')).toHaveCount(4);
	await expect(deals).toContainText('40 open');
	const all = people.getByRole('button', { name: 'Show all 60 contacts' });
	await expect(all).toHaveAttribute('aria-expanded', 'false');
	await all.click();
	await expect(people.locator('[data-contact]')).toHaveCount(60);
	await people.getByRole('button', { name: 'Show fewer' }).click();
	await expect(people.locator('[data-contact]')).toHaveCount(4);
	await deals.getByRole('button', { name: 'Show all 40 open deals' }).focus();
	await page.keyboard.press('Enter');
	await expect(deals.getByRole('link', { name: /^Hợp đồng/ })).toHaveCount(40);
	// what fails says so, and can be tried again
	await page.route('**/api/contacts/people*', (route) => route.fulfill({ status: 404, body: '{}' }));
	await all.click();
	await expect(people).toContainText('Couldn’t load all contacts. Try again.');
	await page.unroute('**/api/contacts/people*');
	await all.click();
	await expect(people.locator('[data-contact]')).toHaveCount(60);
	await expectAccessible(page);
	await expectFits(page);
});

test('a deal’s stage is changed in the rail by keys, and what was won is added up', async ({ page }) => {
	const { companyId } = await fill(page);
	await saveDeal(page, 'Kho lạnh', company, { value: '4250', close: '2027-12-18' });
	await page.goto(`/companies/${companyId}`);
	await hydrated(page);
	const deals = section(page, 'Deals');
	const stage = deals.getByRole('button', { name: 'Stage of Kho lạnh' });
	await expect(deals).toContainText('1 open');
	await expect(deals.getByRole('listitem')).toContainText(/Prospecting.*since today.*closes 18 Dec 2027/);
	await stage.focus();
	await page.keyboard.press('Enter');
	await page.getByRole('menuitem', { name: 'Negotiation' }).focus();
	await page.keyboard.press('Enter');
	await expect(toast(page, 'Moved Kho lạnh to Negotiation')).toBeVisible();
	await expect(stage).toContainText('Negotiation');
	await stage.click();
	await page.getByRole('menuitem', { name: 'Closed Lost' }).click();
	const question = page.getByRole('dialog');
	await question.getByRole('button', { name: 'Cancel' }).click();
	await expect(stage).toContainText('Negotiation');
	await stage.click();
	await page.getByRole('menuitem', { name: 'Closed Won' }).click();
	await expect(deals).toContainText(/No open deals\..*1 won, .*4,250/);
	await toast(page, 'Won Kho lạnh').getByRole('button', { name: 'Undo' }).click();
	await expect(stage).toContainText('Negotiation');
});

test('a closed deal says when, and is reopened where it was', async ({ page }) => {
	await fill(page);
	const id = await saveDeal(page, 'Kho lạnh', company, { stage: 'Proposal' });
	await page.goto(`/deals/${id}`);
	await hydrated(page);
	const steps = page.getByRole('list', { name: 'Change stage' });
	const present = steps.locator('[aria-current=step]');
	await steps.getByRole('button', { name: 'Closed Won' }).click();
	await expect(present).toHaveText(/Closed Won on \d+ \w+ \d{4}/);
	await expectAccessible(page, 'won');
	await page.setViewportSize({ width: 390, height: 844 });
	await expectFits(page);
	await page.getByRole('button', { name: 'Reopen' }).focus();
	await page.keyboard.press('Enter');
	await expect(present).toContainText('Proposal');
	await expect(present).toContainText('less than a day');
	await expectFits(page);
	await expectAccessible(page, '390');
});

test('a deal’s signals do what they ask for by one key each', async ({ page }) => {
	const { ids } = await fill(page);
	const id = await saveDeal(page, 'Kho lạnh', company);
	await onDatabase(
		`INSERT INTO deal_person (user_id, deal_id, contact_id, role) SELECT user_id, id, $2, 'blocker' FROM deal WHERE id = $1`,
		[id, ids['Phạm Gia Hân']],
	);
	await page.goto(`/deals/${id}`);
	await hydrated(page);
	const signals = section(page, 'Signals');
	await expect(signals.getByRole('listitem')).toContainText([
		/^You haven’t contacted Trần Thị Ngọc Ánh, a decision maker, yet\.\s*Call Ánh$/,
		/^Phạm Gia Hân is a blocker\. You haven’t met yet\.\s*Plan a meeting$/,
		/^No follow-up is planned\.\s*Add follow-up$/,
	]);
	await signals.getByRole('button', { name: 'Plan a meeting' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('Subject and description')).toBeFocused();
	await expect(page.getByRole('radio', { name: 'Meeting' })).toBeChecked();
	await expect(page.getByRole('button', { name: 'With Phạm Gia Hân', exact: true })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Plan meeting', exact: true })).toBeVisible();
	await signals.getByRole('button', { name: 'Add follow-up' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('New follow-up')).toBeFocused();
});

test('a contact who is waited for says so, with the call; colleagues and roles stand beside', async ({ page }) => {
	const { companyId, ids } = await fill(page);
	await onDatabase(`UPDATE contact SET rhythm = 'biweekly' WHERE id = $1`, [ids[vy]]);
	await callAgo(companyId, ids[vy], 23);
	await saveDeal(page, 'Kho lạnh', company, { contact: vy });
	await onDatabase(`UPDATE deal_person SET role = 'champion' WHERE contact_id = $1`, [ids[vy]]);
	await page.goto(`/contacts/${ids[vy]}`);
	await expect(heading(page, vy)).toBeVisible();
	const signals = section(page, 'Signals');
	await expect(signals).toContainText('23 days without contact. You wanted to stay in touch every two weeks.');
	await expect(signals.getByRole('link', { name: 'Call Vy' })).toHaveAttribute('href', 'tel:0903456789');
	await expect(section(page, 'Deals')).toContainText('Champion');
	const colleagues = section(page, 'Same company');
	await expect(colleagues.locator('[data-contact]')).toHaveCount(3);
	await expect(colleagues).not.toContainText(vy);
	await expectAccessible(page);
	await page.setViewportSize({ width: 390, height: 844 });
	await expect(part(page, 'activity').getByRole('link', { name: 'Call Vy' })).toBeVisible();
	await expectFits(page);
});
