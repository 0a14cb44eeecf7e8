// Parts of the picture of who reports to whom side by side, in rows. Pure, in pixels.

export type MapPoint = [x: number, y: number];

/** Where a contact stands: the top left corner. */
export type MapPlace = { id: string; x: number; y: number };

/** A part of the picture: what it holds from its own top left corner, and where a line from above meets it. */
export type MapPart = { width: number; height: number; places: MapPlace[]; lines: MapPoint[][]; meets: MapPoint };

export const gap = { x: 16, y: 28 };

/** Parts in a row from a corner on, as parts of the same picture. */
export function sideBySide(row: MapPart[], left: number, top: number) {
	let x = left;
	const placed = row.map((part) => {
		const moved = movedBy(part, x, top);
		x += part.width + gap.x;
		return moved;
	});
	return { placed, width: x - gap.x - left, height: Math.max(...row.map(({ height }) => height)) };
}

function movedBy(part: MapPart, right: number, down: number): MapPart {
	const move = ([x, y]: MapPoint): MapPoint => [x + right, y + down];
	return {
		...part,
		places: part.places.map(({ id, x, y }) => ({ id, x: x + right, y: y + down })),
		lines: part.lines.map((line) => line.map(move)),
		meets: move(part.meets),
	};
}

/** Parts by the rows that they fit in, in their order. */
export function intoRows(parts: MapPart[], room: number): MapPart[][] {
	const rows: MapPart[][] = [];
	let width = 0;
	for (const part of parts) {
		const row = rows.at(-1);
		if (row && width + gap.x + part.width <= room) {
			row.push(part);
			width += gap.x + part.width;
		} else {
			rows.push([part]);
			width = part.width;
		}
	}
	return rows;
}

export function inRows(parts: MapPart[], room: number, between: number) {
	let top = 0;
	const rows = intoRows(parts, room).map((row) => {
		const placed = sideBySide(row, 0, top);
		top += placed.height + between;
		return placed;
	});
	const placed = rows.flatMap((row) => row.placed);
	return {
		width: Math.max(0, ...rows.map(({ width }) => width)),
		height: Math.max(0, top - between),
		places: placed.flatMap(({ places }) => places),
		lines: placed.flatMap(({ lines }) => lines),
	};
}
