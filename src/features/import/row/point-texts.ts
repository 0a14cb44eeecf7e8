import type { PointKind } from '@/domain/contact-points/contact-point';
import { dialledWithin } from '@/lib/text/phone-number';
import { countryOf } from '@/lib/text/phone-readings';
import { linksInCell, trimmedOf, valuesInCell } from './cell-values';

/** A value that stands in a cell, with the words beside it. */
export type PointText = { value: string; said?: string };

/** Cells are read as other programs and people write them only as far as that; no number or address is as long. */
const maxLength = 500;

const plain = { email: /^[\w.+-]+@[\w.-]+\w$/, phone: /^[+0][\d ]+$/ };

/** The values of a cell with contact points. Our own export writes them one way. */
export function pointsInCell(
	kind: PointKind,
	cell: string,
	{ source, locale }: { source: string | null; locale: string },
) {
	const all: PointText[] = (kind === 'link' ? linksInCell(cell) : valuesInCell(cell)).map((value) => ({ value }));
	if (source === 'MiniCRM' || kind === 'link') return all;
	return all.flatMap(({ value }) => {
		// most are as plain as that
		if (value.length > maxLength || plain[kind].test(value)) return { value };
		return kind === 'email' ? emailsIn(value) : phonesIn(value, locale);
	});
}

/** "Ann <ann@example.com>, mailto:bo@example.com": the addresses alone; what has none as it is. */
function emailsIn(text: string): PointText[] {
	const inBrackets = [...text.matchAll(/<([^<>@\s]+@[^<>@\s]+)>/g)].map(([, address = '']) => address);
	const parts = inBrackets.length > 0 ? inBrackets : text.split(/[,\s|/]/).filter(Boolean);
	const addresses = parts.map((part) => trimmedOf(part.replace(/^mailto:/i, ''), `"'()<>.`));
	if (!addresses.every((address) => /^[^@]+@[^@]+$/.test(address))) return [{ value: text }];
	return addresses.map((value) => ({ value }));
}

const digitsIn = (text: string) => text.replace(/\D/g, '').length;
/** The fewest digits of each of several numbers in a cell. */
const fewestDigits = 8;

function phonesIn(text: string, locale: string): PointText[] {
	const all = text.replace(/\s+/gu, ' ').split(/[/,|]| [-–—] | (?:or|hoặc|và|and|&) /iu);
	const parts = all.map((part) => part.trim()).filter(Boolean);
	const isEach = parts.length > 1 && parts.every((part) => digitsIn(part) >= fewestDigits);
	return (isEach ? parts : [text]).map((part) => phoneIn(part, locale));
}

/** A number without what spreadsheets and people put around it: "'0912…", "84912….0", "Mr Gus 0912…". */
function phoneIn(text: string, locale: string): PointText {
	const bare = trimmedOf(text, "'’`").replace(/^(\d{7,15})[.,]0$/, '$1');
	const first = bare.search(/\d/);
	if (first < 0) return { value: text };
	let last = bare.length - 1;
	while (!/\d/.test(bare.charAt(last))) last--;
	const start = '+('.includes(bare.charAt(first - 1) || ' ') ? first - 1 : first;
	const number = bare.slice(start, last + 1);
	const words = [bare.slice(0, start), bare.slice(last + 1)]
		.map((word) => trimmedOf(word, ',:;.()-'))
		.filter((word) => /\p{L}/u.test(word));
	const [word] = words;
	if (!word || digitsIn(number) < fewestDigits || !/^[+(\d][\d\s().-]*$/.test(number))
		return { value: withZero(bare, locale) };
	const value = withZero(number, locale);
	return /^(?:tel|phone|đt|sđt)$/iu.test(word) ? { value } : { value, said: words.join(' ') };
}

/** A number whose first zero a spreadsheet has taken for nothing. */
const withZero = (text: string, locale: string) =>
	/^[1-9]\d{7,10}$/.test(text) ? (dialledWithin(text, countryOf(locale)) ?? text) : text;
