import type { TextPart } from './text-links';

/** How a part of a text is marked. */
export type TextMark = 'strong' | 'em' | 's' | 'code';

/** A part of a line: plain, a link, or marked. */
export type RichPart = TextPart | { mark: TextMark; parts: RichPart[] };

/** A checkbox of a text. */
export type TextBox = {
	/** Its place among the boxes of the text, from 0. */
	box: number;
	checked: boolean;
	/** The line in which it stands, as it was typed. */
	line: string;
};

export type RichItem = {
	blocks: RichBlock[];
	/** The number that was typed. */
	number?: number;
	box?: TextBox;
};

/** A part of a text: lines as they were typed, or what Markdown makes of them. */
export type RichBlock =
	| RichPart[]
	| { heading: number; parts: RichPart[] }
	| { items: RichItem[]; marker: '•' | '.' | ')' }
	| { quote: RichBlock[] }
	| { code: string };

/** A text as it is shown, whether that is made on the server or sent to the browser. */
export type RichText = RichBlock[];

const boxInLine = /^((?:[\s>]|[-+*]\s|\d{1,9}[.)]\s)*\[)([ xX])(?=\](?:\s|$))/;

/** A line with its checkbox checked or cleared; null where it has none. */
export function withBox(line: string, checked: boolean): string | null {
	return boxInLine.test(line) ? line.replace(boxInLine, `$1${checked ? 'x' : ' '}`) : null;
}
