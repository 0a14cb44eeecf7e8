import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import type { Route } from 'next';
import { Link } from '@/components/ui/link';

/** One kind of numbers: its name and its colour, as an area of the picture and as a mark in the legend. */
export type Series = { name: string; fill: string; mark: string };

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
const percent = (share: number) => `${Math.round(share * 100) / 100}%`;

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

/** Columns as a picture drawn on the server: across in percent, so that letters keep their size on every screen. */
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
	// the last label of narrow columns would stand out of the card
	const endsAt = (index: number) => columns.length > 12 && index === columns.length - 1;
	const ticks = scale.ticks(4).map((tick) => ({ tick, written: writeTick(tick) }));
	const axis = axisOf(ticks.map(({ written }) => written));
	const room = roomFor.find(([upTo]) => columns.length <= upTo)?.[1];
	// on a phone the links need all the width that there is
	return (
		<div className="relative flex tabular-nums max-sm:-mx-3">
			<svg aria-hidden width={axis} height={height} className="shrink-0 overflow-visible fill-muted-foreground text-xs">
				{unit && (
					<text x={axis - 6} y={9} textAnchor="end">
						{unit}
					</text>
				)}
				{ticks.map(({ tick, written }) => (
					<text key={tick} x={axis - 6} y={y(tick)} dy="0.32em" textAnchor="end">
						{written}
					</text>
				))}
			</svg>
			<div className="@container relative min-w-0 flex-1">
				<svg role="img" aria-label={label} width="100%" height={height} className="overflow-visible">
					{ticks.map(({ tick }) => (
						<line key={tick} x1={0} x2="100%" y1={y(tick)} y2={y(tick)} className="stroke-border" />
					))}
					{barsOf(columns, series.length, layout).map(({ number, index, from, to, offset, width }) => (
						<rect
							key={`${number} ${index}`}
							className={series[number]?.fill}
							x={percent(left(index) + offset * x.bandwidth())}
							width={percent(width * x.bandwidth())}
							y={y(to)}
							height={pixels(y(from) - y(to))}
						/>
					))}
					<g className="fill-muted-foreground text-xs max-sm:text-[11px]">
						{columns.map((column, index) =>
							index % labelEvery === 0 ? (
								<Label
									key={column.name}
									label={column.label}
									x={endsAt(index) ? 100 : left(index) + x.bandwidth() / 2}
									y={height - below}
									anchor={endsAt(index) ? 'end' : 'middle'}
								/>
							) : null,
						)}
					</g>
					{hasTops && (
						<g className="fill-foreground font-medium text-xs max-sm:hidden" textAnchor="middle">
							{columns.map((column, index) => (
								<text
									key={column.name}
									x={percent(left(index) + x.bandwidth() / 2)}
									y={pixels(y(heightOf(column)) - 5)}
								>
									{column.top}
								</text>
							))}
						</g>
					)}
				</svg>
				{room && (
					<div className={`hidden ${room}`}>
						{columns.map(
							({ href, name }, index) =>
								href && (
									<Link
										key={name}
										href={href}
										aria-label={name}
										title={name}
										className="absolute inset-y-0 rounded-sm hover:bg-foreground/5"
										style={{ left: percent(left(index) + x.bandwidth() / 2 - x.step() / 2), width: percent(x.step()) }}
									/>
								),
						)}
					</div>
				)}
			</div>
		</div>
	);
}

type LabelProps = { label: string; x: number; y: number; anchor: 'middle' | 'end' };

function Label({ label, x, y, anchor }: LabelProps) {
	return label.split('\n').map((text, number) => (
		<text key={text} textAnchor={anchor} x={percent(x)} y={y + (number + 1) * line + 2}>
			{text}
		</text>
	));
}

/** A bar of a series in a column: from one number to another; its offset and width in parts of the column's. */
type ChartBar = { number: number; index: number; from: number; to: number; offset: number; width: number };

function barsOf(columns: ChartColumn[], count: number, layout: ColumnChartProps['layout']): ChartBar[] {
	const numbers = Array.from({ length: count }, (_, number) => number);
	const stacked = stack<unknown, ChartColumn, number>()
		.keys(numbers)
		.value(({ values }, number) => values[number] ?? 0)(columns);
	const bars = stacked.flatMap((series) =>
		series.map(([bottom, top], index): ChartBar => {
			const beside = layout === 'beside';
			return {
				number: series.key,
				index,
				...(layout === 'stacked' ? { from: bottom, to: top } : { from: 0, to: top - bottom }),
				offset: beside ? series.key / count : 0,
				width: beside ? 0.92 / count : 1,
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
