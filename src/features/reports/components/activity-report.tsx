import { ColumnChart, Legend } from '@/components/charts/column-chart';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { activityMarks, activityStrokes } from '@/components/ui/tones';
import { listPath } from '@/domain/paths';
import { activityTypes, type TypeCounts, totalOf, typeNames } from '@/features/activities/schema';
import { countActivities } from '@/features/activities/server/activity-count-queries';
import { requireUserId } from '@/lib/auth/session';
import { formatDayOfMonth, formatYear } from '@/lib/dates/dates';
import { counted } from '@/lib/text/counted';
import { untilThisWeek, weeksIn } from '../report-periods';
import { fromTo } from '../report-words';
import type { ReportScope } from '../server/report-queries';
import { ReportCard } from './report-card';

const series = activityTypes.map((type) => ({
	name: typeNames[type],
	stroke: activityStrokes[type],
	mark: activityMarks[type],
}));

/** What was done in each week of the period, by type. */
export async function ActivityReport({ scope }: { scope: ReportScope }) {
	const userId = await requireUserId();
	const { settings, today } = scope;
	const { locale, timeZone, weekStart } = settings;
	const shown = untilThisWeek(scope.now, today, weekStart);
	const { weeks, days: before } = await countActivities(
		userId,
		{ weeks: weeksIn(shown, weekStart), days: scope.before },
		timeZone,
	);
	// the weeks of twelve months are 54 at most
	const severalYears = weeks.length > 54;
	const sums = Object.fromEntries(
		activityTypes.map((type) => [type, weeks.reduce((sum, { counts }) => sum + counts[type], 0)]),
	) as TypeCounts;
	const all = counted(totalOf(sums), 'activity', 'activities');
	const cellsOf = (counts: TypeCounts) => [
		...activityTypes.map((type) => counts[type].toLocaleString('en')),
		totalOf(counts).toLocaleString('en'),
	];
	return (
		<ReportCard
			title="Activity by week"
			file="activities"
			scope={scope}
			counted="calls, emails, meetings and notes by when they took place, until the end of the present week. The first and the last week are cut to the period."
			table={{
				heads: ['Week', ...activityTypes.map((type) => typeNames[type]), 'All'],
				rows: [
					...weeks.toReversed().map(({ from, to, counts }) => ({
						key: from,
						head: (
							<Link href={listPath('activities', { from, to })} className="hover:underline">
								{fromTo({ from, to }, locale)}
							</Link>
						),
						cells: cellsOf(counts),
					})),
					{ key: 'all', head: 'This period', cells: cellsOf(sums), total: true as const },
					{ key: 'before', head: 'The period before', cells: cellsOf(before), total: true as const },
				],
			}}
		>
			<p className="tabular-nums">
				<Link href={listPath('activities', shown)} className="font-semibold text-xl hover:underline">
					{all}
				</Link>{' '}
				<span className="text-muted-foreground">
					<span>{totalOf(before).toLocaleString('en')}</span> in the period before
				</span>
			</p>
			<ColumnChart
				label={`${all} by week: ${activityTypes.map((type) => `${typeNames[type]} ${sums[type]}`).join(', ')}; the table has each week.`}
				columns={weeks.map(({ from, to, counts }) => ({
					label: [formatDayOfMonth(from, settings), ...(severalYears ? [formatYear(from, settings)] : [])].join('\n'),
					name: fromTo({ from, to }, locale),
					values: activityTypes.map((type) => counts[type]),
				}))}
				series={series}
				layout="stacked"
				least={4}
				height={170}
				labelEvery={Math.ceil(weeks.length / 5)}
			/>
			<Legend series={series} />
		</ReportCard>
	);
}

export function ActivityReportSkeleton() {
	return <Skeleton className="h-[21rem]" />;
}
