import { cn } from '@/lib/cn';
import { boxTones } from '../map-tones';
import { type Freshness, freshnessNames, type MapFacts, type MapRole } from '../map-words';
import { FreshnessMark } from './freshness-mark';

const freshnesses: Freshness[] = ['fresh', 'quiet', 'never'];

type MapLegendProps = { roles: [MapRole, string][]; facts: MapFacts[] };

/** What the colours and signs of the picture mean, as far as they are in it. */
export function MapLegend({ roles, facts }: MapLegendProps) {
	const shownRoles = roles.filter(([role]) => facts.some((contact) => !contact.hasLeft && contact.role === role));
	const shown = freshnesses.filter((freshness) => facts.some((contact) => contact.freshness === freshness));
	return (
		<p className="flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-xs">
			{shownRoles.map(([role, name]) => (
				<span key={role} className="flex items-center gap-1.5">
					<span aria-hidden className={cn('size-3 rounded-sm border', boxTones[role].mark)} />
					<span>{name}</span>
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
