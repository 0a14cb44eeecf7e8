const common = [..."a1 \t\n.,-+()@:/x0'=#;%_đ\u00a0\u0301"];

/** Texts made for what is read by a regular expression, of a unit that it repeats and of which the last letter fits nothing. */
export function* hostileTexts(expression: string, words: string[] = []): Generator<(length: number) => string> {
	const own = expression.replace(/\\[pP]\{[^}]*\}|\\./g, '').match(/[^\\^$.*+?()[\]{}|]/gu) ?? [];
	const letters = [...new Set([...common, ...own])].slice(0, 48);
	const pairs = letters.slice(0, 12).flatMap((a) => own.slice(0, 6).map((b) => a + b));
	for (const unit of new Set([...letters, ...pairs, ...words])) {
		const repeated = (length: number) => unit.repeat(length / unit.length);
		yield (length) => `${repeated(length)}!`;
		yield (length) => `+1${repeated(length)}\n\0`;
	}
}
