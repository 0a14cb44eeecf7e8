const maxSearchLength = 200;

/** The text of a search in a form that the database accepts. */
export function cleanSearch(text: string): string {
	return text.toWellFormed().replaceAll('\0', '').slice(0, maxSearchLength).normalize('NFC').trim();
}

/** The lines of a text in which several values were typed, such as email addresses; a line is like a search. */
export function typedLines(text: string): string[] {
	return text.split('\n').map(cleanSearch).filter(Boolean);
}

/** A text in lowercase without accents, with đ as d, for comparing. The database's fold() does the same for more letters. */
export function fold(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(/[đð]/g, 'd');
}

/** A text as a search compares it: folded, without apostrophes, hyphens and dots, as by the database's findable(). */
export function foldForSearch(text: string): string {
	return fold(text).replace(/['‘’‛`´ʹʻʼ′＇.．\-‐‑‒–—―−－]/g, '');
}

/** Whether two texts are the same name. Case may differ, but not accents: without them, different names look alike. */
export function isSameName(one: string, other: string): boolean {
	return one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
}

/** Hyphens separate words, as a name may be written with a space instead; not within an address or a domain. */
const parted = /[-‐‑‒–—]+/;

/**
 * The words of a search, all of which must occur, in any order. The database folds them. A word of nothing but apostrophes,
 * hyphens and dots counts only if nothing else was typed, and then nothing matches.
 */
export function parseSearch(text: string): { words: string[] } {
	const typed = cleanSearch(text).split(/\s+/u).filter(Boolean);
	const words = typed
		.flatMap((word) => (/[@./:]|^xn--/i.test(word) ? [word] : word.split(parted)))
		.filter((word) => foldForSearch(word) !== '');
	return { words: words.length > 0 ? words : typed };
}
