import 'server-only';
import { getSettings, type Settings } from '@/features/account/server/account-queries';
import { typeNames } from '@/features/activities/schema';
import { stageNames } from '@/features/deals/schema';
import type { UserId } from '@/lib/auth/session';
import { formatDay } from '@/lib/dates/dates';
import { fold, foldForSearch, parseSearch } from '@/lib/list/search';
import { formatMoney } from '@/lib/money/money';
import { readableAddress } from '@/lib/text/domain-names';
import { type Hit, type SearchAnswer, type SearchedKind, searchedKinds } from '../schema';
import { isAlmost, rankOf, shortestMistyped } from '../search-text';
import { findAlmost, findAny, findFirst, findRecent, type RecordRow, readFoundRecords } from './search-record-queries';

/** The number of results of each kind, and of recent records in total. */
const shownOfKind = 5;
const shownRecent = 8;

/**
 * Companies, contacts, deals and activities that fit a text: those whose name begins with it first, then those that hold
 * each of its words, and where nothing does, those that do but for one typo a word. Without a text, what was last worked on.
 */
export async function findRecords(userId: UserId, { q }: { q: string }): Promise<SearchAnswer> {
	const settings = await getSettings(userId);
	if (parseSearch(q).words.length === 0) {
		const recent = await readFoundRecords(userId, await findRecent(userId, shownRecent));
		return { hits: recent.map((row) => present(row, q, settings)), more: [] };
	}
	const found = await findFitting(userId, q);
	const ids = found.some(({ length }) => length > 0) ? found : await findMistyped(userId, q);
	const more = searchedKinds.filter((_, index) => (ids[index]?.length ?? 0) > shownOfKind);
	const rows = await readFoundRecords(
		userId,
		ids.flatMap((ofKind) => ofKind.slice(0, shownOfKind)),
		q,
	);
	return { hits: rows.map((row) => present(row, q, settings)), more };
}

type Id = { kind: SearchedKind; id: string };

/** The best results of each kind, with one more than is shown if there are more. */
async function findFitting(userId: UserId, q: string): Promise<Id[][]> {
	// a common word is found among the first; only for a rare one the index is asked, which then has few
	const first = await findFirst(userId, q, shownOfKind + 1);
	const lacking = searchedKinds.filter((kind) => first.filter((row) => row.kind === kind).length <= shownOfKind);
	const any = await findAny(userId, lacking, q);
	const known = new Set(first.map(({ id }) => id));
	const rows = [...first, ...any.filter(({ id }) => !known.has(id))].map((row) => ({
		...row,
		rank: rankOf(row.name, q),
	}));
	const sorted = rows.toSorted((a, b) => a.rank - b.rank);
	return searchedKinds.map((kind) => sorted.filter((row) => row.kind === kind).slice(0, shownOfKind + 1));
}

/**
 * How much what is looked through for typos has to resemble a word, and how many rows of each kind are: a word of four
 * letters shares two of its five trigrams with the one that it was meant to be.
 */
const lookedThrough = { likeness: 0.3, limit: 400 };

/** What holds each word but for one typo in one of them. */
async function findMistyped(userId: UserId, q: string): Promise<Id[][]> {
	const words = parseSearch(q).words.slice(0, maxWords);
	const mistyped = words.filter((word) => /^\p{L}+$/u.test(word) && fold(word).length >= shortestMistyped);
	const near = mistyped.length > 0 ? await findAlmost(userId, { words, mistyped, ...lookedThrough }) : [];
	const almost = near.filter(({ search }) => isAlmost(search, q));
	return searchedKinds.map((kind) => almost.filter((row) => row.kind === kind).slice(0, shownOfKind + 1));
}

/** The number of words that are searched for a typo. */
const maxWords = 6;

/** A record as the box shows it. */
function present(row: RecordRow, q: string, { locale, timeZone }: Settings): Hit {
	const { kind, id, name, decides } = row;
	const about: Record<SearchedKind, () => (string | null)[]> = {
		company: () => [row.role, reached(row, q)],
		contact: () => [row.role, row.company, reached(row, q)],
		deal: () => [
			row.stage && stageNames[row.stage],
			row.value && row.currency ? formatMoney(row.value, { locale, currency: row.currency }) : null,
			row.company,
		],
		activity: () => [
			row.type && typeNames[row.type],
			row.at && formatDay(row.at, { locale, timeZone }),
			row.contact,
			row.company,
		],
	};
	return { kind, id, name, decides, about: about[kind]().filter(Boolean).join(' · ') };
}

/** The email address, phone number or website that matched, if nothing else that is shown did. */
function reached({ name, role, company, phone, phoneFits, furtherPhone, ...addresses }: RecordRow, q: string) {
	if (phoneFits || furtherPhone) return phoneFits ? phone : furtherPhone;
	const visible = foldForSearch([name, role, company].join(' '));
	const elsewhere = parseSearch(q)
		.words.map((word) => foldForSearch(readableAddress(word)))
		.filter((word) => !visible.includes(word));
	const { email, website, further } = addresses;
	const shown = [email, website, ...(further ?? [])].map((address) => address && readableAddress(address));
	return shown.find((text) => text && elsewhere.some((word) => foldForSearch(text).includes(word))) ?? null;
}
