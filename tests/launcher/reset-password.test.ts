import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServerForTests, type TestServer } from '../support/app-server.ts';
import { password } from '../support/password.ts';
import { runScript } from '../support/run-script.ts';

let server: TestServer;

beforeAll(async () => {
	server = await startServerForTests();
}, 240_000);

afterAll(() => server?.stop());

const post = (path: string, body: object) =>
	fetch(`${server.url}/api/auth${path}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', Origin: server.url },
		body: JSON.stringify(body),
	});

test('who forgot the password gets a link from the command beside the running app, and chooses a new one', async () => {
	const lan = { email: 'lan@example.com', password };
	await post('/sign-up/email', { name: 'Nguyễn Thị Lan', ...lan });
	const settings = { MINICRM_DATA_DIR: server.dataDir };
	const { code, said } = await runScript('reset-password.ts', ['Lan@example.com'], settings);
	expect(code).toBe(0);
	const link = new URL(/http:\S+/.exec(said)?.[0] ?? '');
	expect(link.origin).toBe(server.url);
	expect((await fetch(link)).status).toBe(200);

	const newPassword = 'một mật khẩu hoàn toàn mới';
	const token = link.searchParams.get('token');
	expect((await post('/reset-password', { token, newPassword })).status).toBe(200);
	expect((await post('/sign-in/email', lan)).status).toBe(401);
	expect((await post('/sign-in/email', { ...lan, password: newPassword })).status).toBe(200);

	const unknown = await runScript('reset-password.ts', ['minh@example.com'], settings);
	expect(unknown).toMatchObject({ code: 1, said: 'There is no account with the email address minh@example.com.\n' });
});
