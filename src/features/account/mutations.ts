import 'server-only';
import type { Tx } from '@/lib/db';
import { knownLocale, knownTimeZone, likelyCurrency } from '@/lib/locale';
import type { UserId } from '@/lib/session';

/** Writes a new account's settings from what its browser says about itself; existing settings stay as they are. */
export async function openSettings(
	tx: Tx,
	userId: UserId,
	browser: { timeZone: string | null; locale: string | null },
): Promise<void> {
	const timeZone = knownTimeZone(browser.timeZone);
	const locale = knownLocale(browser.locale);
	const currency = likelyCurrency(locale, timeZone);
	await tx.settings.createMany({ data: [{ userId, timeZone, locale, currency }], skipDuplicates: true });
}
