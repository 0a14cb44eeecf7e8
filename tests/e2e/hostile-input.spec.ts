import type { Page } from '@playwright/test';
import naughtyStrings from 'big-list-of-naughty-strings' with { type: 'json' };
import { onDatabase } from './support/database';
import { openMenu } from './support/record';
import { saveCompany } from './support/records';
import { expect, test } from './support/test';

// What the database keeps of the Big List of Naughty Strings (tests/database/hostile-input.test.ts) is shown as it is.

const shown = [
	...new Set(
		naughtyStrings.map((text) =>
			text
				.normalize('NFC')
				.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
				.trim(),
		),
	),
]
	.filter((text) => /[^\p{Z}\p{C}\p{M}]/u.test(text) && text.length <= 200)
	.filter((text) => text.isWellFormed());
const withScript = naughtyStrings.filter((text) => /script|onerror|onload|alert\(|javascript:/i.test(text));

/** Fills the account with a company and one of everything that hangs on it per string, past the forms. */
async function fillWithStrings(email: string) {
	await onDatabase(
		`WITH owner AS (SELECT id FROM "user" WHERE email = $1),
			 made AS (
				INSERT INTO company (user_id, id, name, industry, address, notes, metadata)
				SELECT owner.id, gen_random_uuid(), t, left(t, 100), t, t, jsonb_build_object(left(t, 64), t)
				FROM owner, unnest($2::text[]) t RETURNING user_id, id, name
			 ),
			 sold AS (
				INSERT INTO deal (user_id, id, company_id, name, value, currency, position, notes)
				SELECT user_id, gen_random_uuid(), id, name, 1, 'USD', id::text, name FROM made
			 ),
			 said AS (
				INSERT INTO activity (user_id, id, company_id, type, subject, at, description, outcome, next_steps)
				SELECT user_id, gen_random_uuid(), id, 'call', name, now(), name, name, name FROM made
			 ),
			 promised AS (
				INSERT INTO follow_up (user_id, id, company_id, title)
				SELECT user_id, gen_random_uuid(), id, name FROM made
			 )
			 INSERT INTO contact (user_id, id, company_id, name, job_title, notes)
			 SELECT user_id, gen_random_uuid(), id, name, name, name FROM made`,
		[email, shown],
	);
}

/** Fails the test when a script of somebody's text runs, or the Content-Security-Policy has to stop one. */
async function watch(page: Page, problems: string[]) {
	page.on('dialog', (dialog) => {
		problems.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	await page.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
			console.error(`policy: ${violatedDirective} ${blockedURI}`),
		);
	});
}

/** In the browser: the names in the rows of a page as it reads them, and what of the page could run and is not of the app. */
async function readPage(address: string) {
	const answer = await fetch(address);
	const html = new DOMParser().parseFromString(await answer.text(), 'text/html');
	const [, nonce] = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '') ?? [];
	const runs = (element: Element) =>
		(element.matches('script') && (!nonce || element.getAttribute('nonce') !== nonce)) ||
		[...element.attributes].some(
			({ name, value }) => /^on/i.test(name) || /^\s*(javascript|vbscript|data:text\/html):?/i.test(value),
		);
	return {
		names: [...html.querySelectorAll('[data-row-link] a')].map(({ textContent }) => textContent ?? ''),
		running: [...html.querySelectorAll('*')].filter(runs).map(({ outerHTML }) => outerHTML.slice(0, 200)),
	};
}

test('naughty strings are shown letter by letter and nothing of them runs', async ({ page, account, problems }) => {
	test.setTimeout(240_000);
	await watch(page, problems);
	await fillWithStrings(account.email);
	await page.goto('/dashboard');
	// what the server sends is what is read here: opened one by one, a hundred pages take the browser forty seconds
	for (const list of ['companies?', 'contacts?', 'deals?view=list&', 'activities?']) {
		const seen: string[] = [];
		for (let number = 1; number <= Math.ceil(shown.length / 20); number++) {
			const sent = await page.evaluate(readPage, `/${list}page=${number}`);
			expect(sent.running, `${list}page=${number}`).toEqual([]);
			seen.push(...sent.names);
		}
		expect(seen.toSorted()).toEqual(shown.toSorted());
	}
	for (const list of ['companies', 'contacts', 'deals?view=list', 'activities']) {
		await page.goto(`/${list}`);
		await expect(page.locator('[data-row-link] a')).toHaveCount(20);
	}
	await page.goto('/follow-ups?show=all');
	await expect(page.getByRole('region', { name: 'Follow-ups' }).getByRole('checkbox').nth(150)).toBeAttached();
	await page.goto('/deals');
	await expect(page.locator('[data-card] a').first()).toBeVisible();
	for (const text of shown.filter((name) => withScript.includes(name)).slice(0, 8)) {
		await page.goto(`/contacts?q=${encodeURIComponent(text)}`);
		await page.locator('[data-row-link]').getByRole('link', { name: text, exact: true }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(text);
		await page.getByRole('main').locator('a[href^="/companies/"]').last().click();
		await expect(page.getByRole('region', { name: 'About the company' })).toBeVisible();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(text);
		await expect(page.locator('.timeline ol > li [data-head] a')).toHaveText(text);
	}
});

test('naughty strings as every parameter of every address lead to a page', async ({ page, problems }) => {
	test.setTimeout(120_000);
	await watch(page, problems);
	const names = [
		'q',
		'sort',
		'page',
		'industry',
		'size',
		'tag',
		'company',
		'decides',
		'authority',
		'tab',
		'companyId',
		'contactId',
		'contact',
		'view',
		'stage',
		'valueFrom',
		'close',
		'closeTo',
		'closedFrom',
		'after',
		'next',
		'type',
		'when',
		'from',
		'to',
		'silent',
		'period',
		'currency',
		'closeDay',
		'followUps',
		'deal',
		'dealId',
		'at',
		'before',
		'name',
		'createdFrom',
		'lastFrom',
		'lastTo',
		'lostReason',
		'noReason',
		'with',
		'website',
		'email',
		'phone',
		'id',
		'open',
		'lose',
		'saved',
		'kind',
	];
	const paths = [
		'/companies',
		'/contacts',
		'/companies/new',
		'/contacts/new',
		'/deals',
		'/deals/new',
		'/activities',
		'/activities/new',
		'/api/timeline',
		'/api/contacts',
		'/api/deals',
		'/api/deals/cards',
		'/login',
		'/settings',
		'/settings/history',
		'/settings/fields',
		'/search',
		'/api/fields/settable',
		'/api/companies',
		'/api/companies/duplicates',
		'/api/contacts/duplicates',
		'/api/tags',
		'/api/filters',
		'/api/filters/counts',
		'/api/search',
		'/api/import/progress',
		'/import',
		'/dashboard',
		'/reports',
		'/api/reports/forecast',
		'/api/reports/activities',
	];
	for (const [index, text] of naughtyStrings.entries()) {
		const value = encodeURIComponent(text.toWellFormed());
		const query = names.map((name) => `${name}=${value}`).join('&');
		const path = [...paths, `/companies/${value}`, `/deals/${value}`][index % (paths.length + 2)];
		const url = `${path}?${query}`;
		const response = await page.request.get(url);
		expect(response.status(), url).toBeLessThan(500);
	}
	const shownIn = ['Companies', 'Contacts', 'Activities'];
	for (const [index, text] of withScript.slice(0, 18).entries()) {
		const list = shownIn[index % 3] ?? '';
		await page.goto(`/${list.toLowerCase()}?${names.map((name) => `${name}=${encodeURIComponent(text)}`).join('&')}`);
		await expect(page.getByRole('heading', { level: 1, name: list })).toBeVisible();
	}
});

test('a name that turns the direction of its text turns none of the words after it', async ({ page }) => {
	await page.goto(`/companies/${await saveCompany(page, 'Thủy sản \u202eBình Minh')}`);
	await (await openMenu(page)).getByRole('button', { name: 'Delete' }).click();
	const title = page.getByRole('alertdialog').getByRole('heading');
	await expect(title).toContainText('Thủy sản');
	const isAfter = await title.evaluate((element) => {
		const name = element.querySelector('[translate=no]');
		const rest = document.createRange();
		if (name?.nextSibling) rest.selectNode(name.nextSibling);
		return name && rest.getBoundingClientRect().left >= name.getBoundingClientRect().right - 1;
	});
	expect(isAfter).toBe(true);
});
