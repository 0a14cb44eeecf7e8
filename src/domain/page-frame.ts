import 'server-only';
import { cache } from 'react';
import type { CustomField } from '@/domain/custom-fields/custom-field-types';
import { fieldsColumn } from '@/domain/custom-fields/fields-column';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { readPrepared } from '@/lib/db/read';
import type { ListName } from './paths';

/** What every page of an account needs. `settings` and `views` are as the database has them. */
export type PageFrame = {
	/** A mark that is another one as soon as anything has changed that the account's pages show. */
	mark: string;
	/** Whether the server is at work on an import, which will change the mark. */
	working: boolean;
	settings: { currency: string; locale: string; timeZone: string; weekStart: number } | null;
	/** How long the history is kept, as the database has it. */
	historyKept: string | null;
	/** Whether there is any company, and so anything else but follow-ups. */
	hasCompanies: boolean;
	views: { id: string; list: ListName; name: string; query: string; isDefault: boolean }[];
	/** The custom fields of all kinds of records, in their order. */
	fields: CustomField[];
};

/**
 * What every page of an account needs, read by one statement, once per request, before anything else of the page: so its mark
 * is never newer than what the page shows. It also settles the account's contacts (see `settleContacts`).
 */
export const readFrame = cache(async (userId: UserId): Promise<PageFrame> => {
	const [frame] = await readPrepared<[PageFrame]>`
		SELECT coalesce(m.mark, '') AS mark, coalesce(m.working, false) AS working,
			CASE WHEN s.user_id IS NOT NULL THEN json_build_object('currency', s.currency, 'locale', s.locale,
				'timeZone', s.time_zone, 'weekStart', s.week_start) END AS settings, s.history_kept AS "historyKept",
			(SELECT coalesce(json_agg(json_build_object('id', v.id, 'list', v.list, 'name', v.name, 'query', v.query,
				'isDefault', v.is_default) ORDER BY v.place, v.id), '[]') FROM saved_view v WHERE v.user_id = ${userId}::uuid) AS views, ${fieldsColumn(userId)} AS fields,
			${ownsAny('company', userId)} AS "hasCompanies", settle_contacts(${userId}::uuid)
		FROM account_mark(${userId}::uuid) m LEFT JOIN settings s ON s.user_id = ${userId}::uuid`;
	return frame;
});

/**
 * Whether the account has any row of a table. Not by EXISTS, for which PostgreSQL would read the table from its beginning, and
 * pass all rows of other accounts.
 */
export function ownsAny(table: 'company' | 'contact', userId: UserId): Prisma.Sql {
	return Prisma.sql`(SELECT r.id FROM ${Prisma.raw(table)} r WHERE r.user_id = ${userId}::uuid ORDER BY r.id LIMIT 1) IS NOT NULL`;
}
