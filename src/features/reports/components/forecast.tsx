import { ColumnChart, Legend } from '@/components/charts/column-chart';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { requireUserId } from '@/lib/auth/session';
import { formatMonthOfYear } from '@/lib/dates/dates';
import { formatMoney, formatRounded, formatShort, formatTick } from '@/lib/money/money';
import { forecastMonths, partName, partPath } from '../forecast';
import { comingMonths } from '../report-periods';
import { addUp, deals } from '../report-words';
import { type ForecastPart, type ReportScope, readForecast } from '../server/report-queries';
import { ReportCard } from './report-card';

const series = [
	{ name: 'Full value', stroke: 'stroke-chart-1-soft', mark: 'bg-chart-1-soft' },
	{ name: 'Weighted by probability', stroke: 'stroke-chart-1', mark: 'bg-chart-1' },
];

/** The value of the open deals by the month in which they are expected to close. */
export async function Forecast({ scope }: { scope: ReportScope }) {
	const userId = await requireUserId();
	const { currency, settings, today } = scope;
	const style = { locale: settings.locale, currency };
	const parts = await readForecast(userId, currency, comingMonths(today, forecastMonths));
	const count = parts.reduce((sum, part) => sum + part.count, 0);
	const total = formatMoney(addUp(parts.map(({ value }) => value)), style);
	const weighted = formatRounded(addUp(parts.map((part) => part.weighted)), style);
	const inWords = (part: ForecastPart) =>
		`${partName(part, settings.locale)}: ${deals(part.count)}, ${formatMoney(part.value, style)}, weighted ${formatRounded(part.weighted, style)}`;
	return (
		<ReportCard
			title="Forecast"
			file="forecast"
			scope={scope}
			counted="open deals by their expected close date. Weighted is value times probability: the deal’s own, or what is usual in its stage."
			table={{
				heads: ['Expected close', 'Deals', 'Value', 'Weighted'],
				rows: [
					...parts.map((part) => ({
						key: partName(part, settings.locale),
						head: (
							<Link href={partPath(part, currency)} className="hover:underline">
								{partName(part, settings.locale)}
							</Link>
						),
						cells: [
							part.count.toLocaleString('en'),
							formatMoney(part.value, style),
							formatRounded(part.weighted, style),
						],
					})),
					{ key: 'total', head: 'All', cells: [count.toLocaleString('en'), total, weighted], total: true },
				],
			}}
		>
			<div className="flex flex-wrap items-baseline gap-x-6 gap-y-1 tabular-nums">
				<p>
					<span className="font-semibold text-xl">{weighted}</span>{' '}
					<span className="text-muted-foreground">
						weighted, of {total} in <span>{deals(count)}</span>
					</span>
				</p>
			</div>
			{count === 0 ? (
				<p className="text-muted-foreground">
					No deal is open. What you hope to sell stands here once it is on the board.
				</p>
			) : (
				<>
					<ColumnChart
						label={`${total} in ${deals(count)}, weighted ${weighted}, by expected close; the table has each month and leads to its deals.`}
						columns={parts.map((part) => ({
							label: axisName(part, settings.locale),
							name: inWords(part),
							values: [Number(part.value), Number(part.weighted)],
							href: partPath(part, currency),
							top: part.count > 0 ? formatShort(Number(part.value), style) : '',
						}))}
						series={series}
						layout="inside"
						height={210}
						unit={currency}
						writeTick={(tick) => formatTick(tick, style)}
					/>
					<Legend series={series} />
				</>
			)}
		</ReportCard>
	);
}

function axisName({ kind, from = '' }: ForecastPart, locale: string): string {
	if (kind === 'month') return formatMonthOfYear(from, { locale });
	return { overdue: 'Over-\ndue', later: 'Later', none: 'No\ndate' }[kind];
}

export function ForecastSkeleton() {
	return <Skeleton className="h-[24rem]" />;
}
