import Link from 'next/link';
import type { Settings } from '@/features/account/queries';
import { dayIn, dayOfColumn, formatDate, formatDay } from '@/lib/dates';
import { formatMoney, formatRounded } from '@/lib/money';
import { companyPath, contactPath } from '@/lib/paths';
import type { Deal } from '../queries';
import { isClosed, stageNames } from '../stages';

/** The head of a deal's page: with whom, for how much, and when. */
export function DealCard({ deal, settings }: { deal: Deal; settings: Settings }) {
	const { company, contact, value, currency, probability, stage, expectedCloseOn, closedAt } = deal;
	const style = { locale: settings.locale, currency };
	const weighted = value.mul(probability ?? 0).div(100);
	const close = expectedCloseOn && dayOfColumn(expectedCloseOn);
	const overdue = close !== null && !isClosed(stage) && close < dayIn(new Date(), settings.timeZone);
	return (
		<section
			aria-label="About the deal"
			className="mb-5 flex flex-wrap items-baseline gap-x-8 gap-y-2 rounded-lg border bg-card px-4 py-3"
		>
			<p className="font-semibold text-lg tabular-nums">{formatMoney(value.toFixed(2), style)}</p>
			<p className="text-muted-foreground tabular-nums">
				Weighted {formatRounded(weighted.toString(), style)} at {probability} %
			</p>
			{closedAt ? (
				<p>
					{stageNames[stage]} on {formatDay(closedAt, settings)}
				</p>
			) : close ? (
				<p className={overdue ? 'font-medium text-destructive-ink' : undefined}>
					{overdue ? 'Overdue since' : 'Expected to close'} {formatDate(close, settings)}
				</p>
			) : (
				<p className="text-muted-foreground">No expected close date</p>
			)}
			<Link href={companyPath(company.id)} className="wrap-anywhere hover:underline">
				{company.name}
			</Link>
			{contact && (
				<Link href={contactPath(contact.id)} className="wrap-anywhere hover:underline">
					{contact.name}
				</Link>
			)}
		</section>
	);
}
