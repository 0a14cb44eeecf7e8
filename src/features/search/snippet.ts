import { foldForSearch } from '@/lib/list/search';

// What of a long text is shown where it was found.

/** A word of a text with what stands before it, and how it is compared. */
type Token = { from: number; to: number; folded: string };

/**
 * The part of a text, of about so many characters, that has the most of some texts, with … where it was cut; the beginning where it has
 * none. Line breaks and the signs of Markdown are left out.
 */
export function snippet(text: string, sought: readonly string[], length = 140): string {
	const plain = withoutMarkdown(text);
	if (plain.length <= length) return plain;
	const tokens = [...plain.matchAll(/\S+/g)].map(
		({ 0: word, index }): Token => ({ from: index, to: index + word.length, folded: foldForSearch(word) }),
	);
	const words = [...new Set(sought.flatMap((each) => foldForSearch(each).split(/\s+/)).filter(Boolean))];
	const fits = tokens.map(({ folded }) => words.filter((word) => folded.includes(word)));
	let best = { at: 0, score: 0 };
	for (const [at, own] of fits.entries()) {
		if (own.length === 0) continue;
		// how many of the words stand within what is shown from here on
		const within = new Set<string>();
		for (let n = at; n < tokens.length && (tokens[n]?.to ?? 0) - (tokens[at]?.from ?? 0) <= length * 0.7; n++)
			for (const word of fits[n] ?? []) within.add(word);
		if (within.size > best.score) best = { at, score: within.size };
		if (within.size === words.length) break;
	}
	const hit = tokens[best.at];
	const start = hit && best.score > 0 ? Math.max(0, hit.from - Math.round(length * 0.25)) : 0;
	const first = tokens.find(({ from }) => from >= start) ?? tokens[0];
	const from = start === 0 ? 0 : (first?.from ?? 0);
	const end = tokens.findLast(({ to }) => to <= from + length)?.to ?? 0;
	const to = end > from ? end : cutBefore(plain, from + length);
	return `${from > 0 ? '… ' : ''}${plain.slice(from, to)}${to < plain.length ? ' …' : ''}`;
}

/** The place of a letter's beginning, so that none is cut in two. */
function cutBefore(text: string, at: number): number {
	const code = text.charCodeAt(at);
	return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** A text in one line without the signs that Markdown marks it with. */
function withoutMarkdown(text: string): string {
	return text
		.replace(/^[ \t]*(?:#{1,6} |[-*+] (?:\[[ xX]\] )?|> )/gm, '')
		.replace(/\*\*|__|~~|`/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}
