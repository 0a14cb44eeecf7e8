import { startServerForTests, type TestServer } from '../support/app-server';
import { onDatabase } from './support/database';
import { heading, names } from './support/page';
import { expect, register, visitorTest } from './support/test';

/**
 * A MiniCRM beside the one of all other tests, as a role of the same server that can be left without a connection: the
 * answer comes at once then, as it does after the wait for one that others hold.
 */
const test = visitorTest.extend<object, { app: TestServer }>({
	app: [
		async ({}, use) => {
			await onDatabase(`CREATE ROLE busy LOGIN PASSWORD 'busy'`);
			await onDatabase('CREATE DATABASE busy OWNER busy');
			const url = new URL(process.env.E2E_DATABASE_URL ?? '');
			Object.assign(url, { username: 'busy', password: 'busy', pathname: '/busy' });
			const app = await startServerForTests({ env: { DATABASE_URL: url.href, SIGN_UP: 'open' } });
			await use(app);
			await app.stop();
			await onDatabase('DROP DATABASE busy WITH (FORCE)');
			await onDatabase('DROP ROLE busy');
		},
		{ scope: 'worker', timeout: 120_000 },
	],
	baseURL: async ({ app }, use) => use(app.url),
});

async function leaveWithoutConnections({ url }: TestServer) {
	await onDatabase('ALTER ROLE busy CONNECTION LIMIT 0');
	// until none is left that the app could still take for a good one
	const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'busy'`;
	await expect.poll(() => onDatabase(end)).toEqual([]);
	await expect.poll(() => fetch(`${url}/api/health/ready`).then(({ status }) => status)).toBe(503);
}

const giveConnections = () => onDatabase('ALTER ROLE busy CONNECTION LIMIT -1');

test('where no connection is free, every page says that MiniCRM is busy, and the same page can be tried again', async ({
	page,
	app,
	problems,
}) => {
	// asked for by and by, it would be under way when its connection is taken
	await page.route('**/api/reminders', (route) => route.fulfill({ json: { due: 0, coming: [] } }));
	await register(page, { name: 'Nguyễn Thị Lan', email: 'lan@example.com' });
	await page.goto('/companies/new');
	await page.getByLabel('Company name').fill('Thủy sản Bình Minh');
	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(heading(page, 'Thủy sản Bình Minh')).toBeVisible();
	const tryAgain = page.getByRole('button', { name: 'Try again' });
	const busy = async () => {
		await expect(heading(page, 'MiniCRM is busy')).toBeVisible();
		await expect(page.getByText('Try again in a few seconds.')).toBeVisible();
		await expect(page.getByText('Error id')).toHaveCount(0);
	};

	// a link, inside the shell
	await leaveWithoutConnections(app);
	await page.getByRole('navigation').getByRole('link', { name: 'Contacts' }).first().click();
	await busy();
	await expect(page.getByRole('navigation').first()).toBeVisible();
	await giveConnections();
	await tryAgain.click();
	await expect(page.getByText('No contacts yet')).toBeVisible();

	// a whole page
	await leaveWithoutConnections(app);
	const response = await page.goto('/companies');
	expect(response?.status()).toBe(503);
	expect(response?.headers()['retry-after']).toBe('5');
	await busy();
	await tryAgain.click();
	await busy();
	await giveConnections();
	await tryAgain.click();
	await expect(names(page)).toHaveText(['Thủy sản Bình Minh']);

	// a form keeps what was typed
	await page.goto('/companies/new');
	await page.getByLabel('Company name').fill('Gỗ Trường Thành');
	await leaveWithoutConnections(app);
	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(page.getByText('MiniCRM is busy, and nothing was saved. Try again in a few seconds.')).toBeVisible();
	await giveConnections();
	await page.getByRole('button', { name: 'Save company' }).click();
	await expect(heading(page, 'Gỗ Trường Thành')).toBeVisible();

	// the browser says so as well, and React of a page whose part the server could not make
	expect(problems.splice(0).filter((problem) => !/\b503\b|React error #441/.test(problem))).toEqual([]);
});
