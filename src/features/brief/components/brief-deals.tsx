import { Link } from '@/components/ui/link';
import { dealPath } from '@/domain/paths';
import type { Settings } from '@/features/account/server/account-queries';
import { stageNames } from '@/features/deals/schema';
import type { listOpenDeals } from '@/features/deals/server/deal-queries';
import { formatDate } from '@/lib/dates/dates';
import { formatMoney } from '@/lib/money/money';
import { BriefSection, Nothing } from './brief-section';

type BriefDealsProps = { deals: Awaited<ReturnType<typeof listOpenDeals>>; settings: Settings };

/** What is open, and what is amiss with it. */
export function BriefDeals({ deals, settings }: BriefDealsProps) {
	return (
		<BriefSection title="Open deals">
			{deals.length === 0 ? (
				<Nothing>No open deals.</Nothing>
			) : (
				<ul className="divide-y rounded-lg border bg-card print:border-0">
					{deals.map(({ id, name, stage, value, currency, expectedCloseOn, signals }) => (
						<li key={id} className="flex break-inside-avoid flex-col gap-0.5 px-4 py-2 print:px-0">
							<p className="flex flex-wrap items-baseline justify-between gap-x-6">
								<Link href={dealPath(id)} translate="no" className="text-link wrap-anywhere min-w-0 font-medium">
									{name}
								</Link>
								<span className="font-semibold tabular-nums">
									{formatMoney(value, { locale: settings.locale, currency })}
								</span>
							</p>
							<p className="text-muted-foreground">
								{stageNames[stage]}
								{expectedCloseOn
									? ` · Expected to close ${formatDate(expectedCloseOn, settings)}`
									: ' · No expected close date'}
							</p>
							{signals.length > 0 && <p className="text-warning-ink">{signals.map(({ text }) => text).join(' · ')}</p>}
						</li>
					))}
				</ul>
			)}
		</BriefSection>
	);
}
