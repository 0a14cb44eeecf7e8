import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { kindColumns } from '../file/import-columns';
import type { ImportSettings } from '../import-settings';

/** The condition that a row of a table is the user's. */
export const owned = (alias: string, userId: UserId) => Prisma.sql`${Prisma.raw(alias)}.user_id = ${userId}::uuid`;

export const tableOf = (kind: ImportSettings['kind']) => Prisma.raw(kindColumns[kind].table);

/** Spaces that programs write beside the ordinary one. */
const otherSpaces = '\t\n\r\u00a0\u2002\u2003\u2007\u2009\u200a\u200b\u202f\u3000';

/** What a name is compared by, letter by letter: without case, and with single spaces of whatever kind. */
export const spaced = (name: Prisma.Sql) => Prisma.sql`
	array_to_string(array_remove(string_to_array(translate(lower(${name}), ${otherSpaces}, ${' '.repeat(otherSpaces.length)}), ' '), ''), ' ')`;

/** The companies with a website at a domain. */
export const companiesAt = (userId: UserId, domain: Prisma.Sql) => Prisma.sql`
	SELECT c.id, c.name, c.name_key, c.created_at FROM company c WHERE ${owned('c', userId)} AND web_domain(c.website) = ${domain}
	UNION ALL
	SELECT c.id, c.name, c.name_key, c.created_at FROM contact_point l JOIN company c ON c.user_id = l.user_id AND c.id = l.company_id
	WHERE ${owned('l', userId)} AND l.kind = 'link' AND l.key = ${domain}`;

/** The contacts with an email address, main or further. */
export const contactsAt = (userId: UserId, email: Prisma.Sql) => Prisma.sql`
	SELECT c.id, c.name, c.name_key, c.created_at FROM contact c WHERE ${owned('c', userId)} AND c.email_key = ${email}
	UNION ALL
	SELECT c.id, c.name, c.name_key, c.created_at FROM contact_point l JOIN contact c ON c.user_id = l.user_id AND c.id = l.contact_id
	WHERE ${owned('l', userId)} AND l.kind = 'email' AND l.key = ${email}`;

/** Whether a row `r` was decided to be the same as what it may be. */
export const decidedSame = ({ maybe, decided }: ImportSettings) =>
	Prisma.sql`coalesce(${JSON.stringify(decided)}::jsonb ->> r.line::text, ${maybe}) = 'same'`;

/** By which policy of the settings records are recognized that have the same address. */
export const addressPolicy = ({ kind, duplicates }: ImportSettings) =>
	kind === 'contacts' ? duplicates.email : kind === 'companies' ? duplicates.domain : 'create';

/**
 * What is put beside the names of rows: email addresses of contacts, websites of companies. Several can share one, so that it only says
 * together with the name whose it is.
 */
export const addressKind = ({ kind }: ImportSettings): { by: 'email' | 'domain'; at: typeof contactsAt } =>
	kind === 'contacts' ? { by: 'email', at: contactsAt } : { by: 'domain', at: companiesAt };

/** Where the row that another was taken for is itself of a record, or of an earlier row, both are. */
export async function followTargets(tx: Tx): Promise<void> {
	while (
		(await tx.$executeRaw`
			UPDATE import_row r SET target = f.target FROM import_row f
			WHERE r.target = f.id AND f.target IS NOT NULL AND f.target <> r.target`) > 0
	);
}
