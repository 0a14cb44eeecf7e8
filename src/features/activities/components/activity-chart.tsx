import type { Route } from 'next';
import { ColumnChart } from '@/components/charts/column-chart';
import { Link } from '@/components/ui/link';
import { activityFills, activityMarks } from '@/components/ui/tones';
import { counted } from '@/lib/text/counted';
import { activityTypes, type TypeCounts, totalOf, typeNames } from '../activity-types';

type Week = {
	/** Its first day, short, for the axis; from when to when, for the table. */
	label: string;
	name: string;
	counts: TypeCounts;
	href: Route;
};

const series = activityTypes.map((type) => ({
	name: typeNames[type],
	fill: activityFills[type],
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

function WeekTable({ weeks }: { weeks: Week[] }) {
	return (
		<div className="relative mt-2 overflow-x-auto">
			<table className="w-full text-xs tabular-nums [&_td]:py-1 [&_td]:text-right [&_th]:py-1 [&_th]:font-medium">
				<thead>
					<tr className="text-muted-foreground">
						<th scope="col" className="text-left">
							Week
						</th>
						{activityTypes.map((type) => (
							<th key={type} scope="col" className="pl-3 text-right">
								{typeNames[type]}
							</th>
						))}
						<th scope="col" className="pl-3 text-right">
							All
						</th>
					</tr>
				</thead>
				<tbody className="[&_tr]:border-t">
					{weeks.toReversed().map(({ name, counts, href }) => (
						<tr key={name}>
							<th scope="row" className="text-left">
								<Link href={href} className="hover:underline">
									{name}
								</Link>
							</th>
							{activityTypes.map((type) => (
								<td key={type}>{counts[type].toLocaleString('en')}</td>
							))}
							<td>{totalOf(counts).toLocaleString('en')}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
