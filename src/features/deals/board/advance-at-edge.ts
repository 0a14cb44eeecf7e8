/** How near to the edge, in pixels, the pointer of a dragged card brings the next column. */
const edgeWidth = 40;
/** For how long, in milliseconds, it has to stay there: the first time, and for each further column. */
const firstRest = 250;
const nextRest = 700;

type Point = { x: number; y: number };

/**
 * Scrolls a board that is wider than its place by one column at a time, while a card is held at its left or right edge. Returns what
 * ends that.
 */
export function advanceAtEdge(board: HTMLElement, pointer: () => Point | null): () => void {
	let side = 0;
	let since = 0;
	let rest = firstRest;
	let frame = requestAnimationFrame(watch);

	function watch(now: number) {
		frame = requestAnimationFrame(watch);
		const next = sideOf(board, pointer());
		if (next !== side) {
			[side, since, rest] = [next, now, firstRest];
		} else if (side !== 0 && now - since > rest) {
			[since, rest] = [now, nextRest];
			board.scrollTo({ left: columnBeside(board, side), behavior: 'smooth' });
		}
	}
	return () => cancelAnimationFrame(frame);
}

/** -1 at the left edge, 1 at the right one, 0 elsewhere. */
function sideOf(board: HTMLElement, point: Point | null): number {
	const { left, right, top, bottom } = board.getBoundingClientRect();
	if (!point || point.y < top || point.y > bottom) return 0;
	if (point.x < Math.max(left, 0) + edgeWidth) return -1;
	return point.x > Math.min(right, window.innerWidth) - edgeWidth ? 1 : 0;
}

/** Where the board is scrolled to so that the column before or after the present first one begins it. */
function columnBeside(board: HTMLElement, side: number): number {
	const columns = [...board.querySelectorAll<HTMLElement>('[data-stage]')];
	const start = columns[0]?.offsetLeft ?? 0;
	const lefts = columns.map(({ offsetLeft }) => offsetLeft - start);
	const slack = 4;
	const before = lefts.filter((left) => left < board.scrollLeft - slack).at(-1) ?? 0;
	const after = lefts.find((left) => left > board.scrollLeft + slack) ?? board.scrollWidth;
	return side < 0 ? before : after;
}
