/**
 * Follows the pointer that carries a line of a list, as the library that moves the line knows the last steps only some time
 * later. Returns the function that ends this and says by how many pixels it was carried, in what may have been scrolled.
 */
export function followCarried(begun: PointerEvent, scroller: Element | null): () => number {
	let y = begun.clientY;
	const top = scroller?.scrollTop ?? 0;
	const follow = (event: PointerEvent) => {
		y = event.clientY;
	};
	const ended = new AbortController();
	const options = { capture: true, signal: ended.signal };
	window.addEventListener('pointermove', follow, options);
	window.addEventListener('pointerup', follow, options);
	return () => {
		ended.abort();
		return y - begun.clientY + (scroller?.scrollTop ?? 0) - top;
	};
}

/** The line in whose place one comes to stand that is carried by so many pixels. */
export function lineAt(lines: HTMLElement[], carried: HTMLElement, by: number): HTMLElement | undefined {
	const far = (line: HTMLElement) => Math.abs(line.offsetTop - carried.offsetTop - by);
	return lines.toSorted((one, other) => far(one) - far(other))[0];
}
