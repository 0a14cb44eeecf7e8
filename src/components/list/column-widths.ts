/** A column's width in pixels, its part of the room that is left over, and the width that its user gave it. */
export type ColumnWidth = { width: number; grow?: number; sized?: number };

/** The column of the boxes, and the lines around a table. */
export const boxWidth = 36;
const edges = 2;

/** How `<table>` and its `<col>`s say their widths. */
export type TableWidths = { table: Record<string, string>; columns: string[]; rest: boolean };

/**
 * The widths of a table: each column at least its own, and the room that is left over divided among those that grow and were not
 * sized by hand. Said in units of the container, so that no script has to measure anything. `rest` means that a last column
 * without cells takes what is left over.
 */
export function tableWidths(columns: readonly ColumnWidth[], hasBoxes: boolean): TableWidths {
	const own = ({ width, sized }: ColumnWidth) => sized ?? width;
	const parts = ({ grow = 0, sized }: ColumnWidth) => (sized === undefined ? grow : 0);
	const sum = columns.reduce((all, column) => all + own(column), hasBoxes ? boxWidth : 0);
	const allParts = columns.reduce((all, column) => all + parts(column), 0);
	const part = (column: ColumnWidth) => (parts(column) / allParts).toFixed(3);
	return {
		table: { '--least': `${sum}px`, '--left': `max(0px, 100cqw - ${sum + edges}px)` },
		columns: columns.map((column) =>
			parts(column) > 0 ? `calc(${own(column)}px + var(--left) * ${part(column)})` : `${own(column)}px`,
		),
		rest: allParts === 0,
	};
}
