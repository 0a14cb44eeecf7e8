import 'server-only';
import type { ActivityType } from '@/features/activities/schema';
import type { DealStage } from '@/features/deals/schema';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { read } from '@/lib/db/read';
import { parseSearch } from '@/lib/list/search';
import { containsPhone, matches } from '@/lib/list/search-sql';
import { phoneIn } from '@/lib/text/phone-readings';
import { type SearchedKind, searchedKinds } from '../schema';

type FoundName = { kind: SearchedKind; id: string; name: string };

type Source = {
	name: Prisma.Sql;
	/** The name as it is sorted, where an index has it. */
	key?: Prisma.Sql;
	/** In which order the account's rows are looked through. */
	order: Prisma.Sql;
};

const sources: Record<SearchedKind, Source> = {
	company: { name: Prisma.sql`r.name`, key: Prisma.sql`r.name_key`, order: Prisma.sql`r.created_at DESC, r.id DESC` },
	contact: { name: Prisma.sql`r.name`, key: Prisma.sql`r.name_key`, order: Prisma.sql`r.created_at DESC, r.id DESC` },
	deal: { name: Prisma.sql`r.name`, key: Prisma.sql`r.name_key`, order: Prisma.sql`r.created_at DESC, r.id DESC` },
	activity: { name: Prisma.sql`r.subject`, order: Prisma.sql`r.at DESC, r.id DESC` },
};

const owned = (userId: UserId) => Prisma.sql`r.user_id = ${userId}::uuid`;
const search = Prisma.sql`r.search`;

/** The number of latest rows that are searched before the index is used. */
const lookedThrough = 1_000;
/** The number of index matches that are ranked. */
const maxRanked = 60;

/** One query for some kinds, with a limit for each. */
const ofEach = (kinds: readonly SearchedKind[], rows: (kind: SearchedKind) => Prisma.Sql) =>
	Prisma.join(
		kinds.map((kind) => Prisma.sql`(SELECT ${kind} AS kind, f.* FROM (${rows(kind)}) f)`),
		' UNION ALL ',
	);

/**
 * The first rows of each kind that fit: whose name begins with the text; where these are too few, of the latest ones those
 * in which each word begins one, then those that hold each word.
 */
export async function findFirst(userId: UserId, q: string, limit: number): Promise<FoundName[]> {
	const { words } = parseSearch(q);
	const text = words.join(' ');
	const fitting = await matches(userId, search, q);
	const begun = phoneIn(q)
		? Prisma.sql`r.id IS NOT NULL`
		: Prisma.join(
				words.map((word) => Prisma.sql`' ' || r.search LIKE '% ' || substr(holds(${word}), 2)`),
				' AND ',
			);
	return read`${ofEach(searchedKinds, (kind) => {
		const { name, key, order } = sources[kind];
		const rows = Prisma.sql`FROM ${Prisma.raw(kind)} r WHERE ${owned(userId)}`;
		// nothing stands between a text and the last letter after it
		const begins = key && Prisma.sql`(${key} >= fold(${text}) AND ${key} < fold(${text}) || chr(1114111))`;
		const named = begins
			? Prisma.sql`(SELECT r.id, ${name} AS name ${rows} AND ${begins} ORDER BY ${key}, r.id LIMIT ${limit}) UNION ALL`
			: Prisma.empty;
		const latest = Prisma.sql`(
			SELECT r.id, ${name} AS name, r.search ${key ? Prisma.sql`, ${key}` : Prisma.empty} ${rows}
			ORDER BY ${order} LIMIT ${lookedThrough}) r`;
		return Prisma.sql`
			SELECT id, name FROM (
				${named}
				(SELECT r.id, r.name FROM ${latest} WHERE true ${fitting} ${begins ? Prisma.sql`AND NOT ${begins}` : Prisma.empty}
				 ORDER BY (${begun}) DESC LIMIT ${limit})
			) found LIMIT ${limit}`;
	})}`;
}

/** Rows of some kinds that hold each word, in no order. */
export async function findAny(userId: UserId, kinds: SearchedKind[], q: string): Promise<FoundName[]> {
	if (kinds.length === 0) return [];
	const fitting = await matches(userId, search, q);
	return read`${ofEach(
		kinds,
		(kind) => Prisma.sql`
			SELECT r.id, ${sources[kind].name} AS name FROM ${Prisma.raw(kind)} r
			WHERE ${owned(userId)} ${fitting} LIMIT ${maxRanked}`,
	)}`;
}

/**
 * Companies, contacts and deals that hold each word but for one of some, which they resemble by so much, from 0 to 1; with
 * all that they are found by, in no order, up to so many of each kind and word. What activities say is too long to be looked
 * through.
 */
export async function findAlmost(
	userId: UserId,
	{ words, mistyped, likeness, limit }: { words: string[]; mistyped: string[]; likeness: number; limit: number },
): Promise<{ kind: SearchedKind; id: string; search: string }[]> {
	const near = mistyped.map((word) => {
		const others = words.filter((other) => other !== word);
		// swapped letters leave a short word none of its trigrams
		return Prisma.sql`
			SELECT kind, id, search FROM find_almost(${userId}::uuid, ${word}, ${swaps(word)}, ${others}, ${likeness}::real, ${limit}::int)`;
	});
	return read`SELECT DISTINCT kind, id, search FROM (${Prisma.join(near, ' UNION ALL ')}) near`;
}

/** A word with each pair of adjacent letters at its beginning swapped. */
function swaps(word: string): string[] {
	const letters = [...word.normalize('NFC').slice(0, 12)];
	return letters.slice(1).map((letter, at) =>
		letters
			.with(at, letter)
			.with(at + 1, letters[at] ?? '')
			.join(''),
	);
}

/** The records that were last made or changed, the latest first, each once. */
export async function findRecent(userId: UserId, limit: number): Promise<{ kind: SearchedKind; id: string }[]> {
	return read`
		SELECT entity AS kind, record_id AS id FROM (
			SELECT entity, record_id, max(id) AS last FROM (
				SELECT l.entity, l.record_id, l.id FROM change_log l
				WHERE l.user_id = ${userId}::uuid ORDER BY l.id DESC LIMIT ${lookedThrough}
			) l
			WHERE entity = ANY (${[...searchedKinds]}) GROUP BY entity, record_id
		) r
		ORDER BY last DESC LIMIT ${limit}`;
}

/** A found record with its details. */
export type RecordRow = {
	kind: SearchedKind;
	id: string;
	name: string;
	/** A company's industry; a contact's job title, and whether they have left. */
	role: string | null;
	company: string | null;
	contact: string | null;
	email: string | null;
	phone: string | null;
	/** Whether the phone number matched, and a further one that did. */
	phoneFits: boolean;
	furtherPhone: string | null;
	/** Further addresses and links. */
	further: string[] | null;
	website: string | null;
	decides: boolean;
	stage: DealStage | null;
	value: string | null;
	currency: string | null;
	type: ActivityType | null;
	at: Date | null;
};

/** Records that a text found, in the order of their ids; those that are gone are left out. */
export async function readFoundRecords(
	userId: UserId,
	ids: { kind: SearchedKind; id: string }[],
	q = '',
): Promise<RecordRow[]> {
	if (ids.length === 0) return [];
	const fits = async (phone: Prisma.Sql) =>
		(await containsPhone(userId, Prisma.sql`(' ' || phone_numbers(${phone}))`, q)) ?? Prisma.sql`false`;
	const further = (condition: Prisma.Sql, value: Prisma.Sql) => Prisma.sql`(
		SELECT ${value} FROM jsonb_array_elements(points) WITH ORDINALITY AS e(point, n) WHERE ${condition}
	)`;
	const furtherPhone = further(
		Prisma.sql`point ->> 0 = 'phone' AND ${await fits(Prisma.sql`point ->> 1`)}`,
		Prisma.sql`(array_agg(point ->> 1 ORDER BY n))[1]`,
	);
	const furtherAddresses = further(Prisma.sql`point ->> 0 <> 'phone'`, Prisma.sql`array_agg(point ->> 1 ORDER BY n)`);
	const phoneFits = await fits(Prisma.sql`phone`);
	const of = (kind: SearchedKind, columns: Prisma.Sql) => Prisma.sql`
		SELECT f.place, f.kind, f.id, ${columns}
		FROM found f JOIN ${Prisma.raw(kind)} r ON f.kind = ${kind} AND ${owned(userId)} AND r.id = f.id`;
	const none = (count: number) => Prisma.raw(Array(count).fill('NULL').join(', '));
	const theirCompany = Prisma.sql`JOIN company c ON c.user_id = r.user_id AND c.id = r.company_id`;
	return read`
		WITH found AS (
			SELECT * FROM unnest(${ids.map(({ kind }) => kind)}::text[], ${ids.map(({ id }) => id)}::uuid[]) WITH ORDINALITY AS f(kind, id, place)
		)
		SELECT kind, id, name, role, company, contact, email, phone, ${phoneFits} AS "phoneFits",
			${furtherPhone} AS "furtherPhone", ${furtherAddresses} AS further, website, decides, stage, value, currency, type, at FROM (
			${of('company', Prisma.sql`r.name, r.industry AS role, NULL AS company, NULL AS contact, r.email, r.phone, r.further_points AS points, r.website, false AS decides, NULL AS stage, NULL AS value, NULL AS currency, NULL AS type, NULL::timestamptz AS at`)}
			UNION ALL
			${of('contact', Prisma.sql`r.name, nullif(concat_ws(' · ', r.job_title, CASE WHEN r.left_on IS NOT NULL THEN 'Left' END), ''), c.name, NULL, r.email, r.phone, r.further_points, NULL, r.authority_rank < 4, ${none(5)}`)} ${theirCompany}
			UNION ALL
			${of('deal', Prisma.sql`r.name, NULL, c.name, NULL, NULL, NULL, NULL, NULL, false, r.stage::text, r.value::text, r.currency, ${none(2)}`)} ${theirCompany}
			UNION ALL
			${of('activity', Prisma.sql`r.subject, NULL, c.name, p.name, NULL, NULL, NULL, NULL, false, NULL, NULL, NULL, r.type::text, r.at`)} ${theirCompany}
			LEFT JOIN contact p ON p.user_id = r.user_id AND p.id = r.contact_id
		) records ORDER BY place`;
}
