import { randomInt } from 'node:crypto';
import { test as base, expect, type Page } from '@playwright/test';
import { password } from '../../support/password';
import { type Account, makeAccount, signIn } from './accounts';
import { assertLightly } from './light-assertions';
import { hydrated } from './page';
import { type Company, saveCompany, saveContact } from './records';

/** An address of its own for every visitor, so that the rate limit of one test is not another's. */
const someAddress = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;

const saveData = () => Object.defineProperty(navigator, 'connection', { value: { saveData: true } });

/**
 * A test of what a visitor sees; `page` is at MiniCRM's address. Whatever the page logs as an error, throws or refuses by its
 * Content-Security-Policy fails the test.
 */
export const visitorTest = base.extend<{ problems: string[]; savesData: boolean }>({
	// Who saves data gets the scripts of other pages only with a click: half as many requests for each page that is opened,
	// and a tenth of the work. Files about what comes when, and all on a phone, use a browser that fetches them ahead.
	savesData: [true, { option: true }],
	context: async ({ context, savesData, isMobile }, use) => {
		if (savesData && !isMobile) await context.addInitScript(saveData);
		await use(context);
	},
	baseURL: async ({}, use) => use(process.env.E2E_URL),
	extraHTTPHeaders: async ({}, use) => use({ 'x-forwarded-for': someAddress() }),
	problems: async ({}, use) => use([]),
	page: async ({ page, problems }, use) => {
		await assertLightly(page);
		page.on('pageerror', (error) => problems.push(`thrown: ${error.message}`));
		page.on('console', (message) => {
			// a page that is rightly a 404 or a 401 is logged by the browser as a failed resource
			if (message.type() === 'error' && !/status of 40[134]/.test(message.text()))
				problems.push(`console: ${message.text()}`);
		});
		page.on('response', (response) => {
			if (response.status() >= 500) problems.push(`${response.status()} ${response.url()}`);
		});
		await use(page);
		expect(problems).toEqual([]);
	},
});

/** The same for somebody who has an account and is signed in before the test begins. */
export const test = visitorTest.extend<{ account: Account }>({
	account: [
		async ({ page, locale, timezoneId, userAgent }, use) => {
			const account = await makeAccount({ locale, timezoneId });
			await signIn(page.context(), account, userAgent);
			await use(account);
		},
		{ auto: true },
	],
});

export { expect };

/** What a form says of a refusal; Next.js has an alert of its own for screen readers. */
export const alertOn = (page: Page) => page.locator('[role=alert][data-slot=alert]');

/** Registers by the form and ends on the dashboard. */
export async function register(page: Page, { name, email }: Pick<Account, 'name' | 'email'>) {
	await page.goto('/register');
	await page.getByLabel('Name').fill(name);
	await page.getByLabel('Email').fill(email);
	await page.getByLabel('Password', { exact: false }).first().fill(password);
	await page.getByLabel('Password again').fill(password);
	await page.getByRole('button', { name: 'Create account' }).click();
	await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
}

/** Logs in by the form that is on the screen. */
export async function logIn(page: Page, email: string, withPassword = password) {
	await page.getByLabel('Email').fill(email);
	await page.getByLabel('Password').fill(withPassword);
	await page.getByRole('button', { name: 'Log in' }).click();
}

/** Makes a company, with its contacts, and ends on its page; `saveCompany` is enough where that is left at once. */
export async function createCompany(
	page: Page,
	name: string,
	more: Pick<Company, 'website' | 'phone' | 'address' | 'notes' | 'people'> = {},
) {
	await page.goto(`/companies/${await saveCompany(page, name, more)}`);
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
	await hydrated(page);
}

type Person = { jobTitle?: string; email?: string; authority?: string };

/** On a company's page, makes a contact of that company, which the page does not show yet. */
export async function makeContact(page: Page, name: string, more: Person = {}) {
	const [, company = ''] = /\/companies\/([\da-f-]{36})/.exec(page.url()) ?? [];
	await saveContact(page, company, name, more);
}

/** The same, and shows the page again. */
export async function addContact(page: Page, name: string, more: Person = {}) {
	await makeContact(page, name, more);
	await page.reload();
	// where the page is narrow, it stands in a part that is not shown at first
	await expect(page.getByRole('link', { name, exact: true, includeHidden: true }).first()).toBeAttached();
	await hydrated(page);
}
