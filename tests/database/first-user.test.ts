import { beforeEach, expect, test } from 'vitest';
import { isOwner } from '@/features/account/server/account-queries';
import { hashPassword } from '@/lib/auth/password';
import type { UserId } from '@/lib/auth/session';
import { signUpState } from '@/lib/auth/sign-up';
import { db } from '@/lib/db/db';
import { post, signUp } from '../support/auth-api';
import { password } from '../support/password';

process.env.SIGN_UP = 'first-user';

beforeEach(async () => {
	await db.user.deleteMany({});
});

test('of fifty sign-ups at the same time exactly one makes an account, complete and able to log in', async () => {
	const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => signUp(`person${n}@example.com`)));
	const accepted = answers.filter(({ ok }) => ok);
	expect(accepted).toHaveLength(1);
	expect(answers.every(({ status }) => [200, 403, 422].includes(status))).toBe(true);
	const users = await db.user.findMany({ include: { accounts: true } });
	expect(users).toHaveLength(1);
	expect(users[0]?.accounts).toHaveLength(1);
	const login = await post('/sign-in/email', { email: users[0]?.email, password });
	expect(login.status).toBe(200);
}, 60_000);

test('afterwards page and API are closed', async () => {
	expect((await signUp('lan@example.com')).status).toBe(200);
	expect(await signUpState()).toMatchObject({ open: false });
	const late = await signUp('bao@example.com');
	expect(late.status).toBe(403);
	expect(await late.json()).toMatchObject({ code: 'SIGN_UP_CLOSED' });
});

test('a demo account does not count', async () => {
	await db.user.create({ data: { name: 'Demo', email: 'demo@example.com', demo: true } });
	expect(await signUpState()).toMatchObject({ open: true, firstAccount: true });
	expect((await signUp('lan@example.com')).status).toBe(200);
});

test('the owner has the seat, or came first where everybody could sign up', async () => {
	const make = async (name: string, more: { seat?: number; demo?: boolean } = {}) =>
		(await db.user.create({ data: { name, email: `${name}@example.com`, ...more } })).id as UserId;
	const demo = await make('demo', { demo: true });
	expect(await isOwner(demo)).toBe(false);
	const lan = await make('lan');
	const bao = await make('bao');
	expect([await isOwner(demo), await isOwner(lan), await isOwner(bao)]).toEqual([false, true, false]);
	const anh = await make('anh', { seat: 1 });
	expect([await isOwner(lan), await isOwner(anh)]).toEqual([false, true]);
});

test('nobody makes themselves a demo account or takes a seat by hand', async () => {
	for (const field of [{ demo: true }, { seat: 2 }]) {
		expect((await signUp('lan@example.com', field)).status).toBe(400);
	}
	expect(await db.user.count()).toBe(0);
});

test('the API refuses the passwords and names that the form refuses', async () => {
	expect((await signUp('lan@example.com', { password: 'qwerty123456' })).status).toBe(400);
	expect((await signUp('lan@example.com', { password: 'x'.repeat(129) })).status).toBe(400);
	expect((await signUp('lan@example.com', { name: '  ' })).status).toBe(400);
	expect((await signUp('lan@example.com', { name: 'x'.repeat(101) })).status).toBe(400);
	expect(await db.user.count()).toBe(0);
});

test('passwords are kept as argon2id with the parameters of OWASP', async () => {
	expect(await hashPassword(password)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});
