import Link from 'next/link';
import { ColumnChart, Legend } from '@/components/charts/column-chart';
import { Skeleton } from '@/components/ui/skeleton';
import { wonIn } from '@/features/deals/schema';
import { type Days, formatMonthOfYear } from '@/lib/dates';
import { formatMoney, formatShort } from '@/lib/money';
import { listPath } from '@/lib/paths';
import { requireUserId } from '@/lib/session';
import { monthsIn } from '../periods';
import { type ReportScope, readWonByMonth } from '../queries';
import { addUp, deals, monthName } from '../words';
import { ReportCard } from './report-card';

const before = { name: 'The period before', fill: 'fill-muted-foreground/40', mark: 'bg-muted-foreground/40' };
const now = { name: 'This period', fill: 'fill-stage-closed-won', mark: 'bg-stage-closed-won' };

/** What was won in each month of the period, beside the months of the one before where there are as many and something was won. */
export async function WonByMonth({ scope }: { scope: ReportScope }) {
	const userId = await requireUserId();
	const { currency, settings } = scope;
	const { locale, timeZone } = settings;
	const style = { locale, currency };
	const [earlier, these] = [monthsIn(scope.before), monthsIn(scope.now)];
	const all = await readWonByMonth(userId, currency, [...earlier, ...these], timeZone);
	const [wonBefore, won] = [all.slice(0, earlier.length), all.slice(earlier.length)];
	const months = won.map((month, index) => ({ ...month, earlier: wonBefore[index] }));
	const paired = won.length === wonBefore.length && wonBefore.some(({ count }) => count > 0);
	const href = ({ from, to }: Days) => listPath('deals', { ...wonIn({ from, to }), currency });
	const count = months.reduce((sum, month) => sum + month.count, 0);
	const total = formatMoney(addUp(months.map(({ value }) => value)), style);
	return (
		<ReportCard
			title="Won by month"
			file="won"
			scope={scope}
			counted="deals that are in Closed Won, by the day on which they were closed. A deal that was taken up again counts when it is closed again."
			table={{
				heads: ['Month', 'Deals', 'Value', ...(paired ? ['Deals before', 'Value before'] : [])],
				rows: [
					...months.map((month) => ({
						key: month.from,
						head: (
							<Link href={href(month)} prefetch={false} className="hover:underline">
								{monthName(month, locale)}
							</Link>
						),
						cells: [
							month.count.toLocaleString('en'),
							formatMoney(month.value, style),
							...(paired
								? [month.earlier?.count.toLocaleString('en'), formatMoney(month.earlier?.value ?? '0', style)]
								: []),
						],
					})),
				],
			}}
		>
			{count === 0 && !wonBefore.some((month) => month.count > 0) ? (
				<p className="text-muted-foreground">Nothing was won in this period or in the one before.</p>
			) : (
				<>
					<ColumnChart
						label={`${deals(count)} won for ${total} in the period, by month; each column leads to its deals.`}
						columns={months.map((month) => ({
							label: formatMonthOfYear(month.from, { locale }),
							name: `${monthName(month, locale)}: ${deals(month.count)}, ${formatMoney(month.value, style)}${
								paired && month.earlier
									? `; ${monthName(month.earlier, locale)}: ${formatMoney(month.earlier.value, style)}`
									: ''
							}`,
							values: paired ? [Number(month.earlier?.value ?? 0), Number(month.value)] : [Number(month.value)],
							href: href(month),
						}))}
						series={paired ? [before, now] : [now]}
						layout="beside"
						height={190}
						axis={58}
						labelEvery={Math.ceil(months.length / 6)}
						writeTick={(tick) => formatShort(tick, style)}
					/>
					{paired && <Legend series={[now, before]} />}
				</>
			)}
		</ReportCard>
	);
}

export function WonByMonthSkeleton() {
	return <Skeleton className="h-[21rem]" />;
}
