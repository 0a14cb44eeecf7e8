import { ArrowDownIcon, ArrowRightIcon, ArrowUpIcon } from '@/components/ui/icons';
import { Skeleton } from '@/components/ui/skeleton';
import { Stat, StatsSkeleton } from '@/components/ui/stat';
import { listPath } from '@/domain/paths';
import { wonDealsParams } from '@/features/deals/schema';
import { requireUserId } from '@/lib/auth/session';
import { formatMoney, formatRounded } from '@/lib/money/money';
import { counted } from '@/lib/text/counted';
import { endsAfterToday } from '../report-periods';
import { deals, inDays, oneDecimal, percent } from '../report-words';
import { type PeriodResults as Numbers, type ReportScope, readResults } from '../server/report-queries';
import { ReportCard } from './report-card';

type Compared = {
	label: string;
	now: string;
	before: string;
	/** The values to compare; null if there is nothing to compare. */
	values: [now: number | null, before: number | null];
	better: 'more' | 'less';
	/** Whether it grows until the period ends, which it has not done yet. */
	grows?: boolean;
	detail: string;
	href: ReturnType<typeof listPath>;
};

/** The results of the period: value won, win rate and speed, each compared with the period before. */
export async function ResultsReport({ scope }: { scope: ReportScope }) {
	const userId = await requireUserId();
	const { currency, settings } = scope;
	const { now, before } = await readResults(userId, currency, scope, settings.timeZone);
	const numbers = compare(now, before, scope);
	const style = { locale: settings.locale, currency };
	const tableRows: [name: string, of: (results: Numbers) => string][] = [
		['Deals won', ({ won }) => won.toLocaleString('en')],
		['Value won', ({ wonValue }) => formatMoney(wonValue, style)],
		['Deals lost', ({ lost }) => lost.toLocaleString('en')],
		['Value lost', ({ lostValue }) => formatMoney(lostValue, style)],
		['Win rate', ({ won, lost }) => percent(won, won + lost)],
		['Average won deal', ({ averageValue }) => (averageValue ? formatRounded(averageValue, style) : '–')],
		['Average days to win', ({ averageDays }) => inDays(averageDays)],
		['Won deals with days to win', ({ timed }) => timed.toLocaleString('en')],
	];
	return (
		<ReportCard
			title="Results"
			file="results"
			scope={scope}
			counted="deals that are won or lost, by the day on which they were closed. The win rate is won deals of all closed ones. Days to win go from a deal’s creation to its closing; deals that were never open, such as those that were entered as won, are left out of them."
			table={{
				heads: ['Number', 'This period', 'The period before'],
				rows: tableRows.map(([name, of]) => ({ key: name, head: name, cells: [of(now), of(before)] })),
			}}
		>
			<dl aria-label="Results" className="grid grid-cols-2 gap-3 lg:grid-cols-4">
				{numbers.map((number) => (
					<Stat key={number.label} label={number.label} values={[number.now]} href={number.href}>
						<Change {...number} />
						<span className="block">{number.detail}</span>
					</Stat>
				))}
			</dl>
		</ReportCard>
	);
}

function compare(now: Numbers, before: Numbers, scope: ReportScope): Compared[] {
	const { currency, settings, now: days } = scope;
	const style = { locale: settings.locale, currency };
	const wonList = listPath('deals', { ...wonDealsParams(days), currency });
	const closedList = listPath('deals', { ...wonDealsParams(days), stage: ['closed_won', 'closed_lost'], currency });
	const rate = ({ won, lost }: Numbers) => (won + lost > 0 ? Math.round((100 * won) / (won + lost)) : null);
	const average = ({ averageValue }: Numbers) => (averageValue ? formatRounded(averageValue, style) : '–');
	const numberOf = ({ averageValue }: Numbers) => (averageValue === null ? null : Number(averageValue));
	const daysOf = ({ averageDays }: Numbers) => (averageDays === null ? null : oneDecimal(averageDays));
	return [
		{
			label: 'Won',
			now: formatMoney(now.wonValue, style),
			before: formatMoney(before.wonValue, style),
			values: [Number(now.wonValue), Number(before.wonValue)],
			better: 'more',
			grows: endsAfterToday(scope),
			detail: deals(now.won),
			href: wonList,
		},
		{
			label: 'Win rate',
			now: percent(now.won, now.won + now.lost),
			before: percent(before.won, before.won + before.lost),
			values: [rate(now), rate(before)],
			better: 'more',
			detail: `${now.won.toLocaleString('en')} of ${deals(now.won + now.lost)} closed, ${formatMoney(now.lostValue, style)} lost`,
			href: closedList,
		},
		{
			label: 'Average won deal',
			now: average(now),
			before: average(before),
			values: [numberOf(now), numberOf(before)],
			better: 'more',
			detail: `Of ${wonDeals(now.won)}`,
			href: wonList,
		},
		{
			label: 'Average days to win',
			now: inDays(now.averageDays),
			before: inDays(before.averageDays),
			values: [daysOf(now), daysOf(before)],
			better: 'less',
			detail:
				now.timed < now.won
					? `Of ${now.timed.toLocaleString('en')} of ${wonDeals(now.won)}, from creation to closing`
					: 'From creation to closing',
			href: wonList,
		},
	];
}

const wonDeals = (count: number) => counted(count, 'won deal', 'won deals');

/**
 * Against the period before: up or down, in words, and coloured by whether that is good. A sum that is still less than that
 * of a whole period says nothing yet.
 */
function Change({ values: [now, before], before: shown, better, grows }: Compared) {
	if (before === null) return <span className="block">Nothing before to compare with</span>;
	const by = (now ?? 0) - before;
	if (now === null)
		return (
			<span className="block">
				<span>{shown}</span> before
			</span>
		);
	if (grows && by < 0)
		return (
			<span className="block">
				so far, <span>{shown}</span> in all of the period before
			</span>
		);
	const Icon = by > 0 ? ArrowUpIcon : by < 0 ? ArrowDownIcon : ArrowRightIcon;
	const good = better === 'more' ? by > 0 : by < 0;
	const tone = by === 0 ? '' : good ? 'text-success-ink' : 'text-destructive-ink';
	return (
		<span className={`flex items-start gap-1 ${tone}`}>
			<Icon className="mt-0.5 size-3.5 shrink-0" />
			<span className="wrap-anywhere">
				<span>{by > 0 ? 'up from' : by < 0 ? 'down from' : 'as before:'}</span> <span>{shown}</span>
			</span>
		</span>
	);
}

export function ResultsReportSkeleton() {
	return (
		<div className="flex flex-col gap-3 rounded-lg border bg-card p-4">
			<Skeleton className="h-6 w-24" />
			<div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
				<StatsSkeleton count={4} />
			</div>
			<Skeleton className="h-12" />
		</div>
	);
}
