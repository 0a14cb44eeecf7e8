import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import type { Route } from 'next';
import Link from 'next/link';
import { activityFills } from '@/components/ui/tones';
import { counted } from '@/lib/counted';
import { activityTypes, type TypeCounts, totalOf, typeNames } from '../types';

type Week = {
	/** Its first day, short, for the axis; from when to when, for the table. */
	label: string;
	name: string;
	counts: TypeCounts;
	href: Route;
};

/** In pixels: the height of the picture, and what is kept free above the bars and below them for the days. */
const height = 132;
const room = { top: 8, bottom: 20 };

/** The activities of some weeks as stacked bars; and as a table, whose numbers lead to the lists. */
export function ActivityChart({ weeks }: { weeks: Week[] }) {
	const most = Math.max(...weeks.map(({ counts }) => totalOf(counts)), 4);
	const y = scaleLinear([0, most], [height - room.bottom, room.top]).nice(4);
	// across in percent, so that letters keep their size on every screen
	const x = scaleBand(
		weeks.map(({ label }) => label),
		[0, 100],
	).padding(0.25);
	const bars = stack<unknown, Week, keyof TypeCounts>()
		.keys(activityTypes)
		.value(({ counts }, type) => counts[type])(weeks);
	const ticks = y.ticks(4);
	return (
		<figure className="border-t px-4 pt-3">
			<figcaption className="mb-1 font-medium">The last {weeks.length} weeks</figcaption>
			<div role="img" aria-label={inWords(weeks)} className="flex">
				<svg aria-hidden width={34} height={height} className="shrink-0 fill-muted-foreground text-xs tabular-nums">
					{ticks.map((tick) => (
						<text key={tick} x={28} y={y(tick)} dy="0.32em" textAnchor="end">
							{tick.toLocaleString('en')}
						</text>
					))}
				</svg>
				<svg aria-hidden width="100%" height={height} className="min-w-0 flex-1 overflow-visible">
					{ticks.map((tick) => (
						<line key={tick} x1={0} x2="100%" y1={y(tick)} y2={y(tick)} className="stroke-border" />
					))}
					{bars.map((series) => (
						<g key={series.key} className={activityFills[series.key]}>
							{series.map(([from, to], index) => {
								const label = weeks[index]?.label ?? '';
								if (from === to) return null;
								return (
									<rect key={label} x={`${x(label)}%`} width={`${x.bandwidth()}%`} y={y(to)} height={y(from) - y(to)} />
								);
							})}
						</g>
					))}
					<g className="fill-muted-foreground text-xs">
						{weeks.map(({ label }, index) =>
							index % 3 === 0 ? (
								<text key={label} x={`${(x(label) ?? 0) + x.bandwidth() / 2}%`} y={height - 4} textAnchor="middle">
									{label}
								</text>
							) : null,
						)}
					</g>
				</svg>
			</div>
			<details className="mt-2">
				<summary className="cursor-pointer text-muted-foreground">As a table</summary>
				<WeekTable weeks={weeks} />
			</details>
		</figure>
	);
}

/** What the picture shows, for who does not see it. */
function inWords(weeks: Week[]): string {
	const totals = weeks.map(({ counts }) => totalOf(counts));
	const most = Math.max(...totals);
	const busiest = weeks[totals.lastIndexOf(most)];
	const all = totals.reduce((sum, total) => sum + total, 0);
	if (all === 0) return `No activities in the last ${weeks.length} weeks.`;
	const said = `${counted(all, 'activity', 'activities')} in the last ${weeks.length} weeks`;
	return `${said}, most of them, ${most.toLocaleString('en')}, from ${busiest?.name}; the table has each week.`;
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
								<Link href={href} prefetch={false} className="hover:underline">
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
