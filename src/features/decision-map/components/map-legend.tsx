import { roleNames } from '@/features/deals/schema';
import { cn } from '@/lib/cn';
import { type Freshness, freshnessNames, type MapFacts, type MapRole } from '../map-facts';
import { roleTones } from '../map-tones';
import { FreshnessMark } from './freshness-mark';

const roles = [...(Object.keys(roleNames) as MapRole[]), 'none' as const];
const freshnesses: Freshness[] = ['fresh', 'quiet', 'never'];

/** What the colours and signs of the picture mean, as far as they are in it. */
export function MapLegend({ facts }: { facts: MapFacts[] }) {
	const shownRoles = roles.filter((role) => facts.some((contact) => !contact.hasLeft && contact.role === role));
	const shown = freshnesses.filter((freshness) => facts.some((contact) => contact.freshness === freshness));
	return (
		<p className="flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-xs">
			{shownRoles.map((role) => (
				<span key={role} className="flex items-center gap-1.5">
					<span aria-hidden className={cn('size-3 rounded-sm border', roleTones[role].mark)} />
					{role === 'none' ? 'No role yet' : roleNames[role]}
				</span>
			))}
			{shown.map((freshness) => (
				<span key={freshness} className="flex items-center gap-1.5">
					<FreshnessMark freshness={freshness} />
					{freshnessNames[freshness]}
				</span>
			))}
		</p>
	);
}
