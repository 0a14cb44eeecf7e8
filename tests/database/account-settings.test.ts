import { beforeEach, describe, expect, test } from 'vitest';
import { changePasswordForm } from '@/features/account/schema';
import * as account from '@/features/account/server/account-mutations';
import { countAllRecords, listSessions } from '@/features/account/server/account-queries';
import { handleAuthRequest } from '@/lib/auth/auth';
import type { UserId } from '@/lib/auth/session';
import { signUpState } from '@/lib/auth/sign-up';
import { db, Prisma } from '@/lib/db/db';
import { parseInput } from '@/lib/request/validation';
import { makeAccount } from '../support/accounts';
import { recorded } from '../support/act';
import { signUp } from '../support/auth-api';
import { password } from '../support/password';
import { makeCompanyWithEverything } from '../support/sample-account';

process.env.SIGN_UP = 'first-user';

describe('an account that signed up', () => {
	const email = 'lan@example.com';
	const newPassword = 'một mật khẩu hoàn toàn mới';
	let lan: UserId;
	let cookie: string;

	beforeEach(async () => {
		await db.user.deleteMany({});
		cookie = cookieOf(await signUp(email));
		lan = (await db.user.findUniqueOrThrow({ where: { email } })).id as UserId;
	});

	const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';

	const send = (path: string, body: Record<string, unknown>, withCookie = cookie) =>
		handleAuthRequest(
			new Request(`http://localhost:3000/api/auth${path}`, {
				method: 'POST',
				headers: { 'Content-Type': 'application/json', Origin: 'http://localhost:3000', cookie: withCookie },
				body: JSON.stringify(body),
			}),
		);
	const signIn = async (as = password) => cookieOf(await send('/sign-in/email', { email, password: as }, ''));
	const isSignedIn = async (withCookie: string) =>
		(await send('/revoke-session', { token: 'nobody’s' }, withCookie)).status === 200;

	test('changes its password with the present one, which ends every session but gives this one a new cookie', async () => {
		const other = await signIn();
		const change = { currentPassword: password, newPassword, revokeOtherSessions: true };
		const wrong = await send('/change-password', { ...change, currentPassword: 'không phải mật khẩu' });
		expect([wrong.status, (await wrong.json()).code]).toEqual([400, 'INVALID_PASSWORD']);
		const weak = await send('/change-password', { ...change, newPassword: 'qwerty123456' });
		expect([weak.status, (await weak.json()).code]).toEqual([400, 'PASSWORD_REFUSED']);
		expect(await isSignedIn(other)).toBe(true);

		const answer = await send('/change-password', change);
		expect(answer.status).toBe(200);
		expect(await isSignedIn(cookieOf(answer))).toBe(true);
		for (const ended of [cookie, other]) expect(await isSignedIn(ended)).toBe(false);
		expect((await send('/sign-in/email', { email, password }, '')).status).toBe(401);
		expect(await isSignedIn(await signIn(newPassword))).toBe(true);
	});

	test('is told on the field what is wrong with a new password', () => {
		const form = { currentPassword: password, password: newPassword, passwordAgain: newPassword };
		expect(parseInput(changePasswordForm, form).ok).toBe(true);
		for (const [field, value] of [
			['currentPassword', ''],
			['currentPassword', ['a']],
			['currentPassword', 'x'.repeat(1001)],
			['password', ''],
			['passwordAgain', 'khác'],
			['passwordAgain', null],
		] as const)
			expect(parseInput(changePasswordForm, { ...form, [field]: value })).toMatchObject({
				ok: false,
				fieldErrors: { [field]: expect.any(String) },
			});
	});

	test('lists its own sessions that have not expired, and ends its own only', async () => {
		const bao = await makeAccount('Trần Quốc Bảo');
		const expiresAt = new Date(Date.now() + 60_000);
		const his = await db.session.create({ data: { userId: bao, token: 'của Bảo', expiresAt } });
		await db.session.create({ data: { userId: lan, token: 'hết hạn', expiresAt: new Date(Date.now() - 1000) } });
		const other = await signIn();
		const { sessions, count } = await listSessions(lan);
		expect([sessions.length, count]).toEqual([2, 2]);
		expect(JSON.stringify(sessions)).not.toContain('token');

		await recorded((tx) => account.endSession(tx, lan, { id: his.id }));
		expect(await db.session.count({ where: { userId: bao } })).toBe(1);
		await recorded((tx) => account.endSession(tx, lan, { id: sessions[0]?.id ?? '' }));
		expect(await isSignedIn(other)).toBe(false);
		expect(await isSignedIn(cookie)).toBe(true);
	});

	test('knows when a session was last used to within ten minutes', async () => {
		const age = (minutes: number) => new Date(Date.now() - minutes * 60_000);
		const used = async (minutes: number) => {
			const expiresAt = new Date(age(minutes).getTime() + 30 * 86_400_000);
			await db.session.updateMany({ where: { userId: lan }, data: { updatedAt: age(minutes), expiresAt } });
			expect(await isSignedIn(cookie)).toBe(true);
			const { updatedAt } = await db.session.findFirstOrThrow({ where: { userId: lan } });
			return Math.round((Date.now() - updatedAt.getTime()) / 60_000);
		};
		expect(await used(5)).toBe(5);
		expect(await used(11)).toBe(0);
	});

	test('that is deleted leaves no row in any table, and every other account as it was', async () => {
		const bao = await makeAccount('Trần Quốc Bảo');
		for (const id of [lan, bao]) {
			const { company } = await makeCompanyWithEverything(id);
			await recorded((tx) => account.openSettings(tx, id, { timeZone: 'Asia/Saigon', locale: 'vi' }));
			await recorded((tx) => tx.company.delete({ where: { userId_id: { userId: id, id: company } } }));
			await makeCompanyWithEverything(id, 'Hoa Sen');
			await db.verification.create({ data: { identifier: 'băm', value: id, expiresAt: new Date() } });
		}
		expect(await countAllRecords(lan)).toEqual({ companies: 1, contacts: 1, deals: 1, activities: 1 });
		const ofBao = await rowsWith(bao);
		expect(Object.keys(ofBao)).toContain('change_log');
		expect(Object.keys(await rowsWith(lan)).sort()).toEqual([...Object.keys(ofBao), 'account', 'session'].sort());

		for (const body of [{}, { password: '' }, { password: 'không phải mật khẩu' }, { password: 'x'.repeat(900) }])
			expect((await send('/delete-user', body)).status).toBe(400);
		expect((await send('/delete-user', { password }, '')).status).toBe(401);
		expect(await countAllRecords(lan)).toMatchObject({ companies: 1 });

		const answer = await send('/delete-user', { password });
		expect(answer.status).toBe(200);
		expect(answer.headers.getSetCookie()[0]).toContain('Max-Age=0');
		expect(await rowsWith(lan)).toEqual({});
		expect(await rowsWith(bao)).toEqual(ofBao);
		expect(await isSignedIn(cookie)).toBe(false);
	});

	test('and was the owner leaves the installation to a new first account', async () => {
		expect(await signUpState()).toMatchObject({ open: false, firstAccount: false });
		expect((await signUp('bao@example.com')).status).toBe(403);
		expect((await send('/delete-user', { password })).status).toBe(200);
		expect(await signUpState()).toMatchObject({ open: true, firstAccount: true });
		expect((await signUp('bao@example.com')).status).toBe(200);
	});
});

/** Every row of the database in which an id occurs, by table. */
async function rowsWith(id: string): Promise<Record<string, string[]>> {
	const tables = await db.$queryRaw<{ name: string }[]>`
		SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`;
	const found: Record<string, string[]> = {};
	for (const { name } of tables) {
		const rows = await db.$queryRaw<{ row: string }[]>`
			SELECT t::text AS row FROM ${Prisma.raw(`"${name}"`)} t WHERE t::text LIKE ${`%${id}%`} ORDER BY 1`;
		if (rows.length > 0) found[name] = rows.map(({ row }) => row);
	}
	return found;
}
