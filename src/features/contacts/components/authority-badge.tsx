import { Badge } from '@/components/ui/badge';
import { authorityTones } from '@/components/ui/tones';
import { cn } from '@/lib/cn';
import type { AuthorityLevel } from '../schema';

export const authorityLabels: Record<AuthorityLevel, string> = {
	primary: 'Primary',
	secondary: 'Secondary',
	influencer: 'Influencer',
};

type AuthorityBadgeProps = { isDecisionMaker: boolean; authorityLevel: AuthorityLevel | null };

/** Whether a person decides, and with what authority: the one way in which it is shown. */
export function AuthorityBadge({ isDecisionMaker, authorityLevel }: AuthorityBadgeProps) {
	if (!isDecisionMaker) return null;
	if (!authorityLevel) return <Badge variant="secondary">Decision maker</Badge>;
	return (
		<Badge className={cn('whitespace-nowrap', authorityTones[authorityLevel])}>
			Decision maker · {authorityLabels[authorityLevel]}
		</Badge>
	);
}
