import { ColumnChart, Legend } from '@/components/charts/column-chart';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { listPath } from '@/domain/paths';
import { wonDealsParams } from '@/features/deals/schema';
import { requireUserId } from '@/lib/auth/session';
import { type Days, formatMonthOfYear, formatYear } from '@/lib/dates/dates';
import { formatMoney, formatTick } from '@/lib/money/money';
import { monthsIn } from '../report-periods';
import { addUp, deals, isMonth, monthOrPart } from '../report-words';
import { type ReportScope, readWonByMonth, type WonMonth } from '../server/report-queries';
import { ReportCard } from './report-card';

const before = { name: 'The period before', stroke: 'stroke-muted-foreground/40', mark: 'bg-muted-foreground/40' };
const now = { name: 'This period', stroke: 'stroke-stage-closed-won', mark: 'bg-stage-closed-won' };

/**
 * What was won in each month of the period, beside the months of the one before where there are as many and something was
 * won; the table has all of them.
 */
export async function WonByMonth({ scope }: { scope: ReportScope }) {
	const userId = await requireUserId();
	const { currency, settings } = scope;
	const { locale, timeZone } = settings;
	const style = { locale, currency };
	const [earlier, these] = [monthsIn(scope.before), monthsIn(scope.now)];
	const all = await readWonByMonth(userId, currency, [...earlier, ...these], timeZone);
	const [wonBefore, won] = [all.slice(0, earlier.length), all.slice(earlier.length)];
	const months = won.map((month, index) => ({ ...month, earlier: wonBefore[index] }));
	const sumOf = (of: WonMonth[]) => ({
		count: of.reduce((sum, month) => sum + month.count, 0),
		value: formatMoney(addUp(of.map(({ value }) => value)), style),
	});
	const [sum, sumBefore] = [sumOf(won), sumOf(wonBefore)];
	const paired = won.length === wonBefore.length && sumBefore.count > 0;
	const inWords = (month: WonMonth) =>
		`${monthOrPart(month, locale)}: ${deals(month.count)}, ${formatMoney(month.value, style)}`;
	const href = ({ from, to }: Days) => listPath('deals', { ...wonDealsParams({ from, to }), currency });
	const rowsOf = (of: WonMonth[], name: string) => [
		...of.map((month) => ({
			key: month.from,
			head: (
				<Link href={href(month)} className="hover:underline">
					{monthOrPart(month, locale)}
				</Link>
			),
			cells: [month.count.toLocaleString('en'), formatMoney(month.value, style)],
		})),
		{ key: name, head: name, cells: [sumOf(of).count.toLocaleString('en'), sumOf(of).value], total: true as const },
	];
	return (
		<ReportCard
			title="Won by month"
			file="won"
			scope={scope}
			counted={`deals that are in Closed Won, by the day on which they were closed. A deal that was taken up again counts when it is closed again.${
				all.every(isMonth) ? '' : ' The first and the last month are cut to the period.'
			}`}
			table={{
				heads: ['Month', 'Deals', 'Value'],
				rows: [...rowsOf(won, now.name), ...rowsOf(wonBefore, before.name)],
			}}
		>
			{sum.count + sumBefore.count === 0 ? (
				<p className="text-muted-foreground">Nothing was won in this period or in the one before.</p>
			) : (
				<>
					<p className="tabular-nums">
						<Link href={href(scope.now)} className="font-semibold text-xl hover:underline">
							{sum.value}
						</Link>{' '}
						<span className="text-muted-foreground">
							in <span>{deals(sum.count)}</span>; <span>{sumBefore.value}</span> in the period before
							{!paired && sumBefore.count > 0 && <span>{', whose months are in the table'}</span>}
						</span>
					</p>
					<ColumnChart
						label={`${deals(sum.count)} won for ${sum.value} in the period, by month; the table has each month and leads to its deals.`}
						columns={months.map((month) => ({
							label: axisName(month, months.length > 12, locale),
							name: [month, ...(paired && month.earlier ? [month.earlier] : [])].map(inWords).join('; '),
							values: paired ? [Number(month.earlier?.value ?? 0), Number(month.value)] : [Number(month.value)],
							href: href(month),
						}))}
						series={paired ? [before, now] : [now]}
						layout="beside"
						height={190}
						unit={currency}
						labelEvery={Math.ceil(months.length / 6)}
						writeTick={(tick) => formatTick(tick, style)}
					/>
					{paired && <Legend series={[now, before]} />}
				</>
			)}
		</ReportCard>
	);
}

/** A month on the axis: of a part of one the days as well, of many months their years. */
function axisName(month: Days, withYear: boolean, locale: string): string {
	const dayOf = (day: string) => Number(day.slice(8)).toLocaleString(locale);
	return [
		...(isMonth(month) ? [] : [[...new Set([dayOf(month.from), dayOf(month.to)])].join('–')]),
		formatMonthOfYear(month.from, { locale }),
		...(withYear ? [formatYear(month.from, { locale })] : []),
	].join('\n');
}

export function WonByMonthSkeleton() {
	return <Skeleton className="h-[21rem]" />;
}
