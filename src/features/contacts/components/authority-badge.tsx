'use client';

import { Badge } from '@/components/ui/badge';
import { authorityTones } from '@/components/ui/tones';
import { cn } from '@/lib/cn';
import { authorityLabels } from '../authority';
import type { AuthorityLevel } from '../schema';

type AuthorityBadgeProps = {
	isDecisionMaker: boolean;
	authorityLevel: AuthorityLevel | null;
	/** In a column whose head says already what it is about. */
	underHead?: boolean;
};

/** Whether a person decides, and with what authority: the one way in which it is shown. */
export function AuthorityBadge({ isDecisionMaker, authorityLevel, underHead }: AuthorityBadgeProps) {
	if (!isDecisionMaker) return null;
	if (!authorityLevel) return <Badge variant="secondary">Decision maker</Badge>;
	return (
		<Badge className={cn('whitespace-nowrap', authorityTones[authorityLevel])}>
			<span className={cn(underHead && '@min-[56rem]/list:sr-only')}>Decision maker ·</span>{' '}
			<span>{authorityLabels[authorityLevel]}</span>
		</Badge>
	);
}
