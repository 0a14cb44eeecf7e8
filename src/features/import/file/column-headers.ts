import { fold } from '@/lib/list/search';

/** No name that any field is known by is nearly as long. */
const maxNameLength = 200;

/** A column's name in the form in which names are compared: no case, accents, spaces or punctuation; '' for a long text. */
export function normalizedHeader(name: string): string {
	if (name.length > maxNameLength) return '';
	return fold(name)
		.replace(/__c$/, '')
		.replace(/[^\p{L}\p{N}]/gu, '');
}

const unit = /\s(?:USD|EUR|GBP|VND|VNĐ|JPY|CNY|KRW|THB|SGD|AUD|CAD|CHF|INR|[$€£¥₫])$/u;

/** A column's name without what stands in brackets, and without a currency at its end; as it is if it is long. */
export const withoutUnit = (name: string) =>
	name.length > maxNameLength ? name : name.replace(/[([{][^()[\]{}]*[)\]}]/g, ' ').replace(unit, '');

/** The names that programs put before those of a record's own columns: "Person - Phone", "Primary Email". */
const ownPrefixes = {
	companies: /^(?:organi[sz]ation|company|account|lead|primary|main|billing)(?=\p{L})/u,
	contacts: /^(?:person|contact|lead|primary|main)(?=\p{L})/u,
	deals: /^(?:deal|opportunity|lead)(?=\p{L})/u,
};

/**
 * The forms in which a column's name is looked for, the exact one first: then without brackets, as in "Giá trị (VNĐ)", without the
 * number that sets apart several columns of one meaning, and without the name of the record itself.
 */
export function headerForms(name: string, kind: keyof typeof ownPrefixes): string[] {
	const exact = normalizedHeader(name);
	const bare = normalizedHeader(withoutUnit(name));
	const unnumbered = bare.replace(
		/^((?:phone|email|website|link|address|im)s?)\d{1,2}(?=value|label|type|\p{L})/u,
		'$1',
	);
	const plain = unnumbered.replace(/(?<=\p{L})\d{1,2}$/u, '');
	const short = plain.replace(ownPrefixes[kind], '');
	return [...new Set([exact, bare, unnumbered, plain, short])].filter(Boolean);
}
