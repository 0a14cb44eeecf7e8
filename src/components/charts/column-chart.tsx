import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import type { Route } from 'next';
import { ColumnPicture, type PictureText } from './column-picture';

/** One kind of numbers: its name and its colour, as the stroke of its bars and as a mark in the legend. */
export type Series = { name: string; stroke: string; mark: string };

export type ChartColumn = {
	/** Below the axis, short; what stands behind a line break comes on a second line. */
	label: string;
	/** All of it in words, for who points at it or goes there by the keyboard. */
	name: string;
	/** A number for each of the series. */
	values: number[];
	/** The list of exactly what the column counts; a table below the picture has the link as well. */
	href?: Route;
	/** What stands above the column where there is room. */
	top?: string;
};

type ColumnChartProps = {
	/** What the picture shows, for who does not see it. */
	label: string;
	columns: ChartColumn[];
	series: Series[];
	/** Whether the series stand on each other, each inside the one before it, or side by side. */
	layout: 'stacked' | 'inside' | 'beside';
	/** The least number that the axis reaches to. */
	least?: number;
	writeTick?: (tick: number) => string;
	/** What the numbers of the axis are counted in; it stands above them. */
	unit?: string;
	/** In pixels. */
	height?: number;
	/** Every so many columns have their label shown. */
	labelEvery?: number;
};

/** As exact as a screen can show: more digits would be most of a picture's bytes. */
const pixels = (length: number) => Math.round(length * 10) / 10;
const hundredths = (share: number) => Math.round(share * 100) / 100;
const percent = (share: number) => `${hundredths(share)}%`;

const above = 20;
const line = 14;

/** What the axis takes on the left: the room of its longest number, and a gap. No letter of these is much wider. */
const axisOf = (ticks: string[]) => Math.max(34, 10 + Math.ceil(7.5 * Math.max(...ticks.map((tick) => tick.length))));

/**
 * From which width on so many columns are 24 pixels wide, which a link has to be for a finger (WCAG 2.5.8). Where they are
 * narrower, no links lie over the picture.
 */
const roomFor: [columns: number, shown: string][] = [
	[6, '@min-[144px]:block'],
	[9, '@min-[216px]:block'],
	[12, '@min-[288px]:block'],
	[18, '@min-[432px]:block'],
	[24, '@min-[576px]:block'],
	[36, '@min-[864px]:block'],
];

/** Columns as a picture computed on the server: across in percent, so that letters keep their size on every screen. */
export function ColumnChart(props: ColumnChartProps) {
	const { label, columns, series, layout, least = 1, height = 180, unit, labelEvery = 1 } = props;
	const { writeTick = (tick) => tick.toLocaleString('en') } = props;
	const hasTops = columns.some(({ top }) => top);
	const below = 6 + line * Math.max(1, ...columns.map((column) => column.label.split('\n').length));
	const heightOf = ({ values }: ChartColumn) =>
		layout === 'stacked' ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values);
	const highest = Math.max(...columns.map(heightOf), least);
	const scale = scaleLinear([0, highest], [height - below, hasTops || unit ? above : 8]).nice(4);
	const y = (value: number) => pixels(scale(value));
	const x = scaleBand(
		columns.map((_, index) => index),
		[0, 100],
	)
		.paddingInner(layout === 'inside' ? 0.3 : 0.25)
		.paddingOuter(layout === 'inside' ? 0.15 : 0.125);
	const left = (index: number) => x(index) ?? 0;
	const bars = barsOf(columns, series.length, layout);
	const width = (layout === 'beside' ? 0.92 / series.length : 1) * x.bandwidth();
	/** A bar as a part of a path: a stroke as thick as the bar is wide. */
	const strokeOf = ({ index, from, to, offset }: ChartBar) =>
		`M${hundredths(left(index) + offset * x.bandwidth() + width / 2)} ${y(from)}V${y(to)}`;
	const ticks = scale.ticks(4).map((tick) => ({ written: writeTick(tick), y: y(tick) }));
	const middle = (index: number) => left(index) + x.bandwidth() / 2;
	return (
		<ColumnPicture
			label={label}
			height={height}
			axis={axisOf(ticks.map(({ written }) => written))}
			unit={unit}
			ticks={ticks}
			thickness={hundredths(width)}
			strokes={series.map(({ stroke }, number) => ({
				stroke,
				path: bars
					.filter((bar) => bar.number === number)
					.map(strokeOf)
					.join(''),
			}))}
			labels={columns.flatMap(({ label: text }, index) =>
				index % labelEvery === 0 ? [{ text, y: height - below + line + 2, ...labelAt(index) }] : [],
			)}
			tops={columns.flatMap((column, index) =>
				column.top ? [{ text: column.top, x: percent(middle(index)), y: pixels(y(heightOf(column)) - 5) }] : [],
			)}
			room={roomFor.find(([upTo]) => columns.length <= upTo)?.[1]}
			links={columns.flatMap(({ href, name }, index) =>
				href ? [{ href, name, left: percent(middle(index) - x.step() / 2), width: percent(x.step()) }] : [],
			)}
		/>
	);

	/** The last label of narrow columns would stand out of the card. */
	function labelAt(index: number): Pick<PictureText, 'x' | 'end'> {
		const ends = columns.length > 12 && index === columns.length - 1;
		return ends ? { x: '100%', end: true } : { x: percent(middle(index)) };
	}
}

/** A bar of a series in a column: from one number to another; its offset in parts of the column's width. */
type ChartBar = { number: number; index: number; from: number; to: number; offset: number };

function barsOf(columns: ChartColumn[], count: number, layout: ColumnChartProps['layout']): ChartBar[] {
	const numbers = Array.from({ length: count }, (_, number) => number);
	const stacked = stack<unknown, ChartColumn, number>()
		.keys(numbers)
		.value(({ values }, number) => values[number] ?? 0)(columns);
	const bars = stacked.flatMap((series) =>
		series.map(([bottom, top], index): ChartBar => {
			return {
				number: series.key,
				index,
				...(layout === 'stacked' ? { from: bottom, to: top } : { from: 0, to: top - bottom }),
				offset: layout === 'beside' ? series.key / count : 0,
			};
		}),
	);
	return bars.filter(({ from, to }) => to > from);
}

/** Which colour of a picture stands for what. */
export function Legend({ series }: { series: Series[] }) {
	return (
		<ul className="flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-xs">
			{series.map(({ name, mark }) => (
				<li key={name} className="flex items-center gap-1.5">
					<span aria-hidden className={`size-2.5 rounded-xs ${mark}`} />
					<span>{name}</span>
				</li>
			))}
		</ul>
	);
}
