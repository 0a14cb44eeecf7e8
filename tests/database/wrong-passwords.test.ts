import { beforeEach, expect, test, vi } from 'vitest';
import { handleAuthRequest } from '@/lib/auth/auth';
import { db } from '@/lib/db/db';
import { log } from '@/lib/operations/log';
import { signUp } from '../support/auth-api';
import { password } from '../support/password';

const email = 'lan@example.com';
const guess = 'không phải mật khẩu này';

beforeEach(async () => {
	await db.user.deleteMany({});
	await db.rateLimit.deleteMany({});
});

const cookiesOf = (answer: Response) => answer.headers.getSetCookie().map((each) => each.split(';')[0] ?? '');
const named = (answer: Response, name: string) => cookiesOf(answer).find((each) => each.startsWith(name)) ?? '';

function send(path: string, body: unknown, { cookie = '', ip = '192.0.2.1', type = 'application/json' } = {}) {
	return handleAuthRequest(
		new Request(`http://localhost:3000/api/auth${path}`, {
			method: 'POST',
			headers: { 'Content-Type': type, Origin: 'http://localhost:3000', cookie, 'x-forwarded-for': ip },
			body: typeof body === 'string' ? body : JSON.stringify(body),
		}),
	);
}

const signIn = (as: string, from: { cookie?: string; ip?: string } = {}) =>
	send('/sign-in/email', { email, password: as }, from);

/** Guesses as often as it is let, each time from another address. */
async function hammer(): Promise<Response> {
	for (let nth = 0; nth < 20; nth++) {
		const answer = await signIn(guess, { ip: `192.0.2.${nth}` });
		if (answer.status !== 401) return answer;
	}
	throw new Error('Nothing slowed the guesses down.');
}

/** As if the last attempt of every bucket had been so much earlier. */
const pass = (seconds: number) => db.$executeRaw`UPDATE rate_limit SET last_request = last_request - ${seconds * 1000}`;

test('guesses from many addresses are slowed down, ever more, but for a minute at most', async () => {
	await signUp(email);
	const refused = await hammer();
	expect(refused.status).toBe(429);
	expect(await refused.json()).toMatchObject({
		message: expect.stringMatching(/^Too many attempts\. Try again in [1-5] seconds?\.$/),
	});
	// the right password waits as well, or it could be told by that
	expect((await signIn(password)).status).toBe(429);
	await pass(6);
	expect((await signIn(guess)).status).toBe(401);
	await pass(6);
	expect((await (await signIn(guess)).json()).message).toMatch(/in [3-4] seconds/);
	for (let nth = 0; nth < 12; nth++) {
		await pass(61);
		expect((await signIn(guess)).status).toBe(401);
	}
	await pass(61);
	expect((await signIn(password)).status).toBe(200);
	expect((await signIn(guess)).status).toBe(401);
});

test('of many guesses at once no more are answered than one after another', async () => {
	await signUp(email);
	const answers = await Promise.all(Array.from({ length: 20 }, (_, nth) => signIn(guess, { ip: `192.0.2.${nth}` })));
	expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
});

test('an address without an account is slowed down just so', async () => {
	expect((await hammer()).status).toBe(429);
});

test('who guesses locks nobody out: neither a session, nor a change of password, nor a browser that has signed in', async () => {
	const mine = await signUp(email);
	const cookie = named(mine, 'minicrm.session_token');
	const device = named(mine, 'minicrm.device');
	await hammer();

	expect(await (await handleAuthRequest(get(cookie))).json()).toMatchObject({ user: { email } });
	const back = await signIn(password, { cookie: device });
	expect(back.status).toBe(200);
	const newPassword = 'một mật khẩu hoàn toàn mới';
	const changed = await send('/change-password', { currentPassword: password, newPassword }, { cookie });
	expect(changed.status).toBe(200);
	expect((await signIn(newPassword, { cookie: device })).status).toBe(200);
});

test('the known browser and the change of the password have counts of their own', async () => {
	const mine = await signUp(email);
	const cookie = named(mine, 'minicrm.session_token');
	const device = named(mine, 'minicrm.device');
	const statuses = [];
	for (let nth = 0; nth < 7; nth++) statuses.push((await signIn(guess, { cookie: device })).status);
	expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
	expect((await signIn(password)).status).toBe(200);
	const change = { currentPassword: guess, newPassword: 'một mật khẩu hoàn toàn mới' };
	for (let nth = 0; nth < 5; nth++) expect((await send('/change-password', change, { cookie })).status).toBe(400);
	expect((await send('/change-password', change, { cookie })).status).toBe(429);
	expect((await send('/delete-user', { password: guess }, { cookie })).status).toBe(429);
	expect((await signIn(password)).status).toBe(200);
});

test('the cookie of a browser is good for its own address only, and cannot be made up', async () => {
	const device = named(await signUp('bao@example.com', { name: 'Bảo' }), 'minicrm.device');
	expect(device).toMatch(/^minicrm\.device=.+\..+/);
	await db.user.deleteMany({});
	await signUp(email);
	await hammer();
	for (const cookie of [device, 'minicrm.device=x.y', 'minicrm.device=', `${device}x`])
		expect((await signIn(password, { cookie })).status).toBe(429);
});

test('a failed sign-in logs the address of the client, and not the email', async () => {
	const warn = vi.spyOn(log, 'warn').mockImplementation(() => {});
	await signIn(guess, { ip: '192.0.2.77' });
	expect(warn).toHaveBeenCalledWith({ event: 'sign-in', refused: 'INVALID_EMAIL_OR_PASSWORD', ip: '192.0.2.77' });
	expect(JSON.stringify(warn.mock.calls)).not.toContain(email);
	warn.mockRestore();
});

test.each<[string, string, unknown, number]>([
	[
		'an email of 310 characters',
		'/sign-up/email',
		{ name: 'Lan', email: `${'a'.repeat(298)}@example.com`, password },
		400,
	],
	['an image', '/sign-up/email', { name: 'Lan', email, password, image: 'x' }, 400],
	['an image of 200 kB', '/sign-up/email', { name: 'Lan', email, password, image: 'x'.repeat(200_000) }, 413],
	['a NUL in the email', '/sign-up/email', { name: 'Lan', email: 'la\0n@example.com', password }, 400],
	['half of a character in the name', '/sign-up/email', { name: 'L\ud800n', email, password }, 400],
	['a NUL in the name', '/sign-up/email', { name: 'L\0n', email, password }, 400],
	['a page to lead on to', '/sign-in/email', { email, password, callbackURL: 'https://evil.example' }, 400],
	['a list for a password', '/sign-in/email', { email, password: [password] }, 400],
	['an object for an email', '/sign-in/email', { email: { not: '' }, password }, 400],
	['no object at all', '/sign-in/email', '[]', 400],
	['no JSON', '/sign-in/email', '{"email":', 400],
	['a path of no use here', '/update-user', { name: 'Lan' }, 404],
	['a path that sends mail', '/send-verification-email', { email }, 404],
])('%s is answered with 4xx', async (_, path, body, status) => {
	const answer = await send(path, body);
	expect(answer.status).toBe(status);
	expect(await db.user.count()).toBe(0);
});

const get = (cookie: string) => new Request('http://localhost:3000/api/auth/get-session', { headers: { cookie } });
