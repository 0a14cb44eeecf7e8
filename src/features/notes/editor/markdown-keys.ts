/** What an edit puts in the place of a part of a text, and what is selected then. */
export type TextEdit = { from: number; to: number; insert: string; select: [start: number, end: number] };

const item = /^([ \t]*(?:>[ \t]?)*)(?:([-+*])|(\d{1,9})([.)]))([ \t]+)(\[[ xX]\][ \t]+)?/;
const quote = /^[ \t]*(?:>[ \t]?)+/;

/** What Enter does at the end of an item or quote: the next one begins, or the list ends where this one is empty. */
export function continueList(text: string, caret: number): TextEdit | null {
	const start = lineStart(text, caret);
	const line = text.slice(start, caret);
	const found = item.exec(line);
	const mark = found?.[0] ?? quote.exec(line)?.[0];
	if (mark === undefined) return null;
	const rest = line.slice(mark.length) + text.slice(caret, lineEnd(text, caret));
	if (rest.trim() === '') return { from: start, to: caret, insert: '', select: [start, start] };
	const [, indent = '', bullet, number, dot, space, box] = found ?? [];
	const next = found ? `${indent}${bullet ?? Number(number) + 1 + (dot ?? '')}${space}${box ? '[ ] ' : ''}` : mark;
	const insert = `\n${next}`;
	return { from: caret, to: caret, insert, select: [caret + insert.length, caret + insert.length] };
}

/** Puts marks around what is selected, or takes them away. */
export function toggleMark(text: string, start: number, end: number, mark: '**' | '*'): TextEdit {
	const size = mark.length;
	const outer = [text.slice(start - size, start), text.slice(end, end + size)];
	const isWithin = outer.every((each) => each === mark) && (size > 1 || !isBold(text, start, end));
	const chosen = text.slice(start, end);
	if (isWithin) return { from: start - size, to: end + size, insert: chosen, select: [start - size, end - size] };
	// spaces at its ends stay outside, where the mark would mean nothing
	const lead = /^\s*/.exec(chosen)?.[0].length ?? 0;
	const core = chosen.trim();
	const insert = `${chosen.slice(0, lead)}${mark}${core}${mark}${chosen.slice(lead + core.length)}`;
	const first = start + lead + size;
	return { from: start, to: end, insert, select: [first, first + core.length] };
}

/** Whether two stars on each side are one mark. */
function isBold(text: string, start: number, end: number): boolean {
	const stars = (piece: string) => piece.length;
	const before = stars(/\**$/.exec(text.slice(0, start))?.[0] ?? '');
	const after = stars(/^\**/.exec(text.slice(end))?.[0] ?? '');
	return Math.min(before, after) === 2;
}

/** Makes items or checkboxes of the selected lines, or lines of them again. */
export function toggleList(text: string, start: number, end: number, mark: '- ' | '- [ ] '): TextEdit {
	const from = lineStart(text, start);
	const to = lineEnd(text, end);
	const lines = text.slice(from, to).split('\n');
	const isSame = (line: string) => (mark === '- ' ? /^\s*- (?!\[[ xX]\] )/ : /^\s*- \[[ xX]\] /).test(line);
	const filled = lines.filter((line) => line.trim() !== '');
	const removes = filled.length > 0 && filled.every(isSame);
	const changed = lines.map((line) => {
		if (line.trim() === '' && lines.length > 1) return line;
		const [, indent = '', rest = ''] = /^(\s*)(?:[-+*]\s+(?:\[[ xX]\]\s+)?)?(.*)$/s.exec(line) ?? [];
		return removes ? indent + rest : indent + mark + rest;
	});
	const insert = changed.join('\n');
	const moved = from + insert.length;
	return { from, to, insert, select: start === end ? [moved, moved] : [from, moved] };
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;

function lineEnd(text: string, at: number): number {
	const end = text.indexOf('\n', at);
	return end < 0 ? text.length : end;
}
