import type { RichBlock, RichPart, RichText, TextBox } from '@/lib/text/rich-text';

/** The checkboxes in their order. */
export function boxesOf(blocks: RichText): TextBox[] {
	return blocks.flatMap((block) => {
		if ('quote' in block) return boxesOf(block.quote);
		if (!('items' in block)) return [];
		return block.items.flatMap(({ box, blocks }) => [...(box ? [box] : []), ...boxesOf(blocks)]);
	});
}

/** The text as a reader sees it, with the marks of lists. */
export function asRead(blocks: RichText): string {
	return blocks
		.map((block: RichBlock): string => {
			if (Array.isArray(block)) return block.map(partAsRead).join('');
			if ('heading' in block) return block.parts.map(partAsRead).join('');
			if ('quote' in block) return asRead(block.quote);
			if ('code' in block) return block.code;
			return block.items
				.map(({ number, box, blocks }) => {
					const mark = number === undefined ? '• ' : `${number}${block.marker} `;
					return mark + (box ? `[${/\[([ xX])\]/.exec(box.line)?.[1]}] ` : '') + asRead(blocks);
				})
				.join('\n');
		})
		.join('\n');
}

function partAsRead(part: RichPart): string {
	if (typeof part === 'string') return part;
	return 'href' in part ? part.text : part.parts.map(partAsRead).join('');
}

export function hrefsOf(blocks: RichText): string[] {
	return [...JSON.stringify(blocks).matchAll(/"href":("(?:[^"\\]|\\.)*")/g)].map(([, href]) =>
		JSON.parse(href ?? '""'),
	);
}

export function depthOf(value: unknown): number {
	if (typeof value !== 'object' || value === null) return 0;
	return (
		1 + Math.max(0, ...Object.values(value).map((each) => (Array.isArray(each) ? depthOf(each) - 1 : depthOf(each))))
	);
}
