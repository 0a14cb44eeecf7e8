import 'server-only';
import { Prisma } from '@/lib/db/db';
import { read } from '@/lib/db/read';
import { phoneIn } from '@/lib/text/phone-readings';
import { documentsWith } from './document-sql';
import { countLimit } from './list-count';
import { type FoundPage, lastPage, type PagePlace } from './list-params';
import type { ListQuery } from './list-query';
import { parseSearch } from './search';
import { asksForMore, searchQueryOf } from './search-query';
import { containsWords } from './search-sql';

/**
 * A page of a list that is searched for one word with which very many names begin, such as "nguyen", in the order of names; null
 * for any other list. All of these names match and follow one another in the index of names. So only those that match and
 * stand before them have to be looked for, and an index has both the search and the first word of a name.
 */
export async function findLeadingPage(
	listed: ListQuery,
	{ page, cursor, rows }: PagePlace,
): Promise<(FoundPage & { ids: string[] }) | null> {
	const { from, id, owned, sort, search, searched, q, direction } = listed;
	const [word, ...others] = parseSearch(q).words;
	const isWord = !asksForMore(searchQueryOf(q));
	const isPlain =
		listed.filters.every((filter) => filter.sql.trim() === '') && !cursor && !listed.further && page <= lastPage(rows);
	if (!isWord || !sort.firstWord || !word || word.length < 3 || others.length > 0 || !isPlain || phoneIn(q) !== null)
		return null;
	const first = Prisma.sql`fold(${word})`;
	const after = Prisma.sql`${first} || chr(1114109)`;
	const begins = Prisma.sql`${sort.column} >= ${first} AND ${sort.column} < ${after}`;
	const most = Prisma.raw(String(countLimit + 1));
	const [found] = await read<[{ count: number; isBare: boolean }]>`
		SELECT (SELECT count(*)::int FROM (SELECT FROM ${from} WHERE ${owned} AND ${begins} LIMIT ${most}) counted) AS count,
			${first} = findable(${word}) AND ${first} NOT LIKE '% %' AS "isBare"`;
	if (found.count <= countLimit || !found.isBare) return null;
	const order = Prisma.raw(direction);
	const isBefore =
		direction === 'asc' ? Prisma.sql`${sort.firstWord} < ${first}` : Prisma.sql`${sort.firstWord} >= ${after}`;
	// no more than the page and what comes before it; both parts are in order, one after the other
	const upTo = Prisma.raw(String(page * rows));
	const [{ ids }] = await read<[{ ids: string[] }]>`
		WITH before AS MATERIALIZED (
			SELECT ${id} AS id, ${sort.column} AS key FROM ${from}
			WHERE ${owned} AND ${Prisma.join(containsWords(search, q), ' AND ')} AND ${isBefore}
			UNION
			SELECT ${id} AS id, ${sort.column} AS key FROM ${from}
			WHERE ${owned} AND ${isBefore} AND ${id} IN (${documentsWith(searched, word)})
		)
		SELECT ARRAY(
			SELECT id FROM (
				(SELECT id, key FROM before ORDER BY key ${order}, id ${order} LIMIT ${upTo})
				UNION ALL
				(SELECT ${id}, ${sort.column} FROM ${from} WHERE ${owned} AND ${begins}
				 ORDER BY ${sort.column} ${order}, ${id} ${order} LIMIT ${upTo})
			) named ORDER BY key ${order}, id ${order} LIMIT ${Prisma.raw(String(rows))} OFFSET ${Prisma.raw(String((page - 1) * rows))}
		) AS ids`;
	return { ids, count: countLimit + 1, page, more: true };
}
