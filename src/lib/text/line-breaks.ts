/** After these an address may break, and before a dot. */
const places = /(?<=[/@?&=_~])(?![/@?&=_~])|(?<!^)(?=\.)/;

/** What is longer than this has no line of its own in a narrow column, and is cut into pieces of about `piece` letters. */
const longest = 24;
const piece = 8;

/**
 * The parts of an address between which a line may break: after / and @, before a dot, and within a word only where it is too
 * long for a line, so that no single letter is left over.
 */
export function lineBreaks(text: string): string[] {
	const [, scheme = '', rest = text] = /^([a-z]+:\/\/)(.*)$/is.exec(text) ?? [];
	return (scheme ? [scheme] : []).concat(rest.split(places).flatMap(pieces));
}

/** A word that is too long in pieces whose lengths differ by one letter at the most. */
function pieces(word: string): string[] {
	const letters = [...word];
	if (letters.length <= longest) return [word];
	const count = Math.ceil(letters.length / piece);
	const edge = (at: number) => Math.round((at * letters.length) / count);
	return Array.from({ length: count }, (_, at) => letters.slice(edge(at), edge(at + 1)).join(''));
}
