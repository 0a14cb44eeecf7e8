import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { readPrepared } from '@/lib/db/read';
import { type CountryCode, countryOf, phoneIn, phonePatterns } from '@/lib/text/phone-readings';
import { parseSearch } from './search';

/** The country of an account's phone numbers without a country code. */
export async function phoneCountry(userId: UserId): Promise<CountryCode> {
	const [settings] = await readPrepared<{ locale: string }[]>`
		SELECT locale FROM settings WHERE user_id = ${userId}::uuid`;
	return countryOf(settings?.locale ?? 'vi-VN');
}

/** A condition on a text made by `phone_numbers`: that it contains the phone number in a search; null if the search is none. */
export async function containsPhone(userId: UserId, column: Prisma.Sql, q: string): Promise<Prisma.Sql | null> {
	if (phoneIn(q) === null) return null;
	const patterns = phonePatterns(q, await phoneCountry(userId));
	const any = patterns.map((pattern) => Prisma.sql`${column} LIKE ${pattern}`);
	return any.length > 0 ? Prisma.sql`(${Prisma.join(any, ' OR ')})` : null;
}

/** One condition for each word of a search: that a column made by `findable()` contains it. */
export function containsWords(column: Prisma.Sql, q: string): Prisma.Sql[] {
	return parseSearch(q).words.map((word) => Prisma.sql`${column} LIKE holds(${word})`);
}

/** ` AND …` for rows whose search column contains every word, or the phone number, of a search. */
export async function matches(userId: UserId, column: Prisma.Sql, q: string): Promise<Prisma.Sql> {
	const words = containsWords(column, q);
	if (words.length === 0) return Prisma.empty;
	const all = Prisma.join(words, ' AND ');
	const phone = await containsPhone(userId, column, q);
	return phone ? Prisma.sql`AND (${phone} OR (${all}))` : Prisma.sql`AND ${all}`;
}
