import 'server-only';
import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import { tokenize } from 'linkifyjs';
import { countryOf } from './phone-readings';

/** A part of a text: plain, or a link. */
export type TextPart = string | { text: string; href: string };

/** Where a link may lead. */
const schemes = ['https:', 'http:', 'mailto:'];
/** A text without any of these contains no address. */
const addressLike = /\S[.:@]\S/;
/** Longer words are no addresses. */
const maxAddressLength = 2_000;
/** A stretch of text that can be a phone number. Splitting by whole stretches reads no digit twice. */
const numberLike = /[+(]{0,3}\d[\d\s()+./–-]*/g;
const fewestDigits = 7;
/** At most this many characters of such stretches are read in one text, because the library is slow. */
const maxReadLength = 1_000;
/** Longer stretches are tables of figures. */
const maxStretchLength = 120;

/** How much is still read of a text that comes in pieces. */
export type ReadBudget = { left: number };

export const newBudget = (): ReadBudget => ({ left: maxReadLength });

/** A text with its web addresses, email addresses and phone numbers as links; these are of the locale's country. */
export function linkParts(text: string, locale: string, budget = newBudget()): TextPart[] {
	const parts = addressLike.test(text) ? addressParts(text) : [text];
	return parts.flatMap((part) => (typeof part === 'string' ? phoneParts(part, locale, budget) : [part]));
}

/** Where an address that was given for a link leads; null where that is nowhere that links may lead. */
export function addressHref(address: string): string | null {
	if (address.length > maxAddressLength || /\s/.test(address)) return null;
	if ([...schemes, 'tel:'].includes(URL.parse(address)?.protocol ?? '')) return address;
	const [part, ...more] = addressLike.test(address) ? addressParts(address) : [];
	return more.length === 0 && typeof part === 'object' ? part.href : null;
}

function addressParts(text: string): TextPart[] {
	const parts: TextPart[] = [];
	const add = (plain: string) => {
		const last = parts.length - 1;
		if (typeof parts[last] === 'string') parts[last] += plain;
		else parts.push(plain);
	};
	// split at spaces, because no address contains one and the library's time grows with the square of a word's length
	for (const word of text.split(/(\s+)/)) {
		const isAddress = word.length <= maxAddressLength && addressLike.test(word);
		if (!isAddress) add(word);
		for (const token of isAddress ? tokenize(word) : []) {
			const href = token.isLink ? token.toHref('https') : '';
			if (schemes.includes(URL.parse(href)?.protocol ?? '')) parts.push({ text: token.toString(), href });
			else add(token.toString());
		}
	}
	return parts;
}

function phoneParts(text: string, locale: string, budget: ReadBudget): TextPart[] {
	const parts: TextPart[] = [];
	let done = 0;
	for (const { 0: stretch, index } of text.matchAll(numberLike)) {
		const isWord = /[\p{L}\p{N}_]$/u.test(text.slice(Math.max(0, index - 2), index));
		if (
			isWord ||
			stretch.length > Math.min(maxStretchLength, budget.left) ||
			stretch.replace(/\D/g, '').length < fewestDigits
		)
			continue;
		budget.left -= stretch.length;
		for (const { number, startsAt, endsAt } of findPhoneNumbersInText(stretch, { defaultCountry: countryOf(locale) })) {
			parts.push(text.slice(done, index + startsAt), {
				text: stretch.slice(startsAt, endsAt),
				href: number.getURI(),
			});
			done = index + endsAt;
		}
	}
	return [...parts, text.slice(done)].filter((part) => part !== '');
}
