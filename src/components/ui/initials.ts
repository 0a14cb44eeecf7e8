import { fold } from '@/lib/list/search';

/** First letters of the first and the last word, as Vietnamese names are shortened: "Nguyễn Thị Minh Khai" is "NK". */
export function initials(name: string) {
	const letters = name
		.normalize('NFC')
		.split(/\s+/u)
		.map((word) => /[\p{L}\p{N}]\p{M}*/u.exec(word)?.[0])
		.filter((letter) => letter !== undefined);
	const [first = '?'] = letters;
	const last = letters.length > 1 ? (letters.at(-1) ?? '') : '';
	return (first + last).toLocaleUpperCase('vi');
}

/** The number of colors that initials have, each with a rule in avatar.css. */
export const initialsColors = 8;

/** The number of a name's color, the same however its letters, accents and spaces are written. */
export function initialsColor(name: string): number {
	const letters = fold(name)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
	// FNV-1a, then mixed once more: its last bits alone follow those of the last letter
	let hash = 0x811c9dc5;
	for (const letter of letters) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	return ((hash ^ (hash >>> 12)) >>> 0) % initialsColors;
}

/** The attributes from which avatar.css shows a name's initials. */
export const initialsOf = (name: string) => ({ 'data-initials': initials(name), 'data-color': initialsColor(name) });
