import 'server-only';
import type { Token } from 'markdown-it';
import { markdownTokens } from './markdown-parser';
import { partsOf } from './markdown-parts';
import { type RichBlock, type RichItem, type RichPart, type RichText, withBox } from './rich-text';
import { linkParts, newBudget, type ReadBudget } from './text-links';

/** Longer texts than any field takes are shown as they were typed. */
const maxLength = 40_000;

/** A text without any of these is no Markdown. */
const markdownLike = /[*_~`[\\]|^[ \t]*(?:[#>+-]|\d{1,9}[.)])/m;

/** What the blocks of one text are made of, and how far that has come. */
type Reading = {
	lines: string[];
	tokens: Token[];
	at: number;
	/** The lines of the checkboxes so far, counted from 0. */
	boxes: number[];
	locale: string;
	budget: ReadBudget;
};

/**
 * A text with its Markdown, links and phone numbers, as plain data; numbers are of the locale's country. Nothing in it can run
 * or be fetched, and a text without Markdown is one block, as it was typed.
 */
export function richText(text: string, locale: string): RichText {
	if (text.length > maxLength || !markdownLike.test(text)) return [linkParts(text, locale)];
	return readBlocks(readingOf(text, locale));
}

function readingOf(text: string, locale: string): Reading {
	return { lines: linesOf(text), tokens: markdownTokens(text), at: 0, boxes: [], locale, budget: newBudget() };
}

/** The lines of a text as Markdown counts them. */
export function linesOf(text: string): string[] {
	return text.split(/\r\n?|\n/);
}

/** Where the checkboxes of a text stand: the number of each one's line, counted from 0. */
export function boxLines(text: string): number[] {
	if (text.length > maxLength) return [];
	const reading = readingOf(text, 'en-US');
	readBlocks(reading);
	return reading.boxes;
}

/** The blocks up to the end of what they stand in. */
function readBlocks(reading: Reading, item?: RichItem): RichBlock[] {
	const blocks: RichBlock[] = [];
	for (let token = reading.tokens[reading.at]; token && !isEnd(token); token = reading.tokens[reading.at]) {
		if (token.type === 'paragraph_open') blocks.push(readLines(reading, blocks.length === 0 ? item : undefined));
		else {
			reading.at++;
			blocks.push(readBlock(reading, token));
			reading.at++;
		}
	}
	return blocks;
}

const isEnd = ({ nesting, type }: Token) => nesting < 0 || type === 'inline';

function readBlock(reading: Reading, token: Token): RichBlock {
	switch (token.type) {
		case 'heading_open': {
			const heading = token.markup.length;
			const inline = reading.tokens[reading.at++];
			return { heading, parts: linked(partsOf(inline?.children ?? []), reading) };
		}
		case 'blockquote_open':
			return { quote: readBlocks(reading) };
		case 'bullet_list_open':
		case 'ordered_list_open':
			return { items: readItems(reading), marker: token.markup === '.' || token.markup === ')' ? token.markup : '•' };
		default:
			// a fence is one token, without an end
			reading.at--;
			return { code: token.content.replace(/\n$/, '') };
	}
}

function readItems(reading: Reading): RichItem[] {
	const items: RichItem[] = [];
	for (let token = reading.tokens[reading.at]; token?.type === 'list_item_open'; token = reading.tokens[reading.at]) {
		const item: RichItem = { blocks: [], ...(token.info && { number: Number(token.info) }) };
		reading.at++;
		item.blocks = readBlocks(reading, item);
		reading.at++;
		items.push(item);
	}
	return items;
}

const boxBefore = /^\[([ xX])\](?=\s|$)/;

/** Paragraphs that follow each other, with the empty lines between them; the first of an item may begin with its box. */
function readLines(reading: Reading, item?: RichItem): RichPart[] {
	const parts: RichPart[] = [];
	let end: number | undefined;
	while (reading.tokens[reading.at]?.type === 'paragraph_open') {
		const [open, inline] = reading.tokens.slice(reading.at, reading.at + 2);
		const [first = 0, next = 0] = open?.map ?? [];
		const line = reading.lines[first] ?? '';
		if (end !== undefined) parts.push('\n'.repeat(first - end + 1));
		// only there the line is not within anything that has taken its indentation
		if (open?.level === 0) parts.push(/^[ \t]*/.exec(line)?.[0] ?? '');
		const content = partsOf(inline?.children ?? []);
		const box = item && end === undefined && typeof content[0] === 'string' && boxBefore.exec(content[0]);
		// brackets that were escaped are none
		if (box && withBox(line, true) !== null) {
			item.box = { box: reading.boxes.push(first) - 1, checked: box[1] !== ' ', line };
			content[0] = String(content[0]).slice(box[0].length).trimStart();
		}
		parts.push(...content);
		end = next;
		reading.at += 3;
	}
	return linked(parts, reading);
}

/** Makes links of the addresses and numbers in what is plain text. */
function linked(parts: RichPart[], { locale, budget }: Pick<Reading, 'locale' | 'budget'>): RichPart[] {
	return joined(parts).flatMap((part): RichPart[] => {
		if (typeof part === 'string') return linkParts(part, locale, budget);
		if (!('mark' in part) || part.mark === 'code') return [part];
		return [{ ...part, parts: linked(part.parts, { locale, budget }) }];
	});
}

function joined(parts: RichPart[]): RichPart[] {
	const all: RichPart[] = [];
	for (const part of parts) {
		const last = all.length - 1;
		if (typeof part === 'string' && typeof all[last] === 'string') all[last] += part;
		else if (part !== '') all.push(part);
	}
	return all;
}
