/** Stands first in a file of UTF-8, or Excel takes it for another encoding. */
export const byteOrderMark = '\uFEFF';

/** What a spreadsheet may run, but for numbers and phone numbers, which begin with a sign too. */
const dangerous = /^[=@+\-\t\r]/;
const number = /^[+-]?\d*([.,]\d+)*$/;
const phone = /^[+-][\d \u00a0()./-]*\d[\d \u00a0()./-]*((ext\.?|x|#|m[aá]y l[eẻ]|nh[aá]nh) ?\d+)?$/iu;
/** What `neutralise` has put an apostrophe before. */
const marked = /^'['=@+\-\t\r]/;

/** A text that no spreadsheet runs: one that it would has an apostrophe before it. */
export function neutralise(text: string): string {
	const harmless = !dangerous.test(text) || (/\d/.test(text) && (number.test(text) || phone.test(text)));
	return harmless && !marked.test(text) ? text : `'${text}`;
}

/** The text that was neutralised. */
export function restore(text: string): string {
	return marked.test(text) ? text.slice(1) : text;
}

/** A text as a cell (RFC 4180), neutralised. */
export function csvCell(text: string): string {
	const cell = neutralise(text);
	return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Texts as a line, with its end. */
export function csvLine(texts: string[]): string {
	return `${texts.map(csvCell).join(',')}\r\n`;
}
