import 'server-only';
import type { z } from 'zod';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import type { FieldErrors } from '@/lib/errors/failure';
import { currencies, knownLocale, knownTimeZone, likelyCurrency, listedTimeZone, locales } from '@/lib/locale';
import type { profileForm, regionForm, sessionReference } from '../schema';

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

/** Renames the person whose account it is; returns the name. */
export async function saveProfile(tx: Tx, userId: UserId, { name }: z.output<typeof profileForm>) {
	return tx.user.update({ where: { id: userId }, data: { name }, select: { name: true } });
}

/** Saves how money, dates and weeks are shown. Refuses values that are neither in the lists nor set already. */
export async function saveRegion(tx: Tx, userId: UserId, form: z.output<typeof regionForm>) {
	const present = await tx.settings.findUnique({ where: { userId } });
	const timeZone = listedTimeZone(form.timeZone) ?? (form.timeZone === present?.timeZone ? form.timeZone : undefined);
	const fieldErrors: FieldErrors = {};
	if (!currencies().includes(form.currency) && form.currency !== present?.currency)
		fieldErrors.currency = 'Choose one of the currencies in the list.';
	if (!locales.includes(form.locale) && form.locale !== present?.locale)
		fieldErrors.locale = 'Choose one of the formats in the list.';
	if (!timeZone) fieldErrors.timeZone = 'Choose one of the time zones in the list.';
	if (!timeZone || Object.keys(fieldErrors).length > 0)
		throw new Refusal('Choose what is marked from its list.', fieldErrors);
	const region = { ...form, timeZone };
	await tx.settings.upsert({ where: { userId }, update: region, create: { userId, ...region } });
}

/** Ends one of the account's sessions. One that has ended already is no failure. */
export async function endSession(tx: Tx, userId: UserId, { id }: z.output<typeof sessionReference>) {
	await tx.session.deleteMany({ where: { userId, id } });
}
