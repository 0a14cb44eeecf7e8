import type { Locator, Page } from '@playwright/test';
import { onDatabase } from './support/database';
import { card, column, drag, makeDeal } from './support/deals';
import { openFilter } from './support/filters';
import { holdImport, paste, sendPasted } from './support/imports';
import { heading, hydrated, toast } from './support/page';
import { saveCompany } from './support/records';
import { addContact, createCompany, expect, logIn, test } from './support/test';
import { sidebar } from './support/views';

test.use({ savesData: false });

const signedOut = 'You’ve been signed out.';
const signIn = (place: Locator) => () => place.getByRole('link', { name: 'Sign in' }).click();
const alert = (page: Page) => page.getByRole('alert').filter({ hasText: signedOut });

const endSessions = (email: string) =>
	onDatabase('DELETE FROM session USING "user" u WHERE u.id = user_id AND u.email = $1', [email]);

/** Signs in again in the tab that a link opens, as somebody does who wants to go on. */
async function signInBeside(page: Page, email: string, follow: () => Promise<void>) {
	const [beside] = await Promise.all([page.waitForEvent('popup'), follow()]);
	await logIn(beside, email);
	await beside.waitForURL(({ pathname }) => pathname !== '/login');
	await beside.close();
	await page.evaluate(() => window.dispatchEvent(new Event('focus')));
}

test('whoever is signed out is told so wherever something is looked up, and goes on with what was typed', async ({
	page,
	account,
}) => {
	await saveCompany(page, 'Thủy sản Bình Minh');

	// a picker and the tags of a form
	await page.goto('/contacts/new');
	await page.getByLabel('Contact name').fill('Trần Văn Đức');
	await endSessions(account.email);
	const picker = page.getByRole('combobox', { name: 'Company', exact: true });
	await picker.fill('Thủy');
	const said = alert(page);
	await expect(said).toContainText('Your entries are kept.');
	await expect(page.getByText(/Couldn’t load results|Type on/)).toHaveCount(0);
	await signInBeside(page, account.email, signIn(said));
	await page.getByRole('option', { name: 'Thủy sản Bình Minh' }).click();
	await expect(said).toHaveCount(0);
	await expect(page.getByLabel('Contact name')).toHaveValue('Trần Văn Đức');

	// the tags, and the hint at what is there already, which asks by itself
	await endSessions(account.email);
	const tags = page.getByRole('combobox', { name: 'Tags' });
	await tags.fill('khách');
	await expect(said).toContainText('Your entries are kept.');
	await signInBeside(page, account.email, signIn(said));
	await expect(page.getByRole('option', { name: /khách/ })).toBeVisible();
	await expect(said).toHaveCount(0);
	await expect(tags).toHaveValue('khách');
	await tags.press('Enter');
	await endSessions(account.email);
	const hint = page.getByRole('status', { name: 'Already there' });
	await page.getByLabel('Phone').fill('0901 234 567');
	await expect(hint).toContainText(`${signedOut} Sign in (opens in a new tab) in a new tab, then continue here.`);
	await expect(hint).toContainText('Your entries are kept.');
	await signInBeside(page, account.email, signIn(hint));
	await expect(hint).toBeEmpty();

	// sending the form
	await endSessions(account.email);
	await page.getByRole('button', { name: 'Save contact' }).click();
	await expect(said).toContainText('Your entries are kept.');
	await signInBeside(page, account.email, signIn(said));
	await page.getByRole('button', { name: 'Save contact' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Trần Văn Đức' })).toBeVisible();
	await expect(page.locator('main').getByRole('list', { name: 'Tags' })).toHaveText('khách');
	await expect(page.getByRole('link', { name: '0901 234 567' })).toBeVisible();

	// the search box answers by itself when the session is there again
	await page
		.getByRole('button', { name: /^Search/ })
		.first()
		.click();
	await endSessions(account.email);
	const box = page.getByRole('combobox', { name: 'Search' });
	await box.fill('duc');
	await expect(said).toBeVisible();
	await signInBeside(page, account.email, signIn(said));
	await expect(page.getByRole('option', { name: /Trần Văn Đức/ })).toBeVisible();
	await expect(box).toHaveValue('duc');
	await expect(said).toHaveCount(0);
});

test('a move on the board says nothing of what was typed, and leads to the sign-in', async ({ page, account }) => {
	await makeDeal(page, 'Kho lạnh');
	await page.goto('/deals');
	await expect(card(page, 'Kho lạnh')).toBeVisible();
	await endSessions(account.email);
	await drag(page, 'Kho lạnh', column(page, 'Proposal'));
	const message = toast(page, signedOut);
	await expect(message).not.toContainText(/typed|entries/);
	await signInBeside(page, account.email, () => message.getByRole('button', { name: 'Sign in' }).click());
	await drag(page, 'Kho lạnh', column(page, 'Proposal'));
	await expect(page.getByText('Moved Kho lạnh to Proposal')).toBeVisible();
});

test('a timeline, a filter and the question before a deletion say it where one looks, and go on after the sign-in', async ({
	page,
	account,
}) => {
	await createCompany(page, 'Thủy sản Bình Minh');
	const company = page.url().split('?')[0] ?? '';
	await addContact(page, 'Trần Văn Đức');
	await onDatabase(
		`INSERT INTO activity (user_id, id, company_id, type, subject, at)
			SELECT c.user_id, gen_random_uuid(), c.id, 'call', 'Gọi ' || n, now() - interval '1 day' * n
			FROM company c JOIN "user" u ON u.id = c.user_id, generate_series(1, 40) n WHERE u.email = $1`,
		[account.email],
	);
	await page.goto(company);
	const entries = page.locator('.timeline section ol > li');
	await expect(entries).toHaveCount(30);
	await endSessions(account.email);
	await page.getByRole('button', { name: 'Show older' }).click();
	await signInBeside(page, account.email, signIn(alert(page)));
	await expect(entries).toHaveCount(40);
	await expect(alert(page)).toHaveCount(0);

	await page.goto('/contacts');
	const popover = await openFilter(page, 'Company');
	const filter = popover.getByRole('searchbox', { name: 'Find Company' });
	await endSessions(account.email);
	await filter.fill('thuy san');
	const below = popover.getByRole('status').filter({ hasText: signedOut });
	await signInBeside(page, account.email, signIn(below));
	await expect(filter).toHaveValue('thuy san');
	await popover.getByLabel('Thủy sản Bình Minh').check();
	await popover.getByRole('button', { name: 'Done' }).click();
	await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Thủy sản Bình Minh');
	await expect(page.getByRole('link', { name: 'Trần Văn Đức' })).toBeVisible();

	await page.goto('/companies');
	await page.getByRole('checkbox', { name: /Thủy sản Bình Minh/ }).check();
	await endSessions(account.email);
	const selected = page.getByRole('toolbar', { name: 'Selected rows' });
	await selected.getByRole('button', { name: /Delete/ }).click();
	const question = page.getByRole('alertdialog', { name: 'Delete 1 company?' });
	await expect(question).toContainText(signedOut);
	await signInBeside(page, account.email, signIn(question));
	await expect(question).toContainText('1 contact');
	await expect(question).not.toContainText(signedOut);
	await endSessions(account.email);
	await question.getByRole('button', { name: 'Delete 1 company' }).click();
	await expect(question.getByRole('alert')).toContainText(signedOut);
	await signInBeside(page, account.email, signIn(question.getByRole('alert')));
	await question.getByRole('button', { name: 'Delete 1 company' }).click();
	await expect(toast(page, 'Deleted 1 company')).toBeVisible();
	await expect(page.getByText('No companies yet')).toBeVisible();
});

test('a table that is sent for an import is kept, and the import is followed again after the sign-in', async ({
	page,
	account,
}) => {
	const table = await paste(page, 'Company name\nHoa Sen');
	await endSessions(account.email);
	await page.getByRole('button', { name: 'Use this table' }).click();
	await expect(alert(page)).toContainText('Your entries are kept.');
	await signInBeside(page, account.email, signIn(alert(page)));
	await expect(table).toHaveValue('Company name\nHoa Sen');
	await sendPasted(page);

	const { goOn } = await holdImport(page);
	await page.getByRole('button', { name: 'Check the file' }).click();
	await expect(page.getByRole('progressbar')).toBeVisible();
	// the page asks by itself how far it is, and whether anything has changed; neither takes it away
	const asked = page.waitForResponse((answer) => answer.url().endsWith('/api/mark') && answer.status() === 401);
	await endSessions(account.email);
	await asked;
	await signInBeside(page, account.email, signIn(alert(page)));
	await expect(alert(page)).toHaveCount(0);
	await expect(page.getByRole('progressbar')).toBeVisible();
	await goOn();
	await expect(page.getByRole('button', { name: 'Import 1 row' })).toBeVisible();
});

test('nothing from before a sign-out is shown after it, in this tab and in another', async ({ page, context }) => {
	await saveCompany(page, 'Thủy sản Bình Minh');
	const other = await context.newPage();
	await other.goto('/companies');
	await hydrated(other);
	await other.getByRole('link', { name: 'Thủy sản Bình Minh' }).click();
	await expect(heading(other, 'Thủy sản Bình Minh')).toBeVisible();
	await page.goto('/companies');
	await hydrated(page);
	await sidebar(page).getByRole('link', { name: 'Contacts', exact: true }).click();
	await expect(heading(page, 'Contacts')).toBeVisible();

	await page.getByRole('button', { name: /Account menu/ }).click();
	await page.getByRole('button', { name: 'Log out' }).click();
	await expect(heading(page, 'Log in')).toBeVisible();
	// an error on the console fails the test
	const watch = () =>
		new MutationObserver(() => {
			if (document.body?.innerText.includes('Bình Minh'))
				console.error(`seen after the sign-out: ${location.pathname}`);
		}).observe(document, { childList: true, subtree: true, characterData: true });
	await page.addInitScript(watch);
	await page.evaluate(watch);
	for (let step = 0; step < 2; step++) {
		await page.goBack();
		await expect(heading(page, 'Log in')).toBeVisible();
	}
	// the other tab was told, and leaves by itself
	await expect(heading(other, 'Log in')).toBeVisible();
	await other.goBack();
	await expect(heading(other, 'Log in')).toBeVisible();
	await expect(other.getByText('Bình Minh')).toHaveCount(0);
});

test('a session that was ended elsewhere takes its data from the screen once the tab is looked at', async ({
	page,
	account,
}) => {
	await saveCompany(page, 'Thủy sản Bình Minh');
	await page.goto('/companies');
	await hydrated(page);
	await endSessions(account.email);
	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await expect(heading(page, 'Log in')).toBeVisible();
	await expect(page.getByText('Bình Minh')).toHaveCount(0);
});
