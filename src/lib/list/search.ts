const maxSearchLength = 200;

/** A search box's text as it can be sent to the database. */
export function cleanSearch(text: string): string {
	return text.toWellFormed().replaceAll('\0', '').slice(0, maxSearchLength).normalize('NFC').trim();
}

/** A text as it is compared: without accents and case, đ as d. The database's fold() does the same, and knows more letters. */
export function fold(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(/[đð]/g, 'd');
}

/** A text as a search compares it: folded, and without apostrophes, hyphens and dots, as the database's findable() does. */
export function foldForSearch(text: string): string {
	return fold(text).replace(/['‘’‛`´ʹʻʼ′＇.．\-‐‑‒–—―−－]/g, '');
}

/** Whether two texts are one name: only the case may differ, as what reads alike without accents is not the same. */
export function isSameName(one: string, other: string): boolean {
	return one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
}

/** Where names are parted that are written with a hyphen or with a space; not within an address or a domain. */
const parted = /[-‐‑‒–—]+/;

/**
 * What a search box's text asks for: the words that all must occur, in any order, to be folded by the database. What is
 * nothing but apostrophes, hyphens and dots is a word only where nothing else was typed, and nothing holds it.
 */
export function parseSearch(text: string): { words: string[] } {
	const typed = cleanSearch(text).split(/\s+/u).filter(Boolean);
	const words = typed
		.flatMap((word) => (/[@./:]|^xn--/i.test(word) ? [word] : word.split(parted)))
		.filter((word) => foldForSearch(word) !== '');
	return { words: words.length > 0 ? words : typed };
}
