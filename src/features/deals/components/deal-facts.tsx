import { PropertyFacts } from '@/components/form/in-place/property-facts';
import type { Settings } from '@/features/account/server/account-queries';
import { formatDay } from '@/lib/dates/dates';
import { changeDealField } from '../actions';
import { dealFacts } from '../deal-properties';
import type { Deal } from '../server/deal-queries';
import { stageNames } from '../stage/stages';

/** What matters most of a deal: its value, when it closes, and how likely that is. */
export function DealFacts({ deal, settings }: { deal: Deal; settings: Settings }) {
	const { id, stage, closedAt, probability } = deal;
	return (
		<section aria-label="About the deal">
			<PropertyFacts key={id} id={id} save={changeDealField} properties={dealFacts(deal, settings)}>
				{closedAt && (
					<div className="property">
						<dt>{stageNames[stage]}</dt>
						<dd>
							<span>{formatDay(closedAt, settings)}</span>
						</dd>
					</div>
				)}
				{closedAt && (
					<div className="property">
						<dt>Probability</dt>
						<dd>
							<span>{probability}%</span>
						</dd>
					</div>
				)}
			</PropertyFacts>
		</section>
	);
}
