import { isTypedAhead } from './type-ahead';

/** So many frames what was opened has to take the focus. */
const maxFrames = 30;

/**
 * Ends the waiting for a field that is being shown. It has the focus two frames later, on a busy machine after some more; what
 * was opened would close if it lost it again.
 */
export function stopOnceFocused(stop: () => void): void {
	let frames = 0;
	const end = () => void (isTypedAhead() && ++frames < maxFrames ? requestAnimationFrame(end) : stop());
	requestAnimationFrame(() => requestAnimationFrame(end));
}
