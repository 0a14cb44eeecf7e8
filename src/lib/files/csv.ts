/** Stands first in a file of UTF-8, or Excel takes it for another encoding. */
export const byteOrderMark = '\uFEFF';

/**
 * How a cell begins that a spreadsheet may run: with one of the signs, also as East Asian keyboards write them, behind
 * whatever shows no mark; or with what some drop before they look.
 */
const dangerous = /^(?:[\p{Z}\p{C}]*[=＝﹦+＋﹢\-－﹣−@＠﹫]|[\t\r\n])/u;
/** Numbers and phone numbers begin with a sign too. Each pattern can read a text in one way only, however long it is. */
const number = /^[+-]?\d*([.,]\d+)*$/;
const phone = /^[+-](?=[ \u00a0()./-]*\d)[\d \u00a0()./-]*((ext\.?|x|#|m[aá]y l[eẻ]|nh[aá]nh) ?\d+)?$/iu;
/** What some reader takes for the end of a cell or a line, whatever its locale, or leaves out. */
const quoted = /[",;|\t\r\n\u0085\u2028\u2029]|^\s|\s$/;

const isHarmless = (text: string) =>
	!dangerous.test(text) || (/\d/.test(text) && (number.test(text) || phone.test(text)));

/** Whether `neutralise` may have put an apostrophe before it. */
const isMarked = (text: string) => text.startsWith("'") && (text[1] === "'" || dangerous.test(text.slice(1)));

/** A text that no spreadsheet runs: one that it would has an apostrophe before it. */
export function neutralise(text: string): string {
	return isHarmless(text) && !isMarked(text) ? text : `'${text}`;
}

/** The text that was neutralised. */
export function restore(text: string): string {
	return isMarked(text) ? text.slice(1) : text;
}

/** A text as a cell (RFC 4180), neutralised. */
export function csvCell(text: string): string {
	const cell = neutralise(text);
	return quoted.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Texts as a line, with its end. */
export function csvLine(texts: string[]): string {
	return `${texts.map(csvCell).join(',')}\r\n`;
}
