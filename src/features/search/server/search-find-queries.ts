import 'server-only';
import type { SearchedKind } from '@/domain/search/searched-kinds';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { read, readPrepared } from '@/lib/db/read';
import { beginsWord, type DocumentKind, type SoughtSql, whilePlanning, whileRunning } from '@/lib/list/document-sql';
import type { SearchQuery } from '@/lib/list/search-query';
import { phoneIn } from '@/lib/text/phone-readings';
import type { Rankable } from '../search-rank';

type Source = {
	name: Prisma.Sql;
	/** The name as it is sorted, where an index has it. */
	key?: Prisma.Sql;
	/** In which order the account's rows are looked through. */
	order: Prisma.Sql;
	/** Those that were spoken to last, by their ids. */
	spokenTo?: (owner: Prisma.Sql) => Prisma.Sql;
	document?: DocumentKind;
	/** What the place of a row is decided by, and the join that it needs. */
	warm: Prisma.Sql;
	last: Prisma.Sql;
	join?: Prisma.Sql;
};

const statsOf = (noun: 'company' | 'contact') =>
	({
		...{ name: Prisma.sql`r.name`, key: Prisma.sql`r.name_key`, order: Prisma.sql`r.created_at DESC, r.id DESC` },
		...{ document: noun, warm: Prisma.sql`s.open_deals > 0`, last: Prisma.sql`s.last_contact_at` },
		join: Prisma.raw(`JOIN ${noun}_stats s ON s.user_id = r.user_id AND s.${noun}_id = r.id`),
		spokenTo: (owner: Prisma.Sql) => Prisma.sql`
			SELECT ${Prisma.raw(`s.${noun}_id`)} AS id FROM ${Prisma.raw(`${noun}_stats`)} s
			WHERE s.user_id = ${owner} AND s.last_contact_at IS NOT NULL
			ORDER BY s.last_contact_at DESC, ${Prisma.raw(`s.${noun}_id`)} DESC LIMIT 300`,
	}) as const;

const sources: Record<SearchedKind, Source> = {
	company: statsOf('company'),
	contact: statsOf('contact'),
	deal: {
		...{ name: Prisma.sql`r.name`, key: Prisma.sql`r.name_key`, order: Prisma.sql`r.created_at DESC, r.id DESC` },
		...{ document: 'deal', warm: Prisma.sql`r.stage NOT IN ('closed_won', 'closed_lost')` },
		last: Prisma.sql`s.last_contact_at`,
		join: Prisma.raw('JOIN company_stats s ON s.user_id = r.user_id AND s.company_id = r.company_id'),
	},
	activity: {
		...{ name: Prisma.sql`r.subject`, order: Prisma.sql`r.at DESC, r.id DESC` },
		...{ document: 'activity', warm: Prisma.sql`false`, last: Prisma.sql`r.at` },
	},
	follow_up: {
		...{ name: Prisma.sql`r.title`, order: Prisma.sql`r.id DESC` },
		...{ warm: Prisma.sql`r.done_at IS NULL`, last: Prisma.sql`r.created_at` },
	},
};

/** What a search is, ready to be asked of the kinds that it is about. */
export type Sought = {
	query: SearchQuery;
	sql: SoughtSql;
	/** The same in a statement that is kept prepared; null where the search is not of a kind that is asked often. */
	kept: SoughtSql | null;
	/** What the operators ask of each kind that is searched. */
	conditions: Partial<Record<SearchedKind, Prisma.Sql>>;
	/** How many are ranked of a kind, if more than usual. */
	most?: number;
};

/** How many latest rows are looked through before the index is used, and how many latest documents. */
const lookedThrough = { rows: 500, documents: 200 };
/** The most of a kind that are ranked, of each way to find them: of the first ones, and of those that an index has in no order. */
export const mostRanked = 24;
const mostUnordered = 60;

/**
 * The first rows of some kinds that fit: whose name begins with the text, and of the latest ones and of the latest documents those that
 * hold it.
 */
export async function findFirst(userId: UserId, kinds: SearchedKind[], sought: Sought): Promise<Rankable[]> {
	const { query, kept } = sought;
	const sql = kept ?? sought.sql;
	const text = [...query.words, ...query.phrases].join(' ');
	const most = Prisma.raw(String(sought.most ?? mostRanked));
	const owner = Prisma.sql`${userId}::uuid`;
	const first = phoneIn(text) || text === '' ? Prisma.empty : begunFirst(query, kept ? whileRunning : whilePlanning);
	// what is looked through is the same for all texts, and takes as long to plan as to read
	const ask = kept ? readPrepared : read;
	return ofEach(userId, kinds, { ...sought, sql, ask }, (kind, fits, ofDocument) => {
		const { key, order, document } = sources[kind];
		const table = Prisma.raw(kind);
		// nothing stands between a text and the last letter after it
		const begins = key && text !== '' && Prisma.sql`${key} >= fold(${text}) AND ${key} < fold(${text}) || chr(1114111)`;
		const held = Prisma.sql`${sql.inColumn} ${fits} ORDER BY ${first} ${order} LIMIT ${most}`;
		return [
			begins &&
				Prisma.sql`SELECT r.id FROM ${table} r WHERE r.user_id = ${owner} AND ${begins} ${fits} ORDER BY ${key}, r.id LIMIT ${most}`,
			Prisma.sql`SELECT r.id FROM (
				SELECT r.* FROM ${table} r WHERE r.user_id = ${owner} ORDER BY ${order} LIMIT ${Prisma.raw(String(lookedThrough.rows))}
			) r WHERE ${held}`,
			document &&
				sql.asked &&
				Prisma.sql`SELECT r.id FROM (
					SELECT d.record_id, d.words FROM search_document d WHERE d.user_id = ${owner} AND d.kind = ${Prisma.raw(`'${document}'`)}
					ORDER BY d.record_id DESC LIMIT ${Prisma.raw(String(lookedThrough.documents))}
				) d JOIN ${table} r ON r.user_id = ${owner} AND r.id = d.record_id WHERE d.words @@ ${sql.asked} ${ofDocument} LIMIT ${most}`,
		];
	});
}

/** Of some kinds, those that fit among the records that were spoken to last. */
export async function findSpokenTo(userId: UserId, kinds: SearchedKind[], sought: Sought): Promise<Rankable[]> {
	const owner = Prisma.sql`${userId}::uuid`;
	return ofEach(
		userId,
		kinds.filter((kind) => sources[kind].spokenTo),
		sought,
		(kind, fits) => {
			const { spokenTo } = sources[kind];
			return [
				spokenTo &&
					Prisma.sql`SELECT r.id FROM (${spokenTo(owner)}) l JOIN ${Prisma.raw(kind)} r ON r.user_id = ${owner} AND r.id = l.id
						WHERE ${sought.sql.inColumn} ${fits}`,
			];
		},
	);
}

/** Rows of some kinds that fit, by the indexes, in no order. */
export async function findAny(userId: UserId, kinds: SearchedKind[], sought: Sought): Promise<Rankable[]> {
	const { sql } = sought;
	const owner = Prisma.sql`${userId}::uuid`;
	const most = Prisma.raw(String(sought.most ?? mostUnordered));
	return ofEach(userId, kinds, sought, (kind, fits, ofDocument) => {
		const { document } = sources[kind];
		const table = Prisma.raw(kind);
		return [
			Prisma.sql`SELECT r.id FROM ${table} r WHERE r.user_id = ${owner} AND ${sql.inColumn} ${fits} LIMIT ${most}`,
			document &&
				sql.asked &&
				Prisma.sql`SELECT r.id FROM search_document d JOIN ${table} r ON r.user_id = ${owner} AND r.id = d.record_id
					WHERE d.user_id = ${owner} AND d.kind = ${Prisma.raw(`'${document}'`)} AND d.words @@ ${sql.asked} ${ofDocument} LIMIT ${most}`,
		];
	});
}

/** Rows that are named by their ids and fit the operators of a search. */
export async function findNamed(
	userId: UserId,
	named: { kind: SearchedKind; ids: string[] }[],
	sought: Sought,
): Promise<Rankable[]> {
	const kinds = named.map(({ kind }) => kind);
	return ofEach(userId, kinds, sought, (kind, fits) => {
		const ids = named.find((each) => each.kind === kind)?.ids ?? [];
		return [
			Prisma.sql`SELECT r.id FROM ${Prisma.raw(kind)} r WHERE r.user_id = ${userId}::uuid AND r.id = ANY (${ids}::uuid[]) ${fits}`,
		];
	});
}

/** One statement for all kinds: the rows that any of some queries for ids finds, each once, with what ranks them. */
async function ofEach(
	userId: UserId,
	kinds: SearchedKind[],
	{ sql, conditions, ask = read }: Sought & { ask?: typeof read },
	waysOf: (
		kind: SearchedKind,
		fits: Prisma.Sql,
		ofDocument: Prisma.Sql,
	) => (Prisma.Sql | null | undefined | false | '')[],
): Promise<Rankable[]> {
	if (kinds.length === 0) return [];
	const parts = kinds.map((kind) => {
		const { name, warm, last, join = Prisma.empty, document } = sources[kind];
		const fits = Prisma.sql`${conditions[kind] ?? Prisma.empty} ${sql.notRefused(document)}`;
		// before the record is looked up; what is asked of it again keeps the plan from taking many for found, and several processes
		const ofDocument = Prisma.sql`${sql.notIn(Prisma.sql`d.words`)} ${fits}`;
		const ways = waysOf(kind, fits, ofDocument).filter((way) => way instanceof Prisma.Sql);
		return Prisma.sql`
			SELECT ${kind} AS kind, r.id, ${name} AS name, ${warm} AS warm, ${last} AS last
			FROM (${Prisma.join(
				ways.map((way) => Prisma.sql`(${way})`),
				' UNION ',
			)}) f
			JOIN ${Prisma.raw(kind)} r ON r.user_id = ${userId}::uuid AND r.id = f.id ${join}`;
	});
	return ask`${Prisma.join(parts, ' UNION ALL ')}`;
}

/** The order in which rows come first whose words begin with what was typed. */
function begunFirst({ words, phrases }: SearchQuery, constant: typeof whilePlanning): Prisma.Sql {
	const begun = [...words, ...phrases].map((text) => beginsWord(Prisma.sql`r.search`, text, constant));
	return Prisma.sql`(${Prisma.join(begun, ' AND ')}) DESC,`;
}
