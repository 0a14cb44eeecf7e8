import { Link } from '@/components/ui/link';
import { dealPath } from '@/domain/paths';
import { StageBadge } from '../stage/stage-badge';
import type { DealStage } from '../stage/stages';

/** A deal's name, which leads to it, and its stage. */
export function DealHeading({ id, name, stage }: { id: string; name: string; stage: DealStage }) {
	return (
		<div className="flex flex-wrap items-center gap-x-2 gap-y-1">
			<Link href={dealPath(id)} translate="no" className="text-link font-medium">
				{name}
			</Link>
			<StageBadge stage={stage} />
		</div>
	);
}
