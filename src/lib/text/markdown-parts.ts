import 'server-only';
import type { Token } from 'markdown-it';
import type { RichPart, TextMark } from './rich-text';
import { addressHref } from './text-links';

const marks = new Map<string, TextMark>([
	['strong', 'strong'],
	['em', 'em'],
	['s', 's'],
]);

/** The parts of a paragraph or heading, without links where none were written as such. */
export function partsOf(tokens: Token[]): RichPart[] {
	const all: RichPart[] = [];
	// where parts are added; the same mark within itself marks nothing, so that this stays short
	const open: { mark: TextMark | null; parts: RichPart[] }[] = [{ mark: null, parts: all }];
	const add = (part: RichPart) => {
		const into = open.at(-1)?.parts ?? all;
		const last = into.length - 1;
		if (typeof part === 'string' && typeof into[last] === 'string') into[last] += part;
		else into.push(part);
	};
	let link: { text: string; href: string } | null = null;
	for (const { type, nesting, content, attrs } of tokens) {
		const mark = marks.get(type.replace(/_(open|close)$/, ''));
		if (type === 'link_open') {
			link = { text: '', href: hrefOf(attrs) };
			dropImageMark(open.at(-1)?.parts ?? all);
		} else if (type === 'link_close') {
			if (link) add(shownLink(link));
			link = null;
		} else if (link) link.text += type === 'softbreak' ? ' ' : content;
		else if (mark && nesting > 0) {
			const parts: RichPart[] = [];
			const isMarked = open.some((each) => each.mark === mark);
			if (!isMarked) add({ mark, parts });
			open.push({ mark, parts: isMarked ? (open.at(-1)?.parts ?? all) : parts });
		} else if (mark) open.pop();
		else if (type === 'code_inline') add({ mark: 'code', parts: [content] });
		else if (content || type === 'softbreak') add(type === 'softbreak' ? '\n' : content);
	}
	return all;
}

/** A picture is shown as a link, so that nothing is fetched. */
function dropImageMark(parts: RichPart[]) {
	const last = parts.length - 1;
	const before = parts[last];
	if (typeof before === 'string' && before.endsWith('!')) parts[last] = before.slice(0, -1);
}

function hrefOf(attrs: Token['attrs']): string {
	const [, given = ''] = attrs?.find(([name]) => name === 'href') ?? [];
	return addressHref(String(given)) ?? '';
}

/** A link with words, or with its address where it has none. */
function shownLink({ text, href }: { text: string; href: string }): RichPart {
	return href ? { text: text.trim() || href, href } : text;
}
