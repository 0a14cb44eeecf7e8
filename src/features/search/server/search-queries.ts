import 'server-only';
import { nameHeldRecords } from '@/domain/custom-fields/held-records';
import { customFields } from '@/domain/field-definitions';
import { conditionsOf } from '@/domain/search/search-conditions';
import { type KindWord, kindWords, type SearchedKind, searchedKinds } from '@/domain/search/searched-kinds';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { soughtSql, whileRunning } from '@/lib/list/document-sql';
import { fold, parseSearch } from '@/lib/list/search';
import { asksForMore, isEmptyQuery, type SearchQuery, searchQueryOf, soughtTexts } from '@/lib/list/search-query';
import { phoneIn } from '@/lib/text/phone-readings';
import type { Hit, SearchAnswer, UnknownValue } from '../schema';
import { compareFound, type Rankable, rankOf, ranks } from '../search-rank';
import { isAlmost, nationalDigits, shortestMistyped } from '../search-text';
import { findOpened, findRecent } from './opened-queries';
import { almostKinds, findAlmost, findLatestTexts } from './search-almost-queries';
import { findAny, findFirst, findNamed, findSpokenTo, mostRanked, type Sought } from './search-find-queries';
import { presentHit, type ShownBy } from './search-hit';
import { findWearing } from './search-name-queries';
import { whyFound } from './search-reason';
import { readFoundRecords } from './search-record-queries';

/** The number of results of each kind, and of recent records. */
const shownOfKind = 5;
const shownOpened = 20;
const shownChanged = 8;

const nothing: SearchAnswer = { hits: [], more: [], opened: 0, best: null, marks: [], unknown: [] };

/**
 * The records that fit a search, with the reason of each: those whose name is what was typed or begins with it first, then those that hold it in
 * one field, then those that hold each word somewhere; and where nothing does, those that do but for one typo a word. Without a
 * text, what was opened last, then what was changed last.
 */
export async function findRecords(userId: UserId, { q }: { q: string }): Promise<SearchAnswer> {
	const settings = await getSettings(userId);
	const query = searchQueryOf(q);
	const by = { settings, fields: await customFields(userId) };
	if (isEmptyQuery(query)) return { ...(await findLatest(userId, by)), unknown: unfinishedOf(query) };
	const { sought, unknown } = await soughtBy(userId, query);
	const marks = marksOf(query, q);
	const kinds = searchedKinds.filter((kind) => sought.conditions[kind]);
	const found = await findFitting(userId, kinds, sought);
	if (found.length === 0 && !asksForMore(query)) return { ...(await findMistyped(userId, q, by)), unknown };
	const ofKinds = kinds.map((kind) => found.filter((row) => row.kind === kind).slice(0, shownOfKind + 1));
	const ranked = await explained(userId, ofKinds.flat(), query, by);
	const hits = kinds.flatMap((kind) => ranked.filter(({ hit }) => hit.kind === kind).slice(0, shownOfKind));
	const [best] = ranked;
	return {
		hits: hits.map(({ hit }) => hit),
		more: kinds.filter((_, at) => (ofKinds[at]?.length ?? 0) > shownOfKind),
		opened: 0,
		best: best?.hit.id ?? null,
		marks,
		unknown,
		...(asksForMore(query) && { isQuery: true }),
	};
}

const unfinishedOf = ({ unfinished }: SearchQuery): UnknownValue[] =>
	[...new Set(unfinished)].map((operator) => ({ operator, value: '' }));

/** Statements of up to so many words are kept prepared. */
const mostKept = 4;

/** A search as the database is asked for it, and the values of its operators that are not there. */
async function soughtBy(userId: UserId, query: SearchQuery) {
	const { of, unknown } = await conditionsOf(userId, query.conditions, 'r');
	const problems: UnknownValue[] = [...unknown, ...unfinishedOf(query)];
	if (unknown.length === 0 && Object.keys(of).length === 0) problems.push({ operator: 'together', value: '' });
	if (query.words.length + query.phrases.length + query.conditions.length === 0)
		problems.push({ operator: 'only left out', value: '' });
	const typed = query.words.join(' ');
	const { words, phrases, refused, conditions } = query;
	const isUsual =
		phrases.length + conditions.length === 0 &&
		words.length > 0 &&
		words.length + refused.length <= mostKept &&
		phoneIn(typed) === null;
	const sought: Sought = {
		query,
		sql: await soughtSql(userId, 'r', query),
		kept: isUsual ? await soughtSql(userId, 'r', query, whileRunning) : null,
		conditions: of,
	};
	return { sought, unknown: problems };
}

/** The texts to be marked in what is found: a number as a whole, and without what stands before it in its country. */
const marksOf = (query: SearchQuery, q: string): string[] =>
	phoneIn(q) === null ? soughtTexts(query) : [q.trim(), nationalDigits(q)];

/** The records that were opened last, and below them those that were made or changed last and are not among these. */
async function findLatest(userId: UserId, by: ShownBy): Promise<SearchAnswer> {
	const kept = await findOpened(userId);
	const known = new Set(kept.map(({ id }) => id));
	const changed = (await findRecent(userId, kept.length + shownChanged)).filter(({ id }) => !known.has(id));
	const rows = await readFoundRecords(userId, [...kept, ...changed.slice(0, shownChanged)]);
	const opened = rows.filter(({ id }) => known.has(id)).slice(0, shownOpened);
	const all = [...opened, ...rows.filter(({ id }) => !known.has(id))];
	return { ...nothing, hits: all.map((row) => presentHit(row, by.settings)), opened: opened.length, isLatest: true };
}

/** What fits, the best first. */
async function findFitting(
	userId: UserId,
	kinds: SearchedKind[],
	sought: Sought,
): Promise<(Rankable & { rank: number })[]> {
	const { query } = sought;
	if (query.words.length + query.phrases.length + query.conditions.length === 0) return [];
	// a common word is found among the first; only for a rare one the indexes are asked, which then have few
	const first = await findFirst(userId, kinds, sought);
	const enough = sought.most ?? shownOfKind + 1;
	const lacking = kinds.filter((kind) => first.filter((row) => row.kind === kind).length < enough);
	const known = new Map(first.map((row) => [row.id, row]));
	// where there are more than are looked at, those one is in touch with must be among them
	const cut = kinds.filter((kind) => first.filter((row) => row.kind === kind).length >= (sought.most ?? mostRanked));
	for (const row of await findSpokenTo(userId, cut, sought)) known.set(row.id, row);
	for (const row of await findAny(userId, lacking, sought)) known.set(row.id, row);
	const worn = await findWearing(userId, lacking, sought);
	for (const row of await findNamed(userId, worn, sought)) known.set(row.id, row);
	const texts = soughtTexts(query);
	return [...known.values()].map((row) => ({ ...row, rank: rankOf(row.name, texts) })).toSorted(compareFound);
}

/** Found records as they are shown, each with its reason, the best first. */
async function explained(
	userId: UserId,
	found: (Rankable & { rank: number })[],
	query: SearchQuery,
	{ settings, fields }: ShownBy,
): Promise<{ hit: Hit; rank: number }[]> {
	const texts = soughtTexts(query);
	const rows = await readFoundRecords(userId, found, texts.join(' '));
	const details = new Map(rows.map((row) => [row.id, row]));
	const heldIn = (type: 'contact' | 'company') =>
		fields.filter((field) => field.type === type).flatMap(({ id }) => rows.map(({ metadata }) => metadata?.[id]));
	const names = await nameHeldRecords(userId, { contacts: heldIn('contact'), companies: heldIn('company') });
	return found
		.flatMap((row) => {
			const detail = details.get(row.id);
			if (!detail) return [];
			const hit = presentHit(detail, settings);
			if (row.rank < ranks.anywhere) return [{ ...row, hit }];
			const { why, rank } = whyFound(detail, `${hit.name} ${hit.about}`, texts, {
				fields,
				names,
				locale: settings.locale,
			});
			return [{ ...row, hit: { ...hit, why }, rank }];
		})
		.toSorted(compareFound)
		.map(({ hit, rank }) => ({ hit, rank }));
}

/**
 * How much what is looked through for typos has to resemble a word, and how many rows of each kind are: a word of four
 * letters shares two of its five trigrams with the one that it was meant to be.
 */
const lookedThrough = { likeness: 0.3, limit: 400 };

/** How many of the latest records of each kind are looked through before. */
const latestOfKind = 250;

/** The number of words that are searched for a typo. */
const maxWords = 6;

/** What holds each word but for one typo in one of them. */
async function findMistyped(userId: UserId, q: string, { settings }: ShownBy): Promise<SearchAnswer> {
	const words = parseSearch(q).words.slice(0, maxWords);
	const mistyped = words.filter((word) => /^\p{L}+$/u.test(word) && fold(word).length >= shortestMistyped);
	// for a common word the latest have enough, as to compare it with all of them takes long
	const latest = mistyped.length > 0 ? await findLatestTexts(userId, latestOfKind) : [];
	const first = latest.filter(({ search }) => isAlmost(search, q));
	const lacking = almostKinds.filter((kind) => first.filter((row) => row.kind === kind).length <= shownOfKind);
	const near = await findAlmost(userId, lacking, { words, mistyped, ...lookedThrough });
	const known = new Set(first.map(({ id }) => id));
	const almost = [...first, ...near.filter(({ id, search }) => !known.has(id) && isAlmost(search, q))];
	const ofKinds = searchedKinds.map((kind) => almost.filter((row) => row.kind === kind));
	const rows = await readFoundRecords(
		userId,
		ofKinds.flatMap((ofKind) => ofKind.slice(0, shownOfKind)),
	);
	return {
		...nothing,
		hits: rows.map((row) => presentHit(row, settings)),
		more: searchedKinds.filter((_, at) => (ofKinds[at]?.length ?? 0) > shownOfKind),
		marks: words,
	};
}

/** The results of one kind on a page, and whether there are more than are looked at. */
export type KindResults = { kind: SearchedKind; hits: Hit[]; count: number; page: number; isCut: boolean };

/** `isAlmost`: nothing is written so, and these are but for a typo. */
type SearchResults = { kinds: KindResults[]; marks: string[]; unknown: UnknownValue[]; isAlmost?: true };

/** How many of each kind are shown where all kinds are, how many on a page of one, and the most that are ranked of one. */
export const resultsOfKind = { together: 8, alone: 25, most: 250 };

/** What a search finds, for the page of results: the best of each kind, or one page of a kind. */
export async function findResults(
	userId: UserId,
	{ q, in: word, page }: { q: string; in?: KindWord | undefined; page: number },
): Promise<SearchResults> {
	const settings = await getSettings(userId);
	const query = searchQueryOf(q);
	if (isEmptyQuery(query)) return { kinds: [], marks: [], unknown: unfinishedOf(query) };
	const by = { settings, fields: await customFields(userId) };
	const { sought, unknown } = await soughtBy(userId, query);
	const asked = searchedKinds.filter((kind) => sought.conditions[kind] && (!word || kindWords[word] === kind));
	const most = word ? resultsOfKind.most : undefined;
	const found = await findFitting(userId, asked, { ...sought, ...(most && { most }) });
	if (found.length === 0 && !asksForMore(query)) return mistypedResults(await findMistyped(userId, q, by), asked);
	const rows = word ? resultsOfKind.alone : resultsOfKind.together;
	const kinds = await Promise.all(
		asked.map(async (kind): Promise<KindResults> => {
			const all = found.filter((row) => row.kind === kind);
			const at = Math.max(1, Math.min(page, Math.ceil(all.length / rows)));
			const shown = await explained(userId, all.slice((at - 1) * rows, at * rows), query, by);
			const isCut = all.length >= (most ?? mostRanked);
			return { kind, hits: shown.map(({ hit }) => hit), count: all.length, page: at, isCut };
		}),
	);
	return { kinds: kinds.filter(({ count }) => count > 0), marks: marksOf(query, q), unknown };
}

/** What is there but for a typo, where nothing else is. */
function mistypedResults({ hits, marks }: SearchAnswer, kinds: SearchedKind[]): SearchResults {
	const ofKinds = kinds.map((kind): KindResults => {
		const own = hits.filter((hit) => hit.kind === kind);
		return { kind, hits: own, count: own.length, page: 1, isCut: false };
	});
	return { kinds: ofKinds.filter(({ count }) => count > 0), marks, unknown: [], isAlmost: true };
}
