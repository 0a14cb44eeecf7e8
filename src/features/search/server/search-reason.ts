import 'server-only';
import type { CustomField } from '@/domain/custom-fields/custom-field-types';
import { valueText } from '@/domain/custom-fields/custom-values';
import { foldForSearch } from '@/lib/list/search';
import { readableAddress } from '@/lib/text/domain-names';
import type { FoundIn } from '../schema';
import { ranks } from '../search-rank';
import { nationalDigits } from '../search-text';
import { snippet } from '../snippet';
import type { RecordRow } from './search-record-queries';

/** The account's custom fields, what the contacts and companies in them are called, by their ids, and how it writes. */
type ShownFields = { fields: CustomField[]; names: Record<string, string>; locale: string };

/** Why a record was found, and how well it matches if its name alone does not say so. */
export type Found = { why: FoundIn | null; rank: number };

/**
 * Which of a record's fields has what was typed and is not in what is shown of it: that with the most of it. All of it in one field
 * matches better than some in each of several.
 */
export function whyFound(
	row: RecordRow,
	shown: string,
	sought: string[],
	{ fields, names, locale }: ShownFields,
): Found {
	const phone = row.phoneFits ? row.phone : row.furtherPhone;
	if (phone) return { why: { label: 'Phone', text: phone }, rank: ranks.oneField };
	const words = sought.map(compared).filter(({ text }) => text !== '');
	const holds = (text: string) => {
		const [whole, digits] = [foldForSearch(text), onlyDigits(text)];
		return words.filter(
			(word) => whole.includes(word.text) || (word.digits !== '' && digits.includes(nationalDigits(word.digits))),
		);
	};
	const seen = holds(shown);
	if (seen.length === words.length) return { why: null, rank: ranks.anywhere };
	let best: { reason: FoundIn; held: number; isAll: boolean } | null = null;
	for (const { label, text, isOwn } of textsOf(row, { fields, names, locale })) {
		const held = holds(text);
		const missed = held.filter((word) => !seen.includes(word)).length;
		if (missed > (best?.held ?? 0))
			best = {
				reason: { label, text: snippet(text, sought), ...(isOwn && { isOwn }) },
				held: missed,
				isAll: held.length === words.length,
			};
	}
	return { why: best?.reason ?? null, rank: best?.isAll ? ranks.oneField : ranks.anywhere };
}

const onlyDigits = (text: string) => text.replace(/\D/g, '');

/** A text as it is looked for: folded, and if it is a number of four digits or more, these. */
function compared(text: string): { text: string; digits: string } {
	const digits = onlyDigits(text);
	const isNumber = digits.length >= 4 && !/\p{L}/u.test(text);
	return { text: foldForSearch(readableAddress(text)).trim(), digits: isNumber ? digits : '' };
}

type Labelled = { label: string; text: string; isOwn?: true };

/** The texts of a record, those first that tell most. */
function textsOf(row: RecordRow, { fields, names, locale }: ShownFields): Labelled[] {
	const { email, website, phone, further, texts, tags, metadata, kind } = row;
	const addresses: [string, string | null][] = [
		['Phone', phone],
		['Email', email && readableAddress(email)],
		['Website', website && readableAddress(website)],
		...(further ?? []).map((each): [string, string] => [each.includes('@') ? 'Email' : 'Link', readableAddress(each)]),
	];
	const own = fields.flatMap((field): Labelled[] => {
		const value = metadata && field.kind === kind && Object.hasOwn(metadata, field.id) ? metadata[field.id] : undefined;
		const named = typeof value === 'string' && Object.hasOwn(names, value) ? names[value] : undefined;
		const text = value === undefined ? '' : (named ?? valueText(field, value, { locale }));
		return text ? [{ label: field.name, text, isOwn: true }] : [];
	});
	const [notes, others] = [
		(texts ?? []).filter(([label]) => label === 'Notes'),
		(texts ?? []).filter(([label]) => label !== 'Notes'),
	];
	const present = (all: [string, string | null][]) =>
		all.flatMap(([label, text]): Labelled[] => (text ? [{ label, text }] : []));
	return [
		...present(addresses),
		...present(others),
		...own,
		...present([['Tags', tags?.join(', ') ?? null], ...notes]),
	];
}
