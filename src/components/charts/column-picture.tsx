'use client';

import type { Route } from 'next';
import { Link } from '@/components/ui/link';

/** A text of the picture; what stands behind a line break comes on a second line. */
export type PictureText = { text: string; x: string; y: number; end?: true };

export type ColumnPictureProps = {
	label: string;
	height: number;
	/** The room for the numbers on the left, in pixels. */
	axis: number;
	unit: string | undefined;
	ticks: { written: string; y: number }[];
	/** The bars of each of the series, as one path of strokes so thick: 100 across, pixels down. */
	thickness: number;
	strokes: { stroke: string; path: string }[];
	labels: PictureText[];
	tops: PictureText[];
	/** The class that shows the links, and each with its place. */
	room: string | undefined;
	links: { href: Route; name: string; left: string; width: string }[];
};

const line = 14;

/** Columns that `ColumnChart` has computed. It draws and does not reckon, so that they travel as a few numbers. */
export function ColumnPicture(props: ColumnPictureProps) {
	const { label, height, axis, unit, ticks, thickness, strokes, labels, tops, room, links } = props;
	// on a phone the links need all the width that there is
	return (
		<div className="relative flex tabular-nums max-sm:-mx-3">
			<svg aria-hidden width={axis} height={height} className="shrink-0 overflow-visible fill-muted-foreground text-xs">
				{unit && (
					<text x={axis - 6} y={9} textAnchor="end">
						{unit}
					</text>
				)}
				{ticks.map(({ written, y }) => (
					<text key={y} x={axis - 6} y={y} dy="0.32em" textAnchor="end">
						{written}
					</text>
				))}
			</svg>
			<div className="@container relative min-w-0 flex-1">
				<svg role="img" aria-label={label} width="100%" height={height} className="overflow-visible">
					{ticks.map(({ y }) => (
						<line key={y} x1={0} x2="100%" y1={y} y2={y} className="stroke-border" />
					))}
					{/* as wide as the picture, whatever its width */}
					<svg aria-hidden width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none">
						{strokes.map(({ stroke, path }) => (
							<path key={stroke} className={stroke} strokeWidth={thickness} d={path} />
						))}
					</svg>
					<g className="fill-muted-foreground text-xs max-sm:text-[11px]" textAnchor="middle">
						{labels.map((each) => (
							<Lines key={each.x} {...each} />
						))}
					</g>
					{tops.length > 0 && (
						<g className="fill-foreground font-medium text-xs max-sm:hidden" textAnchor="middle">
							{tops.map((each) => (
								<Lines key={each.x} {...each} />
							))}
						</g>
					)}
				</svg>
				{room && (
					<div className={`hidden ${room}`}>
						{links.map(({ href, name, left, width }) => (
							<Link
								key={name}
								href={href}
								aria-label={name}
								title={name}
								className="absolute inset-y-0 rounded-sm hover:bg-foreground/5"
								style={{ left, width }}
							/>
						))}
					</div>
				)}
			</div>
		</div>
	);
}

function Lines({ text, x, y, end }: PictureText) {
	return text.split('\n').map((part, number) => (
		<text key={part} textAnchor={end && 'end'} x={x} y={y + number * line}>
			{part}
		</text>
	));
}
