import { createHmac, randomInt, randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { hashPassword } from '../../../src/lib/auth/password.ts';
import { knownLocale, knownTimeZone, likelyCurrency } from '../../../src/lib/locale.ts';
import { password } from '../../support/password';
import { onDatabase } from './database';

export type Account = { id: string; name: string; email: string };

let hashed: Promise<string> | undefined;

/** The language and the time zone of a browser. */
type Region = { locale?: string | undefined; timezoneId?: string | undefined };

/** Makes an account as the sign-up does, past it: with its password, and the settings that a browser there gives it. */
export async function makeAccount(region: Region = {}, name = 'Nguyễn Thị Lan'): Promise<Account> {
	const id = uuidv7();
	const email = `lan-${Date.now()}-${randomInt(1e9)}@example.com`;
	const locale = knownLocale(region.locale ?? null);
	const timeZone = knownTimeZone(region.timezoneId ?? null);
	hashed ??= hashPassword(password);
	await onDatabase(
		`WITH person AS (INSERT INTO "user" (id, name, email, updated_at) VALUES ($1, $2, $3, now())),
			login AS (INSERT INTO account (id, account_id, provider_id, user_id, password, updated_at)
				VALUES ($4, $1::text, 'credential', $1, $5, now()))
		INSERT INTO settings (user_id, locale, time_zone, currency) VALUES ($1, $6, $7, $8)`,
		[id, name, email, uuidv7(), await hashed, locale, timeZone, likelyCurrency(locale, timeZone)],
	);
	return { id, name, email };
}

/** Signs a browser in by a row and the cookie that names it. */
export async function signIn(context: BrowserContext, { id }: Pick<Account, 'id'>, userAgent?: string): Promise<void> {
	const { E2E_URL = '', E2E_AUTH_SECRET = '' } = process.env;
	const token = randomUUID();
	await onDatabase(
		`INSERT INTO session (id, token, user_id, user_agent, expires_at, updated_at)
		VALUES ($1, $2, $3, $4, now() + interval '30 days', now())`,
		[uuidv7(), token, id, userAgent ?? null],
	);
	const signature = createHmac('sha256', E2E_AUTH_SECRET).update(token).digest('base64');
	const value = encodeURIComponent(`${token}.${signature}`);
	await context.addCookies([{ name: 'minicrm.session_token', value, url: E2E_URL, httpOnly: true, sameSite: 'Lax' }]);
}

/** The account that a page is signed in to. */
export async function accountOf(page: Page): Promise<string> {
	const cookies = await page.context().cookies();
	const value = cookies.find(({ name }) => name === 'minicrm.session_token')?.value ?? '';
	const [token] = decodeURIComponent(value).split('.');
	const [session] = await onDatabase<{ user_id: string }>('SELECT user_id FROM session WHERE token = $1', [token]);
	if (!session) throw new Error('Nobody is signed in on this page.');
	return session.user_id;
}
