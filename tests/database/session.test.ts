import { expect, test } from 'vitest';
import { auth } from '@/lib/auth/auth';
import { db } from '@/lib/db/db';
import { signUp } from '../support/auth-api';

process.env.APP_URL = 'https://crm.example.com';
process.env.APP_ORIGINS = 'http://localhost:3000';

const days = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 86_400_000;

test('on HTTPS the session cookie is secure, and a session lives for thirty days after its last use', async () => {
	const answer = await signUp('lan@example.com');
	const [setCookie = ''] = answer.headers.getSetCookie();
	expect(setCookie).toMatch(/^__Host-minicrm\.session_token=/);
	for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(setCookie).toContain(attribute);

	const session = await db.session.findFirstOrThrow();
	expect(days(new Date(), session.expiresAt)).toBeCloseTo(30, 1);

	// as it would be ten days later
	await db.session.update({
		where: { id: session.id },
		data: { expiresAt: new Date(Date.now() + 20 * 86_400_000), updatedAt: new Date(Date.now() - 10 * 86_400_000) },
	});
	const headers = new Headers({ cookie: setCookie.split(';')[0] ?? '' });
	expect(await auth().api.getSession({ headers })).toMatchObject({ user: { email: 'lan@example.com' } });
	expect(days(new Date(), (await db.session.findFirstOrThrow()).expiresAt)).toBeCloseTo(30, 1);

	await db.session.update({ where: { id: session.id }, data: { expiresAt: new Date(Date.now() - 1000) } });
	expect(await auth().api.getSession({ headers })).toBeNull();
});

test('what a session says of its user holds no seat and no mark', async () => {
	const answer = await signUp('bao@example.com');
	const body = await answer.json();
	expect(body.user).not.toHaveProperty('seat');
	expect(body.user).not.toHaveProperty('demo');
});
