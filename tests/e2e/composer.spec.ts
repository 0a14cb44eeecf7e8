import type { Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { composer, entry, logButton, text, timeline } from './support/composer';
import { onDatabase } from './support/database';
import { hold, holdActions, holdScripts } from './support/hold';
import { press } from './support/keys';
import { heading, ready, toast } from './support/page';
import { saveCompany, saveContact } from './support/records';
import { createCompany, expect, logIn, test } from './support/test';

test.use({ locale: 'en-GB', timezoneId: 'Asia/Ho_Chi_Minh' });

const next = (page: Page) => page.getByRole('region', { name: 'Next' });

/** Opens the page of a contact. */
async function openContact(page: Page, name = 'Trần Quốc Bảo') {
	const company = await saveCompany(page, 'Thủy sản Bình Minh');
	await page.goto(`/contacts/${await saveContact(page, company, name)}`);
	await expect(heading(page, name)).toBeVisible();
	await ready(page);
}

const logged = (email: string) =>
	onDatabase<{ subject: string; type: string; people: number }>(
		`SELECT subject, type::text AS type, (SELECT count(*)::int FROM activity_person t WHERE t.activity_id = a.id) AS people
			FROM activity a JOIN "user" u ON u.id = a.user_id WHERE u.email = $1 ORDER BY a.created_at`,
		[email],
	);

test('a call is logged from a contact’s page with one click and the text', async ({ page, account }) => {
	await openContact(page);
	await text(page).click();
	await page.keyboard.type('Chị Ánh chốt giá CIF\nGiao tháng 1.');
	await page.keyboard.press('Control+Enter');
	await expect(toast(page, 'Logged Chị Ánh chốt giá CIF')).toBeVisible();
	await expect(entry(page, 'Chị Ánh chốt giá CIF')).toContainText('Giao tháng 1.');
	expect(await logged(account.email)).toEqual([{ subject: 'Chị Ánh chốt giá CIF', type: 'call', people: 1 }]);
	// ready for the next one
	await expect(text(page)).toBeFocused();
	await expect(text(page)).toHaveValue('');
});

test('by keys alone: l, a type, a text, with whom, a next step and its day; one undo takes both back', async ({
	page,
}) => {
	await openContact(page);
	await page.keyboard.press('l');
	await expect(text(page)).toBeFocused();
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await expect(composer(page).getByRole('radio', { name: 'Meeting' })).toBeChecked();
	await page.keyboard.press('Tab');
	await page.keyboard.type('Họp tại xưởng');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('option', { name: 'Trần Quốc Bảo' })).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.type('Đặng Thị Ánh');
	await expect(page.getByRole('option', { name: 'Add “Đặng Thị Ánh” to the company’s contacts' })).toBeVisible();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await expect(composer(page).getByRole('button', { name: /^With/ })).toBeFocused();
	await expect(composer(page).getByRole('button', { name: /^With/ })).toContainText('Trần Quốc Bảo, Đặng Thị Ánh');
	for (let stop = 0; stop < 5; stop++) await page.keyboard.press('Tab');
	await expect(composer(page).getByLabel('Next step', { exact: true })).toBeFocused();
	await page.keyboard.type('Gửi hợp đồng');
	await expect(composer(page)).toContainText('Without a date, the next step stays in the entry.');
	const tomorrow = composer(page).getByRole('button', { name: 'Tomorrow' });
	while (!(await tomorrow.evaluate((element) => element === document.activeElement))) await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(composer(page)).toContainText('Also adds a follow-up for');
	await page.keyboard.press('Control+Enter');

	await expect(entry(page, 'Họp tại xưởng').getByRole('link', { name: 'Đặng Thị Ánh' })).toBeVisible();
	await expect(next(page).getByRole('checkbox', { name: 'Done: Gửi hợp đồng' })).toBeVisible();
	await expect(next(page)).toContainText('Tomorrow');
	await toast(page, 'Logged Họp tại xưởng').getByRole('button', { name: 'Undo' }).press('Enter');
	await expect(entry(page, 'Họp tại xưởng')).toHaveCount(0);
	await expect(next(page).getByRole('checkbox', { name: 'Done: Gửi hợp đồng' })).toHaveCount(0);
});

test('on a phone, the button under the thumb leads to the text', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await openContact(page);
	await page.locator('.record [data-parts] label').filter({ hasText: 'Details' }).click();
	await expect(text(page)).toBeHidden();
	await page.locator('.record-bar').getByRole('button', { name: 'Log' }).click();
	await expect(text(page)).toBeFocused();
	await text(page).fill('Gọi từ ngoài đường');
	await expectFits(page);
	await logButton(page).click();
	await expect(entry(page, 'Gọi từ ngoài đường')).toBeVisible();
	await expectFits(page);
});

test('a key that is pressed before the code has come leads to the text, with what is typed after it', async ({
	page,
}) => {
	const company = await saveCompany(page, 'Thủy sản Bình Minh');
	const come = await holdScripts(page);
	await page.goto(`/companies/${company}`, { waitUntil: 'commit' });
	await expect(heading(page, 'Thủy sản Bình Minh')).toBeVisible();
	await page.keyboard.type('lgia quy sau', { delay: 20 });
	come();
	await expect(text(page)).toHaveValue('gia quy sau');
	await expect(text(page)).toBeFocused();
});

test('a draft is kept until it is logged or emptied, and a second tab notices', async ({ page, context }) => {
	await openContact(page);
	await text(page).fill('Gọi về giá\nĐang nói');
	await composer(page).getByLabel('Outcome').fill('Đồng ý');
	await composer(page).getByRole('radio', { name: 'Email' }).check();
	// asks nothing, as nothing is lost
	page.on('dialog', (dialog) => expect(dialog.message()).toBe(''));
	await page.goto('/contacts');
	await page.goBack();
	await expect(text(page)).toHaveValue('Gọi về giá\nĐang nói');
	await page.reload();
	await expect(text(page)).toHaveValue('Gọi về giá\nĐang nói');
	await expect(composer(page).getByLabel('Outcome')).toHaveValue('Đồng ý');
	await expect(composer(page).getByRole('radio', { name: 'Email' })).toBeChecked();

	const beside = await context.newPage();
	await beside.goto(page.url());
	await expect(text(beside)).toHaveValue('Gọi về giá\nĐang nói');
	await logButton(page).click();
	await expect(entry(page, 'Gọi về giá')).toContainText('Đồng ý');
	await expect(text(beside)).toHaveValue('');
	await beside.close();
	await page.reload();
	await expect(text(page)).toHaveValue('');

	await text(page).fill('Nháp');
	await text(page).fill('');
	await page.reload();
	await expect(text(page)).toHaveValue('');
});

test('an entry stands there before the answer, and what is typed meanwhile is its own', async ({ page, account }) => {
	await openContact(page);
	const answer = await holdActions(page);
	await text(page).fill('Gọi lần một');
	await text(page).press('Control+Enter');
	await expect(timeline(page)).toContainText('Gọi lần một');
	await expect(text(page)).toHaveValue('');
	await text(page).fill('Gọi lần hai');
	await text(page).press('Control+Enter');
	await expect(timeline(page)).toContainText('Gọi lần hai');
	await text(page).fill('Gọi lần ba');
	answer();
	await expect(entry(page, 'Gọi lần hai').getByRole('link', { name: 'Gọi lần hai' })).toBeVisible();
	await expect(entry(page, 'Gọi lần một').getByRole('link', { name: 'Gọi lần một' })).toBeVisible();
	await expect(text(page)).toHaveValue('Gọi lần ba');
	expect((await logged(account.email)).map(({ subject }) => subject)).toEqual(['Gọi lần một', 'Gọi lần hai']);
});

test('where no answer comes, the text comes back with the reason, and is logged once by the second try', async ({
	page,
	account,
	problems,
}) => {
	await openContact(page);
	// the server does it, and its answer is lost
	await page.route('**/contacts/*', async (route) => {
		if (route.request().method() !== 'POST') return route.continue();
		await route.fetch();
		await route.abort();
	});
	await text(page).fill('Gọi về giá\nGiảm năm phần trăm');
	await text(page).press('Control+Enter');
	await expect(composer(page).locator('xpath=..')).toContainText('The server gave no answer');
	await expect(text(page)).toHaveValue('Gọi về giá\nGiảm năm phần trăm');
	await page.unrouteAll();
	await text(page).press('Control+Enter');
	await expect(toast(page, 'Logged Gọi về giá')).toBeVisible();
	await expect(entry(page, 'Gọi về giá')).toHaveCount(1);
	expect(await logged(account.email)).toHaveLength(1);

	// where something else is being typed by then, it waits below
	const fail = await hold(page, '**/contacts/*', (request) => request.method() === 'POST');
	await text(page).fill('Gọi lần hai');
	await text(page).press('Control+Enter');
	await text(page).fill('Gọi lần ba');
	await page.context().setOffline(true);
	fail();
	const waiting = page.getByRole('list', { name: 'Not logged yet' }).getByRole('listitem');
	await expect(waiting).toContainText('Gọi lần hai');
	await expect(text(page)).toHaveValue('Gọi lần ba');
	await page.context().setOffline(false);
	await page.unrouteAll();
	await waiting.getByRole('button', { name: 'Continue' }).click();
	await expect(text(page)).toHaveValue('Gọi lần hai');
	await expect(waiting).toContainText('Gọi lần ba');
	await text(page).press('Control+Enter');
	await expect(toast(page, 'Logged Gọi lần hai')).toBeVisible();
	await page.reload();
	await expect(text(page)).toHaveValue('Gọi lần ba');
	// the browser says of each answer that it did not come
	expect(problems.splice(0).filter((problem) => !problem.includes('Failed to load resource'))).toEqual([]);
});

test('whoever is signed out signs in beside, and logs what was typed', async ({ page, account }) => {
	await openContact(page);
	await text(page).fill('Gọi về giá');
	await onDatabase('DELETE FROM session USING "user" u WHERE u.id = user_id AND u.email = $1', [account.email]);
	await text(page).press('Control+Enter');
	const said = page.getByRole('alert').filter({ hasText: 'You’ve been signed out.' });
	await expect(said).toBeVisible();
	await expect(text(page)).toHaveValue('Gọi về giá');
	const [beside] = await Promise.all([page.waitForEvent('popup'), said.getByRole('link', { name: 'Sign in' }).click()]);
	await logIn(beside, account.email);
	await beside.waitForURL(({ pathname }) => pathname !== '/login');
	await beside.close();
	await logButton(page).click();
	await expect(entry(page, 'Gọi về giá').getByRole('link', { name: 'Gọi về giá' })).toBeVisible();
});

test('what is still to come is planned: it stands under Next, and not in the timeline', async ({ page }) => {
	await openContact(page);
	await composer(page).getByRole('radio', { name: 'Meeting' }).check();
	await text(page).fill('Thăm nhà máy');
	await composer(page).getByRole('button', { name: /^When/ }).click();
	await page.getByLabel('Date', { exact: true }).fill('01/12/2099');
	await page.getByLabel('Time', { exact: true }).fill('9:30');
	await page.getByRole('button', { name: 'Done', exact: true }).click();
	await expect(composer(page)).toContainText('Appears under Next until then.');
	await composer(page).getByRole('button', { name: 'Plan meeting' }).click();
	await expect(toast(page, 'Planned Thăm nhà máy')).toBeVisible();
	await expect(next(page)).toContainText('Thăm nhà máy');
	await expect(next(page)).toContainText('9:30');
	await expect(timeline(page)).not.toContainText('Thăm nhà máy');
	// it is deleted from there, and comes back
	await next(page).getByRole('button', { name: 'Actions for Thăm nhà máy' }).click();
	await page.getByRole('menuitem', { name: 'Delete' }).click();
	await expect(next(page)).not.toContainText('Thăm nhà máy');
	await toast(page, 'Deleted Thăm nhà máy').getByRole('button', { name: 'Undo' }).click();
	await expect(next(page)).toContainText('Thăm nhà máy');
});

test('a note is with nobody by default, except on the page of a contact', async ({ page }) => {
	await createCompany(page, 'Thủy sản Bình Minh', { people: { 'Trần Quốc Bảo': {} } });
	await ready(page);
	const withWhom = composer(page).getByRole('button', { name: /^With/ });
	await expect(withWhom).toContainText('Trần Quốc Bảo');
	await text(page).click();
	await composer(page).getByRole('radio', { name: 'Note' }).check();
	await expect(withWhom).toHaveText('With');
	await expect(composer(page).getByLabel('Outcome')).toBeHidden();
	await expect(composer(page).getByLabel('Duration')).toBeHidden();
	await composer(page).getByRole('radio', { name: 'Call' }).check();
	await expect(withWhom).toContainText('Trần Quốc Bảo');
	await expect(composer(page).getByLabel('Outcome')).toBeVisible();
});

test('the composer is accessible and fits, empty, open, with its lists, and with an error', async ({ page }) => {
	await openContact(page, 'Công Tằng Tôn Nữ Thị Diễm Quỳnh Phương Thảo');
	const check = async () => {
		for (const width of [1440, 390]) {
			await page.setViewportSize({ width, height: 900 });
			await expectFits(page);
			await expectAccessible(page, `${width}`);
		}
		await page.setViewportSize({ width: 1440, height: 900 });
	};
	await check();
	await text(page).fill('Gọi về giá');
	await composer(page).getByLabel('Next step', { exact: true }).fill('Gửi hợp đồng');
	await composer(page).getByRole('button', { name: 'Tomorrow' }).click();
	await press(page, 'Tab');
	await check();
	await composer(page).getByRole('button', { name: /^With/ }).click();
	await expect(page.getByRole('option').first()).toBeVisible();
	await check();
	await page.keyboard.press('Escape');
	await composer(page).getByRole('button', { name: /^When/ }).click();
	await check();
	await page.keyboard.press('Escape');
	await composer(page).getByLabel('Duration').fill('lâu');
	await text(page).fill('');
	await logButton(page).click();
	await expect(composer(page)).toContainText('Enter what it was about.');
	await check();
});
