import { Link } from '@/components/ui/link';
import { contactPath } from '@/domain/paths';
import { cn } from '@/lib/cn';
import { fitText } from '../fit-text';
import { type MapLayout, nodeSize } from '../map-layout';
import { boxTones, freshnessShapes } from '../map-tones';
import type { MapFacts } from '../map-words';

type MapPictureProps = { layout: MapLayout; facts: Map<string, MapFacts> };

/** A name is in no language; React's types know this attribute of HTML alone. */
const unchanged = { translate: 'no' };
const padding = 10;
const textRoom = nodeSize.width - 2 * padding;

/** Who reports to whom, as a picture. The list beside it says the same to those who can't see it, so that it is hidden from them. */
export function MapPicture({ layout: { width, height, places, lines, aloneY }, facts }: MapPictureProps) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
		<section aria-label="Picture. The list says the same." tabIndex={0} className="-mx-4 overflow-x-auto px-4 py-1">
			<div aria-hidden className="relative" style={{ width, height }}>
				<svg aria-hidden width={width} height={height} className="block overflow-visible">
					<path d={lines.map((line) => `M${line.join('L')}`).join('')} className="fill-none stroke-input" />
					{aloneY !== null && (
						<text x={0} y={aloneY} className="fill-muted-foreground text-xs">
							“Reports to” not set
						</text>
					)}
					{places.map(({ id, x, y }) => {
						const contact = facts.get(id);
						return contact && <Box key={id} contact={contact} x={x} y={y} />;
					})}
				</svg>
				{places.map(({ id, x, y }) => (
					<Link
						key={id}
						href={contactPath(id)}
						title={inWords(facts.get(id))}
						tabIndex={-1}
						className="absolute rounded-md hover:bg-foreground/5"
						style={{ left: x, top: y, ...nodeSize }}
					/>
				))}
			</div>
		</section>
	);
}

function Box({ contact, x, y }: { contact: MapFacts; x: number; y: number }) {
	const { name, jobTitle, role, roleText, hasLeft, freshness, contactText } = contact;
	const { box, text } = boxTones[hasLeft ? 'none' : role];
	const second = roleText || jobTitle;
	// two lines stand in the middle
	const [first, last] = second ? [18, 49] : [25, 43];
	return (
		<g transform={`translate(${x},${y})`}>
			<rect {...nodeSize} rx={6} className={cn(box, hasLeft && '[stroke-dasharray:4_3]')} />
			<text x={padding} y={first} {...unchanged} className="fill-foreground font-medium text-xs">
				{fitText(name, 12, textRoom)}
			</text>
			{second && (
				<text
					x={padding}
					y={33}
					{...(!roleText && unchanged)}
					className={cn('text-[11px]', roleText ? text : 'fill-muted-foreground')}
				>
					{fitText(second, 11, textRoom)}
				</text>
			)}
			{freshness && (
				<path
					d={freshnessShapes[freshness].path}
					transform={`translate(${padding + 4},${last - 3.5})`}
					className={freshnessShapes[freshness].className}
				/>
			)}
			<text x={padding + (freshness ? 13 : 0)} y={last} className="fill-muted-foreground text-[11px] tabular-nums">
				{contactText}
			</text>
		</g>
	);
}

/** All that a box says, and what it has no room for. */
function inWords(contact: MapFacts | undefined): string {
	if (!contact) return '';
	const { name, jobTitle, roleText, contactText, deals } = contact;
	const roles = deals.map((deal) => `${deal.role} in “${deal.name}”`);
	return [name, jobTitle, ...(roles.length > 0 ? roles : [roleText]), contactText].filter(Boolean).join('\n');
}
