import 'server-only';
import type { PartnerNoun } from '@/domain/named-record';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import type { Patterns } from '../term-patterns';
import { readKnownAs, readPatterns } from './known-as';
import { readMentions } from './mention-sql';
import { readNamedViews } from './named-views';

/** How many of the texts that name somebody are shown to be ticked. */
const mostShown = 100;

/** What an erasure of a contact, or of a company with its contacts, is about to do, before anything is done. */
export async function readErasure(userId: UserId, noun: PartnerNoun, id: string) {
	const known = await readKnownAs(db, userId, noun, id);
	const { all, own } = await readPatterns(db, known);
	const [texts, views, labels] = await Promise.all([
		readMentions(db, userId, { patterns: all, noun, ids: known.ids }, mostShown),
		readNamedViews(db, userId, own, known.ids),
		readLabels(userId, all),
	]);
	return { terms: known.terms, ...texts, views, labels };
}

/** The tags, custom fields and options that are called after somebody: these stay, and can be renamed. */
async function readLabels(userId: UserId, { exact }: Patterns): Promise<string[]> {
	const rows = await db.$queryRaw<{ name: string }[]>`
		SELECT name FROM tag WHERE user_id = ${userId}::uuid AND name ~ ANY (${exact}::text[])
		UNION SELECT name FROM field WHERE user_id = ${userId}::uuid AND (name ~ ANY (${exact}::text[]) OR help ~ ANY (${exact}::text[]))
		UNION SELECT name FROM field_option WHERE user_id = ${userId}::uuid AND name ~ ANY (${exact}::text[])
		ORDER BY 1 LIMIT 20`;
	return rows.map(({ name }) => name);
}
