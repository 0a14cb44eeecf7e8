// Where each contact stands in the picture of who reports to whom. Pure, in pixels.

import { gap, inRows, intoRows, type MapPart, type MapPlace, type MapPoint, sideBySide } from './map-rows';

/** A contact and those who report to them. */
export type MapNode = { id: string; reports: MapNode[] };

export type MapLayout = {
	width: number;
	height: number;
	/** The top left corner of each contact. */
	places: MapPlace[];
	/** The lines between them, each as its corners. */
	lines: MapPoint[][];
	/** Where the words stand above those who report to nobody and to whom nobody reports; null where there is nobody else. */
	aloneY: number | null;
};

export const nodeSize = { width: 172, height: 58 };
/** Room on the left for the line from which others hang. */
const indent = 20;
/** The gap between two contacts who hang from one line or stand side by side without one. */
const rowGap = 10;
const captionHeight = 26;

/** The width that four contacts side by side need: a picture is wider only where it is deep as well. */
export const mapRoom = 4 * nodeSize.width + 3 * gap.x;

/**
 * Lays out contacts by whom they report to: each above their reports, in rows that fit `room`; further rows hang from a line on
 * the left. Who stands alone comes last. Nothing overlaps, whatever the shape.
 */
export function layOutMap(roots: MapNode[], room = mapRoom): MapLayout {
	const trees = roots.filter(({ reports }) => reports.length > 0).map((root) => layOutTree(root, room));
	const alone = roots.filter(({ reports }) => reports.length === 0).map((root) => single(root.id));
	const above = inRows(trees, room, gap.y);
	const hasBoth = trees.length > 0 && alone.length > 0;
	const below = inRows(alone, room, rowGap);
	const top = hasBoth ? above.height + gap.y / 2 + captionHeight : above.height;
	return {
		width: Math.max(above.width, below.width),
		height: alone.length > 0 ? top + below.height : above.height,
		places: [...above.places, ...below.places.map(({ id, x, y }) => ({ id, x, y: y + top }))],
		lines: above.lines,
		aloneY: hasBoth ? top - rowGap : null,
	};
}

const single = (id: string): MapPart => ({
	...nodeSize,
	places: [{ id, x: 0, y: 0 }],
	lines: [],
	meets: [nodeSize.width / 2, 0],
});

/** So many levels down, each way of sharing the room is tried; below, too many trials would come together. */
const triedLevels = 3;

/** A contact with everybody below them, in the lowest of the shapes that fit the room. */
function layOutTree({ id, reports }: MapNode, room: number, level = 0): MapPart {
	if (reports.length === 0) return single(id);
	const inside = reports.length > 1 ? Math.max(room - indent, nodeSize.width) : room;
	const branches = reports.filter((each) => each.reports.length > 0);
	const ends = endsOf(
		reports.filter((each) => each.reports.length === 0),
		inside,
	);
	const shapes = sharesOf(branches.length, inside, level).flatMap((share) => {
		const parts = branches.map((each) => layOutTree(each, share, level + 1));
		return ends.map((end) => shapeOf(id, [...parts, ...end], room, inside));
	});
	return shapes.reduce((best, shape) => (isLower(shape, best) ? shape : best));
}

function shapeOf(id: string, parts: MapPart[], room: number, inside: number): MapPart {
	return intoRows(parts, room).length === 1 ? aboveOneRow(id, parts) : besideRows(id, intoRows(parts, inside));
}

const isLower = (one: MapPart, two: MapPart) =>
	one.height < two.height || (one.height === two.height && one.width < two.width);

/** The room of each of some branches, with one to several of them side by side. */
function sharesOf(branches: number, room: number, level: number): number[] {
	const fitting = Math.floor((room + gap.x) / (indent + nodeSize.width + gap.x));
	const most = Math.max(1, Math.min(branches, fitting));
	const shareOf = (beside: number) => Math.floor((room - (beside - 1) * gap.x) / beside);
	if (level >= triedLevels) return [shareOf(most)];
	return Array.from({ length: most }, (_, n) => shareOf(n + 1));
}

/** The ways in which contacts can stand to whom nobody reports: side by side, or in one to several columns. */
function endsOf(nodes: MapNode[], room: number): MapPart[][] {
	if (nodes.length === 0) return [[]];
	const fitting = Math.floor((room + gap.x) / (indent + nodeSize.width + gap.x));
	const beside = nodes.length * (nodeSize.width + gap.x) - gap.x <= room || nodes.length === 1;
	return [
		...(beside ? [nodes.map(({ id }) => single(id))] : []),
		...(nodes.length > 1 ? Array.from({ length: Math.max(1, fitting) }, (_, n) => columnsOf(nodes, n + 1)) : []),
	];
}

/** Contacts to whom nobody reports, in columns that hang from a line on their left. */
function columnsOf(nodes: MapNode[], columns: number): MapPart[] {
	const rows = Math.ceil(nodes.length / columns);
	return Array.from({ length: Math.ceil(nodes.length / rows) }, (_, column) => {
		const places = nodes
			.slice(column * rows, (column + 1) * rows)
			.map(({ id }, row) => ({ id, x: indent, y: row * (nodeSize.height + rowGap) }));
		const middles = places.map(({ y }) => y + nodeSize.height / 2);
		return {
			width: indent + nodeSize.width,
			height: (places.at(-1)?.y ?? 0) + nodeSize.height,
			places,
			lines: [
				[[indent / 2, 0] as MapPoint, [indent / 2, middles.at(-1) ?? 0] as MapPoint],
				...middles.map((y): MapPoint[] => [
					[indent / 2, y],
					[indent, y],
				]),
			],
			meets: [indent / 2, 0],
		};
	});
}

/** A contact over the middle of one row. */
function aboveOneRow(id: string, row: MapPart[]): MapPart {
	const top = nodeSize.height + gap.y;
	const { placed, width, height } = sideBySide(row, 0, top);
	const entries = placed.map(({ meets: [x] }) => x);
	const [first, final] = [Math.min(...entries), Math.max(...entries)];
	const x = Math.min(Math.max((first + final) / 2 - nodeSize.width / 2, 0), width - nodeSize.width);
	const middle = x + nodeSize.width / 2;
	return joined(
		{ id, x, width, height: top + height },
		placed,
		busOf(placed, [Math.min(first, middle), Math.max(final, middle)], top),
		[
			[middle, nodeSize.height],
			[middle, top - gap.y / 2],
		],
	);
}

/** A contact above several rows, which hang from a line on the left. */
function besideRows(id: string, rows: MapPart[][]): MapPart {
	const trunk = indent / 2;
	let top = nodeSize.height;
	let width = nodeSize.width;
	const all: MapPart[] = [];
	const lines: MapPoint[][] = [];
	for (const row of rows) {
		top += gap.y;
		const { placed, ...size } = sideBySide(row, indent, top);
		lines.push(...busOf(placed, [trunk, Math.max(...placed.map(({ meets: [x] }) => x))], top));
		all.push(...placed);
		width = Math.max(width, indent + size.width);
		top += size.height;
	}
	const lastBus = Math.max(...lines.map(([[, y] = [0, 0]]) => y));
	return joined({ id, x: 0, width, height: top }, all, lines, [
		[trunk, nodeSize.height],
		[trunk, lastBus],
	]);
}

/** The line above a row from one end to the other, and those that lead from it to each part. */
function busOf(row: MapPart[], [from, to]: [number, number], top: number): MapPoint[][] {
	const y = top - gap.y / 2;
	const bus: MapPoint[] = [
		[from, y],
		[to, y],
	];
	return [
		...(from < to ? [bus] : []),
		...row.map(({ meets: [x] }): MapPoint[] => [
			[x, y],
			[x, top],
		]),
	];
}

function joined(
	{ id, x, width, height }: { id: string; x: number; width: number; height: number },
	parts: MapPart[],
	lines: MapPoint[][],
	trunk: MapPoint[],
): MapPart {
	return {
		width,
		height,
		places: [{ id, x, y: 0 }, ...parts.flatMap(({ places }) => places)],
		lines: [trunk, ...lines, ...parts.flatMap((part) => part.lines)],
		meets: [x + nodeSize.width / 2, 0],
	};
}
