import { ColumnChart } from '@/components/charts/column-chart';
import { activityMarks, activityStrokes } from '@/components/ui/tones';
import { counted } from '@/lib/text/counted';
import { activityTypes, totalOf, typeNames } from '../activity-types';
import { type Week, WeekTable } from './week-table';

const series = activityTypes.map((type) => ({
	name: typeNames[type],
	stroke: activityStrokes[type],
	mark: activityMarks[type],
}));

/** The activities of some weeks as stacked bars; and as a table, whose numbers lead to the lists. */
export function ActivityChart({ weeks }: { weeks: Week[] }) {
	return (
		<figure className="border-t px-4 pt-3">
			<figcaption className="mb-1 font-medium">
				The last <span>{weeks.length}</span> weeks
			</figcaption>
			<ColumnChart
				label={inWords(weeks)}
				columns={weeks.map(({ label, name, counts }) => ({
					label,
					name,
					values: activityTypes.map((type) => counts[type]),
				}))}
				series={series}
				layout="stacked"
				least={4}
				height={132}
				labelEvery={3}
			/>
			<details className="mt-2">
				<summary className="cursor-pointer text-muted-foreground">As a table</summary>
				<WeekTable weeks={weeks} />
			</details>
		</figure>
	);
}

/** A description of the chart for screen readers. */
function inWords(weeks: Week[]): string {
	const totals = weeks.map(({ counts }) => totalOf(counts));
	const highest = Math.max(...totals);
	const busiest = weeks[totals.lastIndexOf(highest)];
	const all = totals.reduce((sum, total) => sum + total, 0);
	if (all === 0) return `No activities in the last ${weeks.length} weeks.`;
	const summary = `${counted(all, 'activity', 'activities')} in the last ${weeks.length} weeks`;
	return `${summary}, most of them, ${highest.toLocaleString('en')}, from ${busiest?.name}; the table has each week.`;
}
