import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { makeResetToken } from '../../scripts/launcher/reset-link.ts';
import { post, signUp } from '../support/auth-api';
import { password } from '../support/password';

test('a reset link works once, within ten minutes, and ends all sessions', async () => {
	await signUp('lan@example.com');
	expect(await db.session.count()).toBe(1);
	const url = process.env.DATABASE_URL ?? '';
	const token = await makeResetToken(url, ' Lan@Example.com ');
	expect(token).toMatch(/^[\w-]{32}$/);
	expect(await makeResetToken(url, 'minh@example.com')).toBeNull();

	const [stored] = await db.verification.findMany();
	expect(stored?.identifier).not.toContain(token ?? '');
	expect((stored?.expiresAt.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(600_000);

	expect((await post('/reset-password', { token, newPassword: 'qwerty123456' })).status).toBe(400);
	expect((await post('/reset-password', { token, newPassword: 'một mật khẩu hoàn toàn mới' })).status).toBe(200);
	expect(await db.session.count()).toBe(0);
	expect((await post('/reset-password', { token, newPassword: 'thử lại lần nữa xem' })).status).toBe(400);
	expect((await post('/sign-in/email', { email: 'lan@example.com', password })).status).toBe(401);
	expect(
		(await post('/sign-in/email', { email: 'lan@example.com', password: 'một mật khẩu hoàn toàn mới' })).status,
	).toBe(200);
});

test('over HTTP nobody can ask for a link', async () => {
	expect((await post('/request-password-reset', { email: 'lan@example.com' })).status).toBe(404);
});
