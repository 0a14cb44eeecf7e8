import { Link } from '@/components/ui/link';
import { companyPath, contactPath } from '@/domain/paths';
import type { Settings } from '@/features/account/server/account-queries';
import { dayOfColumn, formatDate, formatDay } from '@/lib/dates/dates';
import { formatMoney, formatRounded } from '@/lib/money/money';
import type { Deal } from '../server/deal-queries';
import { DealSignals } from '../signals/deal-signals';
import { SignalHints } from '../signals/signal-hints';
import type { ShownSignal } from '../signals/signals';
import { stageNames } from '../stage/stages';

type DealCardProps = { deal: Deal; signals: ShownSignal[]; settings: Settings };

/** The head of a deal's page: its company and contact, its value, its close date and its signals. */
export function DealCard({ deal, signals, settings }: DealCardProps) {
	const { company, contact, value, currency, probability, stage, expectedCloseOn, closedAt } = deal;
	const style = { locale: settings.locale, currency };
	const weighted = value.mul(probability ?? 0).div(100);
	return (
		<section
			aria-label="About the deal"
			className="mb-5 flex flex-wrap items-baseline gap-x-8 gap-y-2 rounded-lg border bg-card px-4 py-3"
		>
			<p className="font-semibold text-lg tabular-nums">{formatMoney(value.toFixed(2), style)}</p>
			<p className="text-muted-foreground tabular-nums">
				Weighted <span>{formatRounded(weighted.toString(), style)}</span> at <span>{probability}</span> %
			</p>
			{closedAt ? (
				<p>
					<span>{stageNames[stage]}</span> on <span>{formatDay(closedAt, settings)}</span>
				</p>
			) : expectedCloseOn ? (
				<p>
					Expected to close <span>{formatDate(dayOfColumn(expectedCloseOn), settings)}</span>
				</p>
			) : (
				<p className="text-muted-foreground">No expected close date</p>
			)}
			<Link href={companyPath(company.id)} translate="no" className="text-link">
				{company.name}
			</Link>
			{contact && (
				<Link href={contactPath(contact.id)} translate="no" className="text-link">
					{contact.name}
				</Link>
			)}
			{signals.length > 0 && (
				<div className="w-full">
					<DealSignals signals={signals} />
					<SignalHints />
				</div>
			)}
		</section>
	);
}
