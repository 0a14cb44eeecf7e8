import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { box } from './support/commands';
import { onDatabase } from './support/database';
import { createDeal } from './support/deals';
import { heading, ready, toast } from './support/page';
import { field as inDialog } from './support/quick';
import { openMenu } from './support/record';
import { addContact, createCompany, expect, test } from './support/test';

test.use({ savesData: false });

const company = 'Thủy sản Bình Minh';
const contact = 'Trần Quốc Bảo';
const deal = 'Hệ thống kho lạnh';

/** What is fetched from now on takes so many milliseconds longer: scripts, and the data of pages and lists. */
async function delay(page: Page, { scripts, data }: { scripts: number; data: number }) {
	await page.unrouteAll({ behavior: 'ignoreErrors' });
	await page.route('**/*', async (route) => {
		const type = route.request().resourceType();
		const late = type === 'script' ? scripts : type === 'fetch' ? data : 0;
		if (late > 0) await new Promise((resolve) => setTimeout(resolve, late));
		// the page may have been left meanwhile
		await route.continue().catch(() => undefined);
	});
}

/** Presses keys so many milliseconds apart, without looking at what they do. */
async function pressApart(page: Page, keys: readonly string[], apart: number) {
	for (const key of keys) {
		await page.keyboard.press(key);
		await page.waitForTimeout(apart);
	}
}

/** All rows of an account but its sessions and what was looked at last, as one text. */
async function rowsOf(email: string): Promise<string> {
	const tables = await onDatabase<{ name: string }>(
		`SELECT table_name AS name FROM information_schema.columns
		WHERE table_schema = 'public' AND column_name = 'user_id' AND table_name NOT IN ('session', 'account', 'recently_opened') ORDER BY 1`,
	);
	const rows = tables.map(
		({ name }) => `SELECT '${name}' AS name, to_jsonb(t)::text AS row FROM public."${name}" t
			WHERE t.user_id = (SELECT id FROM public."user" WHERE email = $1)`,
	);
	return JSON.stringify(
		await onDatabase(`SELECT * FROM (${rows.join(' UNION ALL ')}) all_rows ORDER BY 1, 2`, [email]),
	);
}

/** The addresses of one record of each kind, made for the account of the page. */
async function createRecords(page: Page): Promise<Record<string, string>> {
	await createCompany(page, company);
	const companyPath = new URL(page.url()).pathname;
	await addContact(page, contact);
	await page.getByRole('link', { name: contact, exact: true }).click();
	await expect(heading(page, contact)).toBeVisible();
	const contactPath = new URL(page.url()).pathname;
	await createDeal(page, deal);
	const dealPath = new URL(page.url()).pathname;
	return { [company]: companyPath, [contact]: contactPath, [deal]: dealPath };
}

const lists = ['/dashboard', '/companies', '/contacts', '/deals', '/deals?view=list', '/activities'];
const others = ['/reports', '/import', '/settings'];

type Opening = { keys: string[]; field: (page: Page) => ReturnType<Page['locator']>; on?: 'records' };

const openings: Opening[] = [
	{ keys: ['Control+k'], field: box },
	{ keys: ['/'], field: box },
	{ keys: ['c', 'c'], field: (page) => page.getByRole('textbox', { name: 'Company name' }) },
	{ keys: ['c', 'p'], field: (page) => page.getByRole('textbox', { name: 'Contact name' }) },
	{ keys: ['c', 'l'], field: (page) => page.getByRole('textbox', { name: 'Deal name' }) },
	{ keys: ['c', 'a'], field: (page) => inDialog(page, 'Subject and description') },
	{ keys: ['c', 'f'], field: (page) => inDialog(page, 'Follow-up') },
	{ keys: ['e'], field: (page) => page.locator('[data-in-place] input:not([type=hidden])').first(), on: 'records' },
];

/** Letters that are keys of their own where nobody types, and a few that are not. */
const typed = fc
	.array(fc.constantFrom(...'ecgxjkmpdlfra?/>,. '), { minLength: 4, maxLength: 12 })
	.map((letters) => letters.join('').trim())
	.filter((text) => text.length > 2);

const seed = Number(process.env.TYPE_AHEAD_SEED ?? Date.now() % 1e9);
/** Each opening key so often; more for a closer look. */
const turns = Number(process.env.TYPE_AHEAD_TURNS ?? 1);

test('whatever is typed after an opening key arrives in its field and does nothing else', async ({ page, account }) => {
	console.log(`TYPE_AHEAD_SEED=${seed}`);
	// it takes half a minute by itself, and longer on a machine that is busy
	test.setTimeout(180_000 * Math.max(1, turns));
	page.on('dialog', (dialog) => dialog.accept().catch(() => undefined));
	const records = await createRecords(page);
	const before = await rowsOf(account.email);
	const late = fc.constantFrom(0, 300, 800);
	const cases = fc.sample(
		fc.record({
			text: typed,
			apart: fc.integer({ min: 20, max: 150 }),
			scripts: late,
			data: late,
			record: fc.constantFrom(...Object.keys(records)),
			path: fc.constantFrom(...lists, ...others, ...Object.values(records)),
		}),
		{ seed, numRuns: openings.length * turns },
	);
	for (const [at, each] of cases.entries()) {
		const opening = openings[at % openings.length];
		if (!opening) continue;
		const onRecord = opening.on === 'records';
		const path = onRecord ? (records[each.record] ?? '') : each.path;
		const text = JSON.stringify({ ...each, path, keys: opening.keys });
		await test.step(text, async () => {
			await delay(page, each);
			// what was typed for an activity before is kept for the next one
			await page.evaluate(() => localStorage.clear());
			await page.goto(path, { waitUntil: 'commit' });
			await expect(page.locator('#main h1').first()).toBeVisible();
			await pressApart(
				page,
				[...opening.keys, ...each.text.replaceAll(' ', '~')].map((key) => (key === '~' ? 'Space' : key)),
				each.apart,
			);
			const field = opening.field(page);
			await expect(field, text).toHaveValue(each.text);
			await expect(field, text).toBeFocused();
			await expect(page.locator('[data-type-ahead]')).toHaveCount(0);
		});
	}
	expect(await rowsOf(account.email)).toBe(before);
});

test('Backspace, Escape and Enter mean what was typed meanwhile, and composed letters stay whole', async ({ page }) => {
	const records = await createRecords(page);
	// where the field is not yet there, as it is on a record's page
	const elsewhere = async () => {
		await page.goto('/settings');
		await expect(heading(page, 'Settings')).toBeVisible();
	};
	await elsewhere();
	await delay(page, { scripts: 0, data: 600 });
	const field = inDialog(page, 'Follow-up');

	await pressApart(page, [...'cfsendx', 'Backspace'], 20);
	await expect(field).toHaveValue('send');

	// while whom it is for is asked for
	await page.goto(records[company] ?? '');
	await expect(heading(page, company)).toBeVisible();
	await pressApart(page, [...'caedit', 'Escape', ...'call'], 20);
	await expect(inDialog(page, 'Subject and description')).toHaveValue('call');

	await elsewhere();
	await pressApart(
		page,
		[...'cfsend the edit'].map((key) => (key === ' ' ? 'Space' : key)),
		20,
	);
	// in a dialog Enter goes on to the next field
	await pressApart(page, ['Enter', ...'tomorrow'], 20);
	await expect(field).toHaveValue('send the edit');
	await expect(inDialog(page, 'Due')).toHaveValue('tomorrow');
	await page.keyboard.press('Control+Enter');
	await expect(toast(page, 'Added send the edit')).toBeVisible();
	await expect(page.getByRole('dialog')).toHaveCount(0);

	// as an input method for Vietnamese writes
	await page.goto(records[contact] ?? '');
	await expect(heading(page, contact)).toBeVisible();
	await pressApart(page, ['c', 'a'], 20);
	const session = await page.context().newCDPSession(page);
	await session.send('Input.imeSetComposition', { text: 'Ddai', selectionStart: 4, selectionEnd: 4 });
	await session.send('Input.imeSetComposition', { text: 'Đại', selectionStart: 3, selectionEnd: 3 });
	await session.send('Input.insertText', { text: 'Đại' });
	await pressApart(page, ['Space', 'p', 'e'], 20);
	await expect(inDialog(page, 'Subject and description')).toHaveValue('Đại pe');
});

test('while another page is on its way, keys do nothing on the old one; what finds no field there is pressed there', async ({
	page,
	account,
}) => {
	const records = await createRecords(page);
	const before = await rowsOf(account.email);
	await page.goto(records[company] ?? '');
	await expect(heading(page, company)).toBeVisible();
	await delay(page, { scripts: 0, data: 800 });
	// on the old page this would edit the company
	await pressApart(page, ['g', 'p', 'e'], 40);
	await expect(heading(page, 'Contacts')).toBeVisible();
	await expect(page).toHaveURL(/\/contacts$/);

	// the contact is opened, and then it is what `e` edits
	const row = page.getByRole('link', { name: contact, exact: true });
	await expect(row).toBeVisible();
	await page.keyboard.press('j');
	await expect(row).toBeFocused();
	await pressApart(page, ['Enter', 'e', ...'xc'], 40);
	await expect(page.locator('[data-in-place] input:not([type=hidden])')).toHaveValue('xc');
	await expect(page).toHaveURL(new RegExp(`${records[contact]}$`));

	// a link to a form, which opens over the page, by click
	page.on('dialog', (dialog) => dialog.accept());
	await page.goto(records[company] ?? '');
	await expect(heading(page, company)).toBeVisible();
	await (await openMenu(page)).getByRole('link', { name: 'New contact' }).click();
	await pressApart(page, [...'edge'], 40);
	await expect(page.getByRole('textbox', { name: 'Contact name' })).toHaveValue('edge');

	// a command of the search and what is typed after it
	await page.goto(records[deal] ?? '');
	await ready(page);
	for (const [command, field] of [
		['reminder', inDialog(page, 'Follow-up')],
		['new customer', page.getByRole('textbox', { name: 'Company name' })],
	] as const) {
		await page.locator('#main').focus();
		await page.keyboard.press('Control+k');
		await page.keyboard.type(`>${command}`);
		await pressApart(page, ['Enter', ...'edge'], 20);
		await expect(field).toHaveValue('edge');
		await expect(page).toHaveURL(records[deal] ?? '');
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: 'Discard entries' }).click();
		await expect(page.getByRole('dialog')).toHaveCount(0);
	}
	expect(await rowsOf(account.email)).toBe(before);
});
