import type { Page } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible';
import { onDatabase } from './support/database';
import { holdScripts } from './support/hold';
import { heading, hydrated } from './support/page';
import { menu, menuButton, openMenu, type Part, part, showPart } from './support/record';
import { idOf, saveCompany, saveContact, saveDeal } from './support/records';
import { expect, test } from './support/test';

test.use({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });

const longName =
	'Công ty Trách nhiệm Hữu hạn Một thành viên Sản xuất Thương mại Dịch vụ Xuất nhập khẩu Thủy hải sản Bình Minh Đồng Tháp Mười';
const longPerson = 'Nguyễn Hoàng Thị Phương Trinh Ánh Nguyệt Bảo Khánh Vũ Trường Giang Đặng Trần Lê Phạm Huỳnh';

/** A company with a decision maker, an open deal, a follow-up and a timeline; returns the addresses of the three records. */
async function fill(page: Page, { name, person, entries }: { name: string; person: string; entries: number }) {
	const company = await saveCompany(page, name, {
		industry: 'Thủy sản',
		website: 'https://www.binhminh.example.com',
		phone: '028 3825 0000',
		email: 'info@binhminh.example.com',
		notes: 'Trả chậm ba mươi ngày',
		tags: ['VIP'],
	});
	const contact = await saveContact(page, company, person, {
		jobTitle: 'Giám đốc',
		phone: '0901 234 567',
		email: 'lan@binhminh.example.com',
		authority: 'Primary',
	});
	await saveDeal(page, `Kho lạnh cho ${name}`, name, { contact: person });
	const deal = (await idOf(page, 'deal', `Kho lạnh cho ${name}`)) ?? '';
	await onDatabase(
		`INSERT INTO activity (user_id, id, company_id, contact_id, deal_id, type, subject, at)
		 SELECT c.user_id, gen_random_uuid(), c.company_id, c.id, $2, 'call', 'Gọi lần ' || n, now() - interval '1 day' * n
		 FROM contact c, generate_series(1, $3::int) n WHERE c.id = $1`,
		[contact, deal, entries],
	);
	await onDatabase(
		`INSERT INTO follow_up (user_id, id, company_id, contact_id, deal_id, title, due_on)
		 SELECT c.user_id, gen_random_uuid(), c.company_id, c.id, $2, 'Gửi báo giá', current_date + 3 FROM contact c WHERE c.id = $1`,
		[contact, deal],
	);
	return { company: `/companies/${company}`, contact: `/contacts/${contact}`, deal: `/deals/${deal}` };
}

const few = { name: 'Thủy sản Bình Minh', person: 'Nguyễn Thị Lan', entries: 3 };
const many = { ...few, entries: 30 };

const parts = ['activity', 'details', 'people'] as const;

/** Where the three columns stand. */
async function columns(page: Page) {
	const [activity, details, people] = await Promise.all(parts.map((name) => part(page, name).boundingBox()));
	if (!details || !activity || !people) throw new Error('A column is not on the screen.');
	return { details, activity, people };
}

test('everything of a company is on its page at once, without a click', async ({ page }) => {
	const { company, contact, deal } = await fill(page, few);
	await page.goto(company);
	await expect(heading(page, few.name)).toBeInViewport();
	const details = part(page, 'details');
	await expect(details.getByRole('link', { name: '028 3825 0000' })).toBeInViewport();
	await expect(details.getByText('Trả chậm ba mươi ngày')).toBeVisible();
	const activity = part(page, 'activity');
	await expect(activity.locator('#log').getByRole('textbox').first()).toBeInViewport();
	await expect(activity.getByRole('checkbox', { name: 'Done: Gửi báo giá' })).toBeInViewport();
	for (const n of [1, 2, 3]) await expect(activity.getByRole('link', { name: `Gọi lần ${n}` })).toBeVisible();
	const people = part(page, 'people');
	await expect(people.getByRole('link', { name: few.person }).first()).toBeInViewport();
	await expect(people.getByRole('link', { name: `Kho lạnh cho ${few.name}` })).toBeInViewport();
	const beside = await columns(page);
	expect(beside.details.x + beside.details.width).toBeLessThanOrEqual(beside.activity.x + 1);
	expect(beside.activity.x + beside.activity.width).toBeLessThanOrEqual(beside.people.x + 1);

	// a contact and a deal have the same parts
	await page.goto(contact);
	await expect(part(page, 'details').getByRole('link', { name: '0901 234 567' })).toBeInViewport();
	await expect(part(page, 'activity').getByRole('checkbox', { name: 'Done: Gửi báo giá' })).toBeInViewport();
	await expect(part(page, 'people').getByRole('link', { name: /^Kho lạnh/ })).toBeInViewport();
	await page.goto(deal);
	await expect(page.getByRole('list', { name: 'Change stage' })).toBeInViewport();
	await expect(part(page, 'people').getByRole('link', { name: few.person }).first()).toBeInViewport();
	await expect(part(page, 'activity').getByRole('link', { name: 'Gọi lần 1' })).toBeVisible();
});

test('at 1024 pixels the right part stands below the left one', async ({ page }) => {
	const { company, contact, deal } = await fill(page, few);
	await page.setViewportSize({ width: 1024, height: 768 });
	for (const path of [company, contact, deal]) {
		await page.goto(path);
		await expect(part(page, 'people')).toBeVisible();
		const { details, activity, people } = await columns(page);
		expect(people.x, path).toBe(details.x);
		expect(people.y, path).toBeGreaterThanOrEqual(details.y + details.height - 1);
		expect(activity.x, path).toBeGreaterThanOrEqual(details.x + details.width - 1);
		expect(Math.abs(activity.y - details.y), path).toBeLessThanOrEqual(1);
	}
});

test('on a phone one of three parts is shown, by thumb and by keys, before any script has come', async ({ page }) => {
	const { company } = await fill(page, few);
	await page.setViewportSize({ width: 390, height: 844 });
	const come = await holdScripts(page);
	await page.goto(company, { waitUntil: 'commit' });
	await expect(heading(page, few.name)).toBeVisible();
	const shown = async (name: Part) => {
		for (const each of parts) await expect(part(page, each)).toBeVisible({ visible: each === name });
	};
	await shown('activity');
	await showPart(page, 'people');
	await shown('people');
	await showPart(page, 'details');
	await shown('details');
	const choice = (name: string | RegExp) =>
		page.getByRole('group', { name: 'Part of the page' }).getByRole('radio', { name });
	await choice('Details').focus();
	await page.keyboard.press('ArrowRight');
	await expect(choice(/^Contacts and deals/)).toBeFocused();
	await shown('people');
	await page.keyboard.press('ArrowRight');
	await shown('activity');
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('ArrowLeft');
	await shown('details');
	// the code that comes leaves the choice alone
	come();
	await hydrated(page);
	await shown('details');
	// each is as large as a thumb needs
	for (const box of await page.locator('.record [data-parts] label').all())
		expect((await box.boundingBox())?.height).toBeGreaterThanOrEqual(40);
});

test('the head becomes short while the page is scrolled, and its actions stay at hand', async ({ page }) => {
	const { company } = await fill(page, many);
	await page.goto(company);
	await hydrated(page);
	const short = page.locator('[data-short-head]');
	await expect(short).toBeHidden();
	await part(page, 'activity').getByRole('link', { name: 'Gọi lần 25' }).scrollIntoViewIfNeeded();
	await expect(short.getByText(few.name, { exact: true }).first()).toBeInViewport();
	// the columns beside the timeline stay
	await expect(part(page, 'details').getByRole('link', { name: '028 3825 0000' })).toBeInViewport();
	await expect(heading(page, few.name)).not.toBeInViewport();
	await expectAccessible(page, 'short head');
	await part(page, 'activity').getByRole('link', { name: 'Gọi lần 25' }).scrollIntoViewIfNeeded();
	await short.getByRole('button', { name: /^More actions for/ }).click();
	// as wide as its longest line, not as all of them side by side
	expect((await page.getByRole('group', { name: 'More actions' }).boundingBox())?.width).toBeLessThan(320);
	await expect(menu(page)).toBeInViewport();
	await page.keyboard.press('Escape');
	await expect(menu(page)).toBeHidden();
	await short.getByRole('button', { name: 'Log' }).click();
	await expect(page.locator('#log').getByRole('textbox').first()).toBeFocused();
	await expect(page.locator('#log').getByRole('textbox').first()).toBeInViewport();
	await page.evaluate(() => window.scrollTo(0, 0));
	await expect(short).toBeHidden();
});

test('what one does most is under the thumb on a phone', async ({ page }) => {
	const { company, contact } = await fill(page, many);
	await page.setViewportSize({ width: 390, height: 844 });
	for (const [path, phone, email] of [
		[company, 'tel:02838250000', 'mailto:info@binhminh.example.com'],
		[contact, 'tel:0901234567', 'mailto:lan@binhminh.example.com'],
	] as const) {
		await page.goto(path);
		await hydrated(page);
		const bar = page.locator('.record-bar');
		await expect(bar).toBeInViewport({ ratio: 1 });
		await expect(bar.getByRole('link', { name: 'Call' })).toHaveAttribute('href', phone);
		await expect(bar.getByRole('link', { name: 'Mail' })).toHaveAttribute('href', email);
		// from whichever part is shown
		await showPart(page, 'details');
		await bar.getByRole('button', { name: 'Log' }).click();
		await expect(page.locator('#log').getByRole('textbox').first()).toBeFocused();
		await expect(page.locator('#log').getByRole('textbox').first()).toBeInViewport();
		await showPart(page, 'details');
		await bar.getByRole('button', { name: 'Follow-up' }).click();
		await expect(page.getByLabel('New follow-up')).toBeFocused();
		await expect(page.getByLabel('New follow-up')).toBeInViewport();
		await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
		await expect(bar).toBeInViewport({ ratio: 1 });
	}
});

test('what has the focus is under none of the bars that stay, however far one goes with Tab', async ({ page }) => {
	const { company } = await fill(page, many);
	for (const width of [390, 1440]) {
		await page.setViewportSize({ width, height: 700 });
		await page.goto(company);
		await hydrated(page);
		await menuButton(page).focus();
		for (const key of ['Tab', 'Shift+Tab'])
			for (let n = 0; n < 45; n++) {
				await page.keyboard.press(key);
				const covered = () =>
					page.evaluate(() => {
						const focused = document.activeElement;
						if (!focused?.closest('.record [data-columns]') || focused.closest('svg')) return '';
						const { x, y, width, height } = focused.getBoundingClientRect();
						// some of it, wherever the strip that it is in has been scrolled to
						const isSeen = [0.2, 0.5, 0.8].some((part) => {
							const there = document.elementFromPoint(x + width * part, y + height / 2);
							// the button that edits a value lies under the links of the value
							const value = focused.closest('[data-stop]');
							const isOwn = there && (focused.contains(there) || there.contains(focused) || value?.contains(there));
							return isOwn || there?.closest('label');
						});
						return isSeen ? '' : `${focused.outerHTML.slice(0, 120)} at ${x}, ${y}`;
					});
				// what it is scrolled to may take a moment
				await expect.poll(covered, { message: `${width} ${key} ${n}`, timeout: 3000 }).toBe('');
			}
	}
});

test('the menu of a record is used by keys alone, and gives the focus back', async ({ page }) => {
	const { company, contact, deal } = await fill(page, few);
	for (const path of [company, contact, deal]) {
		await page.goto(path);
		await hydrated(page);
		await menuButton(page).focus();
		await page.keyboard.press('Enter');
		await expect(menu(page)).toBeVisible();
		await page.keyboard.press('Tab');
		await expect(menu(page).getByRole('link', { name: 'Edit all' })).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(menu(page)).toBeHidden();
		await expect(menuButton(page)).toBeFocused();

		await page.keyboard.press('Space');
		await menu(page).getByRole('button', { name: 'Delete…' }).focus();
		await page.keyboard.press('Enter');
		const question = page.getByRole('alertdialog');
		await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
		await expect(menu(page)).toBeHidden();
		await page.keyboard.press('Escape');
		await expect(question).toBeHidden();
		await expect(menuButton(page)).toBeFocused();
	}
	// a press beside it closes it
	await openMenu(page);
	await page.mouse.click(5, 600);
	await expect(menu(page)).toBeHidden();
	await openMenu(page);
	await expectAccessible(page, 'menu');
	await page.keyboard.press('Escape');
	await openMenu(page);
	await menu(page).getByRole('link', { name: 'History' }).press('Enter');
	await expect(page).toHaveURL(`${deal}/history`);
	await expect(page.getByRole('region', { name: 'History' })).toContainText('Create deal');
	await page.goBack();
	await expect(menu(page)).toBeHidden();
});

test('the address of a record is copied from its menu', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const { contact } = await fill(page, few);
	await page.goto(contact);
	await hydrated(page);
	await (await openMenu(page)).getByRole('button', { name: 'Copy link' }).click();
	await expect(page.getByText('Copied the link')).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(process.env.E2E_URL + contact);
});

test('on paper all parts stand one after the other, without what cannot be pressed there', async ({ page }) => {
	const { company, deal } = await fill(page, few);
	for (const path of [company, deal]) {
		await page.goto(path);
		for (const width of [390, 794, 1440]) {
			await page.setViewportSize({ width, height: 1123 });
			await page.emulateMedia({ media: 'print' });
			for (const name of parts) await expect(part(page, name), `${width}`).toBeVisible();
			await expect(heading(page, path === company ? few.name : `Kho lạnh cho ${few.name}`)).toBeVisible();
			await expect(menuButton(page)).toBeHidden();
			await expect(page.locator('.record-bar')).toBeHidden();
			await expect(page.getByRole('group', { name: 'Part of the page' })).toBeHidden();
			await expectFits(page);
			await page.emulateMedia({ media: 'screen' });
		}
	}
});

test('no accessibility violation in any width, part and theme', async ({ page }) => {
	test.slow();
	const { company, contact, deal } = await fill(page, few);
	for (const path of [company, contact, deal]) {
		await page.goto(path);
		await hydrated(page);
		for (const width of [1440, 1024, 390]) {
			await page.setViewportSize({ width, height: 844 });
			await expectAccessible(page, `${path} ${width}`);
			if (width > 390) continue;
			for (const name of ['details', 'people'] as const) {
				await showPart(page, name);
				await expectAccessible(page, `${path} ${name}`);
			}
		}
	}
});

test('very long names scroll nothing sideways, from 360 to 1920 pixels', async ({ page }) => {
	test.slow();
	const records = await fill(page, { name: longName, person: longPerson, entries: 2 });
	for (const path of [records.company, records.contact, records.deal]) {
		await page.goto(path);
		await hydrated(page);
		for (const width of [1920, 1440, 1280, 1024, 900, 768, 480, 390, 360]) {
			await page.setViewportSize({ width, height: 844 });
			await expectFits(page);
			// nor does a column hide what is in it
			for (const name of parts) {
				if (!(await part(page, name).isVisible())) await showPart(page, name);
				const hidden = await part(page, name).evaluate((element) => element.scrollWidth - element.clientWidth);
				expect(hidden, `${path} ${width} ${name}`).toBeLessThanOrEqual(0);
				await expectFits(page);
			}
			await openMenu(page);
			const box = await menu(page).boundingBox();
			expect(box && box.x >= 0 && box.x + box.width <= width, `${path} ${width}: the menu`).toBe(true);
			await page.keyboard.press('Escape');
		}
	}
});
