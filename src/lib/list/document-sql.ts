import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { phoneIn, phonePatterns } from '@/lib/text/phone-readings';
import { isEmptyQuery, type SearchCondition, type SearchQuery, searchQueryOf } from './search-query';
import { containsPhone, phoneCountry } from './search-sql';

// What a search finds: a record whose `search` column holds each word somewhere, or whose document has each word, the last one as
// the beginning of one. A document also has a record's long texts and custom fields, and is there only where one of these is.

/** The kinds of records that can have a document. */
export type DocumentKind = 'company' | 'contact' | 'deal' | 'activity';

/** The conditions of a search's texts. */
export type SoughtSql = {
	/** That a row's `search` column, made by `findable()`, holds them. */
	inColumn: Prisma.Sql;
	/** What documents are asked for; null where they need not be asked. */
	asked: Prisma.Sql | null;
	/** ` AND …` that a row has nothing of what is left out; where the kind has documents, neither in them. */
	notRefused: (kind?: DocumentKind) => Prisma.Sql;
	/** ` AND …` that the words of a document at hand have nothing of it, before its record is looked up. */
	notIn: (document: Prisma.Sql) => Prisma.Sql;
};

/** A part of a statement that is the same for all rows. */
type Constant = (sql: Prisma.Sql) => Prisma.Sql;

/** Known when the statement is planned, which then knows how rare it is. */
export const whilePlanning: Constant = (sql) => sql;
/** Worked out once in a statement that is kept prepared, as otherwise it would be for each row. */
export const whileRunning: Constant = (sql) => Prisma.sql`(SELECT ${sql})`;

/** The conditions of a search on rows of an alias. */
export async function soughtSql(
	userId: UserId,
	alias: string,
	query: SearchQuery,
	constant: Constant = whilePlanning,
): Promise<SoughtSql> {
	const { words, phrases, refused } = query;
	const [column, id, owner] = ['search', 'id', 'user_id'].map((name) => Prisma.raw(`${alias}.${name}`)) as [
		Prisma.Sql,
		Prisma.Sql,
		Prisma.Sql,
	];
	const typed = words.join(' ');
	const held = [...words, ...phrases].map((text) => Prisma.sql`${column} LIKE ${constant(Prisma.sql`holds(${text})`)}`);
	const all = held.length > 0 ? Prisma.join(held, ' AND ') : Prisma.sql`true`;
	const phone = phrases.length === 0 ? await containsPhone(userId, column, typed) : null;
	const refusedIn = (text: string) =>
		constant(askedWords(...((/\s/.test(text) ? [[], [text]] : [[text], []]) as [string[], string[]])));
	// asked of each row by itself: few rows are needed, while half of the documents may have what is left out
	const notRefused = (kind?: DocumentKind) =>
		Prisma.join(
			[
				Prisma.empty,
				...refused.map((text) => {
					const inDocument = kind
						? Prisma.sql`AND NOT EXISTS (SELECT FROM search_document x WHERE x.user_id = ${owner} AND x.kind = ${Prisma.raw(`'${kind}'`)}
							AND x.record_id = ${id} AND x.words @@ ${refusedIn(text)} OFFSET 0)`
						: Prisma.empty;
					return Prisma.sql`AND NOT coalesce(${beginsWord(column, text, constant)}, false) ${inDocument}`;
				}),
			],
			' ',
		);
	const notIn = (document: Prisma.Sql) =>
		Prisma.join(
			[Prisma.empty, ...refused.map((text) => Prisma.sql`AND (${document} @@ ${refusedIn(text)}) IS NOT TRUE`)],
			' ',
		);
	const numbers = phrases.length === 0 ? await numbersIn(userId, typed) : [];
	const asksForText = held.length > 0;
	return {
		inColumn: phone ? Prisma.sql`(${phone} OR (${all}))` : Prisma.sql`(${all})`,
		asked: asksForText ? constant(askedWords(words, phrases, numbers)) : null,
		notRefused,
		notIn,
	};
}

/** That a word of a column begins with a text, whatever stands before it. */
export const beginsWord = (column: Prisma.Sql, text: string, constant: Constant = whilePlanning): Prisma.Sql =>
	Prisma.sql`' ' || ${column} LIKE ${constant(Prisma.sql`'% ' || substr(holds(${text}), 2)`)}`;

const askedWords = (words: string[], phrases: string[], numbers: string[] = []) =>
	Prisma.sql`asked_words(${words}::text[], ${phrases}::text[], ${numbers}::text[])`;

/** The fewest digits by which a part of a number is found, as in `search_numbers`. */
const fewestDigits = 4;

/** The parts of numbers that a text which is one can mean, with and without a country code. */
async function numbersIn(userId: UserId, text: string): Promise<string[]> {
	if (phoneIn(text) === null) return [];
	const digits = [text, ...phonePatterns(text, await phoneCountry(userId))].map((each) => each.replace(/\D/g, ''));
	return [...new Set(digits)].filter(({ length }) => length >= fewestDigits && length <= 24);
}

/** How a condition is asked: by the indexes of all it can be, or of each row that is come by. */
export type AskedBy = 'index' | 'row';

/**
 * A list's rows that are searched: the alias and kind of them, and whose they are. What the operators of a search ask of them, as
 * ` AND …`; without it, they are words.
 */
export type SearchedList = {
	userId: UserId;
	alias: string;
	kind: DocumentKind;
	operators?: (asked: SearchCondition[]) => Promise<Prisma.Sql>;
};

/**
 * ` AND …` for the rows of a list that a search finds, also by their documents. By the indexes, at most so many are asked for, if nothing
 * else narrows the list.
 */
export async function foundInList(
	{ userId, alias, kind, operators }: SearchedList,
	q: string,
	by: AskedBy,
	limit?: number,
): Promise<Prisma.Sql> {
	const read = searchQueryOf(q);
	const query = operators ? read : withoutOperators(read);
	if (isEmptyQuery(query)) return Prisma.empty;
	const asked = operators && query.conditions.length > 0 ? await operators(query.conditions) : Prisma.empty;
	const owner = Prisma.sql`${userId}::uuid`;
	const own = await soughtSql(userId, alias, query);
	const refused = Prisma.sql`${asked} ${own.notRefused(kind)}`;
	const document = Prisma.sql`sd.user_id = ${owner} AND sd.kind = ${Prisma.raw(`'${kind}'`)} AND sd.words @@ ${own.asked}`;
	if (!own.asked) return Prisma.sql`AND ${own.inColumn} ${refused}`;
	const id = Prisma.raw(`${alias}.id`);
	if (by === 'row' || query.words.every((word) => word.length < 3))
		return Prisma.sql`AND (${own.inColumn} OR EXISTS (SELECT FROM search_document sd WHERE ${document} AND sd.record_id = ${id})) ${refused}`;
	// of those that hold the words, any may be left out only where nothing else is asked for
	const most =
		limit === undefined || query.conditions.length > 0 ? Prisma.empty : Prisma.sql`LIMIT ${Prisma.raw(String(limit))}`;
	const { inColumn } = await soughtSql(userId, 's', query);
	return Prisma.sql`AND ${id} IN (
		(SELECT s.id FROM ${Prisma.raw(kind)} s WHERE s.user_id = ${owner} AND ${inColumn} ${most})
		UNION (SELECT sd.record_id FROM search_document sd WHERE ${document} ${most})) ${refused}`;
}

/** The records of a list whose documents have a word that begins so. */
export const documentsWith = ({ userId, kind }: SearchedList, word: string): Prisma.Sql => Prisma.sql`
	SELECT sd.record_id FROM search_document sd
	WHERE sd.user_id = ${userId}::uuid AND sd.kind = ${Prisma.raw(`'${kind}'`)} AND sd.words @@ ${askedWords([word], [])}`;

/** A search whose operators are words like others. */
function withoutOperators(query: SearchQuery): SearchQuery {
	const words = query.conditions.map(({ operator, value, refused }) => `${refused ? '-' : ''}${operator}:${value}`);
	return { ...query, words: [...query.words, ...words], conditions: [] };
}
