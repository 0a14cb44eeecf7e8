import { RecordOverview } from '@/components/layout/record-overview';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import type { Settings } from '@/features/account/server/account-queries';
import { formatDay } from '@/lib/dates/dates';
import { counted } from '@/lib/text/counted';
import { editDealMetadata } from '../actions';
import type { Deal } from '../server/deal-queries';
import type { Stay } from '../stage/deal-path';
import { StageBadge } from '../stage/stage-badge';
import { isClosed } from '../stage/stages';

type DealDetailsProps = {
	deal: Deal;
	path: Stay[];
	settings: Settings;
};

/** A deal's way through the stages, its notes and its own fields. */
export function DealDetails({ deal, path, settings }: DealDetailsProps) {
	return (
		<RecordOverview record={deal} settings={settings} save={editDealMetadata}>
			{deal.stage === 'closed_lost' && deal.lostReason && (
				<Card>
					<CardHeader>
						<CardTitle>Why it was lost</CardTitle>
					</CardHeader>
					<CardContent className="wrap-anywhere whitespace-pre-wrap">{deal.lostReason}</CardContent>
				</Card>
			)}
			<Card className="gap-2 pb-1">
				<CardHeader>
					<CardTitle>Path</CardTitle>
				</CardHeader>
				<CardContent className="px-0">
					<ol>
						{path.toReversed().map((stay) => (
							<li key={stay.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t px-4 py-2 tabular-nums">
								<StageBadge stage={stay.stage} />
								<span>
									since <span>{formatDay(stay.since, settings)}</span>
								</span>
								<span className="ml-auto text-muted-foreground">{lengthOf(stay)}</span>
							</li>
						))}
					</ol>
				</CardContent>
			</Card>
		</RecordOverview>
	);
}

function lengthOf({ stage, days, present }: Stay): string {
	if (present && isClosed(stage)) return 'closed';
	const length = days === 0 ? 'less than a day' : counted(days, 'day', 'days');
	return present ? `${length} so far` : length;
}
