// the board announces each step in its own words
const silent = Object.fromEntries(
	['onDragStart', 'onDragMove', 'onDragOver', 'onDragEnd', 'onDragCancel'].map((name) => [name, () => undefined]),
) as Record<'onDragStart' | 'onDragOver' | 'onDragEnd' | 'onDragCancel', () => undefined>;

/** What screen readers hear of a card that can be dragged, for `DndContext`. */
export const dragAccessibility = {
	announcements: silent,
	screenReaderInstructions: {
		draggable:
			'Press Space to pick the deal up, the arrow keys to carry it, Space to drop it, Escape to leave it where it was. Enter opens the deal.',
	},
};
