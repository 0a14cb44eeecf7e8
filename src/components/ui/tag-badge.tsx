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
			<span className="truncate" title={name}>
				{name}
			</span>
			{children}
		</Badge>
	);
}

function toneOf(colour: string): string {
	return Object.hasOwn(tagTones, colour) ? tagTones[colour as keyof typeof tagTones] : tagTones.slate;
}
