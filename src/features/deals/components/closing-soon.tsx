import { Card, CardAction, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { companyPath, dealPath, listPath } from '@/domain/paths';
import { getSettings, type Settings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { dayIn, daysBetween, daysLater, formatDate } from '@/lib/dates/dates';
import { countLimit } from '@/lib/list/list-params';
import { formatMoney } from '@/lib/money/money';
import { counted } from '@/lib/text/counted';
import { dealList } from '../schema';
import { type DealRow, listDeals } from '../server/deal-queries';
import { StageBadge } from '../stage/stage-badge';
import { openStages } from '../stage/stages';

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
						{rows.slice(0, shownDeals).map((deal) => (
							<ClosingDeal key={deal.id} deal={deal} today={today} settings={settings} />
						))}
					</ul>
				)}
			</CardContent>
		</Card>
	);
}

function ClosingDeal({ deal, today, settings }: { deal: DealRow; today: string; settings: Settings }) {
	const { id, name, stage, value, currency, companyId, companyName, expectedCloseOn } = deal;
	const days = daysBetween(today, expectedCloseOn ?? today);
	return (
		<li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-t px-4 py-2.5">
			<div className="min-w-0">
				<div className="flex flex-wrap items-center gap-x-2 gap-y-1">
					<Link href={dealPath(id)} translate="no" className="text-link font-medium">
						{name}
					</Link>
					<StageBadge stage={stage} />
				</div>
				<Link href={companyPath(companyId)} translate="no" className="text-link text-muted-foreground">
					{companyName}
				</Link>
			</div>
			<div className="text-right tabular-nums">
				<p className="font-semibold">{formatMoney(value, { locale: settings.locale, currency })}</p>
				<p className={toneOf(days)} title={expectedCloseOn ? formatDate(expectedCloseOn, settings) : undefined}>
					{inDays(days)}
				</p>
			</div>
		</li>
	);
}

/** Red under seven days or after the day has passed, amber under fourteen. */
function toneOf(days: number): string {
	if (days < 7) return 'text-destructive-ink';
	return days < 14 ? 'text-warning-ink' : 'text-muted-foreground';
}

function inDays(days: number): string {
	if (days < 0) return `${counted(-days, 'day', 'days')} overdue`;
	if (days === 0) return 'Today';
	return days === 1 ? 'Tomorrow' : `In ${days} days`;
}

export function ClosingSoonSkeleton() {
	return <Skeleton className="h-80" />;
}
