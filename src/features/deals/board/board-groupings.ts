/** What the board can be grouped by other than the stage, as its address says it. */
export const boardGroupings = ['month', 'company'] as const;

export type BoardGrouping = (typeof boardGroupings)[number];

export function isBoardGrouping(view: string): view is BoardGrouping {
	return boardGroupings.some((grouping) => grouping === view);
}
