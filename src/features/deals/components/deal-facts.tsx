import type { Settings } from '@/features/account/server/account-queries';
import { dayOfColumn, formatDate, formatDay } from '@/lib/dates/dates';
import { formatMoney, formatRounded } from '@/lib/money/money';
import type { Deal } from '../server/deal-queries';
import { stageNames } from '../stage/stages';

/** What matters most of a deal: its value, when it closes, and how likely that is. */
export function DealFacts({ deal, settings }: { deal: Deal; settings: Settings }) {
	const { value, currency, probability, stage, expectedCloseOn, closedAt } = deal;
	const style = { locale: settings.locale, currency };
	const weighted = value.mul(probability ?? 0).div(100);
	return (
		<section aria-label="About the deal">
			<dl className="mt-1.5 flex flex-wrap gap-x-7 gap-y-1.5 tabular-nums">
				<div>
					<dt className="text-muted-foreground text-xs">Value</dt>
					<dd className="font-semibold text-base leading-6">{formatMoney(value.toFixed(2), style)}</dd>
				</div>
				<div>
					<dt className="text-muted-foreground text-xs">{closedAt ? stageNames[stage] : 'Expected close date'}</dt>
					<dd className="font-semibold leading-6">
						{closedAt ? (
							formatDay(closedAt, settings)
						) : expectedCloseOn ? (
							formatDate(dayOfColumn(expectedCloseOn), settings)
						) : (
							<span className="font-normal text-muted-foreground">None yet</span>
						)}
					</dd>
				</div>
				<div>
					<dt className="text-muted-foreground text-xs">Probability</dt>
					<dd className="leading-6">
						<span className="font-semibold">{probability} %</span>{' '}
						<span className="text-muted-foreground text-xs">{formatRounded(weighted.toString(), style)} weighted</span>
					</dd>
				</div>
			</dl>
		</section>
	);
}
