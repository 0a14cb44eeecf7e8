import { createCompany, expect, test } from './support/test';

const ids = [
	'x',
	'123',
	'%00',
	'..%2f..%2fetc',
	"'%20OR%201=1--",
	'00000000-0000-0000-0000-000000000000',
	'01a20652-1de7-7269-8660-85675f019ffc',
	'%F0%9F%92%A9',
	'%ED%A0%80',
	'a'.repeat(10_000),
];

for (const id of ids) {
	test(`an id that names nothing is not found: ${id.slice(0, 40)}`, async ({ page }) => {
		for (const address of [
			`/companies/${id}`,
			`/companies/${id}/edit`,
			`/contacts/${id}`,
			`/contacts/${id}/edit`,
			`/companies/${id}/merge`,
			`/contacts/${id}/merge`,
			`/activities/${id}`,
			`/activities/${id}/edit`,
		]) {
			const response = await page.request.get(address);
			// an address that is no UTF-8 is no address
			expect([404, 400], address.slice(0, 60)).toContain(response.status());
			if (response.status() === 404) expect(await response.text()).toContain('Not found · MiniCRM');
		}
	});
}

test('whatever a list is asked for, it shows the nearest valid list', async ({ page }) => {
	await createCompany(page, 'Gần Nhất 100%');
	const queries = [
		'page=0',
		'page=-1',
		'page=1e9',
		'page=1000000000',
		'page=abc',
		'page=1&page=2',
		'sort=',
		'sort=nothing',
		'sort=name.sideways',
		'sort=__proto__.asc',
		'sort=constructor',
		'sort[not]=x',
		'q=%25',
		'q=_',
		'q=%5C',
		'q=%00',
		'q=%ED%A0%80',
		`q=${'a'.repeat(9000)}`,
		'q=%20%20',
		'q[not]=',
		'q=a&q=b',
		'decides=maybe',
		'decides[]=yes',
		'unknown=1',
		'view=list',
		'view=nothing',
		'view=list&sort=value.asc&stage=proposal&stage=nothing',
		'valueFrom=-1&valueTo=12abc',
		'valueFrom=99999999999999',
		'closeFrom=2026-02-30&closedTo=20260-01-01',
		'createdFrom=0001-01-01&createdTo=2199-12-31',
		'lastFrom=2199-12-31&lastTo=1900-01-01',
		'lostReason=a&lostReason=b&noReason=yes&noReason=no&view=list',
		'from=2026-05-03&to=2026-05-01&when=today&when=month',
		'from=20260-01-01&to=2026-02-30&type=call&type=shout&deal=x',
		'silent=30&silent=never&silent=soon',
		'currency=VND&currency=Nothing&currency=%00&closeDay=none&closeDay=some',
		'close=month&close=30days&close=never&closeFrom=2026-11-30',
		'followUps=all&followUps=none',
		'saved=none',
		'saved=nothing',
		'saved=00000000-0000-0000-0000-000000000000&saved=none',
		'saved[not]=none&q=x',
		`saved=${'a'.repeat(5000)}`,
		`q=${encodeURIComponent("'; DROP TABLE company; --")}`,
	];
	for (const list of ['/companies', '/contacts', '/deals', '/activities']) {
		for (const query of queries) {
			for (const address of [`${list}?${query}`, `/api/export${list}?${query}`])
				expect((await page.request.get(address)).status(), address.slice(0, 80)).toBe(200);
		}
	}
	await page.goto('/companies?q=100%25');
	await expect(page.getByRole('row', { name: /Gần Nhất/ })).toBeVisible();
	await page.goto('/companies?q=1_0');
	await expect(page.getByText('No companies match')).toBeVisible();
});

test('whatever the reports are asked for, they show the nearest valid period', async ({ page }) => {
	await createCompany(page, 'Gần Nhất');
	const asked = [
		'period=month&period=never',
		'period=decade',
		'period[]=year',
		'period=own',
		'period=own&from=2026-02-30&to=20260-01-01',
		'period=own&from=2026-05-03&to=2026-05-01',
		'period=own&from=1900-01-01&to=2199-12-31',
		'period=own&from=1900-01-01&to=1900-01-01',
		'period=own&to=2199-12-31',
		'period=own&from=2199-12-31',
		'period=year&from=2020-01-01&to=2020-01-02',
		'currency=XXX&currency=VND',
		'currency=%00&period=%ED%A0%80',
		`currency=${'a'.repeat(9000)}`,
	];
	for (const query of asked) {
		const response = await page.request.get(`/reports?${query}`);
		expect(response.status(), query).toBe(200);
		expect(await response.text(), query).toContain('Compared with');
		for (const name of ['forecast', 'results', 'won', 'stages', 'lost', 'activities', 'companies'])
			expect((await page.request.get(`/api/reports/${name}?${query}`)).status(), `${name} ${query}`).toBe(200);
	}
	expect((await page.request.get('/api/reports/nothing')).status()).toBe(404);
});

test('whatever a history is to begin before, it is shown', async ({ page }) => {
	await createCompany(page, 'Trước Sau');
	const { pathname } = new URL(page.url());
	const asked = ['0', '-1', '1e9', '999999999999999999', '9'.repeat(40), 'abc', '', '%00', '%ED%A0%80', '1&before=2'];
	for (const before of asked) {
		const response = await page.request.get(`${pathname}/history?before=${before}`);
		expect(response.status(), before).toBe(200);
		expect(await response.text(), before).toContain(before === '0' ? 'There are no older changes' : 'Create company');
	}
});

test('every response carries the policy and the usual headers, errors included', async ({ page }) => {
	for (const address of [
		'/dashboard',
		'/companies/x',
		'/api/companies?q=',
		'/api/export/companies',
		'/api/auth/nothing',
		'/nowhere',
		'/icon.svg',
	]) {
		const headers = (await page.request.get(address)).headers();
		expect(headers['content-security-policy'], address).toContain("script-src 'self' 'nonce-");
		expect(headers['content-security-policy']).not.toContain('unsafe-eval');
		expect(headers['x-content-type-options'], address).toBe('nosniff');
		expect(headers['x-frame-options'], address).toBe('DENY');
		expect(headers['referrer-policy'], address).toBe('same-origin');
		expect(headers['x-powered-by'], address).toBeUndefined();
	}
	const [script] = await page.locator('script[src*="_next/static"]').all();
	const asset = await page.request.get((await script?.getAttribute('src')) ?? '');
	expect(asset.headers()['x-content-type-options']).toBe('nosniff');
});

test('writes from elsewhere are refused', async ({ page, account }) => {
	const body = { email: account.email, password: 'x'.repeat(12) };
	const write = (headers: Record<string, string>) =>
		page.request.post('/api/auth/sign-in/email', { data: body, headers });
	expect((await write({ origin: 'https://evil.example' })).status()).toBe(403);
	expect((await write({ origin: 'null' })).status()).toBe(403);
	expect((await write({})).status()).toBe(403);
	expect((await write({ 'sec-fetch-site': 'cross-site' })).status()).toBe(403);
	expect((await write({ origin: process.env.E2E_URL ?? '' })).status()).toBe(401);
	const action = await page.request.post('/companies/new', {
		data: '[]',
		headers: { origin: 'https://evil.example', 'next-action': '0'.repeat(42) },
	});
	expect(action.status()).toBe(403);
});

test('what reads for a picker asks who asks', async ({ page, browser }) => {
	await createCompany(page, 'Hoa Sen');
	expect(await (await page.request.get('/api/companies?q=hoa')).json()).toMatchObject([{ name: 'Hoa Sen' }]);
	for (const q of ['%00', '%ED%A0%80', 'a'.repeat(200), '%25', '+++']) {
		expect((await page.request.get(`/api/companies?q=${q}`)).status(), q).toBe(200);
	}
	const resembling = '/api/companies/duplicates?name=CTCP%20HOA%20SEN';
	expect(await (await page.request.get(resembling)).json()).toMatchObject([{ name: 'Hoa Sen', same: 'name' }]);
	for (const text of ['%00', '%ED%A0%80', 'a'.repeat(1000), '%25', '%5C', 'http://%5B', '@', '+84'])
		for (const [kind, fields] of [
			['companies', ['name', 'website', 'email', 'phone']],
			['contacts', ['name', 'email', 'phone']],
		] as const) {
			const query = fields.map((field) => `${field}=${text}`).join('&');
			expect((await page.request.get(`/api/${kind}/duplicates?${query}`)).status(), text).toBe(200);
		}
	expect((await page.request.get(`${resembling}&except=1`)).status()).toBe(400);
	expect((await page.request.get('/api/contacts/duplicates?name=a&companyId=1')).status()).toBe(400);
	expect((await page.request.get('/api/companies?q=hoa&userId=1')).status()).toBe(400);
	expect((await page.request.get('/api/deals?q=hoa&open=yes')).status()).toBe(200);
	for (const open of ['no', '', '1', 'yes&open=no'])
		expect((await page.request.get(`/api/deals?q=hoa&open=${open}`)).status(), open).toBe(400);
	const context = await browser.newContext({ baseURL: process.env.E2E_URL });
	expect((await context.request.get('/api/companies?q=hoa')).status()).toBe(401);
	expect((await context.request.get(resembling)).status()).toBe(401);
	await context.close();
});
