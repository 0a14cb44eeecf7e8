import { customProperties } from '@/components/form/in-place/custom-properties';
import { PropertyList } from '@/components/form/in-place/property-list';
import { RecordDates } from '@/components/layout/record-dates';
import { RailSection } from '@/components/layout/record-frame';
import { ownFields } from '@/domain/fields/own-fields';
import { dealHistoryPath } from '@/domain/paths';
import type { Settings } from '@/features/account/server/account-queries';
import { NewFieldPicker } from '@/features/fields/components/new-field-picker';
import { requireUserId } from '@/lib/auth/session';
import { formatDay } from '@/lib/dates/dates';
import { counted } from '@/lib/text/counted';
import { changeDealField } from '../actions';
import { dealProperties } from '../deal-properties';
import type { Deal } from '../server/deal-queries';
import type { Stay } from '../stage/deal-path';
import { StageBadge } from '../stage/stage-badge';
import { isClosed } from '../stage/stages';

type DealDetailsProps = {
	deal: Deal;
	path: Stay[];
	settings: Settings;
};

/** What is known of a deal, each field edited where it stands, and its way through the stages. */
export async function DealDetails({ deal, path, settings }: DealDetailsProps) {
	const own = await ownFields(await requireUserId(), 'deal', deal);
	return (
		<>
			<PropertyList
				key={deal.id}
				id={deal.id}
				label="Details of the deal"
				historyPath={dealHistoryPath(deal.id)}
				save={changeDealField}
				properties={dealProperties(deal)}
				custom={customProperties(own, settings)}
				adds={<NewFieldPicker kind="deal" id={deal.id} />}
			/>
			<RailSection title="Stage history">
				<ol className="text-[0.8125rem]">
					{path.toReversed().map((stay) => (
						<li key={stay.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1 tabular-nums">
							<StageBadge stage={stay.stage} />
							<span>
								since <span>{formatDay(stay.since, settings)}</span>
							</span>
							<span className="ml-auto text-muted-foreground">{lengthOf(stay)}</span>
						</li>
					))}
				</ol>
			</RailSection>
			<RecordDates record={deal} settings={settings} />
		</>
	);
}

function lengthOf({ stage, days, present }: Stay): string {
	if (present && isClosed(stage)) return 'closed';
	const length = days === 0 ? 'less than a day' : counted(days, 'day', 'days');
	return present ? `${length} so far` : length;
}
