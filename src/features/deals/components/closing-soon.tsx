import { Card, CardAction, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { listPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { dayIn, daysBetween, daysLater, formatDate } from '@/lib/dates/dates';
import { countLimit } from '@/lib/list/list-count';
import { formatMoney } from '@/lib/money/money';
import { dealList } from '../schema';
import { listDeals } from '../server/deal-queries';
import { openStages } from '../stage/stages';
import { ClosingDeal } from './closing-deal';

const closingDays = 30;
const shownDeals = 8;

/** The open deals that are expected to close within 30 days, or should have closed by now, the nearest first. */
export async function ClosingSoon() {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const today = dayIn(new Date(), settings.timeZone);
	const filters = { view: 'list', stage: openStages, closeTo: daysLater(today, closingDays), sort: 'close.asc' };
	const { rows, count } = await listDeals(userId, dealList.parse(filters), settings.timeZone);
	return (
		<Card className="gap-2 pb-1">
			<CardHeader>
				<CardTitle>Deals closing soon</CardTitle>
				{count > 0 && (
					<CardAction>
						<Link href={listPath('deals', filters)} className="text-sm tabular-nums hover:underline">
							All <span>{count > countLimit ? `${countLimit.toLocaleString('en')}+` : count.toLocaleString('en')}</span>
						</Link>
					</CardAction>
				)}
			</CardHeader>
			<CardContent className="px-0">
				{count === 0 ? (
					<p className="px-4 pb-3 text-muted-foreground">
						No open deal is expected to close within <span>{closingDays}</span> days.
					</p>
				) : (
					<ul>
						{rows.slice(0, shownDeals).map(({ id, name, stage, companyId, companyName, ...deal }) => (
							<ClosingDeal
								key={id}
								{...{ id, name, stage, companyId, companyName }}
								value={formatMoney(deal.value, { locale: settings.locale, currency: deal.currency })}
								day={deal.expectedCloseOn ? formatDate(deal.expectedCloseOn, settings) : undefined}
								days={daysBetween(today, deal.expectedCloseOn ?? today)}
							/>
						))}
					</ul>
				)}
			</CardContent>
		</Card>
	);
}

export function ClosingSoonSkeleton() {
	return <Skeleton className="h-80" />;
}
