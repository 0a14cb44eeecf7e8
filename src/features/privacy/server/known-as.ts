import 'server-only';
import type { PartnerNoun } from '@/domain/named-record';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { readableAddress } from '@/lib/text/domain-names';
import { isOneWord, numbersIn, type Patterns, patternsOf, type Term, type TermKind } from '../term-patterns';
import { readLetterClasses } from './letter-classes';

/** A term, with the first of the other records that have it. */
export type KnownTerm = Term & { others: string[] };

/** What somebody is and was known as: their records, those that were merged into them too, and their terms. */
export type KnownAs = { ids: string[]; terms: KnownTerm[] };

/** A connection, or a transaction. */
export type Asks = Pick<Tx, '$queryRaw'>;

/**
 * What a contact, or a company with its contacts, is known as: names, emails and phone numbers that they have, or had by the
 * history.
 */
export async function readKnownAs(tx: Asks, userId: UserId, noun: PartnerNoun, id: string): Promise<KnownAs> {
	const companies = noun === 'company' ? await withMerged(tx, userId, 'company', [id]) : [];
	const contacts = await withMerged(
		tx,
		userId,
		'contact',
		noun === 'contact' ? [id] : await contactsOf(tx, userId, id),
	);
	const ids = [...companies, ...contacts];
	const terms = await readTerms(tx, userId, ids);
	const others = await readOthers(tx, userId, ids, noun, terms);
	return { ids, terms: terms.map((term) => ({ ...term, others: others.get(keyOf(term)) ?? [] })) };
}

/** Expressions for all that somebody is known as, and for what nobody else has and is not one word. */
export async function readPatterns(tx: Asks, { terms }: KnownAs): Promise<{ all: Patterns; own: Patterns }> {
	const classes = await readLetterClasses(tx);
	return { all: patternsOf(terms, classes), own: patternsOf(terms.filter(isOwn), classes) };
}

/** Whether a term says for sure who is meant. */
export const isOwn = ({ kind, value, others }: KnownTerm) =>
	others.length === 0 && !(kind === 'name' && isOneWord(value));

const keyOf = ({ kind, value }: Term) => `${kind} ${value}`;

async function contactsOf(tx: Asks, userId: UserId, companyId: string): Promise<string[]> {
	const rows = await tx.$queryRaw<{ id: string }[]>`
		SELECT id FROM contact WHERE user_id = ${userId}::uuid AND company_id = ${companyId}::uuid ORDER BY id`;
	return rows.map(({ id }) => id);
}

/** Some records with those that were merged into them and are no more, and with those that were merged into these before. */
async function withMerged(tx: Asks, userId: UserId, noun: PartnerNoun, ids: string[]): Promise<string[]> {
	const label = noun === 'contact' ? 'Merge contacts' : 'Merge companies';
	const link = Prisma.raw(`'${noun}_id'`);
	for (let known = ids; ; ) {
		const rows = await tx.$queryRaw<{ id: string }[]>`
			SELECT DISTINCT d.record_id AS id
			FROM change_set s JOIN change_log d ON d.user_id = s.user_id AND d.change_set_id = s.id AND d.entity = ${noun}
				AND d.before IS NOT NULL AND d.after IS NULL
			WHERE s.user_id = ${userId}::uuid AND s.label = ${label} AND d.record_id <> ALL (${known}::uuid[])
				AND NOT EXISTS (SELECT FROM ${Prisma.raw(noun)} r WHERE r.user_id = d.user_id AND r.id = d.record_id)
				AND EXISTS (
					SELECT FROM change_log k WHERE k.user_id = s.user_id AND k.change_set_id = s.id AND k.after IS NOT NULL AND (
						-- a merge also changes contacts who reported to the other or were introduced by them
						k.entity = ${noun} AND k.record_id = ANY (${known}::uuid[]) AND (
							d.record_id::text IN (k.before ->> 'reports_to_id', k.before ->> 'introduced_by_id') IS NOT TRUE
							OR k.after - '{id,name,reports_to_id,introduced_by_id,version,updated_at}'::text[] <> '{}'
							OR k.after -> 'name' <> k.before -> 'name')
						OR k.after ->> ${link} = ANY (${known}::text[]) AND k.entity <> ${noun}
							AND (k.before IS NULL OR k.before ->> ${link} = d.record_id::text)
					)
				)`;
		if (rows.length === 0) return known;
		known = [...known, ...rows.map(({ id }) => id)];
	}
}

async function readTerms(tx: Asks, userId: UserId, ids: string[]): Promise<Term[]> {
	const rows = await tx.$queryRaw<{ kind: TermKind; value: string }[]>`
		WITH line AS (
			SELECT l.entity, side.row FROM change_log l CROSS JOIN LATERAL (VALUES (l.before), (l.after)) AS side (row)
			WHERE l.user_id = ${userId}::uuid AND l.record_id = ANY (${ids}::uuid[])
				AND l.entity IN ('company', 'contact', 'contact_point') AND side.row IS NOT NULL
		), owned AS (
			SELECT name, email, phone FROM contact WHERE user_id = ${userId}::uuid AND id = ANY (${ids}::uuid[])
			UNION ALL
			SELECT name, email, phone FROM company WHERE user_id = ${userId}::uuid AND id = ANY (${ids}::uuid[])
			UNION ALL
			SELECT row ->> 'name', row ->> 'email', row ->> 'phone' FROM line WHERE entity <> 'contact_point'
		)
		SELECT DISTINCT kind, value FROM (
			SELECT v.kind, v.value FROM owned o CROSS JOIN LATERAL (
				VALUES ('name', o.name), ('email', o.email), ('phone', o.phone)
			) AS v (kind, value)
			UNION ALL
			SELECT row ->> 'kind', row ->> 'value' FROM line WHERE entity = 'contact_point'
			UNION ALL
			SELECT kind::text, value FROM contact_point
			WHERE user_id = ${userId}::uuid AND (contact_id = ANY (${ids}::uuid[]) OR company_id = ANY (${ids}::uuid[]))
		) every WHERE value IS NOT NULL AND kind IN ('name', 'email', 'phone') ORDER BY kind DESC, value`;
	return rows
		.flatMap(({ kind, value }): Term[] =>
			kind === 'email'
				? [...new Set([value, readableAddress(value)])].map((each) => ({ kind, value: each }))
				: [{ kind, value }],
		)
		.filter(({ kind, value }) => kind !== 'phone' || numbersIn(value).length > 0);
}

/** How many of those who share a term are named. */
const named = Prisma.raw('3');

/** The names of other records that have a term, by its key: a mailbox may be shared, and so may a name. */
async function readOthers(tx: Asks, userId: UserId, ids: string[], noun: PartnerNoun, terms: Term[]) {
	const classes = await readLetterClasses(tx);
	const asked = terms.flatMap((term) => {
		const [pattern] = patternsOf([term], classes).exact;
		// the search columns have numbers as digits, of which the last are the same however a number is dialed
		const like = term.kind === 'phone' ? (numbersIn(term.value)[0] ?? '').slice(-9) : term.value;
		return pattern ? [{ key: keyOf(term), kind: term.kind, like, pattern }] : [];
	});
	const has = (alias: string) =>
		Prisma.raw(
			`CASE a.kind
		WHEN 'name' THEN ${alias}.name ~ a.pattern
		WHEN 'email' THEN ${alias}.email ~ a.pattern OR EXISTS (
			SELECT FROM contact_point p WHERE p.user_id = ${alias}.user_id AND p.@_id = ${alias}.id AND p.kind = 'email' AND p.value ~ a.pattern)
		ELSE ${alias}.phone ~ a.pattern OR EXISTS (
			SELECT FROM contact_point p WHERE p.user_id = ${alias}.user_id AND p.@_id = ${alias}.id AND p.kind = 'phone' AND p.value ~ a.pattern)
		END`.replaceAll('@', alias === 'o' ? 'contact' : 'company'),
		);
	// a company that is called after somebody is a text that names them
	const isNamesake = noun === 'company' ? Prisma.empty : Prisma.sql`AND a.kind <> 'name'`;
	const rows = await tx.$queryRaw<{ key: string; name: string }[]>`
		SELECT a.key, f.name
		FROM unnest(
			${asked.map(({ key }) => key)}::text[], ${asked.map(({ kind }) => kind)}::text[],
			${asked.map(({ like }) => like)}::text[], ${asked.map(({ pattern }) => pattern)}::text[]
		) AS a (key, kind, word, pattern)
		CROSS JOIN LATERAL (
			(SELECT o.name FROM contact o WHERE o.user_id = ${userId}::uuid AND o.search LIKE holds(a.word)
				AND o.id <> ALL (${ids}::uuid[]) AND (${has('o')}) LIMIT ${named})
			UNION ALL
			(SELECT c.name FROM company c WHERE c.user_id = ${userId}::uuid AND c.search LIKE holds(a.word)
				AND c.id <> ALL (${ids}::uuid[]) AND (${has('c')}) ${isNamesake} LIMIT ${named})
		) f`;
	const others = new Map<string, string[]>();
	for (const { key, name } of rows) others.set(key, [...(others.get(key) ?? []), name]);
	return others;
}
