const longestSearch = 200;

/** A search box's text as it can be sent to the database. */
export function cleanSearch(text: string): string {
	return text.toWellFormed().replaceAll('\0', '').slice(0, longestSearch).normalize('NFC').trim();
}

/**
 * What a search box's text asks for: the words that all must occur, in any order (to be folded by the database), and the
 * digits where the whole text can be a phone number. A leading 0 or +84 is dropped, so that both ways of writing a
 * Vietnamese number find each other.
 */
export function parseSearch(text: string): { words: string[]; digits: string | null } {
	const clean = cleanSearch(text);
	const words = clean.split(/\s+/u).filter(Boolean);
	const phoneLike = /^[+\d\s().\-/]+$/.test(clean) && clean.replace(/\D/g, '').length >= 4;
	if (!phoneLike) return { words, digits: null };
	return { words, digits: clean.replace(/\D/g, '').replace(/^(0+|84(?=\d{9}))/, '') };
}
