import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { contactPath, dealPath } from '@/domain/paths';
import type { MapNode } from '../map-layout';
import { boxTones } from '../map-tones';
import { freshnessNames, type MapFacts } from '../map-words';
import { FreshnessMark } from './freshness-mark';

type MapListProps = { nodes: MapNode[]; facts: Map<string, MapFacts>; label?: string };

/** Who reports to whom, as lists within lists. */
export function MapList({ nodes, facts, label }: MapListProps) {
	return (
		<ul aria-label={label} className={label ? undefined : 'ml-2 border-l pl-3'}>
			{nodes.map(({ id, reports }) => {
				const contact = facts.get(id);
				return (
					contact && (
						<li key={id} className="pt-1.5">
							<MapLine contact={contact} />
							{reports.length > 0 && <MapList nodes={reports} facts={facts} />}
						</li>
					)
				);
			})}
		</ul>
	);
}

function MapLine({ contact }: { contact: MapFacts }) {
	const { id, name, jobTitle, role, roleText, hasLeft, freshness, contactText, deals } = contact;
	return (
		<div className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
			<Link href={contactPath(id)} translate="no" className="wrap-anywhere text-link font-medium">
				{name}
			</Link>
			{roleText && (
				<Badge className={hasLeft ? undefined : boxTones[role].badge} variant={hasLeft ? 'outline' : 'secondary'}>
					{roleText}
				</Badge>
			)}
			{jobTitle && (
				<span translate="no" className="wrap-anywhere text-muted-foreground">
					{jobTitle}
				</span>
			)}
			<span className="inline-flex items-center gap-1 text-muted-foreground text-xs tabular-nums">
				{freshness && <FreshnessMark freshness={freshness} />}
				<span>{contactText}</span>
				{freshness === 'quiet' && <span>· {freshnessNames.quiet}</span>}
			</span>
			{deals.map((deal) => (
				<span key={deal.id} className="text-muted-foreground text-xs">
					{deal.role} in{' '}
					<Link href={dealPath(deal.id)} translate="no" className="wrap-anywhere text-link">
						{deal.name}
					</Link>
				</span>
			))}
		</div>
	);
}
