import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { Badge } from './badge';
import { tagTones } from './tones';

export interface TagBadgeProps {
	name: string;
	/** The colour as it is stored; one that is unknown is shown as slate. */
	colour: string;
	className?: string;
	/** Stands behind the name, such as a button that removes the tag. */
	children?: ReactNode;
}

/** A tag in its colour; a long name is cut off and shown whole on hovering. */
export function TagBadge({ name, colour, className, children }: TagBadgeProps) {
	return (
		<Badge className={cn('min-w-0 max-w-48 shrink', toneOf(colour), className)}>
			<span translate="no" className="truncate" title={name}>
				{name}
			</span>
			{children}
		</Badge>
	);
}

type TagListProps = { tags: Pick<TagBadgeProps, 'name' | 'colour'>[]; label?: string };

/** A record's tags, or the options that it has of a list; nothing where there are none. */
export function TagList({ tags, label = 'Tags' }: TagListProps) {
	if (tags.length === 0) return null;
	return (
		<ul aria-label={label} className="flex flex-wrap gap-1">
			{tags.map((tag) => (
				<li key={tag.name} className="flex min-w-0">
					<TagBadge {...tag} {...(label !== 'Tags' && { className: 'max-w-full' })} />
				</li>
			))}
		</ul>
	);
}

const shownInRow = 3;

/** A record's tags in a row of a list: the first ones, and how many more there are. */
export function RowTags({ tags }: { tags: Pick<TagBadgeProps, 'name' | 'colour'>[] }) {
	const more = tags.slice(shownInRow).map(({ name }) => name);
	return (
		<span data-tags className="flex items-center gap-1">
			{tags.slice(0, shownInRow).map((tag) => (
				<TagBadge key={tag.name} {...tag} />
			))}
			{more.length > 0 && (
				<span className="text-muted-foreground text-xs" title={more.join(', ')}>
					+<span>{more.length}</span>
				</span>
			)}
		</span>
	);
}

function toneOf(colour: string): string {
	return Object.hasOwn(tagTones, colour) ? tagTones[colour as keyof typeof tagTones] : tagTones.slate;
}
