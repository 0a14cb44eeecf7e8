import { LinkedText } from '@/components/ui/linked-text';
import type { TextOf } from '@/domain/shown-texts';
import type { RichBlock, RichItem, RichPart, RichText } from '@/lib/text/rich-text';
import { TextCheckbox } from './text-checkbox';

type Level = 2 | 3 | 4 | 5 | 6;

type FormattedTextProps = {
	blocks: RichText;
	/** Where its checkboxes are saved; without, they are only shown. */
	of?: TextOf;
	/** The level of its largest headings, one below the heading above it. */
	headings?: Level;
};

/** A text with what Markdown means in it. It carries the user's own words, which no browser translates. */
export function FormattedText({ blocks, of, headings = 3 }: FormattedTextProps) {
	const levels = [...new Set(blocks.flatMap((block) => ('heading' in block ? [block.heading] : [])))].sort();
	const levelOf = (heading: number) => Math.min(6, headings + Math.max(0, levels.indexOf(heading))) as Level;
	return (
		<div translate="no" className="formatted">
			<Blocks blocks={blocks} of={of} levelOf={levelOf} />
		</div>
	);
}

type BlocksProps = { blocks: RichBlock[]; of: TextOf | undefined; levelOf: (heading: number) => Level };

function Blocks({ blocks, ...all }: BlocksProps) {
	// biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a text never change their places
	return blocks.map((block, index) => <Block key={index} block={block} {...all} />);
}

function Block({ block, of, levelOf }: Omit<BlocksProps, 'blocks'> & { block: RichBlock }) {
	if (Array.isArray(block))
		return (
			<p>
				<Parts parts={block} />
			</p>
		);
	if ('heading' in block) {
		const Heading = `h${levelOf(block.heading)}` as const;
		return (
			<Heading>
				<Parts parts={block.parts} />
			</Heading>
		);
	}
	if ('quote' in block)
		return (
			<blockquote>
				<Blocks blocks={block.quote} of={of} levelOf={levelOf} />
			</blockquote>
		);
	if ('code' in block)
		return (
			<pre>
				<code>{block.code}</code>
			</pre>
		);
	const List = block.marker === '•' ? 'ul' : 'ol';
	return (
		<List data-paren={block.marker === ')' || undefined}>
			{block.items.map((item, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the items of a text never change their places
				<li key={index} value={item.number} data-box={item.box && ''}>
					<Item item={item} of={of} levelOf={levelOf} />
				</li>
			))}
		</List>
	);
}

function Item({ item: { box, blocks }, of, levelOf }: Omit<BlocksProps, 'blocks'> & { item: RichItem }) {
	if (!box) return <Blocks blocks={blocks} of={of} levelOf={levelOf} />;
	const [first = [], ...rest] = blocks;
	const hasLabel = Array.isArray(first);
	return (
		<>
			<TextCheckbox of={of} box={box.box} checked={box.checked} line={box.line}>
				{hasLabel && first.length > 0 && (
					<span>
						<Parts parts={first} />
					</span>
				)}
			</TextCheckbox>
			<Blocks blocks={hasLabel ? rest : blocks} of={of} levelOf={levelOf} />
		</>
	);
}

function Parts({ parts }: { parts: RichPart[] }) {
	return parts.map((part, index) => {
		// biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change their places
		if (typeof part === 'string' || 'href' in part) return <LinkedText key={index} parts={[part]} />;
		const Mark = part.mark;
		return (
			// biome-ignore lint/suspicious/noArrayIndexKey: the same
			<Mark key={index}>
				<Parts parts={part.parts} />
			</Mark>
		);
	});
}
