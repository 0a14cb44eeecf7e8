import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { activityMarks } from '@/components/ui/tones';
import { listPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { dayIn, daysLater, formatDate, formatDayOfMonth, monthOf, weekOf } from '@/lib/dates/dates';
import { activityTypes, type TypeCounts, totalOf, typeNames } from '../activity-types';
import { countActivities } from '../server/activity-count-queries';
import { ActivityChart } from './activity-chart';
import { TypeIcon } from './type-icon';

const chartWeeks = 12;

/** How much was done this week and this month, by type, and in each of the last twelve weeks. */
export async function ActivitySummary() {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const { timeZone, weekStart } = settings;
	const today = dayIn(new Date(), timeZone);
	const weeks = Array.from({ length: chartWeeks }, (_, index) =>
		weekOf(daysLater(today, (index + 1 - chartWeeks) * 7), weekStart),
	);
	const counted = await countActivities(userId, { weeks, days: monthOf(today) }, timeZone);
	const thisWeek = counted.weeks.at(-1);
	return (
		<Card className="gap-2 pb-4">
			<CardHeader>
				<CardTitle>Activity summary</CardTitle>
			</CardHeader>
			<CardContent className="px-0">
				{thisWeek && <Counts week={thisWeek.counts} month={counted.days} />}
				<ActivityChart
					weeks={counted.weeks.map(({ from, to, counts }) => ({
						label: formatDayOfMonth(from, settings),
						name: `${formatDate(from, settings)} to ${formatDate(to, settings)}`,
						counts,
						href: listPath('activities', { from, to }),
					}))}
				/>
			</CardContent>
		</Card>
	);
}

function Counts({ week, month }: { week: TypeCounts; month: TypeCounts }) {
	const periods = [
		{ when: 'week', head: 'This week', counts: week },
		{ when: 'month', head: 'This month', counts: month },
	];
	return (
		<table className="w-full border-t tabular-nums [&_td]:px-4 [&_td]:py-1.5 [&_td]:text-right [&_th]:px-4 [&_th]:py-1.5 [&_th]:font-medium">
			<thead>
				<tr className="text-muted-foreground text-xs">
					<th scope="col" className="text-left">
						Type
					</th>
					{periods.map(({ head }) => (
						<th key={head} scope="col" className="text-right">
							{head}
						</th>
					))}
				</tr>
			</thead>
			<tbody className="[&_tr]:border-t">
				{activityTypes.map((type) => (
					<tr key={type}>
						<th scope="row" className="text-left">
							<span className="flex items-center gap-2">
								<span aria-hidden className={`size-2.5 rounded-full ${activityMarks[type]}`} />
								<TypeIcon type={type} named />
								<span>{typeNames[type]}</span>
							</span>
						</th>
						{periods.map(({ when, counts }) => (
							<td key={when}>
								<Link href={listPath('activities', { type, when })} className="hover:underline">
									{counts[type].toLocaleString('en')}
								</Link>
							</td>
						))}
					</tr>
				))}
				<tr>
					<th scope="row" className="text-left">
						Total
					</th>
					{periods.map(({ when, counts }) => (
						<td key={when} className="font-semibold">
							<Link href={listPath('activities', { when })} className="hover:underline">
								{totalOf(counts).toLocaleString('en')}
							</Link>
						</td>
					))}
				</tr>
			</tbody>
		</table>
	);
}

export function ActivitySummarySkeleton() {
	return <Skeleton className="h-96" />;
}
