/** Whether a button of the mouse is held down; a finger counts where it becomes a click. */
let isDown = false;

if (typeof document !== 'undefined') {
	document.addEventListener(
		'mousedown',
		() => {
			isDown = true;
		},
		true,
	);
	// a click follows the release at once
	const onRelease = () => {
		isDown = false;
	};
	document.addEventListener('mouseup', () => setTimeout(onRelease), true);
}

/**
 * Runs at the end of what has begun: with the click that a press becomes, before anything else hears of it, so that what is
 * clicked does not move away under the pointer; at once where nothing is pressed. `run` is told what was clicked.
 */
export function afterClick(run: (clicked: EventTarget | null) => void): void {
	// after what a field itself makes of being left
	if (!isDown) {
		queueMicrotask(() => run(null));
		return;
	}
	let hasRun = false;
	const once = (event?: Event) => {
		if (hasRun) return;
		hasRun = true;
		document.removeEventListener('click', once, true);
		document.removeEventListener('mouseup', late, true);
		run(event?.target ?? null);
	};
	// what is pressed in one place and released in another is no click
	const late = () => setTimeout(() => once());
	document.addEventListener('click', once, true);
	document.addEventListener('mouseup', late, true);
}
