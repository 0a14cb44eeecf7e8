import 'server-only';
import MarkdownIt, { type StateBlock, type StateInline } from 'markdown-it';
import { addressHref } from './text-links';

// What Markdown means in MiniCRM: what people write in notes, and nothing that would change or hide a text written without it.

/** Lists and quotes within each other from this level on are shown as they were typed; the library would drop them. */
const deepest = 16;

/** Lines that only look like Markdown: a rule, a heading without a text, "more than 100". */
const asTyped = /^(?:([-*_])(?:[ \t]*\1){2,}[ \t]*|#{1,6}[ \t]*|>[ \t]*[\d$€£¥₫~].*)$/;

const parser = new MarkdownIt({ html: false, linkify: false }).disable([
	...['code', 'hr', 'html_block', 'lheading', 'reference', 'table'],
	...['autolink', 'entity', 'html_inline', 'image', 'escape', 'newline'],
]);

parser.normalizeLink = (address) => address;
parser.validateLink = (address) => addressHref(address) !== null;

const lineOf = (state: StateBlock, line: number) =>
	state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);

parser.block.ruler.before('fence', 'as_typed', (state, line, _end, silent) => {
	const isOwn = state.level >= deepest || asTyped.test(lineOf(state, line));
	if (silent || !isOwn) return false;
	state.push('paragraph_open', 'p', 1).map = [line, line + 1];
	const inline = state.push('inline', '', 0);
	Object.assign(inline, { content: lineOf(state, line).trim(), map: [line, line + 1], children: [] });
	state.push('paragraph_close', 'p', -1);
	state.line = line + 1;
	return true;
});

// a line that is not indented, or has no ">", ends the item or quote before it
parser.block.ruler.before(
	'paragraph',
	'end_of_item',
	(state, line, _end, silent) => silent && (state.sCount[line] ?? 0) < state.blkIndent,
	{ alt: ['paragraph'] },
);
parser.block.ruler.before('paragraph', 'end_of_quote', (_state, _line, _end, silent) => silent, {
	alt: ['blockquote'],
});

const code = (character: string) => character.charCodeAt(0);

/** A line break is one, and what stands before and after it stays. */
parser.inline.ruler.before('backticks', 'line_break', (state, silent) => {
	if (state.src.charCodeAt(state.pos) !== code('\n')) return false;
	if (!silent) state.push('softbreak', 'br', 0);
	state.pos++;
	return true;
});

const escapable = /[*_~`[\]]/;
const escapableFirst = /[#>+.)-]/;
const path = /(?:^|\s)(?:[a-z]:|\\\\)\S*$/i;
/** Longer paths are not recognized. */
const maxPathLength = 300;

/** A backslash before what would be Markdown; any other is the user's, as in a path. */
parser.inline.ruler.before('backticks', 'escape_mark', (state, silent) => {
	if (state.src[state.pos] !== '\\') return false;
	const next = state.src[state.pos + 1] ?? '';
	const before = state.src.slice(Math.max(0, state.pos - maxPathLength), state.pos);
	const isFirst = /(?:^|\n)[ \t]*\d{0,9}$/.test(before);
	const escapes = (escapable.test(next) && !path.test(before)) || (escapableFirst.test(next) && isFirst);
	if (!escapes) return false;
	if (!silent) state.pending += next;
	state.pos += 2;
	return true;
});

const restOfAddress = /[^\s*`[\]<>()]+/y;

/** The underscores of a web address mark nothing. */
parser.inline.ruler.before('backticks', 'web_address', (state, silent) => {
	if (
		!state.src.startsWith('://', state.pos) ||
		!/https?$/i.test(state.src.slice(Math.max(0, state.pos - 5), state.pos))
	)
		return false;
	restOfAddress.lastIndex = state.pos;
	const [address] = restOfAddress.exec(state.src) ?? ['://'];
	if (!silent) state.pending += address;
	state.pos += address.length;
	return true;
});

let searched = '';
let lastLink = -1;

/** Brackets without an address behind them are text; without this, each would be looked for to the end. */
parser.inline.ruler.before('link', 'plain_bracket', (state, silent) => {
	if (state.src[state.pos] !== '[') return false;
	if (searched !== state.src) {
		searched = state.src;
		lastLink = state.src.lastIndexOf('](');
	}
	if (state.pos < lastLink) return false;
	if (!silent) state.pending += '[';
	state.pos++;
	return true;
});

/** Stars mark nothing within a word, as in 2*3*4, nor at the inner edge of brackets, as in (*). */
class StrictState extends parser.inline.State {
	override scanDelims(start: number): ReturnType<StateInline['scanDelims']> {
		const found = super.scanDelims(start, false);
		const [before, after] = [this.src[start - 1] ?? ' ', this.src[start + found.length] ?? ' '];
		return {
			...found,
			can_open: found.can_open && !/[)\]},.;:!?]/.test(after),
			can_close: found.can_close && !/[([{]/.test(before),
		};
	}
}
parser.inline.State = StrictState;

/** What a text consists of, as the library says it. */
export function markdownTokens(text: string) {
	return parser.parse(text, {});
}
